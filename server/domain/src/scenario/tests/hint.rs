//! Hints of practice, and how long answers took.

use super::super::hint::hint;
use super::super::measure::seconds;
use super::super::model::Exit;
use super::super::play::{Event, Mode, Play, apply, replay};
use super::brute::events;
use super::random::scenario;
use super::{EXAMPLE, SMALL, at, chose, small, sound};
use proptest::prelude::*;

#[test]
fn practice_tells_what_a_step_is_about_and_an_assessed_play_nothing() {
    let text = EXAMPLE.replacen(
        "rate: empathy 0..1\n",
        "rate: empathy 0..1\nanchor: empathy 0 没有道歉\nanchor: empathy 1 为久等道歉\n",
        1,
    );
    let scenario = sound(&text);
    let titles = |play: &Play| {
        let hint = hint(&scenario, play).unwrap();
        let ids = hint.criteria.iter().map(|at| scenario.criteria[*at].id.as_str());
        let best = hint.best.iter().map(|anchor| anchor.text.default().to_owned());
        (ids.collect::<Vec<_>>(), hint.is_risky, best.collect::<Vec<_>>())
    };
    let begin = Play::begin(&scenario, Mode::Practice, at(0));
    assert_eq!(titles(&begin), (vec!["empathy", "timely"], true, vec![]));
    let look_up = apply(&scenario, &begin, &chose(0, 0, 1)).unwrap();
    let promise = apply(&scenario, &look_up, &chose(1, 1, 2)).unwrap();
    assert_eq!(
        titles(&promise),
        (vec!["empathy"], true, vec!["为久等道歉".to_owned()])
    );
    let paused = apply(
        &scenario,
        &promise,
        &Event::Paused {
            node: promise.node,
            at: at(3),
        },
    )
    .unwrap();
    assert_eq!(hint(&scenario, &paused), None, "while the time stands still");
    let end = apply(&scenario, &begin, &chose(0, 2, 1)).unwrap();
    assert_eq!(hint(&scenario, &end), None, "nothing is answered there");
    let assessed = Play::begin(&scenario, Mode::Assessed, at(0));
    assert_eq!(hint(&scenario, &assessed), None);
}

#[test]
fn what_is_hidden_gives_no_hint() {
    let text = small(
        "(#b) `care +1`",
        "(#b) `if mood >= 3` `care +1` `critical customer`",
    )
    .replacen("max: 2", "max: 1", 1);
    let (scenario, _) = super::check(&text);
    let scenario = scenario.unwrap();
    let hint = hint(&scenario, &Play::begin(&scenario, Mode::Practice, at(0))).unwrap();
    assert!(hint.criteria.is_empty() && !hint.is_risky);
}

#[test]
fn the_time_of_an_answer_is_counted_without_pauses_and_anew_after_taking_back() {
    let scenario = sound(SMALL);
    let events = [
        Event::Paused { node: 0, at: at(4) },
        Event::Resumed { node: 0, at: at(100) },
        chose(0, 1, 103),
        Event::TookBack { node: 1, at: at(110) },
        chose(0, 0, 112),
        chose(1, 1, 120),
    ];
    let play = replay(&scenario, Mode::Practice, at(0), &events).unwrap();
    assert_eq!(seconds(&play), [None, None, Some(7), None, Some(2), Some(8)]);
}

proptest! {
    #[test]
    fn a_hint_names_what_some_answer_earns(scenario in scenario()) {
        for node in 0..scenario.nodes.len() {
            let play = Play { node, ..Play::begin(&scenario, Mode::Practice, at(0)) };
            let Some(hint) = hint(&scenario, &play) else { continue };
            let is_stuck = play.visible(&scenario).is_empty();
            if is_stuck && matches!(scenario.nodes[node].exit, Exit::Choices(_)) {
                continue;
            }
            let rated = match &scenario.nodes[node].exit {
                Exit::Reply(reply) => reply.rate.iter().map(|rate| rate.criterion).collect(),
                _ => Vec::new(),
            };
            let after: Vec<Play> = events(&scenario, node)
                .iter()
                .filter_map(|event| apply(&scenario, &play, event).ok())
                .collect();
            let is_earned = |criterion: &usize| {
                rated.contains(criterion) || after.iter().any(|after| after.earned[*criterion] > 0)
            };
            let all = 0..scenario.criteria.len();
            prop_assert_eq!(hint.criteria, all.filter(is_earned).collect::<Vec<_>>());
        }
    }
}
