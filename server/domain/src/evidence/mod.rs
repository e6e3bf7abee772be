//! Evidence: what people did and what others attested. Append-only; a correction is a new entry.
//!
//! An [`Entry`] says what it means; a [`record::Record`] is the same in flat columns, which is what the
//! store keeps and the [`chain`] covers.

pub mod chain;
pub mod record;

use crate::access::Access;
use crate::hash::Hash;
use crate::score::Milli;
use crate::time::Moment;

/// One entry about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// UUIDv7 as text.
    pub id: String,
    /// Whom it is about; nobody for entries about the site.
    pub person: Option<String>,
    /// The account that made it; nobody when the system did.
    pub actor: Option<String>,
    /// When it took place.
    pub happened: Moment,
    /// When it was written down; "as of T" uses what was recorded by T.
    pub recorded: Moment,
    /// What it says.
    pub fact: Fact,
    /// SHA-256 of a random salt and a text that is kept apart and can be erased.
    pub text: Option<Hash>,
}

/// How a quiz, scenario or review ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Reached what it asks.
    Passed,
    /// Did not.
    Failed,
    /// A person still has to rate something; a later entry with the same source replaces this one.
    Pending,
}

/// How much longer than others somebody may take for a quiz, or for an answer in a role-play
/// ([`Pace`](crate::scenario::pace::Pace)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtraTime {
    /// So many minutes more; 0 is none.
    Minutes(u32),
    /// The limit times this, in thousandths: 1500 is half as long again.
    Factor(Milli),
    /// Limits do not hold.
    Unlimited,
}

impl Default for ExtraTime {
    fn default() -> Self {
        Self::Minutes(0)
    }
}

impl ExtraTime {
    /// The seconds a limit of so many becomes; never fewer. None when there is no limit any more.
    #[must_use]
    pub fn extend(self, limit: u32) -> Option<i64> {
        let limit = i64::from(limit);
        match self {
            Self::Minutes(minutes) => Some(limit + 60 * i64::from(minutes)),
            Self::Factor(Milli(factor)) => Some(limit.saturating_mul(factor.max(1000)) / 1000),
            Self::Unlimited => None,
        }
    }
}

/// What an entry says. Ids are the content's own; versions are content hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Hired after an interview, into a role.
    Hired {
        /// The role.
        role: String,
        /// The candidacy whose scorecards decided.
        candidate: String,
        /// The interview's total.
        score: Option<Milli>,
        /// The kit's version the total was computed with.
        version: Option<Hash>,
    },
    /// Begins to prepare for a role.
    RoleAssigned {
        /// The role.
        role: String,
    },
    /// A lesson is done.
    LessonCompleted {
        /// `course/lesson`.
        lesson: String,
        /// The version read.
        version: Hash,
    },
    /// A quiz attempt was handed in, or its result became final.
    QuizFinished {
        /// `course/quiz`.
        quiz: String,
        /// The quiz's version.
        version: Hash,
        /// The attempt.
        attempt: String,
        /// Percent reached, in thousandths; none while pending.
        score: Option<Milli>,
        /// How it ended.
        outcome: Outcome,
    },
    /// A play of a scenario ended, or its result became final.
    ScenarioFinished {
        /// The scenario.
        scenario: String,
        /// The scenario's version.
        version: Hash,
        /// The play.
        play: String,
        /// The score; none while pending.
        score: Option<Milli>,
        /// How it ended.
        outcome: Outcome,
    },
    /// Read a policy and agreed to keep to it.
    Acknowledged {
        /// The policy.
        policy: String,
        /// Its `version:` as the author wrote it.
        edition: String,
        /// The hash of the text that was shown.
        version: Hash,
    },
    /// A skill was seen and signed.
    ItemSigned {
        /// The checklist.
        checklist: String,
        /// The item.
        item: String,
        /// The checklist's version.
        version: Hash,
    },
    /// Somebody entitled to it approved going live.
    Approved {
        /// The role.
        role: String,
        /// In which capacity.
        by: Access,
    },
    /// Somebody entitled to it declined, with a reason in the entry's text.
    Declined {
        /// The role.
        role: String,
        /// In which capacity.
        by: Access,
    },
    /// Went live: everything was met. Carries the certificate.
    Certified {
        /// The role.
        role: String,
        /// What the person may do from now on.
        permits: Permit,
        /// The certificate's number.
        number: String,
        /// The end of its validity; none when it has no end.
        until: Option<Moment>,
        /// The end of the grace after it, when the person stops being live.
        ends: Option<Moment>,
    },
    /// A live status was withdrawn, with a reason in the entry's text.
    Withdrawn {
        /// The role.
        role: String,
    },
    /// A requirement need not be met by this person, with a reason in the entry's text.
    Exempted {
        /// The role.
        role: String,
        /// The requirement's kind, as written in the role.
        kind: String,
        /// The requirement's id.
        id: String,
    },
    /// An earlier entry does not count any more, with a reason in the entry's text.
    Voided {
        /// The entry's id.
        entry: String,
    },
    /// A play in which the connection was lost counts as it stands, with a reason in the entry's text. One that does not
    /// has its results [`Fact::Voided`].
    PlayUpheld {
        /// The scenario.
        scenario: String,
        /// The play.
        play: String,
    },
    /// Somebody may take a quiz once more than its limit says, with a reason in the entry's text.
    AttemptGranted {
        /// `course/quiz`.
        quiz: String,
    },
    /// How much longer somebody may take for any quiz or role-play begun from now on, with a reason in the entry's text;
    /// the last such entry counts.
    TimeGranted {
        /// How much.
        time: ExtraTime,
    },
    /// An attempt nobody handed in was ended and does not count, with a reason in the entry's text. One that was handed
    /// in has entries, and those are [`Fact::Voided`].
    AttemptVoided {
        /// `course/quiz`.
        quiz: String,
        /// The attempt.
        attempt: String,
    },
    /// The result of an attempt was computed anew with a corrected key, with a reason in the entry's text. It takes the
    /// place of the entries before it with the same attempt.
    QuizRegraded {
        /// `course/quiz`.
        quiz: String,
        /// The version of the quiz that holds the corrected key.
        version: Hash,
        /// The attempt.
        attempt: String,
        /// The score it had; none while pending.
        was: Option<Milli>,
        /// The score it has now; none while pending.
        score: Option<Milli>,
        /// How it ends now.
        outcome: Outcome,
    },
    /// Left the company.
    Left,
    /// A state of the content folder was published.
    ReleasePublished {
        /// Its address.
        release: Hash,
    },
}

/// What going live permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Permit {
    /// Serves customers with a mentor beside.
    Supervised,
    /// Serves customers alone.
    Live,
}
