//! Scenarios: how often, how lately.

use super::calendar::day;
use super::fixture::World;
use super::story::Story;
use crate::access::Access;
use crate::evidence::Outcome::{Failed, Passed, Pending};
use crate::gate::{Next, State};
use crate::time::Moment;

/// State, progress, since.
fn seen(story: &Story, now: Moment) -> (State, Option<(usize, usize)>, Option<Moment>) {
    let item = World::new().item(story, now, "scenario");
    (item.state, item.progress, item.since)
}

/// Passed on these days, a play each.
fn played(days: &[i64]) -> Story {
    days.iter().fold(Story::new(), |story, day| {
        story.on(*day).play(&format!("p{day}"), Passed)
    })
}

#[test]
fn a_scenario_counts_distinct_plays() {
    let story = Story::new().play("p", Passed).play("p", Passed);
    assert_eq!(seen(&story, day(1)), (State::Missing, Some((1, 2)), None));
    assert_eq!(seen(&story.clone().play("q", Failed), day(1)).0, State::Missing);
    let story = story.play("q", Passed);
    assert_eq!(
        seen(&story, day(1)),
        (State::Met, Some((2, 2)), Some(story.last()))
    );
}

#[test]
fn plays_grow_too_old_to_the_microsecond() {
    let world = World::new();
    let story = played(&[1, 2]);
    let end = day(91).plus_seconds(1);
    let last = Moment(end.0 - 1);
    let item = world.item(&story, last, "scenario");
    assert_eq!((item.state, item.until), (State::Met, Some(end)));
    let item = world.item(&story, end, "scenario");
    assert_eq!(
        (item.state, item.since, item.progress),
        (State::Expired, Some(end), Some((1, 2)))
    );
    assert_eq!(item.next, Some(Next::Scenario("late".to_owned())));
    // A third play moves the end to that of the second, and mends what had expired.
    assert_eq!(
        world.item(&played(&[1, 2, 50]), end, "scenario").until,
        Some(day(92).plus_seconds(1))
    );
    assert_eq!(
        world.item(&played(&[1, 2, 91]), day(92), "scenario").state,
        State::Met
    );
    // It expired when it last was too little, and a result written twice is one play with its later date.
    let again = world.item(&played(&[1, 2, 200, 201]), day(300), "scenario");
    assert_eq!(
        (again.state, again.since),
        (State::Expired, Some(day(290).plus_seconds(1)))
    );
    let twice = played(&[1, 2]).on(3).play("p1", Passed);
    assert_eq!(
        world.item(&twice, end, "scenario").until,
        Some(day(92).plus_seconds(1))
    );
    // Never often enough at one time is missing, not expired.
    assert_eq!(
        world.item(&played(&[1, 100]), day(101), "scenario").state,
        State::Missing
    );
}

#[test]
fn the_age_of_a_play_is_counted_from_when_it_took_place() {
    let mut story = played(&[1, 2]);
    for entry in &mut story.entries {
        entry.recorded = entry.recorded.max(day(80));
    }
    story.entries[0].recorded = day(0);
    assert_eq!(seen(&story, day(81)).0, State::Met);
    assert_eq!(seen(&story, day(91).plus_seconds(1)).0, State::Expired);
}

#[test]
fn a_scenario_is_pending_when_ratings_can_still_meet_it() {
    let story = Story::new().play("p", Pending);
    assert_eq!(seen(&story, day(1)).0, State::Missing);
    assert_eq!(seen(&story.clone().play("p", Pending), day(1)).0, State::Missing);
    let story = story.play("q", Passed);
    let item = World::new().item(&story, day(1), "scenario");
    assert_eq!(
        (item.state, item.progress, item.since),
        (State::Pending, Some((1, 2)), Some(day(0).plus_seconds(2)))
    );
    assert_eq!(
        (item.waiting_for, item.evidence),
        (Some(Access::Trainer), vec!["e002".to_owned(), "e001".to_owned()])
    );
    assert_eq!(seen(&story.clone().play("p", Failed), day(1)).0, State::Missing);
    assert_eq!(seen(&story.play("p", Passed), day(1)).0, State::Met);
}

#[test]
fn a_later_result_of_a_play_takes_the_place_of_the_ones_before() {
    let passed = Story::new().play("p", Passed).play("q", Passed);
    assert_eq!(seen(&passed, day(1)).0, State::Met);
    // An amended rating failed it.
    let failed = passed.clone().play("q", Failed);
    assert_eq!(seen(&failed, day(1)), (State::Missing, Some((1, 2)), None));
    assert_eq!(seen(&failed.play("q", Passed), day(1)).0, State::Met);
    // A disputed one waits again, from when it was disputed, and then counts from when it first did.
    let disputed = passed.clone().play("q", Pending);
    assert_eq!(
        seen(&disputed, day(1)),
        (State::Pending, Some((1, 2)), Some(disputed.last()))
    );
    let again = disputed.clone().play("q", Passed);
    assert_eq!(seen(&again, day(1)), seen(&passed, day(1)));
    assert_eq!(seen(&disputed.play("q", Failed), day(1)).0, State::Missing);
    let lost = Story::new()
        .play("p", Passed)
        .play("q", Failed)
        .play("q", Pending);
    assert_eq!(seen(&lost, day(1)).0, State::Pending);
    // Whoever is live disputes at no risk.
    let live = Story::new().trained().approved().live().play("q", Pending);
    let item = |story: &Story| World::new().item(story, day(1), "scenario").state;
    assert_eq!(item(&live), State::Met);
}

#[test]
fn going_live_consumes_the_plays() {
    let story = Story::new().trained().approved().live();
    let item = World::new().item(&story, day(200), "scenario");
    assert_eq!((item.state, item.until), (State::Met, None));
    assert_eq!(seen(&story.withdrawn(), day(200)).0, State::Expired);
    // What a new release asks of the live can be met by playing now.
    let story = Story::new().live();
    assert_eq!(seen(&story, day(1)).0, State::Missing);
    assert_eq!(
        seen(&story.play("p", Passed).play("q", Passed), day(1)).0,
        State::Met
    );
}
