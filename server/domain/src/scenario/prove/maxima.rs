//! What paths can earn: cycles that score, maxima, and whether one path reaches them all.

use super::super::faults::ProofFault;
use super::super::model::{Criterion, Exit, Scenario};
use super::best::Bounds;
use super::cycles::Components;
use super::graph::Graph;
use super::plan::sources;
use crate::content::source::Span;
use crate::score::Milli;
use std::collections::BTreeSet;

/// A graph with its cycles.
pub(super) struct Ground<'g> {
    pub(super) graph: &'g Graph<'g>,
    pub(super) components: Components,
}

/// What was found about the points of a scenario whose states are all explored.
#[derive(Debug, Default)]
pub(super) struct Maxima {
    /// What is wrong, and where.
    pub(super) faults: Vec<(Span, ProofFault)>,
    /// What the best path earns of each criterion; nothing for what is earned in a cycle.
    pub(super) best: Vec<Option<u64>>,
}

impl<'g> Ground<'g> {
    pub(super) fn of(graph: &'g Graph<'g>) -> Self {
        Self {
            graph,
            components: Components::of(graph),
        }
    }

    /// What is earned inside a cycle: criterion and place, each once.
    fn cycles(&self) -> Vec<(usize, Span)> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        for state in 0..self.graph.len() {
            let node = self.graph.node(state);
            let edges = self.graph.edges(state).iter();
            for edge in edges.filter(|edge| self.components.same(state, edge.to as usize)) {
                for (criterion, _, place) in sources(self.graph.plan.scenario, node, self.graph.way(*edge)) {
                    if seen.insert((place.start, criterion)) {
                        found.push((criterion, place.clone()));
                    }
                }
            }
        }
        found
    }
}

/// What may be besides what is certain.
pub(super) enum Possible<'p, 'g> {
    /// Nothing: everything could be read.
    Nothing,
    /// The states of this graph.
    All(&'p Ground<'g>),
    /// More than can be explored.
    TooMuch,
}

impl Maxima {
    /// Proves the maxima of a scenario.
    pub(super) fn of(scenario: &Scenario, certain: &Ground<'_>, possible: &Possible<'_, '_>) -> Self {
        let mut maxima = Self::default();
        let mut cyclic = BTreeSet::new();
        for (criterion, place) in certain.cycles() {
            cyclic.insert(criterion);
            let id = scenario.criteria[criterion].id.clone();
            maxima.faults.push((place, ProofFault::ScoresInCycle { id }));
        }
        let mut bounds = certain.bounds();
        for at in 0..scenario.criteria.len() {
            let best = (!cyclic.contains(&at)).then(|| bounds.most(at)).flatten();
            maxima.best.push(best);
        }
        match possible {
            Possible::Nothing => maxima.judge(scenario, &cyclic, &mut bounds),
            Possible::All(open) => {
                let cyclic = open
                    .cycles()
                    .into_iter()
                    .map(|(criterion, _)| criterion)
                    .collect();
                maxima.judge(scenario, &cyclic, &mut open.bounds());
            }
            Possible::TooMuch => {
                let best = maxima.best.clone();
                let known = scenario.criteria.iter().zip(best);
                known.for_each(|(criterion, best)| maxima.compare(scenario, criterion, best, None));
            }
        }
        maxima
    }

    fn judge(&mut self, scenario: &Scenario, cyclic: &BTreeSet<usize>, bounds: &mut Bounds<'_, '_>) {
        for (at, criterion) in scenario.criteria.iter().enumerate() {
            let most = (!cyclic.contains(&at)).then(|| bounds.most(at)).flatten();
            self.compare(scenario, criterion, self.best[at], most);
        }
        let weighted = |at: &usize| scenario.criteria[*at].weight > Milli(0);
        let provable = self.faults.is_empty() && cyclic.is_empty() && !scenario.criteria.is_empty();
        if provable && bounds.misses_full((0..scenario.criteria.len()).filter(weighted)) {
            self.faults
                .push((scenario.notes.criteria_key.clone(), ProofFault::NoPathTo100 {}));
        }
    }

    /// Compares a maximum with what is certainly earned, and with the most that may be.
    fn compare(&mut self, scenario: &Scenario, criterion: &Criterion, best: Option<u64>, most: Option<u64>) {
        let (id, max) = (criterion.id.clone(), criterion.max);
        // A maximum of 0 could not be read, and what is earned again and again is reported there.
        let Some(best) = best.filter(|_| max > 0) else {
            return;
        };
        let fault = match most {
            _ if best > u64::from(max) => ProofFault::MaxExceeded { id, max, best },
            Some(0) if scenario.timely().is_some_and(|at| scenario.criteria[at].id == id) => {
                ProofFault::NothingTimed { max }
            }
            Some(0) => ProofFault::NothingEarns { id },
            Some(best) if best < u64::from(max) => ProofFault::MaxNotReached { id, max, best },
            _ => return,
        };
        self.faults.push((criterion.place.clone(), fault));
    }
}

impl Bounds<'_, '_> {
    /// Whether no path reaches the most of all these criteria; nothing when that cannot be told.
    fn misses_full(&mut self, criteria: impl Iterator<Item = usize>) -> bool {
        let graph = self.ground.graph;
        let scenario = graph.plan.scenario;
        let mut tight = vec![true; graph.count()];
        let mut guesses = vec![true; self.guesses.len()];
        for at in criteria {
            let max = scenario.criteria[at].max;
            let most = self.most(at);
            if most.is_none_or(|most| max > 0 && most != u64::from(max)) {
                return false;
            }
            self.loosen(at, &mut tight, &mut guesses);
        }
        let reached = graph.reach([0], |_, at| tight[at]);
        let ends = |state: usize| matches!(scenario.nodes[graph.node(state)].exit, Exit::End(_));
        let may_end = self
            .guesses
            .iter()
            .zip(guesses)
            .any(|(guess, tight)| tight && reached[guess.state]);
        !may_end && !(0..graph.len()).any(|state| reached[state] && ends(state))
    }
}
