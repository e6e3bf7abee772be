//! The author's own tests of a scenario.

use crate::content::source::Span;
use crate::score::Milli;

/// A test of the author: a play, and what must come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The play.
    pub steps: Vec<Step>,
    /// The score that must come of it, when it is said.
    pub score: Option<Milli>,
    /// Whether the attempt must pass.
    pub passed: bool,
    /// Where it stands.
    pub(crate) place: Span,
}

/// One step of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The node it is taken at.
    pub node: usize,
    /// What is done there.
    pub act: Act,
}

/// What a test does at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Takes a choice, counted from 0 as written.
    Choose(usize),
    /// Types a reply; a rater gives these points per criterion.
    Type(String, Vec<(usize, u32)>),
    /// Lets the time run out.
    TimeOut,
    /// Takes the one way on.
    Go,
}
