//! Replies that are spoken: on the phone only, worth what a typed one is worth, and always a rater's to judge.

use super::super::model::{Channel, Scenario};
use super::super::play::{Did, Event, Mode, Play, PlayError, apply, replay};
use super::super::score::{Outcome, Rating, score};
use super::super::state::state_hash;
use super::{EXAMPLE, at, chose, sound};

/// The example as a call: its third node wants a reply.
fn call() -> Scenario {
    sound(&EXAMPLE.replace("channel: chat", "channel: phone"))
}

fn until_reply(scenario: &Scenario, mode: Mode) -> Play {
    let events = [chose(0, 0, 5), chose(1, 1, 10)];
    replay(scenario, mode, at(0), &events).unwrap()
}

fn typed(node: usize, seconds: i64) -> Event {
    Event::Replied {
        node,
        text: "抱歉让您久等".to_owned(),
        at: at(seconds),
    }
}

fn spoke(node: usize, seconds: i64) -> Event {
    Event::Spoke {
        node,
        at: at(seconds),
    }
}

#[test]
fn a_spoken_reply_leads_where_a_typed_one_does_and_waits() {
    let scenario = call();
    for mode in [Mode::Assessed, Mode::Practice] {
        let play = until_reply(&scenario, mode);
        let spoken = apply(&scenario, &play, &spoke(play.node, 20)).unwrap();
        let typed = apply(&scenario, &play, &typed(play.node, 20)).unwrap();
        assert_eq!(spoken, typed);
        assert_eq!(state_hash(&spoken), state_hash(&typed));
        assert_eq!(spoken.steps.last().unwrap().did, Did::Replied(0));
        assert_eq!(spoken.replies(), [play.node]);
        let ended = apply(&scenario, &spoken, &chose(spoken.node, 0, 25)).unwrap();
        let scored = score(&scenario, &ended, &[]);
        assert!(
            matches!(&scored, Ok(Outcome::Provisional { waiting, .. }) if waiting == &[0]),
            "{scored:?}"
        );
        let said = Rating {
            banned: true,
            ..Rating::default()
        };
        let Ok(Outcome::Final(score)) = score(&scenario, &ended, &[said]) else {
            panic!("all is rated")
        };
        assert_eq!(score.mistakes.len(), 1);
    }
}

#[test]
fn nobody_speaks_elsewhere() {
    let scenario = call();
    let begun = Play::begin(&scenario, Mode::Assessed, at(0));
    assert_eq!(
        apply(&scenario, &begun, &spoke(begun.node, 1)),
        Err(PlayError::NotThisWay)
    );
    let play = until_reply(&scenario, Mode::Assessed);
    assert_eq!(apply(&scenario, &play, &spoke(0, 20)), Err(PlayError::NotHere));
    for channel in [
        None,
        Some(Channel::Chat),
        Some(Channel::Email),
        Some(Channel::OnSite),
    ] {
        let written = Scenario { channel, ..call() };
        let refused = apply(&written, &play, &spoke(play.node, 20));
        assert_eq!(refused, Err(PlayError::NotThisWay), "{channel:?}");
    }
}

#[test]
fn a_call_that_stands_still_hears_nothing() {
    let scenario = call();
    let play = until_reply(&scenario, Mode::Practice);
    let pause = Event::Paused {
        node: play.node,
        at: at(15),
    };
    let paused = apply(&scenario, &play, &pause).unwrap();
    assert_eq!(
        apply(&scenario, &paused, &spoke(play.node, 20)),
        Err(PlayError::IsPaused)
    );
}
