//! `play`: a role-play in the terminal.

use crate::shell::{Ran, run, run_with, shipped};

fn play(scenario: &str, input: &str) -> Ran {
    run_with(["play", &shipped(), scenario], input)
}

fn in_chinese(scenario: &str, input: &str) -> Ran {
    run_with(["play", &shipped(), scenario, "--lang", "zh-CN"], input)
}

#[test]
fn the_best_way_passes() {
    let ran = play("wrong-department", "2\n3\n1\n1\n3\n2\n1\n").well();
    assert!(ran.out.contains("\n100, passed · pass mark 70\n"), "{}", ran.out);
    let ran = in_chinese("wrong-department", "２\n３\n１\n１\n３\n２\n１\n").well();
    assert!(ran.out.contains("\n100 分，达标 · 达标线 70\n"), "{}", ran.out);
}

#[test]
fn a_reply_is_looked_through_and_waits_for_whoever_rates() {
    let reply = "明早九点我核实路线，九点半前把结果发给您。";
    let ran = in_chinese("late-delivery", &format!("2\n1\n3\n4\n{reply}\n1\n")).well();
    assert!(
        ran.out.contains("周先生") && ran.out.contains("  + 九点\n"),
        "{}",
        ran.out
    );
    // One of the seven points of a criterion of weight 45 is not given.
    assert!(
        ran.out
            .contains("\n93.6 分，只是部分得分，回复没有人评分 · 达标线 80\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_critical_error_stands_beside_the_score() {
    let ran = play("late-delivery", "3\n").well();
    assert!(
        ran.out
            .contains(", not passed (1 customer-critical) · pass mark 80\n"),
        "{}",
        ran.out
    );
}

#[test]
fn an_answer_is_taken_back() {
    let ran = play("wrong-department", "2\n＜\n");
    let first = ran.out.matches("  1. ").count();
    assert!(first >= 3, "the first node is shown again: {}", ran.out);
}

#[test]
fn what_cannot_be_done_is_said_in_the_players_language() {
    let ran = play("wrong-department", "<\nx\n9\n");
    assert!(ran.out.contains("There is nothing to take back."), "{}", ran.out);
    assert_eq!(
        ran.out.matches("There is no such choice").count(),
        2,
        "{}",
        ran.out
    );
    let long = "长".repeat(301);
    let ran = in_chinese("late-delivery", &format!("<\n2\n1\n3\n4\n\n{long}\n"));
    for said in [
        "前面没有可以撤回的话。",
        "请写点什么再按回车。",
        "回复太长，最多 300 个字。",
    ] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
}

#[test]
fn a_play_that_is_not_finished_is_no_success() {
    let ran = play("wrong-department", "2\n");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.out
            .ends_with("Nothing more was typed: the play was not finished.\n"),
        "{}",
        ran.out
    );
    assert!(
        in_chinese("wrong-department", "")
            .out
            .ends_with("输入已经结束，这一局没有演完。\n")
    );
}

#[test]
fn a_scenario_that_is_not_there_names_those_that_are() {
    run(["play", &shipped(), "nothing"]).refused("late-delivery, ");
}
