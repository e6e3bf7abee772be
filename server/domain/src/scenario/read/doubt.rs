//! What of a scenario could not be read. One mistake is reported once: what may rest on it is not held against the author,
//! and everything else still is.

use super::super::map::Way;
use std::collections::{BTreeMap, BTreeSet};

/// What could not be read, and so may be anything an author can mean there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doubts {
    /// The first node.
    pub(crate) start: bool,
    /// The mark from which an attempt passes.
    pub(crate) pass: bool,
    /// A weight or a maximum, so that no score can be told.
    pub(crate) score: bool,
    /// The list of criteria, or that of variables: nobody can say which ids are declared.
    pub(crate) names: bool,
    /// Variables with a bound or a first value that could not be read.
    pub(crate) vars: BTreeSet<usize>,
    /// What else, by node.
    nodes: BTreeMap<usize, Vec<(Option<Way>, Doubt)>>,
}

/// What a part that could not be read may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Points: of this criterion, or of any, and at most so many where that can be said.
    Points(Option<usize>, Option<u32>),
    /// A change of this variable, or of any.
    Change(Option<usize>),
    /// That a choice is hidden at times.
    Condition,
    /// A critical error.
    Critical,
    /// A way to another node: probably to this one.
    Target(Option<usize>),
    /// Whether the end is a pass.
    End,
    /// How long an answer may take, and where a late one leads.
    Limit,
    /// What is banned in a reply, or how long it may be.
    Reply,
    /// Only words that nobody is shown where they stand.
    Words,
    /// Ways on that are not there to be read, with all they could do.
    Ways,
}

impl Doubts {
    /// Notes a doubt about a way out of a node, or about the node.
    pub(super) fn add(&mut self, node: usize, way: Option<Way>, doubt: Doubt) {
        self.nodes.entry(node).or_default().push((way, doubt));
    }

    /// Whether everything could be read.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The doubts about a node and its ways.
    pub(crate) fn at(&self, node: usize) -> &[(Option<Way>, Doubt)] {
        self.nodes.get(&node).map_or(&[], Vec::as_slice)
    }

    /// The doubts about one way out of a node, or about the node as such.
    pub(crate) fn of(&self, node: usize, way: Option<Way>) -> impl Iterator<Item = Doubt> {
        let about = self.at(node).iter().filter(move |(known, _)| *known == way);
        about.map(|(_, doubt)| *doubt)
    }

    /// Whether ways may lead on from a node that could not be read.
    pub(crate) fn leads_on(&self, node: usize) -> bool {
        self.of(node, None).any(|doubt| doubt == Doubt::Ways)
    }
}
