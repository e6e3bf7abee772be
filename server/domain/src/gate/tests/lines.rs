//! Requirement by requirement.

use super::calendar::*;
use super::fixture::*;
use super::story::Story;
use crate::access::Access;
use crate::evidence::Outcome::{Failed, Passed, Pending};
use crate::evidence::{Fact, Outcome};
use crate::gate::{Next, State};
use crate::hash::Hash;
use crate::time::Moment;

/// State, progress, since.
fn seen(story: &Story, now: Moment, kind: &str) -> (State, Option<(usize, usize)>, Option<Moment>) {
    let item = World::new().item(story, now, kind);
    (item.state, item.progress, item.since)
}

#[test]
fn a_course_is_met_when_every_lesson_is_complete_in_any_version() {
    let story = Story::new().on(1).lesson("basics/manner").lesson("basics/manner");
    let item = World::new().item(&story, day(2), "course");
    assert_eq!((item.state, item.progress), (State::Missing, Some((1, 2))));
    assert_eq!(item.next, Some(Next::Lesson("basics/welcome".to_owned())));
    let lesson = "basics/welcome".to_owned();
    let story = story.tell(Fact::LessonCompleted {
        lesson,
        version: Hash::of(b"old"),
    });
    let item = World::new().item(&story, day(2), "course");
    assert_eq!(
        (item.state, item.since, item.next),
        (State::Met, Some(story.last()), None)
    );
    assert_eq!(item.evidence, ["e003", "e001"]);
}

#[test]
fn lessons_of_a_course_with_a_similar_name_do_not_count() {
    let story = Story::new().lesson("basics-2/welcome").lesson("basics-2/manner");
    assert_eq!(seen(&story, day(1), "course").1, Some((0, 2)));
    assert_eq!(World::new().judge(&story, day(1)).status.as_str(), "not-started");
}

#[test]
fn a_new_lesson_is_missing_only_for_those_not_yet_live() {
    let mut world = World::new();
    let live = Story::new().trained().approved().live();
    let training = Story::new().course();
    world.lessons.insert("basics", vec!["welcome", "news", "manner"]);
    assert_eq!(world.item(&live, day(1), "course").state, State::Met);
    assert_eq!(world.item(&live, day(1), "course").progress, Some((2, 3)));
    assert_eq!(world.judge(&live, day(1)).missing, 0);
    assert_eq!(world.item(&training, day(1), "course").state, State::Missing);
    // Who goes off the role and comes back takes it as it is now.
    let back = live.withdrawn();
    let item = world.item(&back, day(1), "course");
    assert_eq!(
        (item.state, item.next),
        (State::Missing, Some(Next::Lesson("basics/news".to_owned())))
    );
    let later = Story::new().live().lesson("basics/welcome");
    assert_eq!(world.item(&later, day(1), "course").state, State::Missing);
    // A course nobody began before going live is a course to take.
    let exempted = Story::new().exempted("course", "basics").live().voided(1);
    assert_eq!(world.item(&exempted, day(1), "course").state, State::Missing);
}

#[test]
fn a_passed_quiz_stays_passed() {
    let story = Story::new().quiz("a", Failed);
    let item = World::new().item(&story, day(1), "quiz");
    assert_eq!(
        (item.state, item.next),
        (State::Missing, Some(Next::Quiz("basics/quiz".to_owned())))
    );
    let story = story.quiz("b", Passed);
    let passed = story.last();
    assert_eq!(
        seen(&story.quiz("c", Failed).quiz("d", Pending), day(1), "quiz"),
        (State::Met, None, Some(passed))
    );
}

#[test]
fn a_regraded_attempt_counts_as_regraded_and_a_voided_one_not_at_all() {
    let regraded = |attempt: &str, outcome| Fact::QuizRegraded {
        quiz: "basics/quiz".to_owned(),
        version: Hash::of(b"2"),
        attempt: attempt.to_owned(),
        was: None,
        score: None,
        outcome,
    };
    let story = Story::new().quiz("a", Passed);
    let before = story.last();
    let story = story.tell(regraded("a", Failed));
    assert_eq!(seen(&story, day(1), "quiz").0, State::Missing);
    assert_eq!(World::new().judge(&story, day(1)).status.as_str(), "in-training");
    let again = story.clone().tell(regraded("a", Passed));
    assert_eq!(
        seen(&again, day(1), "quiz"),
        (State::Met, None, Some(again.last()))
    );
    // Another attempt is not touched, and neither is what counted before it was recorded.
    let other = Story::new().quiz("b", Passed).quiz("a", Passed);
    let other = other.tell(regraded("a", Failed));
    assert_eq!(seen(&other, day(1), "quiz").0, State::Met);
    assert_eq!(seen(&story, before, "quiz").0, State::Met);
    let voided = again.voided(1).voided(2).voided(3);
    assert_eq!(seen(&voided, day(1), "quiz").0, State::Missing);
}

#[test]
fn a_quiz_waits_for_its_rater_until_the_same_attempt_has_a_result() {
    let story = Story::new().quiz("a", Pending);
    let item = World::new().item(&story, day(1), "quiz");
    assert_eq!(
        (item.state, item.waiting_for),
        (State::Pending, Some(Access::Trainer))
    );
    assert_eq!((item.since, item.next), (Some(story.last()), Some(Next::Rating)));
    // Another attempt's failure is no answer, its own is.
    assert_eq!(
        seen(&story.clone().quiz("b", Failed), day(1), "quiz").0,
        State::Pending
    );
    assert_eq!(
        seen(&story.clone().quiz("a", Failed), day(1), "quiz").0,
        State::Missing
    );
    assert_eq!(
        seen(&story.clone().quiz("a", Passed), day(1), "quiz").0,
        State::Met
    );
    let mut same = story.clone().quiz("a", Failed);
    same.entries[1].recorded = same.last();
    assert_eq!(seen(&same, day(1), "quiz").0, State::Missing);
    // A play of the same name is no answer either; and nobody rates a voided attempt.
    assert_eq!(
        seen(&story.clone().play("a", Passed), day(1), "quiz").0,
        State::Pending
    );
    assert_eq!(
        seen(&story.quiz("a", Passed).voided(2), day(1), "quiz").0,
        State::Missing
    );
}

#[test]
fn a_voided_entry_does_not_count_and_a_voided_voiding_does_not_void() {
    let story = Story::new().quiz("a", Passed).voided(1);
    assert_eq!(seen(&story, day(1), "quiz").0, State::Missing);
    assert_eq!(World::new().judge(&story, day(1)).status.as_str(), "not-started");
    assert_eq!(seen(&story.voided(2), day(1), "quiz").0, State::Met);
}

#[test]
fn an_acknowledgement_counts_per_edition() {
    let world = World::new();
    assert_eq!(
        world.item(&Story::new(), day(1), "acknowledge").state,
        State::Missing
    );
    let story = Story::new().acknowledged("1");
    let item = world.item(&story, day(1), "acknowledge");
    assert_eq!(
        (item.state, item.next),
        (State::Expired, Some(Next::Policy("secrecy".to_owned())))
    );
    let story = story.acknowledged("2");
    assert_eq!(
        seen(&story, day(1), "acknowledge"),
        (State::Met, None, Some(story.last()))
    );
    assert_eq!(
        seen(&story.acknowledged("1"), day(1), "acknowledge").0,
        State::Met
    );
}

#[test]
fn a_sign_off_takes_every_item_of_the_list() {
    let item = World::new().item(&Story::new(), day(1), "sign-off");
    assert_eq!(
        (item.state, item.progress, item.since),
        (State::Missing, Some((0, 2)), None)
    );
    assert_eq!(item.waiting_for, Some(Access::Trainer));
    let story = Story::new().signed("hold").signed("gone-from-the-list");
    let item = World::new().item(&story, day(1), "sign-off");
    assert_eq!((item.state, item.progress), (State::Pending, Some((1, 2))));
    assert_eq!(item.since, Some(day(0).plus_seconds(2)));
    assert_eq!(item.next, Some(Next::SignOff("floor".to_owned())));
    let story = story.signed("greet");
    assert_eq!(
        seen(&story, day(1), "sign-off"),
        (State::Met, Some((2, 2)), Some(story.last()))
    );
}

#[test]
fn an_exemption_meets_exactly_its_line() {
    let story = Story::new()
        .exempted("quiz", "basics/quiz")
        .exempted("course", "basics/quiz");
    let report = World::new().judge(&story, day(1));
    let met: Vec<_> = report
        .items
        .iter()
        .filter(|item| item.exempt)
        .map(|item| item.kind)
        .collect();
    assert_eq!(met, ["quiz"]);
    assert_eq!(
        (report.counts(), report.items[1].evidence.as_slice()),
        ((1, 6), ["e001".to_owned()].as_slice())
    );
    let other = Fact::Exempted {
        role: "other".to_owned(),
        kind: "quiz".to_owned(),
        id: "basics/quiz".to_owned(),
    };
    assert_eq!(seen(&Story::new().tell(other), day(1), "quiz").0, State::Missing);
    // Who passes all the same is met by having passed.
    assert!(
        !World::new()
            .item(&story.quiz("a", Outcome::Passed), day(1), "quiz")
            .exempt
    );
}

#[test]
fn a_document_that_does_not_exist_is_never_met() {
    let mut world = World::new();
    world.lessons.clear();
    world.editions.clear();
    world.skills.clear();
    let report = world.judge(&Story::new().trained().approved(), day(1));
    let met: Vec<_> = report
        .items
        .iter()
        .filter(|item| item.is_met())
        .map(|item| item.kind)
        .collect();
    assert_eq!(met, ["quiz", "scenario", "approve"]);
}
