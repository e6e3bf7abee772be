//! What to do next, and where.

use super::calendar::*;
use super::fixture::*;
use super::story::Story;
use crate::evidence::Outcome::{Passed, Pending};
use crate::gate::{Next, next_for_learner, waiting};

/// What the learner is told to do, and what waits for others.
fn steps(story: &Story) -> (Option<&'static str>, Vec<&'static str>) {
    let report = World::new().judge(story, day(1));
    let next = next_for_learner(&report).map(|item| item.kind);
    (next, waiting(&report).map(|item| item.kind).collect())
}

#[test]
fn the_next_thing_is_the_first_the_learner_can_do() {
    let story = Story::new();
    assert_eq!(steps(&story), (Some("course"), vec!["sign-off"]));
    let story = story.course();
    assert_eq!(steps(&story).0, Some("quiz"));
    let story = story.quiz("a", Pending);
    assert_eq!(steps(&story), (Some("scenario"), vec!["quiz", "sign-off"]));
    let story = story.play("p", Passed).play("q", Passed).acknowledged("1");
    assert_eq!(steps(&story).0, Some("acknowledge"));
    let story = story.acknowledged("2").signed("greet");
    assert_eq!(steps(&story), (None, vec!["quiz", "sign-off"]));
    let story = story.quiz("a", Passed).signed("hold");
    assert_eq!(steps(&story), (None, vec!["approve"]));
    assert_eq!(steps(&story.approved()), (None, vec![]));
    assert_eq!(steps(&Story::new().left()), (None, vec![]));
}

#[test]
fn every_step_has_its_page() {
    let of = |id: &str| id.to_owned();
    let paths = [
        (Next::Lesson(of("basics/welcome")), "/courses/basics/welcome"),
        (Next::Quiz(of("basics/quiz")), "/quizzes/basics/quiz"),
        (Next::Scenario(of("late")), "/scenarios/late"),
        (Next::Policy(of("secrecy")), "/policies/secrecy"),
        (Next::Rating, "/ratings"),
        (Next::SignOff(of("floor")), "/people/trainee#floor"),
        (Next::Approve, "/approvals#trainee"),
    ];
    for (next, path) in paths {
        assert_eq!(next.path("trainee"), path);
    }
}
