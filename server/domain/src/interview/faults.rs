//! What can be wrong with an interview kit.

use crate::content::problem::faults;

faults! {
    /// What can be wrong with an interview kit.
    KitFault:
    NoKind {} Error "item-without-kind"
        en "the item does not say what it is" "add the chip `question`, `task`, `simulation`, `fact` or `measure`"
        zh "这一项没有写明类型" "请加标记 `question`、`task`、`simulation`、`fact` 或 `measure`"
    TwoKinds {} Error "item-of-two-kinds"
        en "an item has one kind" "delete this chip, or make it an item of its own"
        zh "一项只能有一个类型" "请删除这个标记，或另写一项"
    NoCompetency { id: String, hint_en: String, hint_zh: String } Error "unknown-competency"
        en "there is no competency `{id}`" "{hint_en}"
        zh "没有胜任力“{id}”" "{hint_zh}"
    Unrated { id: String } Error "unrated-competency"
        en "no item rates the competency `{id}`" "add `rates: {id}` to an item, or delete the competency"
        zh "没有任何一项评“{id}”" "请给某一项加 `rates: {id}`，或删除这个胜任力"
    RatesNothing {} Warning "rates-nothing"
        en "the item rates no competency, so its ratings count nowhere" "add a chip such as `rates: patience`"
        zh "这一项不评任何胜任力，评分不起作用" "请加标记，例如 `rates: patience`"
    OnlyScreens { chip: String } Error "only-screens"
        en "facts and measures only screen, so `{chip}` has no meaning here" "delete it, or make the item a question or a task"
        zh "事实和测量只作筛选，不评分，“{chip}”在这里没有意义" "请删除它，或改成 question、task"
    NoScript {} Error "no-script"
        en "the simulation has no script" "write under `### Script` what the other person says and does"
        zh "情景模拟没有脚本" "请在 `### Script` 下写扮演的人说什么、做什么"
    ScriptUnused {} Error "script-unused"
        en "only a simulation has a script" "call this part otherwise, or make the item a `simulation`"
        zh "只有情景模拟才有脚本" "请换个标题，或把这一项改成 `simulation`"
    NoThreshold {} Error "no-threshold"
        en "the measure does not say what is fit" "add a chip such as `threshold >= 40 wpm`"
        zh "测量没有写合格线" "请加标记，例如 `threshold >= 40 wpm`"
    BadChip { chip: String, want_en: String, want_zh: String } Error "bad-chip"
        en "`{chip}` cannot be read" "write {want_en}"
        zh "看不懂标记“{chip}”" "请写成{want_zh}"
}
