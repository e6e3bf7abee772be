//! Proving a scenario before it is published: every state a play can reach is explored.

mod best;
mod cycles;
mod ends;
mod graph;
mod index;
mod lost;
mod maxima;
mod paths;
mod plan;
mod style;
mod tests;

use super::faults::ProofFault;
use super::model::Scenario;
use crate::content::library::Shelf;
use crate::content::phrases::Phrases;
use crate::content::problem::{Fault as _, Problem, Problems};
use crate::content::source::{Source, Span};
use crate::lang::Lang;
use cycles::Components;
use ends::{ends, is_stuck, passes, passes_without_mistake};
use graph::{Extent, Graph};
use lost::lost;
use maxima::{Ground, Maxima, Possible};
use paths::Paths;
use plan::Plan;
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// How many states are explored; beyond, the proof is given up with a warning.
pub use graph::STATES;

/// Proves a scenario that was read from the file `source`, and runs its tests; `phrases` are all lists of the folder.
pub fn prove(source: &Source, scenario: &Scenario, phrases: &Shelf<Phrases>, problems: &mut Problems) {
    for (span, fault) in Proof::of(scenario).faults {
        problems.push(source.problem(span, &fault));
    }
    for (span, fault) in style::of(scenario, phrases) {
        problems.push(source.problem(span, &fault));
    }
    // Without a start all of them fail.
    for test in scenario.tests.iter().filter(|_| !scenario.notes.doubts.start) {
        if let Some(fault) = tests::run(scenario, test, phrases) {
            problems.push(source.problem(test.place.clone(), &fault));
        }
    }
}

/// Looks at what a translation of a scenario, read from the file `source`, says in its own words.
pub fn prove_translation(
    source: &Source,
    scenario: &Scenario,
    lang: &Lang,
    phrases: &Shelf<Phrases>,
    problems: &mut Problems,
) {
    for (span, fault) in style::of_translation(scenario, lang, phrases) {
        problems.push(source.problem(span, &fault));
    }
}

/// The files of scenarios that were too large to be proved, by what the checker said; whoever publishes them takes it upon
/// himself, by name.
#[must_use]
pub fn unproven(problems: &[Problem]) -> BTreeSet<&str> {
    let code = ProofFault::NotProven { limit: STATES }.code();
    let given_up = problems.iter().filter(|problem| problem.code == code);
    given_up.map(|problem| problem.file.as_str()).collect()
}

/// What was found out about a scenario, and where.
#[derive(Debug, Default)]
pub(super) struct Proof {
    pub(super) faults: Vec<(Span, ProofFault)>,
    /// What the best path earns of each criterion; nothing when it is earned in a cycle or was not proven.
    pub(super) best: Vec<Option<u64>>,
}

impl Proof {
    pub(super) fn of(scenario: &Scenario) -> Self {
        Self::within(scenario, graph::STEPS)
    }

    /// The proof, given up when it takes more steps between states than these.
    pub(super) fn within(scenario: &Scenario, steps: usize) -> Self {
        let mut proof = Self::default();
        let certain = Plan::certain(scenario);
        // Where everything could be read, what may be is what is certain.
        let open = (!scenario.notes.doubts.is_empty()).then(|| Plan::open(scenario));
        let flat = Graph::flat(open.as_ref().unwrap_or(&certain));
        let endings = ends(&flat, &Components::of(&flat));
        for (node, _) in scenario
            .nodes
            .iter()
            .enumerate()
            .filter(|(node, _)| !endings[*node])
        {
            let id = scenario.nodes[node].id.clone();
            proof.at_node(scenario, node, ProofFault::NoEnd { id });
        }
        if scenario.start >= scenario.nodes.len() {
            return proof;
        }
        let full = Graph::explore(&certain, steps);
        let wide = open.as_ref().map(|open| Graph::explore(open, steps));
        let given_up = match full.extent {
            Extent::Whole => None,
            Extent::States => Some(ProofFault::NotProven { limit: STATES }),
            Extent::Steps(limit) => Some(ProofFault::NotProvenSteps { limit }),
        };
        let is_proven = given_up.is_none();
        proof
            .faults
            .extend(given_up.map(|fault| (scenario.notes.start.clone(), fault)));
        let widest = wide.as_ref().unwrap_or(&full);
        let reached: Vec<bool> = match widest.own.filter(|_| is_proven) {
            Some(own) => {
                let mut reached = vec![false; scenario.nodes.len()];
                widest.nodes[..own]
                    .iter()
                    .for_each(|node| reached[*node as usize] = true);
                reached
            }
            None => flat.reach([scenario.start], |_, _| true),
        };
        for node in lost(scenario, &flat, |node| reached[node]) {
            let id = scenario.nodes[node].id.clone();
            proof.at_node(scenario, node, ProofFault::Unreachable { id });
        }
        if is_proven {
            proof.states(&full, wide.as_ref(), &endings);
        }
        proof
    }

    fn at_node(&mut self, scenario: &Scenario, node: usize, fault: ProofFault) {
        self.faults.push((scenario.nodes[node].place.clone(), fault));
    }

    /// Proves what takes every state to prove: those that are certain, and those that may be besides when there are doubts.
    /// `endings` are the nodes from which an end can be reached at all.
    fn states(&mut self, full: &Graph<'_>, wide: Option<&Graph<'_>>, endings: &[bool]) {
        let scenario = full.plan.scenario;
        let certain = Ground::of(full);
        let (mut hidden, mut trapped) = (BTreeSet::new(), BTreeSet::new());
        let paths = LazyCell::new(|| Paths::of(full));
        for (state, can_end) in ends(full, &certain.components).into_iter().enumerate() {
            let node = full.node(state);
            let when = || full.when(state);
            if is_stuck(full, state) && hidden.insert(node) {
                let (when, path) = (when(), paths.to(state));
                self.at_node(scenario, node, ProofFault::AllHidden { when, path });
            }
            if !can_end && endings[node] && trapped.insert(node) {
                let id = scenario.nodes[node].id.clone();
                let (when, path) = (when(), paths.to(state));
                self.at_node(scenario, node, ProofFault::NoEndWhen { id, when, path });
            }
        }
        // What more could be read, could be more than can be explored: then nothing is said of what is lacking.
        let widest = wide.unwrap_or(full);
        let open = wide.filter(|wide| wide.extent == Extent::Whole).map(Ground::of);
        if widest.extent == Extent::Whole {
            self.never_shown(widest);
            if passes(full) && !passes_without_mistake(widest) {
                self.faults
                    .push((scenario.notes.start.clone(), ProofFault::EveryPathCritical {}));
            }
        }
        let possible = match (wide, &open) {
            (None, _) => Possible::Nothing,
            (Some(_), Some(open)) => Possible::All(open),
            (Some(_), None) => Possible::TooMuch,
        };
        let maxima = Maxima::of(scenario, &certain, &possible);
        self.faults.extend(maxima.faults);
        self.best = maxima.best;
    }

    fn never_shown(&mut self, graph: &Graph<'_>) {
        let scenario = graph.plan.scenario;
        let mut shown = vec![false; graph.plan.len()];
        let mut reached = vec![false; scenario.nodes.len()];
        for state in 0..graph.len() {
            reached[graph.node(state)] = true;
            for edge in graph.edges(state) {
                shown[edge.place as usize] = true;
            }
        }
        for node in (0..scenario.nodes.len()).filter(|node| reached[*node]) {
            // When none is ever shown, that is what is wrong.
            let choices = graph.plan.places(node).filter_map(|place| {
                let choice = plan::chosen(scenario, node, graph.plan.at(place).way)?;
                Some((choice, shown[place]))
            });
            let never = choices
                .clone()
                .filter(|(_, shown)| !shown)
                .map(|(choice, _)| choice);
            if choices.clone().any(|(_, shown)| shown) {
                let known = never.filter(|choice| choice.target < scenario.nodes.len());
                self.faults
                    .extend(known.map(|choice| (choice.place.clone(), ProofFault::NeverShown {})));
            }
        }
    }
}
