//! Random plays of random scenarios: a play is a fold, and scores stay within what is proved.

use super::super::model::Scenario;
use super::super::play::{Event, Mode, Play, apply, replay};
use super::super::prove::Proof;
use super::super::score::{Outcome, Rating, score};
use super::super::state::state_hash;
use super::brute::events;
use super::random::scenario;
use crate::score::{FULL, Milli};
use crate::time::Moment;
use proptest::prelude::*;

/// Events of a random play, by numbers that are taken modulo what there is.
pub(super) fn random_play(scenario: &Scenario, picks: &[(usize, u32)]) -> (Vec<Event>, Play) {
    let mut play = Play::begin(scenario, Mode::Assessed, Moment(0));
    let mut taken = Vec::new();
    for (pick, seconds) in picks {
        let at = play.since.plus_seconds(i64::from(*seconds));
        let possible = events(scenario, play.node);
        let event = match possible[pick % possible.len()].clone() {
            Event::Chose { node, choice, .. } => Event::Chose { node, choice, at },
            Event::Replied { node, text, .. } => Event::Replied { node, text, at },
            Event::Went { node, .. } => Event::Went { node, at },
            Event::TimedOut { node, .. } => Event::TimedOut { node, at },
            only_practised => only_practised,
        };
        if let Ok(after) = apply(scenario, &play, &event) {
            play = after;
            taken.push(event);
        }
    }
    (taken, play)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn plays_stay_within_bounds_and_replay_exactly(
        scenario in scenario(),
        picks in proptest::collection::vec((0..20_usize, 0..60_u32), 0..30),
        banned in any::<bool>(),
    ) {
        let (events, play) = random_play(&scenario, &picks);
        let again = replay(&scenario, Mode::Assessed, Moment(0), &events);
        prop_assert_eq!(again.as_ref().map(state_hash), Ok(state_hash(&play)));
        prop_assert_eq!(again, Ok(play.clone()));
        prop_assert!(play.vars.iter().zip(&scenario.vars).all(|(value, var)| (var.min..=var.max).contains(value)));
        if play.end(&scenario).is_some() {
            let best = Proof::of(&scenario).best;
            prop_assert!(play.earned.iter().zip(&best).all(|(earned, best)| best.is_none_or(|best| u64::from(*earned) <= best)));
            let rating = |reply: usize| Rating { reply, points: Vec::new(), banned };
            let ratings: Vec<Rating> = (0..play.replies().len()).map(rating).collect();
            let outcome = score(&scenario, &play, &ratings);
            let Ok(Outcome::Final(score)) = outcome else { panic!("all rated: {outcome:?}") };
            prop_assert!((Milli(0)..=FULL).contains(&score.score));
            prop_assert!(score.earned.iter().zip(&scenario.criteria).all(|(earned, criterion)| *earned <= criterion.max.into()));
            prop_assert!(!score.passed || (score.mistakes.is_empty() && score.score >= Milli::whole(50)));
        }
    }
}
