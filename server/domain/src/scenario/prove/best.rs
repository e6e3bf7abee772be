//! The most that paths earn, by every state.

use super::graph::Graph;
use super::maxima::Ground;
use std::collections::BTreeMap;

/// With more nodes than these from which a way may lead anywhere, nothing bounds what is earned.
const GUESSES: usize = 8;

/// The most points of a criterion that paths earn from here on, by component.
pub(super) struct Best(Vec<u64>);

/// What paths earn, and what may be earned behind a guess at a node.
type Found = (Best, BTreeMap<usize, u64>);

/// A way that may lead anywhere, in a state where it can be taken.
pub(super) struct Guess {
    pub(super) state: usize,
    /// Its place among all ways of the plan.
    place: usize,
}

/// What bounds the points of paths, unreadable ways included.
pub(super) struct Bounds<'b, 'g> {
    pub(super) ground: &'b Ground<'g>,
    pub(super) guesses: Vec<Guess>,
    /// The nodes they stand at, each with the nodes that lead to it: no author means to lead back to those.
    back: Option<BTreeMap<usize, Vec<bool>>>,
    /// What was found of each criterion.
    found: BTreeMap<usize, Option<Found>>,
}

impl Best {
    /// Goes over all states, those that paths reach last first; a guess earns besides what is found behind it.
    pub(super) fn of(
        ground: &Ground<'_>,
        criterion: usize,
        guesses: Option<(&[Guess], &BTreeMap<usize, u64>)>,
    ) -> Self {
        let Ground { graph, components } = ground;
        let gains = graph.plan.gains(criterion);
        let mut best = vec![0_u64; graph.len()];
        let mut guessed: BTreeMap<usize, u64> = BTreeMap::new();
        if let Some((guesses, behind)) = guesses {
            for guess in guesses {
                let more = behind.get(&graph.node(guess.state)).copied().unwrap_or(0);
                let most = guessed.entry(guess.state).or_default();
                *most = (*most).max(u64::from(gains[guess.place]) + more);
            }
        }
        for state in components.order.iter().map(|state| *state as usize) {
            let component = components.of[state] as usize;
            let mut most = best[component];
            for edge in graph.edges(state) {
                let to = components.of[edge.to as usize] as usize;
                if to != component {
                    most = most.max(u64::from(gains[edge.place as usize]) + best[to]);
                }
            }
            let guess = guessed.get(&state).copied().unwrap_or(0);
            best[component] = most.max(guess);
        }
        Self(best)
    }

    pub(super) fn of_start(&self, ground: &Ground<'_>) -> u64 {
        ground
            .components
            .of
            .first()
            .map_or(0, |start| self.0[*start as usize])
    }
}

impl<'g> Ground<'g> {
    /// What bounds the points of its paths.
    pub(super) fn bounds(&self) -> Bounds<'_, 'g> {
        let graph = self.graph;
        let mut guesses = Vec::new();
        if graph.plan.is_open {
            for state in 0..graph.len() {
                let places = graph.plan.places(graph.node(state));
                let may_lead = |place: &usize| {
                    let taken = graph.plan.at(*place);
                    taken.anywhere && taken.shows(graph.values(state))
                };
                guesses.extend(places.filter(may_lead).map(|place| Guess { state, place }));
            }
        }
        Bounds {
            ground: self,
            back: back(graph, &guesses),
            guesses,
            found: BTreeMap::new(),
        }
    }
}

impl Bounds<'_, '_> {
    /// The most that a path may earn of a criterion; nothing when there is no bound.
    pub(super) fn most(&mut self, criterion: usize) -> Option<u64> {
        let ground = self.ground;
        let (best, _) = self.found(criterion).as_ref()?;
        Some(best.of_start(ground))
    }

    fn found(&mut self, criterion: usize) -> &Option<Found> {
        if !self.found.contains_key(&criterion) {
            let found = self.bound(criterion);
            self.found.insert(criterion, found);
        }
        self.found.get(&criterion).unwrap_or(&None)
    }

    /// A path passes every guess at most once, so as many rounds as there are nodes that guess find all.
    fn bound(&self, criterion: usize) -> Option<Found> {
        let Ground { graph, components } = self.ground;
        let plan = graph.plan;
        if plan.is_open && (0..graph.len()).any(|state| plan.is_unbounded(graph.node(state), criterion)) {
            return None;
        }
        let back = self.back.as_ref()?;
        let mut behind = BTreeMap::new();
        let mut best = Best::of(self.ground, criterion, None);
        if !back.is_empty() {
            best = Best::of(self.ground, criterion, Some((&self.guesses, &behind)));
        }
        for _ in 0..back.len() {
            for (node, back) in back {
                let ahead = (0..graph.len()).filter(|state| !back[graph.node(*state)]);
                let most = ahead.map(|state| best.0[components.of[state] as usize]).max();
                behind.insert(*node, most.unwrap_or(0));
            }
            best = Best::of(self.ground, criterion, Some((&self.guesses, &behind)));
        }
        Some((best, behind))
    }

    /// Clears the steps and guesses that lie on no best path. Inside a component nothing is earned, or it would be a cycle's.
    pub(super) fn loosen(&mut self, criterion: usize, tight: &mut [bool], guesses: &mut [bool]) {
        self.found(criterion);
        let Some(Some((best, behind))) = self.found.get(&criterion) else {
            return;
        };
        let Ground { graph, components } = self.ground;
        let gains = graph.plan.gains(criterion);
        let of = |state: usize| best.0[components.of[state] as usize];
        for state in 0..graph.len() {
            for at in graph.places(state) {
                let edge = graph.edge(at);
                let to = edge.to as usize;
                let points = u64::from(gains[edge.place as usize]);
                tight[at] &= components.same(state, to) || points + of(to) == of(state);
            }
        }
        for (guess, tight) in self.guesses.iter().zip(guesses) {
            let more = behind.get(&graph.node(guess.state)).copied().unwrap_or(0);
            *tight &= u64::from(gains[guess.place]) + more == of(guess.state);
        }
    }
}

/// The nodes that lead to each node with a guess; nothing when there are too many of those.
fn back(graph: &Graph<'_>, guesses: &[Guess]) -> Option<BTreeMap<usize, Vec<bool>>> {
    let nodes: BTreeMap<usize, Vec<bool>> = guesses
        .iter()
        .map(|guess| (graph.node(guess.state), Vec::new()))
        .collect();
    if nodes.len() > GUESSES {
        return None;
    }
    let flat = Graph::flat(graph.plan);
    let mut before = vec![Vec::new(); flat.len()];
    for node in 0..flat.len() {
        for edge in flat.edges(node) {
            before[edge.to as usize].push(node);
        }
    }
    let leading = |(node, mut back): (usize, Vec<bool>)| {
        back.resize(flat.len(), false);
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut back[node], true) {
                open.extend(&before[node]);
            }
        }
        (node, back)
    };
    Some(nodes.into_iter().map(leading).collect())
}
