use super::super::better::better;
use super::super::model::Exit;
use super::super::play::{Did, Mode, apply, replay};
use super::folds::random_play;
use super::random::scenario;
use super::{EXAMPLE, SMALL, chose, small, sound};
use crate::scenario::play::{Event, Play};
use crate::time::Moment;
use proptest::prelude::*;

/// What would have been better at each step of a play of these choices.
fn better_ones(text: &str, choices: &[usize]) -> Vec<Option<usize>> {
    let scenario = sound(text);
    let mut play = Play::begin(&scenario, Mode::Assessed, Moment(0));
    for (seconds, choice) in (1..).zip(choices) {
        play = apply(&scenario, &play, &chose(play.node, *choice, seconds)).unwrap();
    }
    (0..play.steps.len())
        .map(|step| better(&scenario, &play, step))
        .collect()
}

#[test]
fn what_earns_more_is_better_and_the_best_needs_no_word() {
    assert_eq!(better_ones(SMALL, &[0, 1]), [None, None]);
    assert_eq!(better_ones(SMALL, &[1, 0]), [Some(0), Some(1)]);
    assert_eq!(better_ones(EXAMPLE, &[1, 0]), [Some(0), Some(1)]);
}

#[test]
fn a_critical_error_is_the_worst_of_all() {
    assert_eq!(better_ones(EXAMPLE, &[2]), [Some(0)]);
    let costly = small("(#b) `care +1`", "(#b) `care +1` `critical customer`");
    assert_eq!(better_ones(&costly, &[0, 1]), [Some(1), None]);
}

#[test]
fn what_was_not_shown_was_no_way_out() {
    let hidden = small("(#z) `care +1`", "(#z) `if mood <= 2` `care +1`");
    assert_eq!(better_ones(&hidden, &[1, 0]), [Some(0), None]);
}

#[test]
fn silence_could_have_been_an_answer() {
    let scenario = sound(EXAMPLE);
    let late = Event::TimedOut {
        node: 0,
        at: Moment(0).plus_seconds(31),
    };
    let play = replay(&scenario, Mode::Assessed, Moment(0), &[late]).unwrap();
    assert_eq!(better(&scenario, &play, 0), Some(0));
}

#[test]
fn what_was_taken_back_gets_no_word() {
    let scenario = sound(SMALL);
    let back = Event::TookBack {
        node: 1,
        at: Moment(2),
    };
    let events = [chose(0, 1, 1), back, chose(0, 0, 3)];
    let play = replay(&scenario, Mode::Practice, Moment(0), &events).unwrap();
    let told: Vec<_> = (0..3).map(|step| better(&scenario, &play, step)).collect();
    assert_eq!(told, [None, None, None]);
}

proptest! {
    #[test]
    fn it_was_shown_and_there_is_nothing_better_than_it(
        scenario in scenario(),
        picks in proptest::collection::vec((0..20_usize, 0..60_u32), 0..30),
    ) {
        let (events, play) = random_play(&scenario, &picks);
        for step in 0..play.steps.len() {
            let Some(best) = better(&scenario, &play, step) else { continue };
            // An event that came twice made one step.
            let before = (0..events.len())
                .map(|count| replay(&scenario, Mode::Assessed, Moment(0), &events[..count]).unwrap())
                .rfind(|before| before.steps.len() == step)
                .unwrap();
            prop_assert!(before.visible(&scenario).contains(&best));
            prop_assert!(play.steps[step].did != Did::Chose(best));
            let Exit::Choices(_) = &scenario.nodes[before.node].exit else { panic!("choices") };
            // Had it been taken, no other one would be better.
            let at = play.steps[step].at;
            let instead = apply(&scenario, &before, &Event::Chose { node: before.node, choice: best, at });
            if let Ok(instead) = instead && matches!(instead.steps.get(step), Some(taken) if taken.did == Did::Chose(best)) {
                prop_assert_eq!(better(&scenario, &instead, step), None);
            }
        }
    }
}
