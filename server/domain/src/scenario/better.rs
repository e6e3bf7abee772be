//! What would have been better, for a play that is over: never told before.

use super::choice::Choice;
use super::event::Did;
use super::model::{Exit, Scenario};
use super::play::Play;
use crate::score::Milli;

/// The choice that would have been better at this step, by its place in the node: of those that were shown in that state
/// the best one, unless the one taken was as good. Than silence, any is better that does no harm and goes on. None for
/// steps that are no choices, and for those taken back.
///
/// A choice without a critical error goes before one with; then one that does not end the play badly; then the one that
/// earns the larger part of the score. What it leads to later is not looked at: the words are about this moment.
#[must_use]
pub fn better(scenario: &Scenario, play: &Play, step: usize) -> Option<usize> {
    let taken = play.steps.get(step)?;
    let behind = play.behind.iter().find(|behind| behind.step == step)?;
    let Exit::Choices(choices) = &scenario.nodes.get(taken.node)?.exit else {
        return None;
    };
    let taken = match taken.did {
        Did::Chose(taken) => Worth::of(scenario, choices.get(taken)?),
        Did::Nothing => Worth::SILENCE,
        _ => return None,
    };
    let shown = choices
        .iter()
        .enumerate()
        .filter(|(_, choice)| choice.is_visible(&behind.vars));
    // Of equals the first as written: `max_by_key` would give the last.
    let (best, worth) = shown
        .rev()
        .map(|(at, choice)| (at, Worth::of(scenario, choice)))
        .max_by_key(|(_, worth)| *worth)?;
    (worth > taken).then_some(best)
}

/// How good a choice is in itself, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    is_harmless: bool,
    goes_on: bool,
    /// The part of the score it earns, in millionths of a point of weight.
    earns: Milli,
}

impl Worth {
    /// What saying nothing is worth: less than any answer that does no harm and does not end badly, whatever it earns.
    const SILENCE: Self = Self {
        is_harmless: true,
        goes_on: true,
        earns: Milli(-1),
    };

    fn of(scenario: &Scenario, choice: &Choice) -> Self {
        let part = |(criterion, points): (usize, u32)| {
            let criterion = scenario.criteria.get(criterion)?;
            let weight = Milli(criterion.weight.0.saturating_mul(1000));
            let of = i64::from(criterion.max.max(1));
            Some(weight.fraction(i64::from(points).min(of), of).0)
        };
        let fails = scenario.nodes.get(choice.target).map(|node| &node.exit);
        Self {
            is_harmless: choice.critical.is_empty(),
            goes_on: !matches!(fails, Some(Exit::End(false))),
            earns: Milli(choice.earns().filter_map(part).sum()),
        }
    }
}
