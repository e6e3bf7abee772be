//! How a state is reached, for people to follow.

use super::super::map::Way;
use super::super::model::{Exit, Scenario};
use super::graph::Graph;

/// How many nodes of a path are named at its beginning and at its end, when it is longer than both.
const ENDS: usize = 5;

/// For every state the step by which it was reached first.
pub(super) struct Paths<'a> {
    full: &'a Graph<'a>,
    /// The state before, and what was done there; none for the start.
    before: Vec<Option<(usize, Way)>>,
}

impl<'a> Paths<'a> {
    /// States are numbered in the order they were found, so the first step to one lies on a shortest path.
    pub(super) fn of(full: &'a Graph<'a>) -> Self {
        let mut before = vec![None; full.len()];
        for state in 0..full.len() {
            for edge in full.edges(state) {
                let to = edge.to as usize;
                if to != 0 && before[to].is_none() {
                    before[to] = Some((state, full.way(*edge)));
                }
            }
        }
        Self { full, before }
    }

    /// A shortest path from the start to a state: `open → 2 → promise → reply → closing`. Of a long one both ends.
    pub(super) fn to(&self, state: usize) -> String {
        let scenario = self.full.plan.scenario;
        let id = |state: usize| scenario.nodes[self.full.node(state)].id.clone();
        let mut steps = vec![vec![id(state)]];
        let mut here = state;
        while let Some((before, way)) = self.before[here] {
            let mut step = vec![id(before)];
            step.extend(done(scenario, self.full.node(before), way));
            steps.push(step);
            here = before;
        }
        steps.reverse();
        if steps.len() > 2 * ENDS + 1 {
            steps.splice(ENDS..steps.len() - ENDS, [vec!["…".to_owned()]]);
        }
        steps.concat().join(" → ")
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
