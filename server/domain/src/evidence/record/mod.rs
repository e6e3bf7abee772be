//! Entries as flat columns: the form the store keeps, and the only place that knows both forms.

mod read;

use super::{Entry, ExtraTime, Fact, Outcome, Permit};
use crate::hash::Hash;

/// An entry in columns. Every text is an id, a code or a hash; names and free text are kept elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// UUIDv7 as text.
    pub id: String,
    /// Which [`Fact`] it is.
    pub kind: String,
    /// Whom it is about.
    pub person: Option<String>,
    /// Who made it.
    pub actor: Option<String>,
    /// UTC microseconds.
    pub happened: i64,
    /// UTC microseconds.
    pub recorded: i64,
    /// The role, for facts about one.
    pub role: Option<String>,
    /// The document, requirement, certificate or entry the fact is about.
    pub subject: Option<String>,
    /// The part of the subject, or a code that qualifies it.
    pub item: Option<String>,
    /// A content hash.
    pub version: Option<String>,
    /// The attempt, play or candidacy behind it.
    pub source: Option<String>,
    /// Thousandths.
    pub score: Option<i64>,
    /// `passed`, `failed` or `pending`.
    pub outcome: Option<String>,
    /// UTC microseconds.
    pub until: Option<i64>,
    /// UTC microseconds.
    pub ends: Option<i64>,
    /// The hash of the erasable text.
    pub text: Option<String>,
}

/// A record that no version of this program can have written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("evidence entry {id} of kind `{kind}` has no valid {column}")]
pub struct Inconsistent {
    /// The entry.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The column that is missing or malformed.
    pub column: &'static str,
}

impl From<&Entry> for Record {
    fn from(entry: &Entry) -> Self {
        let mut record = Self {
            id: entry.id.clone(),
            kind: kind(&entry.fact).to_owned(),
            person: entry.person.clone(),
            actor: entry.actor.clone(),
            happened: entry.happened.0,
            recorded: entry.recorded.0,
            text: entry.text.map(|hash| hash.to_string()),
            ..Self::default()
        };
        record.fill(&entry.fact);
        record
    }
}

impl Record {
    fn fill(&mut self, fact: &Fact) {
        match fact {
            Fact::Hired {
                role,
                candidate,
                score,
                version,
            } => {
                self.role = Some(role.clone());
                self.source = Some(candidate.clone());
                self.score = score.map(|score| score.0);
                self.version = version.map(|hash| hash.to_string());
            }
            Fact::RoleAssigned { role } | Fact::Withdrawn { role } => self.role = Some(role.clone()),
            Fact::LessonCompleted { lesson, version } => self.about(lesson, *version),
            Fact::QuizFinished {
                quiz: subject,
                version,
                attempt: source,
                score,
                outcome,
            }
            | Fact::ScenarioFinished {
                scenario: subject,
                version,
                play: source,
                score,
                outcome,
            } => {
                self.about(subject, *version);
                self.source = Some(source.clone());
                self.score = score.map(|score| score.0);
                self.outcome = Some(outcome_word(*outcome).to_owned());
            }
            Fact::Acknowledged {
                policy,
                edition: item,
                version,
            }
            | Fact::ItemSigned {
                checklist: policy,
                item,
                version,
            } => {
                self.about(policy, *version);
                self.item = Some(item.clone());
            }
            Fact::Approved { role, by } | Fact::Declined { role, by } => {
                self.role = Some(role.clone());
                self.item = Some(by.to_string());
            }
            Fact::Certified {
                role,
                permits,
                number,
                until,
                ends,
            } => {
                self.role = Some(role.clone());
                self.subject = Some(number.clone());
                self.item = Some(permit_word(*permits).to_owned());
                self.until = until.map(|moment| moment.0);
                self.ends = ends.map(|moment| moment.0);
            }
            Fact::Exempted { role, kind, id } => {
                self.role = Some(role.clone());
                self.item = Some(kind.clone());
                self.subject = Some(id.clone());
            }
            Fact::Voided { entry } => self.subject = Some(entry.clone()),
            Fact::PlayUpheld { scenario, play } => {
                self.subject = Some(scenario.clone());
                self.source = Some(play.clone());
            }
            Fact::AttemptGranted { quiz } => self.subject = Some(quiz.clone()),
            Fact::TimeGranted { time } => self.grant(*time),
            Fact::AttemptVoided { quiz, attempt } => {
                self.subject = Some(quiz.clone());
                self.source = Some(attempt.clone());
            }
            Fact::QuizRegraded {
                quiz,
                version,
                attempt,
                was,
                score,
                outcome,
            } => {
                self.about(quiz, *version);
                self.source = Some(attempt.clone());
                self.item = was.map(|score| score.0.to_string());
                self.score = score.map(|score| score.0);
                self.outcome = Some(outcome_word(*outcome).to_owned());
            }
            Fact::Left => {}
            Fact::ReleasePublished { release } => self.version = Some(release.to_string()),
        }
    }

    /// The unit as the item, thousandths of it as the score; no score without a limit.
    fn grant(&mut self, time: ExtraTime) {
        let (unit, thousandths) = match time {
            ExtraTime::Minutes(minutes) => (MINUTES, Some(i64::from(minutes) * 1000)),
            ExtraTime::Factor(factor) => (FACTOR, Some(factor.0)),
            ExtraTime::Unlimited => (UNLIMITED, None),
        };
        self.item = Some(unit.to_owned());
        self.score = thousandths;
    }

    fn about(&mut self, subject: &str, version: Hash) {
        self.subject = Some(subject.to_owned());
        self.version = Some(version.to_string());
    }
}

/// The units of extra time.
const MINUTES: &str = "minutes";
const FACTOR: &str = "factor";
const UNLIMITED: &str = "unlimited";

fn kind(fact: &Fact) -> &'static str {
    match fact {
        Fact::Hired { .. } => "hired",
        Fact::RoleAssigned { .. } => "role-assigned",
        Fact::LessonCompleted { .. } => "lesson-completed",
        Fact::QuizFinished { .. } => "quiz-finished",
        Fact::ScenarioFinished { .. } => "scenario-finished",
        Fact::Acknowledged { .. } => "acknowledged",
        Fact::ItemSigned { .. } => "item-signed",
        Fact::Approved { .. } => "approved",
        Fact::Declined { .. } => "declined",
        Fact::Certified { .. } => "certified",
        Fact::Withdrawn { .. } => "withdrawn",
        Fact::Exempted { .. } => "exempted",
        Fact::Voided { .. } => "voided",
        Fact::PlayUpheld { .. } => "play-upheld",
        Fact::AttemptGranted { .. } => "attempt-granted",
        Fact::TimeGranted { .. } => "time-granted",
        Fact::AttemptVoided { .. } => "attempt-voided",
        Fact::QuizRegraded { .. } => "quiz-regraded",
        Fact::Left => "left",
        Fact::ReleasePublished { .. } => "release-published",
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "failed",
        Outcome::Pending => "pending",
    }
}

fn permit_word(permit: Permit) -> &'static str {
    match permit {
        Permit::Supervised => "supervised",
        Permit::Live => "live",
    }
}

#[cfg(test)]
pub(super) mod tests;
