//! The rules that hold in every file: bytes, front matter, references, chips, headings, links, translations.

use super::problem::{faults, nearest};

faults! {
    /// What can be wrong with a file before its format is known.
    FileFault:
    NotUtf8 {} Error "not-utf8"
        en "the file is not UTF-8 from here on" "save the file as UTF-8"
        zh "从这里起不是 UTF-8 编码" "请把文件另存为 UTF-8"
    TooLarge { kib: usize } Error "too-large"
        en "the file has {kib} KiB; at most 512 KiB are accepted" "split it, or make its pictures files of their own"
        zh "文件有 {kib} KiB，上限是 512 KiB" "请拆成几个文件"
    ControlCharacter { code: String } Error "control-character"
        en "the control character {code} is not allowed" "delete it; it often comes with text copied from elsewhere"
        zh "不允许出现控制字符 {code}" "请删除它；这类字符常随复制粘贴而来"
    UnknownStandard { id: String, hint_en: String, hint_zh: String } Error "unknown-standard"
        en "standards.md has no `{id}`" "{hint_en}"
        zh "standards.md 里没有“{id}”" "{hint_zh}"
    Misplaced { } Error "misplaced"
        en "a content file cannot stand here" "move it into the folder of its format, or name it README.md"
        zh "这里不能放内容文件" "请移到对应格式的文件夹，或改名为 README.md"
    WrongFolder { format: String, folder: String } Error "wrong-folder"
        en "`{format}` cannot stand here" "files of this format stand in `{folder}`"
        zh "“{format}”不能放在这里" "这种格式的文件放在“{folder}”"
    BadFileName { name: String } Error "bad-file-name"
        en "`{name}` cannot be an id" "use lower-case ASCII letters, digits and hyphens in file and folder names"
        zh "“{name}”不能用作编号" "文件名和文件夹名只用小写英文字母、数字和连字符"
    MissingFile { path: String } Error "missing-file"
        en "the folder has no {path}" "create it; see the content formats"
        zh "文件夹里没有 {path}" "请创建它，写法见内容格式说明"
}

faults! {
    /// What can be wrong with front matter and its values.
    FrontFault:
    Missing {} Error "no-front-matter"
        en "the file does not begin with front matter" "begin it with a line `---`, then `format: …`, and end it with `---`"
        zh "文件开头没有文件头" "第一行写 `---`，接着写 `format: …`，再用 `---` 结束"
    Unterminated {} Error "unterminated-front-matter"
        en "the front matter does not end" "close it with a line `---`"
        zh "文件头没有结束" "请用单独一行 `---` 结束"
    Yaml { info: String } Error "yaml"
        en "the front matter cannot be read: {info}" "check indentation, colons and quotes on this line"
        zh "文件头从这里起无法读取" "请检查这一行和上一行的缩进、冒号、引号和括号（{info}）"
    WideColon { key: String } Error "wide-colon"
        en "the colon behind `{key}` is a full-width one" "write `{key}: …` with an ASCII colon and a space"
        zh "“{key}”后面的冒号是全角的" "请写成 `{key}: …`，用半角冒号加空格"
    Tab {} Error "tab"
        en "a tab cannot indent a line of front matter" "indent with spaces"
        zh "文件头不能用制表符缩进" "请改用空格"
    Forbidden { what_en: &'static str, what_zh: &'static str } Error "yaml-feature"
        en "{what_en} are not allowed in front matter" "write the value out"
        zh "文件头里不允许使用{what_zh}" "请直接写出值"
    DuplicateKey { key: String } Error "duplicate-key"
        en "`{key}` stands here twice" "keep one of them"
        zh "“{key}”出现了两次" "请只保留一个"
    UnknownKey { key: String, hint_en: String, hint_zh: String } Error "unknown-key"
        en "unknown key `{key}`" "{hint_en}"
        zh "不认识的键“{key}”" "{hint_zh}"
    MissingKey { key: String } Error "missing-key"
        en "`{key}` is missing" "add a line `{key}: …`"
        zh "缺少“{key}”" "请加一行 `{key}: …`"
    FormatFirst {} Error "format-first"
        en "`format` must come first" "move the line `format: …` to the top"
        zh "`format` 必须放在最前面" "请把 `format: …` 移到第一行"
    UnknownFormat { format: String, hint_en: String, hint_zh: String } Error "unknown-format"
        en "unknown format `{format}`" "{hint_en}"
        zh "不认识的格式“{format}”" "{hint_zh}"
    WrongValue { key: String, want_en: String, want_zh: String } Error "wrong-value"
        en "`{key}` must be {want_en}" ""
        zh "“{key}”必须是{want_zh}" ""
    NoWeight {} Error "no-weight"
        en "nothing here has a weight over 0" "give at least one a weight over 0"
        zh "这里没有一项的权重大于 0" "请至少给一项大于 0 的权重"
    UnknownWord { key: String, word: String, known: String } Error "unknown-word"
        en "`{key}` cannot be `{word}`" "possible: {known}"
        zh "“{key}”不能是“{word}”" "可以用：{known}"
}

faults! {
    /// What can be wrong in any body.
    BodyFault:
    RawHtml {} Warning "raw-html"
        en "raw HTML shows as text" "use Markdown instead"
        zh "HTML 会原样显示为文字" "请改用 Markdown"
    TooDeep {} Error "too-deep"
        en "quotes and lists nest too deep here" "use at most thirty levels"
        zh "这里的引用或列表嵌套过深" "请不要超过三十层"
    BadLink { target: String } Error "bad-link"
        en "a link cannot lead to `{target}`" "allowed: http, https, mailto, and relative links to files of this folder"
        zh "链接不能指向“{target}”" "可以用：http、https、mailto，以及指向本文件夹内文件的相对链接"
    DeadLink { target: String } Error "dead-link"
        en "there is no file `{target}`" "check the path; it is relative to this file, named as in the default language"
        zh "没有文件“{target}”" "请检查路径：相对于本文件，用默认语言的文件名"
    BoldColon {} Warning "bold-colon"
        en "a colon inside bold before Chinese text keeps the bold from closing" "put the colon behind the stars: `**姓名**：`"
        zh "粗体里的冒号后面紧跟文字，粗体不会结束" "请把冒号移到星号外面：`**姓名**：`"
    BadId { id: String } Error "bad-id"
        en "`{id}` cannot be an id" "use lower-case ASCII letters, digits and hyphens"
        zh "“{id}”不能用作编号" "只用小写英文字母、数字和连字符"
    DuplicateId { id: String } Error "duplicate-id"
        en "`{id}` stands in this file twice" "give each its own id"
        zh "“{id}”在本文件里出现了两次" "请各用各的编号"
    UnknownChip { chip: String, hint_en: String, hint_zh: String } Error "unknown-chip"
        en "unknown chip `{chip}`" "{hint_en}"
        zh "不认识的标记“{chip}”" "{hint_zh}"
    DuplicateChip { chip: String } Error "duplicate-chip"
        en "`{chip}` is said twice" "keep one of them"
        zh "“{chip}”写了两次" "请只保留一个"
    UnknownReference { kind_en: &'static str, kind_zh: &'static str, id: String, hint_en: String, hint_zh: String }
        Error "unknown-reference"
        en "there is no {kind_en} `{id}`" "{hint_en}"
        zh "没有这个{kind_zh}：“{id}”" "{hint_zh}"
    Stray { where_en: &'static str, where_zh: &'static str } Error "stray-text"
        en "this text stands outside {where_en}" "move it, or delete it"
        zh "这段文字在{where_zh}之外" "请移到合适的位置，或删除"
}

faults! {
    /// What can be wrong with a translation.
    TranslationFault:
    Missing { lang: String } Note "missing-translation"
        en "there is no translation into {lang}; readers see this file with a notice" ""
        zh "还没有 {lang} 译文；读者会看到本文件和一条提示" ""
    NoDefault { file: String } Error "translation-without-default"
        en "the file this translates, {file}, does not exist" "write the default language first, or delete this file"
        zh "没有与这份译文对应的原文 {file}" "请先写默认语言的文件，或删除本文件"
    UnknownLanguage { lang: String, known: String } Error "unknown-language"
        en "`{lang}` is not a language of this site" "site.md lists: {known}"
        zh "“{lang}”不是本站的语言" "site.md 里列出的有：{known}"
    MissingText { key: String } Note "missing-text"
        en "`{key}` is not translated; readers see the default file's" "add a line `{key}: …`"
        zh "“{key}”没有译文；读者会看到原文的" "请加一行 `{key}: …`"
    Behaviour { key: String } Error "behaviour-in-translation"
        en "`{key}` is behaviour and is written in the default file only" "delete it here"
        zh "“{key}”属于规则，只写在默认语言的文件里" "请在这里删除"
    Differs { what_en: String, what_zh: String } Error "translation-differs"
        en "the translation differs from the default file: {what_en}" "make both files the same but for the wording"
        zh "译文与原文不一致：{what_zh}" "除了文字，两份文件必须一致"
}

impl FileFault {
    pub(crate) fn unknown_standard<'a>(id: &str, known: impl IntoIterator<Item = &'a String>) -> Self {
        let (hint_en, hint_zh) = hint(id, known.into_iter().map(String::as_str));
        Self::UnknownStandard {
            id: id.to_owned(),
            hint_en,
            hint_zh,
        }
    }
}

/// "Did you mean …?" in both languages; empty when nothing known is near.
pub(crate) fn hint<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> (String, String) {
    nearest(word, known).map_or_else(Default::default, |near| {
        (format!("did you mean `{near}`?"), format!("是否想写“{near}”？"))
    })
}
