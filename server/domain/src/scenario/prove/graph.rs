//! The states a play can reach, and the steps between them.

use super::super::map::Way;
use super::index::{Index, narrow};
use super::plan::Plan;
use std::collections::BTreeSet;

/// How many states are explored; beyond, nothing is proved.
pub const STATES: usize = 200_000;
/// How many steps between them are kept, with up to ten criteria; beyond, nothing is proved.
pub(super) const STEPS: usize = 12_000_000;
// Enough for nearly as many states as are explored, with dozens of choices each.
const _: () = assert!(STEPS > 180_000 * 48);

/// How far a graph was explored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// To the end.
    Whole,
    /// Up to the most states.
    States,
    /// Up to the most steps, of which there are so many.
    Steps(usize),
}

/// A graph of states. A state is a node and a value of every variable.
pub(super) struct Graph<'p> {
    pub(super) plan: &'p Plan<'p>,
    /// The node of every state.
    pub(super) nodes: Vec<u32>,
    /// Which values of the variables every state has.
    sets: Vec<u32>,
    /// The values, one set after the other.
    values: Vec<i32>,
    edges: Vec<Edge>,
    /// Where the edges of every state begin, and one more.
    first: Vec<usize>,
    /// The states that are reached without guessing where an unreadable way leads; they come first.
    pub(super) own: Option<usize>,
    /// How far it was explored.
    pub(super) extent: Extent,
}

/// A step from one state to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// The state it leads to.
    pub(super) to: u32,
    /// The place of the way among all ways of the plan.
    pub(super) place: u32,
}

impl<'p> Graph<'p> {
    fn empty(plan: &'p Plan<'p>) -> Self {
        Self {
            plan,
            nodes: Vec::new(),
            sets: Vec::new(),
            values: Vec::new(),
            edges: Vec::new(),
            first: Vec::new(),
            own: None,
            extent: Extent::Whole,
        }
    }

    /// Every node once, as if there were no variables.
    pub(super) fn flat(plan: &'p Plan<'p>) -> Self {
        let mut graph = Self::empty(plan);
        let count = plan.scenario.nodes.len();
        graph.nodes = (0..count).map(narrow).collect();
        for node in 0..count {
            graph.first.push(graph.edges.len());
            let places = plan.places(node).filter(|place| plan.at(*place).target < count);
            graph.edges.extend(places.map(|place| Edge {
                to: narrow(plan.at(place).target),
                place: narrow(place),
            }));
        }
        graph.first.push(graph.edges.len());
        graph
    }

    /// Every state that can be reached from the start, which is state 0, by so many steps at most.
    pub(super) fn explore(plan: &'p Plan<'p>, steps: usize) -> Self {
        Search {
            steps,
            graph: Self::empty(plan),
            states: Index::new(),
            sets: Index::new(),
            known: 0,
            guesses: BTreeSet::new(),
            scratch: Vec::new(),
        }
        .run()
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

    /// A step by its place among all steps.
    pub(super) fn edge(&self, at: usize) -> Edge {
        self.edges[at]
    }

    /// What is done in a step.
    pub(super) fn way(&self, edge: Edge) -> Way {
        self.plan.at(edge.place as usize).way
    }

    /// The values of the variables in a state.
    pub(super) fn values(&self, state: usize) -> &[i32] {
        let count = self.plan.scenario.vars.len();
        let start = self.sets.get(state).map_or(0, |set| *set as usize * count);
        self.values.get(start..start + count).unwrap_or_default()
    }

    /// The same, for people: `anger = 3, trust = 0`.
    pub(super) fn when(&self, state: usize) -> String {
        let vars = &self.plan.scenario.vars;
        let said = vars
            .iter()
            .zip(self.values(state))
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
}

/// A graph while it is explored.
struct Search<'p> {
    graph: Graph<'p>,
    steps: usize,
    /// States by node and set.
    states: Index<(u32, u32)>,
    /// Sets by their values.
    sets: Index<Vec<i32>>,
    /// How many sets there are.
    known: u32,
    /// The sets with which a way may lead anywhere.
    guesses: BTreeSet<u32>,
    scratch: Vec<i32>,
}

impl<'p> Search<'p> {
    fn run(mut self) -> Graph<'p> {
        let plan = self.graph.plan;
        let scenario = plan.scenario;
        let count = scenario.nodes.len();
        if scenario.start < count {
            self.scratch = scenario.vars.iter().map(|var| var.start).collect();
            let set = self.set();
            self.state(scenario.start, set);
        }
        // Every criterion goes over all steps once.
        let steps = self.steps * 10 / scenario.criteria.len().max(10);
        let mut guessed = BTreeSet::new();
        let mut state = 0;
        loop {
            while state < self.graph.len() {
                self.graph.first.push(self.graph.count());
                if self.graph.len() > STATES {
                    self.graph.extent = Extent::States;
                    return self.graph;
                }
                if self.graph.count() > steps {
                    self.graph.extent = Extent::Steps(steps);
                    return self.graph;
                }
                self.expand(state);
                state += 1;
            }
            self.graph.own.get_or_insert(state);
            let Some(set) = self.guesses.pop_first() else {
                break;
            };
            if guessed.insert(set) {
                (0..count).for_each(|node| {
                    self.state(node, set);
                });
            }
        }
        self.graph.first.push(self.graph.count());
        self.graph
    }

    /// Takes every step from a state.
    fn expand(&mut self, state: usize) {
        let plan = self.graph.plan;
        let scenario = plan.scenario;
        let (node, before) = (self.graph.node(state), self.graph.sets[state]);
        if plan.is_open && scenario.notes.doubts.leads_on(node) {
            self.guesses.insert(before);
        }
        for place in plan.places(node) {
            let taken = plan.at(place);
            let values = self.graph.values(state);
            if !taken.shows(values) {
                continue;
            }
            self.scratch.clear();
            self.scratch.extend_from_slice(values);
            let after = if taken.change(scenario, &mut self.scratch) {
                self.set()
            } else {
                before
            };
            if taken.anywhere {
                self.guesses.insert(after);
            }
            if taken.target < scenario.nodes.len() {
                let to = self.state(taken.target, after);
                let place = narrow(place);
                self.graph.edges.push(Edge { to, place });
            }
        }
    }

    fn state(&mut self, node: usize, set: u32) -> u32 {
        let count = self.graph.plan.scenario.nodes.len();
        let small = (set as usize)
            .checked_mul(count)
            .and_then(|at| at.checked_add(node));
        let node = narrow(node);
        let next = narrow(self.graph.len());
        let (state, is_new) = self.states.number(small, &(node, set), next);
        if is_new {
            self.graph.nodes.push(node);
            self.graph.sets.push(set);
        }
        state
    }

    /// The set of the values that are prepared.
    fn set(&mut self) -> u32 {
        let vars = &self.graph.plan.scenario.vars;
        let small = vars
            .iter()
            .zip(&self.scratch)
            .try_fold(0_usize, |sum, (var, value)| {
                let range = usize::try_from(i64::from(var.max) - i64::from(var.min) + 1).ok()?;
                let above = usize::try_from(i64::from(*value) - i64::from(var.min)).ok()?;
                let inside = above < range;
                inside
                    .then(|| sum.checked_mul(range)?.checked_add(above))
                    .flatten()
            });
        let (set, is_new) = self.sets.number(small, self.scratch.as_slice(), self.known);
        if is_new {
            self.known += 1;
            self.graph.values.extend_from_slice(&self.scratch);
        }
        set
    }
}
