//! How a state is reached, for people to follow.

use super::super::model::{Exit, Scenario};
use super::graph::{Graph, Way};

/// For every state the step by which it was reached first.
pub(super) struct Paths<'a> {
    full: &'a Graph,
    /// The state before, and what was done there; none for the start.
    before: Vec<Option<(usize, Way)>>,
}

impl<'a> Paths<'a> {
    /// States are numbered in the order they were found, so the first step to one lies on a shortest path.
    pub(super) fn of(full: &'a Graph) -> Self {
        let mut before = vec![None; full.len()];
        for state in 0..full.len() {
            for edge in full.edges(state) {
                let to = edge.to as usize;
                if to != 0 && before[to].is_none() {
                    before[to] = Some((state, edge.way));
                }
            }
        }
        Self { full, before }
    }

    /// A shortest path from the start to a state: `open → 2 → promise → reply → closing`.
    pub(super) fn to(&self, scenario: &Scenario, state: usize) -> String {
        let id = |state: usize| scenario.nodes[self.full.node(state)].id.clone();
        let mut words = vec![id(state)];
        let mut here = state;
        while let Some((before, way)) = self.before[here] {
            words.extend(done(scenario, self.full.node(before), way));
            words.push(id(before));
            here = before;
        }
        words.reverse();
        words.join(" → ")
    }
}

/// What is done, as a scenario's own tests say it; nothing when there is only one way on.
fn done(scenario: &Scenario, node: usize, way: Way) -> Option<String> {
    match way {
        Way::Choice(at) => Some((at + 1).to_string()),
        Way::TimeOut => Some("timeout".to_owned()),
        Way::On => matches!(scenario.nodes[node].exit, Exit::Reply(_)).then(|| "reply".to_owned()),
    }
}
