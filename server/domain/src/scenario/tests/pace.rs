//! Extra time: limits are stretched for one person, and everything else stays as it is.

use super::super::model::Scenario;
use super::super::pace::{NORMAL, Pace, SLOWEST};
use super::super::play::{Did, Event, Mode, Play, apply, go_on};
use super::super::state::state_hash;
use super::brute::events;
use super::random::scenario;
use super::{EXAMPLE, at, chose, sound};
use crate::time::Moment;
use proptest::prelude::*;

fn at_pace(scenario: &Scenario, pace: Pace, events: &[Event]) -> Play {
    let begin = Play::begin(scenario, Mode::Assessed, at(0)).at_pace(pace);
    go_on(scenario, begin, events).unwrap()
}

#[test]
fn half_as_long_again_is_in_time_for_half_as_long_again() {
    let scenario = sound(EXAMPLE);
    let timely = scenario.timely().unwrap();
    for (seconds, in_time) in [(31, true), (45, true), (46, false)] {
        let play = at_pace(&scenario, Pace::Factor(1500), &[chose(0, 0, seconds)]);
        assert_eq!(play.steps[0].in_time, in_time, "{seconds}");
        assert_eq!(play.earned[timely], u32::from(in_time), "{seconds}");
        assert_eq!(play.steps[0].did == Did::Nothing, !in_time, "{seconds}");
    }
}

#[test]
fn without_limits_nothing_is_late() {
    let scenario = sound(EXAMPLE);
    let begin = at_pace(&scenario, Pace::Unlimited, &[]);
    assert_eq!((begin.limit(&scenario), begin.deadline(&scenario)), (None, None));
    let up = Event::TimedOut {
        node: 0,
        at: at(1_000_000),
    };
    assert!(apply(&scenario, &begin, &up).is_err());
    let play = at_pace(&scenario, Pace::Unlimited, &[chose(0, 0, 1_000_000)]);
    assert!(play.steps[0].in_time);
    assert_eq!(play.earned[scenario.timely().unwrap()], 1);
}

#[test]
fn the_digest_of_a_play_without_extra_time_is_what_it_was() {
    let scenario = sound(EXAMPLE);
    let play = at_pace(&scenario, Pace::default(), &[chose(0, 0, 5)]);
    assert_eq!(
        state_hash(&play).to_string(),
        "507e5eb45a59bb914582e9e11f2acacd531ba42677b6a7d2c4448c24f712ab3e",
        "as plays from before extra time have it recorded"
    );
    let slower = at_pace(&scenario, Pace::Factor(1500), &[chose(0, 0, 5)]);
    assert_ne!(state_hash(&slower), state_hash(&play));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn deadlines_are_stretched_and_plays_replay_exactly(
        scenario in scenario(),
        factor in prop_oneof![Just(None), (NORMAL..=SLOWEST).prop_map(Some)],
        picks in proptest::collection::vec((0..20_usize, 0..400_u32), 0..30),
    ) {
        let pace = factor.map_or(Pace::Unlimited, Pace::Factor);
        let mut play = Play::begin(&scenario, Mode::Assessed, at(0)).at_pace(pace);
        let mut taken = Vec::new();
        for (pick, seconds) in picks {
            let at = play.since.plus_seconds(i64::from(seconds));
            let limit = scenario.nodes[play.node].within.as_ref().map(|within| i64::from(within.seconds));
            let deadline = play.deadline(&scenario);
            prop_assert_eq!(deadline, limit.zip(factor).map(|(limit, factor)| {
                Moment(play.since.0 + limit * i64::from(factor) * 1000)
            }));
            let possible = events(&scenario, play.node);
            let event = match possible[pick % possible.len()].clone() {
                Event::Chose { node, choice, .. } => Event::Chose { node, choice, at },
                Event::Replied { node, text, .. } => Event::Replied { node, text, at },
                Event::Went { node, .. } => Event::Went { node, at },
                Event::TimedOut { node, .. } => Event::TimedOut { node, at },
                other => other,
            };
            if let Ok(after) = apply(&scenario, &play, &event) {
                let in_time = after.steps.get(play.steps.len()).is_none_or(|step| {
                    step.in_time == deadline.is_none_or(|deadline| at <= deadline)
                });
                prop_assert!(in_time);
                play = after;
                taken.push(event);
            }
        }
        let again = at_pace(&scenario, pace, &taken);
        prop_assert_eq!(state_hash(&again), state_hash(&play));
        prop_assert_eq!(again, play);
    }
}
