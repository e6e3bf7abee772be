//! What is wrong is said where it is: each case changes the small scenario, which has no mistake.

use super::super::model::Exit;
use super::{EXAMPLE, SMALL, check, small, sound, wrong};
use crate::content::problem::Severity;
use crate::lang::Text;
use insta::assert_snapshot;
use proptest::prelude::*;

#[test]
fn both_clean_scenarios_have_no_mistake() {
    sound(SMALL);
    sound(EXAMPLE);
}

#[test]
fn front_matter() {
    assert_snapshot!(wrong(&small("start: a", "start: c")), @"4:8 unknown-target: there is no node `c`");
    assert_snapshot!(wrong(&small("start: a\n", "")), @"2:1 no-start: `start` is missing");
    assert_snapshot!(wrong(&small("weight: 1", "weight: 0")), @"6:1 no-weight: nothing here has a weight over 0");
    assert_snapshot!(wrong(&small(", max: 2", "")), @"7:9 missing-key: `max` is missing");
    assert_snapshot!(wrong(&small("max: 2", "max: 0")), @"7:38 wrong-value: `max` must be a whole number from 1 to 1000000");
    assert_snapshot!(wrong(&small("start: 1", "start: 4")), @"9:34 wrong-value: `start` must be a whole number from 0 to 3");
    assert_snapshot!(wrong(&small("max: 3", "max: -1")), @"9:24 wrong-value: `max` must be a whole number from 0 to 1000000");
    assert_snapshot!(wrong(&small("pass: 60", "pass: 60%")), @"5:7 wrong-value: `pass` must be a number from 0 to 100");
    let both = small("  mood:", "  care:").replace("`mood +2`", "");
    assert_snapshot!(wrong(&both), @"9:3 declared-twice: `care` is a criterion and a variable");
}

#[test]
fn everything_but_format_title_and_start_may_be_left_out() {
    let text = "---\nformat: scenario/1\ntitle: x\nstart: a\n---\n\n## a\n\n- [好。](#z)\n  > 短。\n\n## z\n\n**End:** pass\n";
    let scenario = sound(text);
    assert_eq!(
        (scenario.pass.rounded(), scenario.channel, scenario.criteria.len()),
        (80, None, 0)
    );
}

#[test]
fn too_fine_maxima_are_refused() {
    let primes = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919];
    let criteria: String = primes
        .iter()
        .map(|p| format!("  c{p}: {{ title: x, weight: 1, max: {p} }}\n"))
        .collect();
    let text = small(
        "  care: { title: 关怀, weight: 1, max: 2 }\n",
        &format!("  care: {{ title: x, weight: 1, max: 2 }}\n{criteria}"),
    );
    assert!(
        wrong(&text).starts_with("7:3 maxima-too-fine"),
        "{}",
        wrong(&text)
    );
}

#[test]
fn choices_and_their_chips() {
    let choice = |new: &str| wrong(&small("[你自己找。](#z)", new));
    assert_snapshot!(choice("[你自己找。](#y)"), @"24:3 unknown-target: there is no node `y`");
    assert_snapshot!(choice("[你自己找。](z)"), @"24:3 bad-target: `z` does not lead to a node");
    assert_snapshot!(choice("[](#z)"), @"24:3 empty-choice: the link has no text");
    assert_snapshot!(choice("你自己找。"), @"24:1 choice-without-link: a choice must be a link");
    assert_snapshot!(choice("[你自己找。](#z) 真的"), @"24:14 text-behind-choice: behind a choice's link only chips can stand");
    assert_snapshot!(choice("[你自己找。](#z) `care`"), @"24:15 bad-chip: `care` cannot be read");
    assert_snapshot!(choice("[你自己找。](#z) `care -1`"), @"24:15 bad-chip: `care -1` cannot be read");
    assert_snapshot!(choice("[你自己找。](#z) `mood 1`"), @"24:15 bad-chip: `mood 1` cannot be read");
    assert_snapshot!(choice("[你自己找。](#z) `mod +1`"), @"24:15 undeclared: `mod` is neither a criterion nor a variable");
    assert_snapshot!(choice("[你自己找。](#z) `if mood > 1`"), @"24:15 bad-chip: `if mood > 1` cannot be read");
    assert_snapshot!(choice("[你自己找。](#z) `if care >= 1`"), @"24:15 undeclared: there is no variable `care`");
    assert_snapshot!(choice("[你自己找。](#z) `critical staff`"), @"24:15 bad-chip: `critical staff` cannot be read");
    assert_snapshot!(choice("[你自己找。](#z) `mood +1` `mood -1`"), @"24:25 duplicate-chip: `mood -1` is said twice");
    assert_snapshot!(
        choice("[你自己找。](#z) `critical customer` `critical customer`"),
        @"24:35 duplicate-chip: `critical customer` is said twice"
    );
    assert_snapshot!(choice("[你自己找。](#z) `urgent`"), @"24:15 unknown-chip: unknown chip `urgent`");
    assert_snapshot!(choice("[你自己找。](#z) `if mood >= 1` `if mood <= 2` `critical customer` `critical business`"), @"");
    let below = small("  > 推给了客户。", "  推给了客户。\n\n  ```\n  x\n  ```");
    assert_snapshot!(wrong(&below), @"
    25:3 text-behind-choice: behind a choice's link only chips can stand
    27:3 stray-text: this text stands outside the choice and its feedback
    ");
}

#[test]
fn ways_out_and_time() {
    let end = |new: &str| wrong(&small("**End:** pass", new));
    assert_snapshot!(end("**End**: pass"), @"");
    assert_snapshot!(end("**End:** win"), @"30:1 bad-end: an end cannot be `win`");
    assert_snapshot!(end("结束。"), @"28:4 no-way-out: the node has no way out");
    assert_snapshot!(end("**End:** pass\n\n再见。"), @"32:1 behind-way-out: the node has ended above");
    assert_snapshot!(end("[再来](#b)"), @"
    12:4 no-end: from the node `a` no end can be reached
    20:4 no-end: from the node `b` no end can be reached
    26:22 scores-in-cycle: `care` is earned inside a cycle, so again and again
    28:4 no-end: from the node `z` no end can be reached
    ");
    let within = |chip: &str| wrong(&small("## b\n", &format!("## b\n{chip}\n")));
    assert_snapshot!(within("`within 30`"), @"21:1 bad-chip: `within 30` cannot be read");
    assert_snapshot!(within("`within 30s else z`"), @"21:1 bad-chip: `within 30s else z` cannot be read");
    assert_snapshot!(within("`within 30s else #y`"), @"21:1 unknown-target: there is no node `y`");
    assert_snapshot!(within("`within 30s` `within 1min`"), @"21:14 duplicate-chip: `within 1min` is said twice");
    assert_snapshot!(within("`soon`"), @"21:1 unknown-chip: unknown chip `soon`");
    assert_snapshot!(wrong(&small("## z\n", "## z\n`within 30s`\n")), @"? 29:1 timed-end: there is nothing to answer at an end");
}

#[test]
fn a_list_in_the_text_is_no_list_of_choices() {
    let scenario = sound(&small("> **客户**：我的包裹丢了。\n", "他要：\n\n* 快\n* 准\n"));
    assert_eq!(
        scenario.nodes[1].body.default(),
        "<p>他要：</p><ul><li>快</li><li>准</li></ul>"
    );
}

#[test]
fn reply_blocks() {
    let reply = |old: &str, new: &str| {
        assert_eq!(EXAMPLE.matches(old).count(), 1);
        wrong(&EXAMPLE.replace(old, new))
    };
    assert_snapshot!(reply("to: #closing", "to: closing"), @"45:5 bad-target: `closing` does not lead to a node");
    assert_snapshot!(reply("max: 400", "max：400"), @"49:1 reply-line: a line of a reply block is `key: value`");
    assert_snapshot!(reply("max: 400", "mux: 400"), @"49:1 unknown-key: unknown key `mux`");
    assert_snapshot!(reply("max: 400", "to: #open"), @"49:1 duplicate-key: `to` stands here twice");
    assert_snapshot!(reply("max: 400", "max: 0"), @"49:6 wrong-value: `max` must be a whole number from 1 to 1000000");
    assert_snapshot!(reply("抱歉|对不起", "抱歉||对不起"), @"46:10 empty-words: there are no words here to look for");
    assert_snapshot!(reply("ban: @forbidden", "ban: @"), @"47:6 empty-words: there are no words here to look for");
    assert_snapshot!(reply("rate: empathy 0..1", "rate: empathy 0..1, process 1"), @"48:21 bad-rate: `process 1` cannot be read");
    assert_snapshot!(
        reply("rate: empathy 0..1", "rate: empathy 0..1, empathy 0..1"),
        @"48:21 duplicate-key: `empathy` stands here twice"
    );
    assert_snapshot!(
        reply("rate: empathy 0..1", "rate: emphaty 0..1").lines().next().unwrap_or(""),
        @"48:7 undeclared: there is no criterion `emphaty`"
    );
}

#[test]
fn anchors_and_guides() {
    let reply = |new: &str| EXAMPLE.replace("rate: empathy 0..1", &format!("{new}\nrate: empathy 0..1"));
    let wrong = |new: &str| super::wrong(&reply(new));
    let written =
        "anchor: empathy 1 为久等道歉，不认没查清的错\nanchor: empathy 0 没有道歉\nguide: 两种道歉分开看";
    let scenario = sound(&reply(written));
    let Exit::Reply(block) = &scenario.nodes[2].exit else {
        panic!("a reply")
    };
    let anchors: Vec<_> = block
        .anchors
        .iter()
        .map(|anchor| (anchor.criterion, anchor.level, anchor.text.default()))
        .collect();
    assert_eq!(
        anchors,
        [(0, 0, "没有道歉"), (0, 1, "为久等道歉，不认没查清的错")]
    );
    assert_eq!(block.guide.as_ref().map(Text::default), Some("两种道歉分开看"));
    assert_snapshot!(wrong("anchor: emphaty 1 x").lines().next().unwrap_or(""), @"48:9 undeclared: there is no criterion `emphaty`");
    assert_snapshot!(wrong("anchor: process 1 x"), @"48:9 anchor-without-rate: `rate` of this reply does not have `process`");
    assert_snapshot!(wrong("anchor: empathy 2 x"), @"48:17 anchor-level: `empathy` has the levels 0 to 1 here");
    assert_snapshot!(wrong("anchor: empathy x y"), @"48:9 bad-anchor: the anchor `empathy x y` cannot be read");
    assert_snapshot!(wrong("anchor: empathy 1"), @"48:9 bad-anchor: the anchor `empathy 1` cannot be read");
    assert_snapshot!(wrong("anchor:"), @"48:8 bad-anchor: the anchor `` cannot be read");
    assert_snapshot!(
        wrong("anchor: empathy 1 x\nanchor: empathy 1 y"),
        @"49:9 duplicate-key: `anchor empathy 1` stands here twice"
    );
    assert_snapshot!(wrong("guide:"), @"48:7 empty-guide: there is nothing here for raters");
    assert_snapshot!(wrong("guide: x\nguide: y"), @"49:1 duplicate-key: `guide` stands here twice");
    let without_rate = EXAMPLE.replace("rate: empathy 0..1", "anchor: empathy 0 x");
    assert!(super::wrong(&without_rate).contains("48:9 anchor-without-rate"));
}

#[test]
fn proofs() {
    assert_snapshot!(wrong(&small("max: 2", "max: 3")), @"7:38 max-not-reached: no path earns 3 points of `care`; the best earns 2");
    assert_snapshot!(
        wrong(&small("max: 2", "max: 1")),
        @"7:38 max-exceeded: some path earns 2 points of `care`, more than its maximum 1"
    );
    assert_snapshot!(wrong(&format!("{SMALL}\n## lost\n\n**End:** fail\n")), @"32:4 unreachable: nothing reaches the node `lost`");
    let hidden = small("[你自己找。](#z)", "[你自己找。](#z) `if mood <= 1`")
        .replace("(#z) `care +1`", "(#z) `if mood <= 2` `care +1`");
    assert_snapshot!(wrong(&hidden), @"20:4 all-hidden: when mood = 3, every choice of this node is hidden: a → 2 → b");
    let never = small("[你自己找。](#z)", "[你自己找。](#z) `if mood <= 0`");
    assert_snapshot!(wrong(&never), @"? 24:3 never-shown: this choice is never shown: its condition never holds");
    assert_snapshot!(
        wrong(&small("[你自己找。](#z)", "[你自己找。](#b) `care +1`")),
        @"24:15 scores-in-cycle: `care` is earned inside a cycle, so again and again"
    );
    let trapped = small("[你自己找。](#z)", "[你自己找。](#b)")
        .replace("(#z) `care +1`", "(#z) `if mood <= 1` `care +1`");
    assert_snapshot!(wrong(&trapped), @"20:4 no-end: from the node `b` no end can be reached when mood = 3: a → 2 → b");
    let critical = small("(#z)\n", "(#z) `critical customer`\n")
        .replace("(#z) `care +1`", "(#z) `care +1` `critical business`");
    assert_snapshot!(wrong(&critical), @"? 4:8 every-path-critical: no path to a pass is without a critical error");
    let rude = small("我用您的电话号码帮您查。", "不归我管，您可能不知道。");
    assert_snapshot!(wrong(&rude), @"? 26:3 forbidden-phrase: a choice that scores says the forbidden phrase “不归我管”");
}

#[test]
fn a_bounded_loop_may_score() {
    // Each round costs patience, so the loop ends, and the maximum counts its rounds.
    let text = small(
        "[你自己找。](#z)",
        "[请再说一遍。](#b) `if mood <= 2` `mood +1` `care +1`",
    )
    .replace("max: 2", "max: 4");
    assert_snapshot!(wrong(&text), @"");
}

#[test]
fn what_could_not_be_read_does_not_make_other_mistakes() {
    // `care +l` might have scored, so nothing is said of the maximum; what is too much is too much all the same.
    assert_snapshot!(wrong(&small("(#z) `care +1`", "(#z) `care +l`")), @"26:22 bad-chip: `care +l` cannot be read");
    let misspelt = small("](#b) `care", "](#z-node) `care").replace("](#b) `mood", "](#bb) `mood");
    assert_snapshot!(wrong(&misspelt), @"
    16:3 unknown-target: there is no node `z-node`
    17:3 unknown-target: there is no node `bb`
    ");
}

#[test]
fn two_thousand_nodes_are_proved() {
    let criterion = "criteria:\n  care: { title: x, weight: 1, max: 1000 }\n";
    let var = "vars:\n  mood: { min: 0, max: 9, start: 5 }\n";
    let mut text = format!("---\nformat: scenario/1\ntitle: x\nstart: n0\n{criterion}{var}---\n");
    for node in 0..2000 {
        let (next, skip) = (node + 1, (node + 2).min(2000));
        let chip = if node % 2 == 0 { " `care +1`" } else { " `mood +1`" };
        text.push_str(&format!(
            "\n## n{node}\n\n- [短](#n{skip}) `mood -1`\n  > a\n- [长一点](#n{next}){chip}\n  > b\n"
        ));
    }
    text.push_str("\n## n2000\n\n**End:** pass\n");
    let (scenario, problems) = check(&text);
    assert_eq!(scenario.map(|scenario| scenario.nodes.len()), Some(2001));
    assert!(
        problems.iter().all(|problem| problem.severity != Severity::Error),
        "{problems:#?}"
    );
}

const PIECES: [&str; 24] = [
    "## ",
    "## Tests\n\n",
    "- ",
    "[a](#b)",
    "](#",
    " `care +1`",
    " `if mood >= 1`",
    "`within 1s else #a`",
    "\n```reply\nto: #z\n",
    "```\n",
    "rate: care 0..2\n",
    "must: @x|\n",
    "**End:** pass",
    "\n\n",
    "  > ",
    "→ 5 pass",
    "\"",
    "“",
    "+99999999999",
    "critical ",
    "：",
    "\u{301}",
    "| a |\n|---|\n",
    "a 1, ",
];

proptest! {
    #[test]
    fn any_change_of_a_valid_file_is_answered(
        from in 0..1000_usize, length in 0..60_usize, piece in proptest::sample::select(&PIECES[..]), example in any::<bool>(),
    ) {
        let text: Vec<char> = if example { EXAMPLE } else { SMALL }.chars().collect();
        let from = from * text.len() / 1000;
        let to = (from + length).min(text.len());
        let changed: String = text[..from].iter().copied().chain(piece.chars()).chain(text[to..].iter().copied()).collect();
        for problem in check(&changed).1 {
            prop_assert!(problem.line >= 1 && changed.get(problem.span.clone()).is_some(), "{problem:?}");
        }
    }

    #[test]
    fn any_body_is_answered(body in "\\PC{0,60}", pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..20)) {
        let front = SMALL.split("## a").next().unwrap_or("");
        check(&format!("{front}{body}\n{}", pieces.concat()));
    }
}
