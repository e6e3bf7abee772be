//! A scenario as a drawing: its nodes in layers, the ways between them.

use super::model::{Exit, Scenario};
use std::collections::VecDeque;

/// How a node is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// By the choice at this place, as written, counted from 0.
    Choice(u32),
    /// By a reply or the one way on.
    On,
    /// By the time running out, where that leads on.
    TimeOut,
}

/// The ways out of a node with the nodes they lead to, in the order written.
#[must_use]
pub fn ways(scenario: &Scenario, node: usize) -> Vec<(Way, usize)> {
    let Some(node) = scenario.nodes.get(node) else {
        return Vec::new();
    };
    let mut ways = match &node.exit {
        Exit::Choices(choices) => {
            let choices = (0..).zip(choices);
            choices
                .map(|(at, choice)| (Way::Choice(at), choice.target))
                .collect()
        }
        Exit::Reply(reply) => vec![(Way::On, reply.to)],
        Exit::Go(go) => vec![(Way::On, go.target)],
        Exit::End(_) => return Vec::new(),
    };
    let or_else = node.within.as_ref().and_then(|within| within.or_else);
    ways.extend(or_else.map(|target| (Way::TimeOut, target)));
    ways
}

/// Where the nodes are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layers(pub Vec<Vec<usize>>);

impl Layers {
    /// The nodes by how many steps they are from the start, each layer in the order in which it is reached; then the ends,
    /// to which ways lead from everywhere, and last what nothing reaches.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let mut depth: Vec<Option<usize>> = vec![None; scenario.nodes.len()];
        let mut layers: Vec<Vec<usize>> = Vec::new();
        let mut open = VecDeque::new();
        if let Some(start) = depth.get_mut(scenario.start) {
            *start = Some(0);
            open.push_back((scenario.start, 0));
        }
        while let Some((node, at)) = open.pop_front() {
            if layers.len() <= at {
                layers.push(Vec::new());
            }
            if let Some(layer) = layers.last_mut() {
                layer.push(node);
            }
            for (_, target) in ways(scenario, node) {
                if let Some(unseen) = depth.get_mut(target).filter(|depth| depth.is_none()) {
                    *unseen = Some(at + 1);
                    open.push_back((target, at + 1));
                }
            }
        }
        let is_end = |node: &usize| matches!(scenario.nodes[*node].exit, Exit::End(_));
        let ends = layers.concat().into_iter().filter(is_end).collect();
        for layer in &mut layers {
            layer.retain(|node| !is_end(node));
        }
        layers.push(ends);
        layers.retain(|layer| !layer.is_empty());
        let lost: Vec<usize> = (0..depth.len()).filter(|node| depth[*node].is_none()).collect();
        if !lost.is_empty() {
            layers.push(lost);
        }
        Self(layers)
    }

    /// How many nodes stand beside each other at most.
    #[must_use]
    pub fn widest(&self) -> usize {
        self.0.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The layer of a node and its place in it.
    #[must_use]
    pub fn place(&self, node: usize) -> Option<(usize, usize)> {
        let found = self.0.iter().enumerate();
        found
            .filter_map(|(layer, nodes)| Some((layer, nodes.iter().position(|known| *known == node)?)))
            .next()
    }
}
