//! Proving a scenario before it is published: every state a play can reach is explored.

mod cycles;
mod graph;
mod maxima;
mod paths;
mod style;
mod tests;

use super::faults::ProofFault;
use super::model::{Exit, Scenario};
use crate::content::library::Shelf;
use crate::content::phrases::Phrases;
use crate::content::problem::{Fault as _, Problem, Problems};
use crate::content::source::{Source, Span};
use crate::lang::Lang;
use cycles::Components;
use graph::{Graph, Way};
use maxima::Maxima;
use paths::Paths;
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
    // What could not be read makes tests come out otherwise, and without a start or a maximum all of them fail.
    let is_whole = !scenario.notes.incomplete && scenario.criteria.iter().all(|criterion| criterion.max > 0);
    for test in scenario.tests.iter().filter(|_| is_whole) {
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
        let mut proof = Self::default();
        let flat = Graph::flat(scenario);
        let components = Components::of(&flat);
        let ends = ends(scenario, &flat, &components);
        for (node, _) in scenario.nodes.iter().enumerate().filter(|(node, _)| !ends[*node]) {
            let id = scenario.nodes[node].id.clone();
            proof.at_node(scenario, node, ProofFault::NoEnd { id });
        }
        if scenario.start >= scenario.nodes.len() {
            return proof;
        }
        let full = Graph::explore(scenario);
        if full.complete {
            let reached: BTreeSet<usize> = full.nodes.iter().map(|node| *node as usize).collect();
            proof.unreachable(scenario, &flat, |node| reached.contains(&node));
            proof.states(scenario, &full, &ends);
        } else {
            proof.faults.push((
                scenario.notes.start.clone(),
                ProofFault::NotProven { limit: STATES },
            ));
            let reached = flat.reach([scenario.start], |_, _| true);
            proof.unreachable(scenario, &flat, |node| reached[node]);
        }
        proof
    }

    fn at_node(&mut self, scenario: &Scenario, node: usize, fault: ProofFault) {
        self.faults.push((scenario.nodes[node].place.clone(), fault));
    }

    /// Reports nodes that are not reached, but for those a misspelt target is likely to mean.
    fn unreachable(&mut self, scenario: &Scenario, flat: &Graph, is_reached: impl Fn(usize) -> bool) {
        let meant = flat.reach(scenario.notes.meant.iter().copied(), |_, _| true);
        for node in (0..scenario.nodes.len()).filter(|node| !is_reached(*node) && !meant[*node]) {
            let id = scenario.nodes[node].id.clone();
            self.at_node(scenario, node, ProofFault::Unreachable { id });
        }
    }

    /// Proves what takes every state to prove. `ends` are the nodes from which an end can be reached at all.
    fn states(&mut self, scenario: &Scenario, full: &Graph, ends: &[bool]) {
        let components = Components::of(full);
        let can_end = self::ends(scenario, full, &components);
        let (mut hidden, mut trapped) = (BTreeSet::new(), BTreeSet::new());
        let mut shown = BTreeSet::new();
        let paths = LazyCell::new(|| Paths::of(full));
        for (state, can_end) in can_end.into_iter().enumerate() {
            let node = full.node(state);
            shown.extend(full.edges(state).iter().map(|edge| (node, edge.way)));
            let when = || full.when(scenario, state);
            if is_stuck(scenario, full, state) && hidden.insert(node) {
                self.at_node(
                    scenario,
                    node,
                    ProofFault::AllHidden {
                        when: when(),
                        path: paths.to(scenario, state),
                    },
                );
            }
            if !can_end && ends[node] && trapped.insert(node) {
                let id = scenario.nodes[node].id.clone();
                self.at_node(
                    scenario,
                    node,
                    ProofFault::NoEndWhen {
                        id,
                        when: when(),
                        path: paths.to(scenario, state),
                    },
                );
            }
        }
        self.never_shown(scenario, full, &shown);
        if !passes_without_mistake(scenario, full) {
            self.faults
                .push((scenario.notes.start.clone(), ProofFault::EveryPathCritical {}));
        }
        let maxima = Maxima::of(scenario, full, &components);
        self.faults.extend(maxima.faults);
        self.best = maxima.best;
    }

    fn never_shown(&mut self, scenario: &Scenario, full: &Graph, shown: &BTreeSet<(usize, Way)>) {
        let reached: BTreeSet<u32> = full.nodes.iter().copied().collect();
        for node in reached.into_iter().map(|node| node as usize) {
            let Exit::Choices(choices) = &scenario.nodes[node].exit else {
                continue;
            };
            for (at, choice) in (0..).zip(choices) {
                if choice.target < scenario.nodes.len() && !shown.contains(&(node, Way::Choice(at))) {
                    self.faults
                        .push((choice.place.clone(), ProofFault::NeverShown {}));
                }
            }
        }
    }
}

/// Whether every choice is hidden in a state; a node whose choices could not be read is not.
fn is_stuck(scenario: &Scenario, graph: &Graph, state: usize) -> bool {
    let Exit::Choices(choices) = &scenario.nodes[graph.node(state)].exit else {
        return false;
    };
    let leads_nowhere = choices.iter().any(|choice| choice.target >= scenario.nodes.len());
    let shown = graph
        .edges(state)
        .iter()
        .any(|edge| matches!(edge.way, Way::Choice(_)));
    !choices.is_empty() && !leads_nowhere && !shown
}

/// From which states an end can be reached. What is reported for itself counts as an end: a way that leads nowhere,
/// a node without a way out, a state in which every choice is hidden.
fn ends(scenario: &Scenario, graph: &Graph, components: &Components) -> Vec<bool> {
    let mut ends = vec![false; graph.len()];
    let is_end = |state: usize| {
        let node = &scenario.nodes[graph.node(state)];
        let nowhere = |target: usize| target >= scenario.nodes.len();
        let timed_out = node.within.as_ref().and_then(|within| within.or_else);
        let exit = match &node.exit {
            Exit::End(_) => true,
            Exit::Choices(choices) => {
                choices.is_empty() || choices.iter().any(|choice| nowhere(choice.target))
            }
            Exit::Reply(reply) => nowhere(reply.to),
            Exit::Go(go) => nowhere(go.target),
        };
        exit || timed_out.is_some_and(nowhere) || is_stuck(scenario, graph, state)
    };
    for state in components.order.iter().map(|state| *state as usize) {
        let leads = graph
            .edges(state)
            .iter()
            .any(|edge| ends[components.of[edge.to as usize] as usize]);
        ends[components.of[state] as usize] |= leads || is_end(state);
    }
    (0..graph.len())
        .map(|state| ends[components.of[state] as usize])
        .collect()
}

/// Whether some path ends in `pass` without a critical error. What could not be read may be such a path, and where
/// nothing ends, that is said already.
fn passes_without_mistake(scenario: &Scenario, graph: &Graph) -> bool {
    let harmless = |state: usize, at: usize| {
        let exit = &scenario.nodes[graph.node(state)].exit;
        match (exit, graph.edge(at).way) {
            (Exit::Choices(choices), Way::Choice(choice)) => choices[choice as usize].critical.is_empty(),
            _ => true,
        }
    };
    let end = |state: usize| match scenario.nodes[graph.node(state)].exit {
        Exit::End(pass) => Some(pass),
        _ => None,
    };
    let reached = graph.reach([0], harmless);
    let passes = (0..graph.len()).any(|state| reached[state] && end(state) == Some(true));
    passes || scenario.notes.incomplete || !(0..graph.len()).any(|state| end(state).is_some())
}
