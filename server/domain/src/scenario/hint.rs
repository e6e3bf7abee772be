//! What practice tells before an answer: what the moment is about, never which answer is right.

use super::event::Mode;
use super::model::{Anchor, Choice, Exit, Scenario};
use super::play::Play;
use std::collections::BTreeSet;

/// What the shown node is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint<'a> {
    /// The criteria that an answer can earn points of here and now, in the order of the scenario.
    pub criteria: Vec<usize>,
    /// Whether one of the answers that are shown is a critical error, or a reply can be one.
    pub is_risky: bool,
    /// What earns the most points of what is rated in a reply, where the author says so.
    pub best: Vec<&'a Anchor>,
}

/// The hint at the node that is shown; none in an assessed play, while the time stands still, or where nothing is answered.
#[must_use]
pub fn hint<'a>(scenario: &'a Scenario, play: &Play) -> Option<Hint<'a>> {
    if play.mode == Mode::Assessed || play.paused.is_some() {
        return None;
    }
    let node = scenario.nodes.get(play.node)?;
    let mut criteria = BTreeSet::new();
    let mut hint = Hint::default();
    match &node.exit {
        Exit::Choices(choices) => {
            let shown = choices.iter().filter(|choice| choice.is_visible(&play.vars));
            let shown: Vec<&Choice> = shown.collect();
            criteria.extend(
                shown
                    .iter()
                    .flat_map(|choice| choice.earns())
                    .map(|(criterion, _)| criterion),
            );
            hint.is_risky = shown.iter().any(|choice| !choice.critical.is_empty());
        }
        Exit::Reply(reply) => {
            criteria.extend(reply.rate.iter().map(|rate| rate.criterion));
            hint.is_risky = !reply.ban.is_empty();
            let best = |anchor: &&Anchor| {
                let mut rates = reply.rate.iter();
                rates.any(|rate| rate.criterion == anchor.criterion && rate.most == anchor.level)
            };
            hint.best = reply.anchors.iter().filter(best).collect();
        }
        Exit::Go(_) | Exit::End(_) => return None,
    }
    criteria.extend(scenario.timely().filter(|_| node.within.is_some()));
    hint.criteria = criteria.into_iter().collect();
    Some(hint)
}
