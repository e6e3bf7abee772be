//! What happens in a play, what it leaves behind, and why something cannot happen.

use super::model::Critical;
use crate::time::Moment;

/// How a play is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To learn: time is measured and leads nowhere, answers can be taken back, the play can be paused. It never counts.
    Practice,
    /// To show what one can: time counts, and what was said was said.
    Assessed,
}

/// Something a player did, or that happened to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Took a choice.
    Chose {
        /// The node it was taken at.
        node: usize,
        /// Which one, counted from 0 as written, hidden ones included.
        choice: usize,
        /// When the server heard of it.
        at: Moment,
    },
    /// Typed a reply.
    Replied {
        /// The node it was typed at.
        node: usize,
        /// What was typed.
        text: String,
        /// When the server heard of it.
        at: Moment,
    },
    /// Spoke a reply, on the phone; the recording is kept elsewhere.
    Spoke {
        /// The node it was spoken at.
        node: usize,
        /// When the server heard of it.
        at: Moment,
    },
    /// Took the one way on.
    Went {
        /// The node it was taken at.
        node: usize,
        /// When the server heard of it.
        at: Moment,
    },
    /// Let the time run out.
    TimedOut {
        /// The node at which it ran out.
        node: usize,
        /// When the server heard of it.
        at: Moment,
    },
    /// Took the last answer back, in practice.
    TookBack {
        /// The node that was shown.
        node: usize,
        /// When the server heard of it.
        at: Moment,
    },
    /// Stopped the time, in practice.
    Paused {
        /// The node that was shown.
        node: usize,
        /// When the server heard of it.
        at: Moment,
    },
    /// Let the time run on, in practice.
    Resumed {
        /// The node that was shown.
        node: usize,
        /// When the server heard of it.
        at: Moment,
    },
}

impl Event {
    /// The node it is about, and when the server heard of it.
    #[must_use]
    pub fn place(&self) -> (usize, Moment) {
        match *self {
            Self::Chose { node, at, .. }
            | Self::Replied { node, at, .. }
            | Self::Spoke { node, at }
            | Self::Went { node, at }
            | Self::TimedOut { node, at }
            | Self::TookBack { node, at }
            | Self::Paused { node, at }
            | Self::Resumed { node, at } => (node, at),
        }
    }
}

/// A step that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The node.
    pub node: usize,
    /// What was done there.
    pub did: Did,
    /// When.
    pub at: Moment,
    /// Whether it was in time; always, when there is no limit.
    pub in_time: bool,
}

/// What was done at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// Took this choice.
    Chose(usize),
    /// Typed or spoke the play's so-manieth reply, counted from 0.
    Replied(usize),
    /// Took the one way on.
    Went,
    /// Nothing before the time had run out; a late answer is the same.
    Nothing,
    /// Took the last answer that stood back.
    TookBack,
    /// Stopped the time.
    Paused,
    /// Let the time run on.
    Resumed,
}

impl Did {
    /// Whether it leads from a node to the next one.
    #[must_use]
    pub fn leads_on(self) -> bool {
        !matches!(self, Self::TookBack | Self::Paused | Self::Resumed)
    }
}

/// A critical error and the step that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The node.
    pub node: usize,
    /// What was done there.
    pub did: Did,
    /// Whom it hurts.
    pub critical: Critical,
}

/// Why an event cannot happen in a play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlayError {
    /// The play is over.
    #[error("the play is over")]
    Finished,
    /// The event is about a node that is not shown, such as a form that was sent twice.
    #[error("another node is shown")]
    NotHere,
    /// The node does not go on in this way.
    #[error("the node does not go on in this way")]
    NotThisWay,
    /// There is no such choice.
    #[error("there is no such choice")]
    NoSuchChoice,
    /// The choice is hidden in this state.
    #[error("the choice is hidden")]
    Hidden,
    /// The reply has no words.
    #[error("the reply is empty")]
    Empty,
    /// The reply has more characters than it may.
    #[error("the reply has more than {max} characters")]
    TooLong {
        /// How many it may have.
        max: u32,
    },
    /// The node has no limit, or its time has not run out.
    #[error("the time has not run out")]
    NotTimedOut,
    /// The play is assessed: nothing can be taken back, and it cannot be paused.
    #[error("this can be done in practice only")]
    PracticeOnly,
    /// There is no answer to take back.
    #[error("there is no answer to take back")]
    NothingToTakeBack,
    /// The play is paused, and only goes on after [`Event::Resumed`].
    #[error("the play is paused")]
    IsPaused,
    /// The play is not paused.
    #[error("the play is not paused")]
    NotPaused,
    /// The scenario has errors: a target does not exist.
    #[error("the way leads nowhere")]
    Nowhere,
}
