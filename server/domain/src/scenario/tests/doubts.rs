//! One mistake is reported once, and hides no other: what may rest on it is left open, everything else is judged.

use super::{EXAMPLE, SMALL, small, wrong};
use insta::assert_snapshot;

/// The small scenario with one text replaced, and tests below it.
fn tested(old: &str, new: &str, tests: &str) -> String {
    format!("{}\n## Tests\n\n{tests}", small(old, new))
}

/// A scenario in which a choice depends on a variable that other choices change.
const ASKING: &str = "---
format: scenario/1
title: x
start: a
pass: 0
criteria:
  care: { title: x, weight: 1, max: 1 }
vars:
  anger: { min: 0, max: 3, start: 1 }
---

## a

- [我马上帮您查一下，请稍等。](#b) `anger -1`
  > x
- [不行。](#b) `anger +1`
  > x

## b

- [您别急，我这就为您处理好。](#z) `if anger >= 2` `care +1`
- [等等。](#z) `if anger <= 0`
  > x

## z

**End:** pass

## Tests

- a 1, b 2 → 0 pass
- a 2, b 1 → 100 pass
";

fn asking(old: &str, new: &str) -> String {
    assert_eq!(ASKING.matches(old).count(), 1, "{old} occurs once");
    wrong(&ASKING.replace(old, new))
}

#[test]
fn an_unreadable_chip_hides_no_other_mistake() {
    // With `mod +1` read as `mood +1`, nothing changes for the maximum, the tests and the node nobody reaches.
    let text = tested(
        "(#b) `mood +2`",
        "(#b) `mod +1`",
        "- a 1, b 2 → 99 pass\n- a 2, b 1 → pass\n",
    )
    .replace("max: 2", "max: 9")
    .replace("\n## Tests", "\n## lost\n\n**End:** fail\n\n## Tests");
    assert_snapshot!(wrong(&text), @"
    7:38 max-not-reached: no path earns 9 points of `care`; the best earns 2
    17:22 undeclared: `mod` is neither a criterion nor a variable
    32:4 unreachable: nothing reaches the node `lost`
    38:3 test-failed: what comes of it is 22.222 fail, not 99 pass
    ");
}

#[test]
fn points_that_cannot_be_read_bound_what_can_be_earned() {
    // `caer +1` is at most another point of `care`: two more would be needed.
    let misspelt = |max: &str| wrong(&small("`mood +2`", "`caer +1`").replace("max: 2", max));
    assert_snapshot!(misspelt("max: 2"), @"17:22 undeclared: `caer` is neither a criterion nor a variable");
    assert_snapshot!(misspelt("max: 4"), @"
    7:38 max-not-reached: no path earns 4 points of `care`; the best earns 2
    17:22 undeclared: `caer` is neither a criterion nor a variable
    ");
    // Nobody can say how many points `care +l` is.
    assert_snapshot!(wrong(&small("`mood +2`", "`care +l`").replace("max: 2", "max: 9")), @"17:22 bad-chip: `care +l` cannot be read");
}

#[test]
fn a_misspelt_target_hides_no_other_mistake() {
    let text = tested(
        "](#b) `mood +2`",
        "](#zzzz)",
        "- a 1, b 2 → 50 fail\n- a 2 → pass\n",
    )
    .replace("max: 2", "max: 3");
    assert_snapshot!(wrong(&text), @"
    7:38 max-not-reached: no path earns 3 points of `care`; the best earns 2
    17:3 unknown-target: there is no node `zzzz`
    34:3 test-failed: what comes of it is 66.667 pass, not 50 fail
    ");
    let two = small(
        "  care: { title: 关怀, weight: 1, max: 2 }",
        "  care: { title: 关怀, weight: 1, max: 2 }\n  speed: { title: 快, weight: 1, max: 1 }",
    );
    let two = two.replace(
        "- [您好，请讲。]",
        "- [好。](#nowhere)\n  > x\n- [我先帮您查一查。](#b) `speed +1`\n- [您好，请讲。]",
    );
    assert_snapshot!(wrong(&two), @"
    ? 6:1 no-path-to-100: no path reaches 100: the maxima lie on different paths
    17:3 unknown-target: there is no node `nowhere`
    ");
}

#[test]
fn a_variable_that_cannot_be_read_has_any_value() {
    assert_snapshot!(asking("start: 1", "start: x"), @"9:35 wrong-value: `start` must be a whole number from 0 to 3");
    assert_snapshot!(asking("min: 0", "min: 5"), @"9:25 wrong-value: `max` must be a whole number from 5 to 1000000");
    assert_snapshot!(asking("anger -1", "angr -1"), @"14:23 undeclared: `angr` is neither a criterion nor a variable");
    assert_snapshot!(asking("if anger <= 0", "if angre <= 0"), @"22:13 undeclared: there is no variable `angre`");
    assert_snapshot!(asking("start: 1", "begin: 1"), @"9:28 unknown-key: unknown key `begin`");
    // What is wrong whatever the variable is, is still said.
    assert_snapshot!(asking("start: 1", "start: x").lines().count(), @"1");
    let text = ASKING.replace("start: 1", "start: x").replace("max: 1", "max: 2");
    assert_snapshot!(wrong(&text), @"
    7:37 max-not-reached: no path earns 2 points of `care`; the best earns 1
    9:35 wrong-value: `start` must be a whole number from 0 to 3
    ");
}

#[test]
fn a_choice_that_is_no_link_keeps_its_number() {
    let text = tested(
        "[您好，请讲。](#b) `care +1`",
        "您好，请讲。",
        "- a 2, b 2 → 99 fail\n- a 1, b 2 → 100 pass\n",
    );
    assert_snapshot!(wrong(&text), @"
    16:1 choice-without-link: a choice must be a link
    34:3 test-failed: what comes of it is 50 fail, not 99 fail
    ");
    assert_snapshot!(wrong(&small("[你自己找。](#z)", "[你自己找。](https://example.org)")), @"
    24:3 bad-target: `https://example.org` does not lead to a node
    ");
}

#[test]
fn an_unreadable_way_on_explains_the_nodes_behind_it() {
    let chain = |way: &str| {
        let text = format!("\n## b\n\n{way}\n\n## c\n\n[继续](#d)\n\n## d\n\n**End:** pass\n");
        let (front, _) = SMALL.split_once("\n## b").unwrap_or_default();
        wrong(&format!("{}{text}", front.replace("max: 2", "max: 1")))
    };
    assert_snapshot!(chain("```reply\nto: #c\n```"), @"");
    assert_snapshot!(chain("```reply\nto: #nope\n```"), @"23:5 unknown-target: there is no node `nope`");
    assert_snapshot!(chain("```reply\nmax: 9\n```"), @"22:1 missing-key: `to` is missing");
    assert_snapshot!(chain("```reply\n```"), @"22:1 missing-key: `to` is missing");
    assert_snapshot!(chain("```reply\ntoo: #c\n```"), @"23:1 unknown-key: unknown key `too`");
    assert_snapshot!(chain("就这样。"), @"20:4 no-way-out: the node has no way out");
    assert_snapshot!(chain("- 甲\n- 乙"), @"
    22:1 choice-without-link: a choice must be a link
    23:1 choice-without-link: a choice must be a link
    ");
    // Another node that nothing reaches is another mistake.
    assert_snapshot!(chain("```reply\nto: #nope\n```\n\n## lost\n\n**End:** fail\n\n## lost-too\n\n**End:** fail"), @"
    23:5 unknown-target: there is no node `nope`
    30:4 unreachable: nothing reaches the node `lost-too`
    34:4 unreachable: nothing reaches the node `c`
    38:4 unreachable: nothing reaches the node `d`
    ");
}

#[test]
fn without_a_start_no_test_is_run() {
    for start in ["start:\n", "start: [a]\n", ""] {
        let text = tested("start: a\n", start, "- a 1, b 2 → 99 fail\n");
        assert_eq!(wrong(&text).lines().count(), 1, "{start}: {}", wrong(&text));
    }
}

#[test]
fn without_a_list_of_criteria_nobody_can_say_which_there_are() {
    let list = "criteria:\n  care: { title: 关怀, weight: 1, max: 2 }\n";
    for (instead, said) in [
        (
            "criteria: [care]\n",
            "6:11 wrong-value: `criteria` must be a map of `key: value`",
        ),
        (
            "criteria: {}\n",
            "6:1 no-weight: nothing here has a weight over 0",
        ),
    ] {
        assert_eq!(wrong(&tested(list, instead, "- a 1, b 2 → 100 pass\n")), said);
    }
}

#[test]
fn what_rests_on_an_unreadable_line_is_left_open() {
    let example = |old: &str, new: &str| {
        assert_eq!(EXAMPLE.matches(old).count(), 1, "{old} occurs once");
        wrong(&EXAMPLE.replace(old, new))
    };
    let anchored = |rate: &str| example("rate: empathy 0..1", &format!("{rate}\nanchor: empathy 1 x"));
    assert_snapshot!(anchored("rote: empathy 0..1"), @"48:1 unknown-key: unknown key `rote`");
    assert_snapshot!(anchored("rate：empathy 0..1"), @"48:1 reply-line: a line of a reply block is `key: value`");
    assert_snapshot!(example("title: 共情, weight: 50", "title: 共情, wieght: 50"), @"8:25 unknown-key: unknown key `wieght`");
    let left = |chip: &str| {
        let text = small("## b\n", &format!("## b\n{chip}\n"));
        wrong(&format!("{text}\n## left\n\n**End:** fail\n"))
    };
    assert_snapshot!(left("`within 9s else #left`"), @"");
    assert_snapshot!(left("`within9s else #left`"), @"21:1 bad-chip: `within9s else #left` cannot be read");
    assert_snapshot!(left("`witin 9s else #left`"), @"21:1 unknown-chip: unknown chip `witin 9s else #left`");
}

#[test]
fn a_list_behind_the_way_out_may_be_more_choices() {
    let text = tested("- [我用", "> 推给了客户。\n\n- [我用", "- a 1, b 2 → 100 pass\n")
        .replace("  > 推给了客户。\n", "");
    assert_snapshot!(wrong(&text), @"25:1 behind-way-out: the node has ended above");
}

#[test]
fn what_is_said_twice_counts_once() {
    assert_snapshot!(wrong(&small("](#z) `care +1`", "](#z) `care +1` `care +1`")), @"26:32 duplicate-chip: `care +1` is said twice");
    let twice = "max: 2 }\n  care: { title: 关怀, weight: 1, max: 1 }";
    assert_snapshot!(wrong(&small("max: 2 }", twice)), @"8:3 duplicate-key: `care` stands here twice");
    let named = |id: &str| wrong(&SMALL.replace("care", id));
    assert_snapshot!(named("Care_X"), @"7:3 bad-id: `Care_X` cannot be an id");
    assert_snapshot!(named("within"), @"");
}

#[test]
fn the_best_choice_is_not_told_where_points_cannot_be_read() {
    let text = small("您好，请讲。", "您好，请讲，我在听，您可以慢慢说清楚。");
    assert!(wrong(&text).contains("best-always-longest"), "{}", wrong(&text));
    assert_snapshot!(wrong(&text.replace("`mood +2`", "`caer +2`")), @"17:22 undeclared: `caer` is neither a criterion nor a variable");
}

#[test]
fn an_alias_is_no_wrong_value_besides() {
    let text = small("title: 新场景", "title: &t 新场景\nchannel: *t");
    assert_snapshot!(wrong(&text), @"
    3:8 yaml-feature: anchors are not allowed in front matter
    4:10 yaml-feature: aliases are not allowed in front matter
    ");
}

#[test]
fn a_path_to_a_pass_must_be_there_to_be_critical() {
    assert_snapshot!(wrong(&small("**End:** pass", "**End:** fail")), @"");
}
