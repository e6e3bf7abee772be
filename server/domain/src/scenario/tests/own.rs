//! The author's own tests are read and run.

use super::{EXAMPLE, SMALL, small, wrong};
use insta::assert_snapshot;

#[test]
fn tests_are_run() {
    let test = |line: &str| wrong(&format!("{SMALL}\n## Tests\n\n- {line}\n"));
    for fine in [
        "a 1, b 2 → 100 pass",
        "a 2, b 2 -> 50 fail",
        "a 2，b 1 → 0 fail",
        "a 1, b 1 → fail",
    ] {
        assert_eq!(test(fine), "", "{fine}");
    }
    assert_snapshot!(test("a 1, b 2 → 90 pass"), @"34:3 test-failed: what comes of it is 100 pass, not 90 pass");
    assert_snapshot!(test("a 1, b 1 → pass"), @"34:3 test-failed: what comes of it is 50 fail, not pass");
    assert_snapshot!(test("a 1 → pass"), @"34:3 test-without-end: the test stops at `b`, which is no end");
    assert_snapshot!(test("b 1 → pass"), @"34:3 test-off-course: the test is at `b`, but the play is at `a`");
    assert_snapshot!(test("a 4 → pass"), @"34:3 test-step-impossible: the step at `a` cannot be taken: there is no such choice");
    assert_snapshot!(
        test("a timeout → pass"),
        @"34:3 test-step-impossible: the step at `a` cannot be taken: the node has no time limit"
    );
    assert_snapshot!(test("a 1, b 2"), @"34:3 test-without-result: the test does not say what must come of it");
    assert_snapshot!(test("a 1, b 2 → won"), @"34:14 bad-test-result: a result cannot be `won`");
    assert_snapshot!(test("a one, bb 2, \"x\" 1, → 100 pass"), @r#"
    34:3 bad-test-step: the step `a one` cannot be read
    34:3 bad-test-step: the step `` cannot be read
    34:10 unknown-target: there is no node `bb`
    34:16 bad-test-step: the step `"x" 1` cannot be read
    "#);
    assert_snapshot!(test("a \"x → pass"), @r#"34:5 bad-test-step: the step `"x → pass` cannot be read"#);
    assert_snapshot!(wrong(&format!("{SMALL}\n## Tests\n\na 1 → pass\n")), @"34:1 not-a-test: tests are items of a list");
}

#[test]
fn tests_type_wait_and_go_on() {
    let with = |line: &str| wrong(&EXAMPLE.replace("- open 3 → fail", &format!("- open 3 → fail\n- {line}")));
    assert_snapshot!(
        with("open 1, look-up 2, promise \"好\" empathy 0, closing 2 → 74 fail"),
        @"75:3 test-failed: what comes of it is 73.333 fail, not 74 fail"
    );
    assert_snapshot!(with("open 1, look-up 2, promise \"好\", closing 1 → 83 pass"), @"");
    assert_snapshot!(with("open 1, look-up 2, promise \"好\", closing 1 → 83.3 pass"), @"");
    assert_snapshot!(with("open 1, look-up 2, promise \"不归我管\" empathy 1, closing 1 → 100 fail"), @"");
    assert_snapshot!(
        with("open 1, look-up 2, promise \"好\" empathy 2, closing 1 → pass"),
        @"75:3 test-step-impossible: the step at `thanks` cannot be taken: a reply cannot get these points"
    );
    assert_snapshot!(
        with("open 1, look-up 2, promise \"好\" care 1, closing 1 → pass"),
        @"75:34 undeclared: there is no criterion `care`"
    );
    let link = small("## z\n\n", "## z\n\n[继续](#y)\n\n## y\n\n");
    for steps in ["a 1, b 2", "a 1, b 2, z", "a 1, b 2, z 1"] {
        assert_eq!(
            wrong(&format!("{link}\n## Tests\n\n- {steps} → 100 pass\n")),
            "",
            "{steps}"
        );
    }
}

#[test]
fn time_without_a_jump_runs_out_and_the_answer_is_late() {
    let timed = small(
        "max: 2 }",
        "max: 2 }\n  timely: { title: 时效, weight: 1, max: 1 }",
    )
    .replace("## b\n", "## b\n`within 30s`\n");
    assert_eq!(
        wrong(&format!(
            "{timed}\n## Tests\n\n- a 1, b 2 → 100 pass\n- a 1, b timeout, b 2 → 50 fail\n"
        )),
        ""
    );
}
