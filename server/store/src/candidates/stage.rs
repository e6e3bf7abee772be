//! The stages of a candidate.

use std::fmt;
use std::str::FromStr;

/// How far a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The papers are looked at.
    Screening,
    /// The first talk.
    FirstInterview,
    /// Interview tasks.
    Tasks,
    /// The second talk.
    SecondInterview,
    /// Somebody must approve the hire.
    Approval,
    /// Became a new hire.
    Hired,
    /// Did not.
    Rejected,
}

/// The word is no stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no stage of a candidate")]
pub struct UnknownStage;

impl Stage {
    /// All of them, in the order of the way.
    pub const ALL: [Self; 7] = [
        Self::Screening,
        Self::FirstInterview,
        Self::Tasks,
        Self::SecondInterview,
        Self::Approval,
        Self::Hired,
        Self::Rejected,
    ];

    /// The word used in forms and records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::FirstInterview => "first-interview",
            Self::Tasks => "tasks",
            Self::SecondInterview => "second-interview",
            Self::Approval => "approval",
            Self::Hired => "hired",
            Self::Rejected => "rejected",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Stage {
    type Err = UnknownStage;

    fn from_str(text: &str) -> Result<Self, UnknownStage> {
        Self::ALL
            .into_iter()
            .find(|stage| stage.as_str() == text)
            .ok_or(UnknownStage)
    }
}
