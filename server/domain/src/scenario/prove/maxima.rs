//! What paths can earn: cycles that score, maxima, and whether one path reaches them all.

use super::super::faults::ProofFault;
use super::super::model::{Effect, Exit, Scenario};
use super::cycles::Components;
use super::graph::{Edge, Graph, Way};
use crate::content::source::Span;
use crate::score::Milli;
use std::collections::BTreeSet;

/// What was found about the points of a scenario whose states are all explored.
#[derive(Debug, Default)]
pub(super) struct Maxima {
    /// What is wrong, and where.
    pub(super) faults: Vec<(Span, ProofFault)>,
    /// What the best path earns of each criterion; nothing for what is earned in a cycle.
    pub(super) best: Vec<Option<u64>>,
}

/// The points a step earns of a criterion, rated and timely ones included.
pub(super) fn gain(scenario: &Scenario, node: usize, edge: Edge, criterion: usize) -> u32 {
    sources(scenario, node, edge)
        .filter(|(of, ..)| *of == criterion)
        .map(|(_, points, _)| points)
        .sum()
}

/// What a step earns, at most: criterion, points, and where it says so.
fn sources(scenario: &Scenario, node: usize, edge: Edge) -> impl Iterator<Item = (usize, u32, &Span)> {
    let node = &scenario.nodes[node];
    let in_time = edge.way != Way::TimeOut;
    let timed = node.within.as_ref().filter(|_| in_time);
    let timely = timed.and_then(|within| Some((scenario.timely()?, 1, &within.place)));
    let effects = match (&node.exit, edge.way) {
        (Exit::Choices(choices), Way::Choice(choice)) => choices[choice as usize].effects.as_slice(),
        _ => &[],
    };
    let rates = match &node.exit {
        Exit::Reply(reply) if in_time => reply.rate.as_slice(),
        _ => &[],
    };
    let earned = effects.iter().filter_map(|effect| match effect {
        Effect::Earn {
            criterion,
            points,
            place,
        } => Some((*criterion, *points, place)),
        Effect::Change { .. } => None,
    });
    earned
        .chain(rates.iter().map(|rate| (rate.criterion, rate.most, &rate.place)))
        .chain(timely)
}

impl Maxima {
    /// Proves the maxima of a scenario.
    pub(super) fn of(scenario: &Scenario, graph: &Graph, components: &Components) -> Self {
        let mut maxima = Self::default();
        let cyclic = maxima.cycles(scenario, graph, components);
        let mut tight = vec![true; graph.count()];
        for (at, criterion) in scenario.criteria.iter().enumerate() {
            if cyclic.contains(&at) {
                maxima.best.push(None);
                continue;
            }
            let best = longest(scenario, graph, components, at);
            if criterion.weight > Milli(0) {
                best.loosen(scenario, graph, components, at, &mut tight);
            }
            let best = best.of_start(components);
            maxima.best.push(Some(best));
            let (id, max) = (criterion.id.clone(), criterion.max);
            let unread = max == 0;
            if !unread && best > u64::from(max) {
                maxima
                    .faults
                    .push((criterion.place.clone(), ProofFault::MaxExceeded { id, max, best }));
            } else if !unread && best < u64::from(max) && !scenario.notes.incomplete {
                maxima.faults.push((
                    criterion.place.clone(),
                    ProofFault::MaxNotReached { id, max, best },
                ));
            }
        }
        let provable =
            maxima.faults.is_empty() && !scenario.notes.incomplete && !scenario.criteria.is_empty();
        if provable && !reaches_an_end(scenario, graph, &tight) {
            maxima
                .faults
                .push((scenario.notes.criteria.clone(), ProofFault::NoPathTo100 {}));
        }
        maxima
    }

    /// Reports what scores inside a cycle, each place once; returns the criteria that do.
    fn cycles(&mut self, scenario: &Scenario, graph: &Graph, components: &Components) -> BTreeSet<usize> {
        let mut cyclic = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for state in 0..graph.len() {
            let node = graph.node(state);
            for edge in graph
                .edges(state)
                .iter()
                .filter(|edge| components.same(state, edge.to as usize))
            {
                for (criterion, _, place) in sources(scenario, node, *edge) {
                    cyclic.insert(criterion);
                    if seen.insert((place.start, criterion)) {
                        let id = scenario.criteria[criterion].id.clone();
                        self.faults
                            .push((place.clone(), ProofFault::ScoresInCycle { id }));
                    }
                }
            }
        }
        cyclic
    }
}

/// The most points of a criterion that paths earn from here on, by component.
struct Best(Vec<u64>);

fn longest(scenario: &Scenario, graph: &Graph, components: &Components, criterion: usize) -> Best {
    let mut best = vec![0_u64; graph.len()];
    for state in components.order.iter().map(|state| *state as usize) {
        let component = components.of[state] as usize;
        for edge in graph
            .edges(state)
            .iter()
            .filter(|edge| !components.same(state, edge.to as usize))
        {
            let points = u64::from(gain(scenario, graph.node(state), *edge, criterion));
            let to = components.of[edge.to as usize] as usize;
            best[component] = best[component].max(points + best[to]);
        }
    }
    Best(best)
}

impl Best {
    fn of_start(&self, components: &Components) -> u64 {
        components.of.first().map_or(0, |start| self.0[*start as usize])
    }

    /// Clears the steps that lie on no best path. Inside a component nothing is earned, or it would be a cycle's.
    fn loosen(
        &self,
        scenario: &Scenario,
        graph: &Graph,
        components: &Components,
        criterion: usize,
        tight: &mut [bool],
    ) {
        for state in 0..graph.len() {
            for at in graph.places(state) {
                let edge = graph.edge(at);
                let to = edge.to as usize;
                let points = u64::from(gain(scenario, graph.node(state), edge, criterion));
                let (here, there) = (components.of[state] as usize, components.of[to] as usize);
                tight[at] &= here == there || points + self.0[there] == self.0[here];
            }
        }
    }
}

fn reaches_an_end(scenario: &Scenario, graph: &Graph, tight: &[bool]) -> bool {
    let reached = graph.reach([0], |_, at| tight[at]);
    (0..graph.len())
        .any(|state| reached[state] && matches!(scenario.nodes[graph.node(state)].exit, Exit::End(_)))
}
