//! `play`: a role-play in the terminal.

use crate::shell::{run, run_with, shipped};

#[test]
fn the_best_way_passes() {
    let ran = run_with(["play", &shipped(), "wrong-department"], "<\nx\n").well();
    assert!(ran.out.contains("  1. "), "{}", ran.out);
    assert_eq!(
        ran.out.matches("There is no such choice").count(),
        2,
        "{}",
        ran.out
    );

    let ran = run_with(["play", &shipped(), "late-delivery", "--lang", "zh-CN"], "2\n").well();
    assert!(
        ran.out.contains("周先生") && ran.out.contains("  + "),
        "{}",
        ran.out
    );
}

#[test]
fn an_answer_is_taken_back() {
    let ran = run_with(["play", &shipped(), "wrong-department"], "2\n<\n").well();
    let first = ran.out.matches("  1. ").count();
    assert!(first >= 3, "the first node is shown again: {}", ran.out);
}

#[test]
fn a_scenario_that_is_not_there_names_those_that_are() {
    run(["play", &shipped(), "nothing"]).refused("late-delivery, ");
}
