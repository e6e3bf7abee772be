//! The states a play can reach, and the steps between them.

pub(super) use super::super::map::Way;
use super::super::map::ways;
use super::super::model::{Exit, Scenario};
use std::collections::HashMap;

/// How many states are explored; beyond, nothing is proved.
pub const STATES: usize = 200_000;
/// How many steps between them are kept, with up to ten criteria; beyond, nothing is proved.
const EDGES: usize = 4_000_000;

/// A graph of states. A state is a node and a value of every variable.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// The node of every state.
    pub(super) nodes: Vec<u32>,
    /// Which of `sets` every state has.
    vars: Vec<u32>,
    sets: Vec<Vec<i32>>,
    edges: Vec<Edge>,
    /// Where the edges of every state begin, and one more.
    first: Vec<usize>,
    /// Whether every state was explored.
    pub(super) complete: bool,
}

/// A step from one state to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// The state it leads to.
    pub(super) to: u32,
    /// What is done.
    pub(super) way: Way,
}

impl Graph {
    /// Every node once, as if there were no variables.
    pub(super) fn flat(scenario: &Scenario) -> Self {
        let mut graph = Self {
            nodes: (0..scenario.nodes.len()).map(narrow).collect(),
            complete: true,
            ..Self::default()
        };
        for node in 0..scenario.nodes.len() {
            graph.first.push(graph.edges.len());
            let ways = ways(scenario, node);
            let targets = ways
                .into_iter()
                .filter(|(_, target)| *target < scenario.nodes.len());
            graph.edges.extend(targets.map(|(way, target)| Edge {
                to: narrow(target),
                way,
            }));
        }
        graph.first.push(graph.edges.len());
        graph
    }

    /// Every state that can be reached from the start, which is state 0.
    pub(super) fn explore(scenario: &Scenario) -> Self {
        let mut graph = Self::default();
        let mut states = HashMap::new();
        let mut sets = HashMap::new();
        if scenario.start < scenario.nodes.len() {
            let vars: Vec<i32> = scenario.vars.iter().map(|var| var.start).collect();
            sets.insert(vars.clone(), 0);
            graph.sets.push(vars);
            graph.state(scenario.start, 0, &mut states);
        }
        // Every criterion goes over all steps once.
        let edges = EDGES * 10 / scenario.criteria.len().max(10);
        let mut state = 0;
        while state < graph.nodes.len() {
            graph.first.push(graph.edges.len());
            if graph.nodes.len() > STATES || graph.edges.len() > edges {
                return graph;
            }
            let (node, vars) = (graph.nodes[state] as usize, graph.vars[state]);
            for (way, target) in ways(scenario, node) {
                if target >= scenario.nodes.len() {
                    continue;
                }
                let after = match (&scenario.nodes[node].exit, way) {
                    (Exit::Choices(choices), Way::Choice(choice)) => {
                        let choice = &choices[choice as usize];
                        let before = &graph.sets[vars as usize];
                        if !choice.is_visible(before) {
                            continue;
                        }
                        let after = choice.changed(scenario, before);
                        if after == *before {
                            vars
                        } else {
                            graph.set(after, &mut sets)
                        }
                    }
                    _ => vars,
                };
                let to = graph.state(target, after, &mut states);
                graph.edges.push(Edge { to, way });
            }
            state += 1;
        }
        graph.first.push(graph.edges.len());
        graph.complete = true;
        graph
    }

    fn state(&mut self, node: usize, vars: u32, known: &mut HashMap<(u32, u32), u32>) -> u32 {
        let node = narrow(node);
        *known.entry((node, vars)).or_insert_with(|| {
            self.nodes.push(node);
            self.vars.push(vars);
            narrow(self.nodes.len() - 1)
        })
    }

    fn set(&mut self, vars: Vec<i32>, known: &mut HashMap<Vec<i32>, u32>) -> u32 {
        if let Some(at) = known.get(&vars) {
            return *at;
        }
        let at = narrow(self.sets.len());
        self.sets.push(vars.clone());
        known.insert(vars, at);
        at
    }

    /// How many states there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node of a state.
    pub(super) fn node(&self, state: usize) -> usize {
        self.nodes[state] as usize
    }

    /// The steps from a state.
    pub(super) fn edges(&self, state: usize) -> &[Edge] {
        &self.edges[self.places(state)]
    }

    /// Where the steps from a state stand among all steps.
    pub(super) fn places(&self, state: usize) -> std::ops::Range<usize> {
        self.first[state]..self.first[state + 1]
    }

    /// How many steps there are.
    pub(super) fn count(&self) -> usize {
        self.edges.len()
    }

    /// The values of the variables in a state, for people: `anger = 3, trust = 0`.
    pub(super) fn when(&self, scenario: &Scenario, state: usize) -> String {
        let Some(values) = self.vars.get(state).and_then(|set| self.sets.get(*set as usize)) else {
            return String::new();
        };
        let said = scenario
            .vars
            .iter()
            .zip(values)
            .map(|(var, value)| format!("{} = {value}", var.id));
        said.collect::<Vec<_>>().join(", ")
    }

    /// The states that can be reached from some by steps that `may` be taken.
    pub(super) fn reach(
        &self,
        from: impl IntoIterator<Item = usize>,
        may: impl Fn(usize, usize) -> bool,
    ) -> Vec<bool> {
        let mut reached = vec![false; self.len()];
        let mut open: Vec<usize> = from.into_iter().filter(|state| *state < self.len()).collect();
        for state in &open {
            reached[*state] = true;
        }
        while let Some(state) = open.pop() {
            for at in self.places(state) {
                let to = self.edges[at].to as usize;
                if !reached[to] && may(state, at) {
                    reached[to] = true;
                    open.push(to);
                }
            }
        }
        reached
    }

    /// A step by its place among all steps.
    pub(super) fn edge(&self, at: usize) -> Edge {
        self.edges[at]
    }
}

/// Places fit 32 bits: a file of 512 KiB cannot have more of anything, and exploring stops long before.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
