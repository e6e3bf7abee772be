//! Cycles: the strongly connected components of the graph of states.

use super::graph::Graph;

/// The components of a graph. A step inside one is part of a cycle.
#[derive(Debug)]
pub(super) struct Components {
    /// The component of every state. Steps lead to the same or to a lower number.
    pub(super) of: Vec<u32>,
    /// All states by component, the lowest number first: whatever a state leads to out of its component comes before.
    pub(super) order: Vec<u32>,
}

/// Marks a state that was not visited yet.
const NEW: u32 = u32::MAX;

impl Components {
    /// Finds them by Tarjan's algorithm, without recursion: a path may be as long as there are states.
    pub(super) fn of(graph: &Graph<'_>) -> Self {
        let mut search = Search {
            graph,
            index: vec![NEW; graph.len()],
            low: vec![0; graph.len()],
            on_stack: vec![false; graph.len()],
            stack: Vec::new(),
            next: 0,
            found: Self {
                of: vec![NEW; graph.len()],
                order: Vec::with_capacity(graph.len()),
            },
            components: 0,
        };
        for state in 0..graph.len() {
            if search.index[state] == NEW {
                search.from(state);
            }
        }
        search.found
    }

    /// Whether a step between two states is part of a cycle.
    pub(super) fn same(&self, from: usize, to: usize) -> bool {
        self.of[from] == self.of[to]
    }
}

struct Search<'g> {
    graph: &'g Graph<'g>,
    index: Vec<u32>,
    low: Vec<u32>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    next: u32,
    found: Components,
    components: u32,
}

impl Search<'_> {
    fn from(&mut self, root: usize) {
        // Each frame is a state and the place of its next step.
        let mut frames = vec![(root, self.open(root))];
        while let Some((state, at)) = frames.last_mut() {
            let state = *state;
            if *at < self.graph.places(state).end {
                let to = self.graph.edge(*at).to as usize;
                *at += 1;
                if self.index[to] == NEW {
                    let first = self.open(to);
                    frames.push((to, first));
                } else if self.on_stack[to] {
                    self.low[state] = self.low[state].min(self.index[to]);
                }
                continue;
            }
            frames.pop();
            if let Some((parent, _)) = frames.last() {
                self.low[*parent] = self.low[*parent].min(self.low[state]);
            }
            if self.low[state] == self.index[state] {
                self.close(state);
            }
        }
    }

    fn open(&mut self, state: usize) -> usize {
        self.index[state] = self.next;
        self.low[state] = self.next;
        self.next += 1;
        self.stack.push(state);
        self.on_stack[state] = true;
        self.graph.places(state).start
    }

    fn close(&mut self, root: usize) {
        while let Some(state) = self.stack.pop() {
            self.on_stack[state] = false;
            self.found.of[state] = self.components;
            self.found.order.push(u32::try_from(state).unwrap_or(NEW));
            if state == root {
                break;
            }
        }
        self.components += 1;
    }
}
