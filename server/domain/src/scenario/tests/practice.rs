//! Practice: answers are taken back, time stands still, and the first answer scores.

use super::super::model::{Critical, Exit, Scenario};
use super::super::play::{Did, Event, Mode, Play, PlayError, apply, replay};
use super::super::score::{Outcome, Rating, score};
use super::super::state::state_hash;
use super::brute::events;
use super::random::scenario;
use super::{EXAMPLE, SMALL, at, chose, sound};
use crate::score::{FULL, Milli};
use crate::time::Moment;
use proptest::prelude::*;

fn took_back(node: usize, seconds: i64) -> Event {
    Event::TookBack {
        node,
        at: at(seconds),
    }
}

fn practised(scenario: &Scenario, events: &[Event]) -> Result<Play, PlayError> {
    replay(scenario, Mode::Practice, at(0), events)
}

#[test]
fn the_first_answer_scores_and_another_shows_where_it_leads() {
    let scenario = sound(SMALL);
    let wrong = practised(&scenario, &[chose(0, 1, 1)]).unwrap();
    assert_eq!((wrong.node, wrong.vars.as_slice()), (1, &[3][..]));
    let back = apply(&scenario, &wrong, &took_back(1, 2)).unwrap();
    assert_eq!((back.node, back.vars.as_slice()), (0, &[1][..]));
    assert_eq!(back.steps.last().map(|step| step.did), Some(Did::TookBack));
    assert_eq!(back.way(), []);
    let right = apply(&scenario, &back, &chose(0, 0, 3)).unwrap();
    assert_eq!((right.node, right.vars.as_slice()), (1, &[1][..]));
    assert_eq!(right.earned, [0], "the first answer scored");
    assert_eq!(right.way(), [2]);
    let end = apply(&scenario, &right, &chose(1, 1, 4)).unwrap();
    let Ok(Outcome::Final(score)) = score(&scenario, &end, &[]) else {
        panic!("nothing to rate")
    };
    assert_eq!((score.score, score.passed), (Milli(50_000), false));
}

#[test]
fn a_critical_error_taken_back_stays_one() {
    let scenario = sound(EXAMPLE);
    let play = practised(&scenario, &[chose(0, 2, 1)]);
    assert_eq!(play.as_ref().unwrap().mistakes[0].critical, Critical::Customer);
    let scenario = sound(SMALL);
    let begin = Play::begin(&scenario, Mode::Practice, at(0));
    let none = apply(&scenario, &begin, &took_back(0, 1));
    assert_eq!(none, Err(PlayError::NothingToTakeBack));
}

#[test]
fn time_is_measured_and_leads_nowhere() {
    let scenario = sound(EXAMPLE);
    let late = practised(&scenario, &[chose(0, 0, 31)]).unwrap();
    assert_eq!(late.node, 1, "an assessed play would be over");
    assert!(!late.steps[0].in_time);
    let timely = scenario.timely().unwrap();
    assert_eq!(late.earned[timely], 0);
    let up = Event::TimedOut { node: 0, at: at(31) };
    let begin = Play::begin(&scenario, Mode::Practice, at(0));
    assert_eq!(apply(&scenario, &begin, &up), Ok(begin));
}

#[test]
fn a_pause_stops_the_time() {
    let scenario = sound(EXAMPLE);
    let paused = Event::Paused { node: 0, at: at(20) };
    let resumed = Event::Resumed { node: 0, at: at(500) };
    let play = practised(&scenario, std::slice::from_ref(&paused)).unwrap();
    assert_eq!(
        apply(&scenario, &play, &chose(0, 0, 21)),
        Err(PlayError::IsPaused)
    );
    assert_eq!(
        apply(&scenario, &play, &took_back(0, 21)),
        Err(PlayError::IsPaused)
    );
    let timely = scenario.timely().unwrap();
    for (seconds, points) in [(510, 1), (511, 0)] {
        let events = [paused.clone(), resumed.clone(), chose(0, 0, seconds)];
        let play = practised(&scenario, &events).unwrap();
        assert_eq!(play.earned[timely], points, "30 s but for the pause: {seconds}");
    }
    let twice = practised(&scenario, &[paused.clone(), paused]);
    assert_eq!(twice, Err(PlayError::IsPaused));
    assert_eq!(practised(&scenario, &[resumed]), Err(PlayError::NotPaused));
}

#[test]
fn nothing_of_it_in_an_assessed_play() {
    let scenario = sound(EXAMPLE);
    let play = replay(&scenario, Mode::Assessed, at(0), &[chose(0, 0, 5)]).unwrap();
    let (node, at) = (play.node, at(6));
    for event in [
        Event::TookBack { node, at },
        Event::Paused { node, at },
        Event::Resumed { node, at },
    ] {
        assert_eq!(apply(&scenario, &play, &event), Err(PlayError::PracticeOnly));
    }
}

/// An event by numbers that are taken modulo what there is.
fn event(scenario: &Scenario, play: &Play, pick: usize, at: Moment) -> Event {
    let node = play.node;
    let possible = events(scenario, node);
    match pick % (possible.len() + 3) {
        0 => Event::TookBack { node, at },
        1 => Event::Paused { node, at },
        2 => Event::Resumed { node, at },
        other => match possible[other - 3].clone() {
            Event::Chose { node, choice, .. } => Event::Chose { node, choice, at },
            Event::Replied { node, text, .. } => Event::Replied { node, text, at },
            Event::Went { node, .. } => Event::Went { node, at },
            other => other,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_practice_replays_exactly_and_stays_within_bounds(
        scenario in scenario(),
        picks in proptest::collection::vec((0..40_usize, 0..60_i64), 0..40),
    ) {
        let mut play = Play::begin(&scenario, Mode::Practice, at(0));
        let (mut taken, mut seconds) = (Vec::new(), 0);
        for (pick, more) in picks {
            seconds += more;
            let event = event(&scenario, &play, pick, at(seconds));
            if let Ok(after) = apply(&scenario, &play, &event) {
                play = after;
                taken.push(event);
            }
        }
        let again = practised(&scenario, &taken).unwrap();
        prop_assert_eq!(state_hash(&again), state_hash(&play));
        prop_assert_eq!(&again, &play);
        // The way to the shown node is one that could have been taken at once.
        let way: Vec<_> = play.way().into_iter().map(|step| play.steps[step]).collect();
        let targets = way.iter().skip(1).map(|step| step.node).chain([play.node]);
        prop_assert!(way.iter().zip(targets).all(|(step, target)| leads(&scenario, step.node, step.did, target)));
        if play.end(&scenario).is_some() {
            let rating = |reply: usize| Rating { reply, points: Vec::new(), banned: false };
            let ratings: Vec<Rating> = (0..play.replies().len()).map(rating).collect();
            let Ok(Outcome::Final(score)) = score(&scenario, &play, &ratings) else { panic!("all rated") };
            prop_assert!((Milli(0)..=FULL).contains(&score.score));
        }
    }
}

/// Whether what was done at a node leads to that other node.
fn leads(scenario: &Scenario, node: usize, did: Did, target: usize) -> bool {
    match (&scenario.nodes[node].exit, did) {
        (Exit::Choices(choices), Did::Chose(at)) => choices[at].target == target,
        (Exit::Reply(reply), Did::Replied(_)) => reply.to == target,
        (Exit::Go(go), Did::Went) => go.target == target,
        _ => false,
    }
}
