//! Slips in the marks of a file: each is said where it was made, and the rest of the file is read as it is meant.

use super::super::faults::ProofFault;
use super::super::prove::Proof;
use super::super::read;
use super::{EXAMPLE, SMALL, check, small, with_doc, wrong};
use crate::content::problem::Fault;
use crate::lang::Lang;
use insta::assert_snapshot;

fn example(old: &str, new: &str) -> String {
    assert_eq!(EXAMPLE.matches(old).count(), 1, "{old} occurs once");
    EXAMPLE.replace(old, new)
}

/// What is said how to mend a file.
fn help(text: &str) -> String {
    let helps = check(text).1.into_iter().filter_map(|problem| problem.help);
    helps.map(|help| help.en).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_reply_block_that_does_not_end_swallows_nothing() {
    assert_snapshot!(wrong(&example("max: 400\n```", "max: 400")), @"44:1 open-reply: the reply block does not end");
    assert_snapshot!(wrong(&example("max: 400\n```", "max: 400\n~~~")), @"44:1 open-reply: the reply block does not end");
    // The fence that closes another block further down is not its own.
    let two = example("max: 400\n```", "max: 400").replace(
        "- [感谢您的理解，有结果我马上联系您。](#thanks) `process +1`\n- [好。](#thanks)\n  > 可以更完整地结束：下一步、时间、致谢。",
        "```reply\nto: #thanks\nrate: process 0..1\n```",
    );
    let two = two.replace(", closing 1 →", ", closing \"好\" process 1 →");
    assert_snapshot!(wrong(&two), @"44:1 open-reply: the reply block does not end");
    let more = example("max: 400\n```", "max: 400").replace("[好。](#thanks)", "[好。](#thank)");
    assert_snapshot!(wrong(&more), @"
    44:1 open-reply: the reply block does not end
    56:3 unknown-target: there is no node `thank`
    ");
}

#[test]
fn a_block_that_is_not_marked_as_a_reply_is_told_to_be() {
    for fence in ["```Reply\n", "```\n", "```yaml\n"] {
        let said = wrong(&example("```reply\n", fence));
        assert_eq!(
            said, "44:1 unmarked-reply: this block is not marked as a reply block",
            "{fence}"
        );
    }
    // Where something else leads on, a block of code is only shown.
    assert_snapshot!(wrong(&small("- [你自己找。]", "```\nto: #z\n```\n\n- [你自己找。]")), @"");
}

#[test]
fn headings_are_read_as_they_are_meant() {
    let tests = |heading: &str| wrong(&example("## Tests", heading));
    assert_snapshot!(tests("## 测试"), @"70:1 tests-heading: tests stand under `## Tests`, not under `## 测试`");
    assert_snapshot!(tests("## tests"), @"70:1 tests-heading: tests stand under `## Tests`, not under `## tests`");
    assert_snapshot!(tests("### Tests:"), @"70:1 tests-heading: tests stand under `## Tests`, not under `### Tests:`");
    let wrong_test = example("## Tests", "## 测试").replace("→ 100 pass", "→ 90 pass");
    assert!(
        wrong(&wrong_test).contains("test-failed"),
        "{}",
        wrong(&wrong_test)
    );
    // A node may be called so.
    assert_snapshot!(wrong(&SMALL.replace("## z", "## tests").replace("(#z)", "(#tests)")), @"");
    assert_snapshot!(wrong(&small("## a\n", "##a\n")), @"12:1 heading-without-space: `##a` is no heading");
    assert_snapshot!(wrong(&small("## z\n", "##z\n")), @"28:1 heading-without-space: `##z` is no heading");
    assert_snapshot!(wrong(&small("## z\n", "## Z\n")), @"28:4 bad-id: `Z` cannot be an id");
    assert_snapshot!(wrong(&small("## b\n", "## 查询\n")), @"20:4 bad-id: `查询` cannot be an id");
}

#[test]
fn a_line_that_lost_its_dash_is_no_second_choice() {
    let text = small("- [我用", "－[我用").replace("  > 推给了客户。\n", "");
    assert_snapshot!(wrong(&text), @"25:1 text-behind-choice: behind a choice's link only chips can stand");
}

#[test]
fn help_names_what_there_is() {
    let target = |id: &str| help(&small("[你自己找。](#z)", &format!("[你自己找。](#{id})")));
    assert_snapshot!(target("elsewhere"), @"nodes here: a, b, z");
    assert_snapshot!(help(&small("`mood +2`", "`care +0`")), @"write `care +1`: a space, a plus and a whole number of at least 1");
    assert_snapshot!(help(&small("`mood +2`", "`care +2000000`")), @"write `care +1`: a choice earns at most 1000000 points");
    assert_snapshot!(help(&small("`mood +2`", "`care -1`")), @"write `care +1`: points are never taken away");
    let unused = |criterion: &str| {
        let more = format!("max: 2 }}\n  {criterion}: {{ title: x, weight: 1, max: 1 }}");
        help(&small("max: 2 }", &more))
    };
    assert_snapshot!(unused("extra"), @"let something earn them, or delete the criterion");
    assert_snapshot!(unused("timely"), @"write `within 30s` under the heading of a node, or delete the criterion");
}

#[test]
fn points_and_lengths_have_no_limit_that_anybody_meets() {
    let text = small("`mood +2`", "`care +1500`").replace("说吧说吧，我这边很忙的。", "说。");
    assert_snapshot!(wrong(&text.replace("max: 2", "max: 1501")), @"");
    assert_snapshot!(wrong(&example("max: 400", "max: 20000")), @"");
    let rated = wrong(&example("rate: empathy 0..1", "rate: empathy 0..2000000"));
    assert_snapshot!(rated, @"48:7 bad-rate: a reply earns at most 1000000 points of a criterion");
}

#[test]
fn of_a_long_path_both_ends_are_said() {
    let mut text =
        "---\nformat: scenario/1\ntitle: x\nstart: n0\nvars:\n  v: { min: 0, max: 1, start: 0 }\n---\n"
            .to_owned();
    for node in 0..40 {
        text.push_str(&format!("\n## n{node}\n\n- [x](#n{})\n  > x\n", node + 1));
    }
    text.push_str("\n## n40\n\n- [x](#z) `if v >= 1`\n  > x\n\n## z\n\n**End:** pass\n");
    let said = wrong(&text);
    let hidden = said
        .lines()
        .find(|line| line.contains("all-hidden"))
        .unwrap_or_default();
    let (_, path) = hidden.rsplit_once("hidden: ").unwrap_or_default();
    assert_snapshot!(path, @"n0 → 1 → n1 → 1 → n2 → 1 → n3 → 1 → n4 → 1 → … → n36 → 1 → n37 → 1 → n38 → 1 → n39 → 1 → n40");
}

#[test]
fn giving_up_says_what_was_too_much() {
    let many = |limit: i32, choices: usize, steps: usize| {
        let var = format!("vars:\n  v: {{ min: 0, max: {limit}, start: 0 }}\n");
        let front = format!("---\nformat: scenario/1\ntitle: x\nstart: a\n{var}---\n");
        let mut text = format!("{front}\n## a\n\n- [x](#z)\n  > x\n");
        for by in 1..choices {
            text.push_str(&format!("- [x](#a) `v +{by}`\n  > x\n"));
        }
        text.push_str("\n## z\n\n**End:** pass\n");
        let (scenario, _) = with_doc("scenarios/x.md", &text, &Lang::chinese(), read);
        let scenario = scenario.flatten().expect("a scenario");
        let faults = Proof::within(&scenario, steps).faults.into_iter();
        faults.map(|(_, fault)| fault).collect::<Vec<ProofFault>>()
    };
    let told = |faults: Vec<ProofFault>| {
        let line = |fault: &ProofFault| format!("{}: {}", fault.code(), fault.message().en);
        faults.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(told(many(300_000, 2, 1_000_000)), @"not-proven: not proven: there are more than 200000 states");
    assert_snapshot!(told(many(1_000, 48, 20_000)), @"not-proven: not proven: there are more than 20000 steps between states");
    assert_snapshot!(told(many(1_000, 48, 50_000)), @"");
}
