//! What a scenario is: nodes, and the ways from one to the next.

use crate::content::doc::Head;
use crate::content::source::Span;
use crate::lang::Text;
use crate::score::Milli;

pub(crate) use super::read::doubt::{Doubt, Doubts};

pub use super::choice::{Bound, Choice, Condition, Critical, Effect};
pub use super::reply::{Anchor, Rate, Reply, Wording, Wordings};
pub use super::test::{Act, Step, Test, Wanted};

/// The id of the criterion that earns a point for every timed node answered in time.
pub const TIMELY: &str = "timely";

/// A role-play as published: a graph of nodes, with what its choices earn and what they change.
///
/// Nodes, criteria and variables refer to each other by their place in the lists here. In a scenario without
/// an error every such place exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What the documents of every format have.
    pub head: Head,
    /// Where the conversation takes place.
    pub channel: Option<Channel>,
    /// The node a play begins at.
    pub start: usize,
    /// The score from which an attempt can pass.
    pub pass: Milli,
    /// What is rated, in the order written. Without any the score is 100, and the end alone decides.
    pub criteria: Vec<Criterion>,
    /// What the scenario remembers.
    pub vars: Vec<Variable>,
    /// The nodes, in the order written.
    pub nodes: Vec<Node>,
    /// What is shown before the first node, as HTML.
    pub intro: Text,
    /// The author's own tests.
    pub tests: Vec<Test>,
    /// What only the checker needs.
    pub(crate) notes: Notes,
}

/// What only the checker needs to know of a scenario: places in the default file, and what of it could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notes {
    /// Where `start` is said, or where it is missing.
    pub(crate) start: Span,
    /// Where the criteria are listed.
    pub(crate) criteria: Span,
    /// The key they are listed under.
    pub(crate) criteria_key: Span,
    /// What could not be read.
    pub(crate) doubts: Doubts,
}

/// Where the conversation of a scenario takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A call.
    Phone,
    /// A text chat.
    Chat,
    /// Letters.
    Email,
    /// Face to face.
    OnSite,
}

/// One of the things a scenario rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its share of the score.
    pub weight: Milli,
    /// The points that the best path earns: the score counts over this, whatever was visited.
    pub max: u32,
    /// Where `max` is said.
    pub(crate) place: Span,
}

/// A bounded whole number a scenario remembers; changes clamp at its bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its id.
    pub id: String,
    /// The lowest value.
    pub min: i32,
    /// The highest value.
    pub max: i32,
    /// The value a play begins with.
    pub start: i32,
}

/// A moment of a scenario: what is said and shown, and how it goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its id.
    pub id: String,
    /// Speech (block quotes) and narration, as HTML.
    pub body: Text,
    /// How long the answer may take.
    pub within: Option<Within>,
    /// How it goes on.
    pub exit: Exit,
    /// Where its heading stands.
    pub(crate) place: Span,
}

/// How long an answer may take, and what happens when it takes longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within {
    /// The seconds from the node being shown; an answer at exactly that time is in time.
    pub seconds: u32,
    /// The node that a late answer leads to. Without one, a late answer counts but earns no `timely` point.
    pub or_else: Option<usize>,
    /// Where the chip stands.
    pub(crate) place: Span,
}

/// How a node goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// By one of several choices.
    Choices(Vec<Choice>),
    /// By a typed reply.
    Reply(Reply),
    /// By one link.
    Go(Go),
    /// Not at all: `true` when the play has ended in `pass`.
    End(bool),
}

/// The one way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Go {
    /// What the link says, as HTML without a paragraph.
    pub text: Text,
    /// The node it leads to.
    pub target: usize,
}

impl Scenario {
    /// The place of a node in the list.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.id == id)
    }

    /// Whether a reply may be spoken instead of typed: on the phone.
    #[must_use]
    pub fn can_be_spoken(&self) -> bool {
        self.channel == Some(Channel::Phone)
    }

    /// The criterion that answers in time earn points of, when there is one.
    #[must_use]
    pub fn timely(&self) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == TIMELY)
    }
}
