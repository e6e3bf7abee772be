//! Nodes that nothing reaches, but for those that something unreadable is likely to lead to.

use super::super::map::{Way, ways};
use super::super::model::{Doubt, Scenario};
use super::graph::Graph;
use crate::content::front::is_id;

/// The nodes that are not reached and that nothing is likely to mean. `flat` leads on over likely targets too.
pub(super) fn lost(scenario: &Scenario, flat: &Graph<'_>, is_reached: impl Fn(usize) -> bool) -> Vec<usize> {
    let count = scenario.nodes.len();
    // A heading that is no id is reported there; nobody can lead to it before it is one.
    let called = (0..count).filter(|node| !is_id(&scenario.nodes[*node].id));
    let mut held = Held {
        flat,
        reached: (0..count).map(is_reached).collect(),
    };
    held.add(called);
    let mut waiting: Vec<usize> = (0..count)
        .filter(|node| !scenario.notes.doubts.at(*node).is_empty())
        .collect();
    while let Some(next) = waiting.iter().position(|node| held.reached[*node]) {
        let node = waiting.remove(next);
        held.follow(scenario, node);
    }
    (0..count).filter(|node| !held.reached[*node]).collect()
}

/// What is reached, or likely to be meant.
struct Held<'g> {
    flat: &'g Graph<'g>,
    reached: Vec<bool>,
}

impl Held<'_> {
    fn add(&mut self, nodes: impl IntoIterator<Item = usize>) {
        let nodes = nodes
            .into_iter()
            .filter(|node| !self.reached[*node])
            .collect::<Vec<_>>();
        for (known, reached) in self.reached.iter_mut().zip(self.flat.reach(nodes, |_, _| true)) {
            *known |= reached;
        }
    }

    /// Follows the unreadable ways of a node to what they are likely to mean.
    fn follow(&mut self, scenario: &Scenario, node: usize) {
        let doubts = &scenario.notes.doubts;
        if doubts.leads_on(node) {
            // There may have been any number of ways.
            return self.add(0..scenario.nodes.len());
        }
        let leads = |way: Way| {
            let mut targets = doubts.of(node, Some(way));
            targets.find_map(|doubt| match doubt {
                Doubt::Target(meant) => Some(meant),
                _ => None,
            })
        };
        let known = ways(scenario, node);
        let is_only = known
            .iter()
            .all(|(way, _)| *way == Way::TimeOut || leads(*way).is_some());
        let late = known
            .iter()
            .all(|(way, _)| *way != Way::TimeOut)
            .then_some(Way::TimeOut);
        for meant in known.iter().map(|(way, _)| *way).chain(late).filter_map(leads) {
            // `flat` already leads on to a target of a similar name. When that is reached anyway, it may be another.
            let behind = (node + 1..scenario.nodes.len()).chain(0..node);
            let next = if is_only {
                let roots = self.roots();
                behind.clone().find(|node| roots.contains(node))
            } else {
                behind.clone().next().filter(|_| meant.is_none())
            };
            self.add(next);
        }
    }

    /// The nodes that are not reached and that no other such node leads to.
    fn roots(&self) -> Vec<usize> {
        let mut led = vec![false; self.reached.len()];
        let lost = || (0..self.reached.len()).filter(|node| !self.reached[*node]);
        for node in lost() {
            for edge in self
                .flat
                .edges(node)
                .iter()
                .filter(|edge| edge.to as usize != node)
            {
                led[edge.to as usize] = true;
            }
        }
        let roots: Vec<usize> = lost().filter(|node| !led[*node]).collect();
        if roots.is_empty() { lost().collect() } else { roots }
    }
}
