//! What an account may do. An account can hold several accesses at once.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// One kind of access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Takes courses, quizzes and role-plays.
    Learner,
    /// Publishes content, judges practice, signs off skills.
    Trainer,
    /// Runs interviews and hires.
    Recruiter,
    /// Approves going live and withdraws it.
    Supervisor,
    /// Looks after accounts and tokens.
    Admin,
}

/// The word is none of the five accesses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no access; possible: learner, trainer, recruiter, supervisor, admin")]
pub struct UnknownAccess(pub String);

impl Access {
    /// All of them, in the order people are shown.
    pub const ALL: [Self; 5] = [
        Self::Learner,
        Self::Trainer,
        Self::Recruiter,
        Self::Supervisor,
        Self::Admin,
    ];

    /// The word used in content, on the command line and in records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Trainer => "trainer",
            Self::Recruiter => "recruiter",
            Self::Supervisor => "supervisor",
            Self::Admin => "admin",
        }
    }
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Access {
    type Err = UnknownAccess;

    fn from_str(text: &str) -> Result<Self, UnknownAccess> {
        Self::ALL
            .into_iter()
            .find(|access| access.as_str() == text)
            .ok_or_else(|| UnknownAccess(text.to_owned()))
    }
}

/// The accesses of an account, written `learner,trainer`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessSet(BTreeSet<Access>);

impl AccessSet {
    /// Whether this access is among them.
    #[must_use]
    pub fn has(&self, access: Access) -> bool {
        self.0.contains(&access)
    }

    /// In the order people are shown.
    pub fn iter(&self) -> impl Iterator<Item = Access> {
        self.0.iter().copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Access> for AccessSet {
    fn from_iter<I: IntoIterator<Item = Access>>(accesses: I) -> Self {
        Self(accesses.into_iter().collect())
    }
}

impl fmt::Display for AccessSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<_> = self.iter().map(Access::as_str).collect();
        f.write_str(&words.join(","))
    }
}

impl FromStr for AccessSet {
    type Err = UnknownAccess;

    fn from_str(text: &str) -> Result<Self, UnknownAccess> {
        text.split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(str::parse)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_reads_what_it_writes() {
        let set: AccessSet = "trainer, learner".parse().unwrap();
        assert_eq!(set.to_string(), "learner,trainer");
        assert!(set.has(Access::Trainer) && !set.has(Access::Admin));
        assert_eq!(
            "learner,boss".parse::<AccessSet>(),
            Err(UnknownAccess("boss".to_owned()))
        );
    }
}
