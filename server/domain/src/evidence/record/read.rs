//! From columns back to what an entry says.

use super::super::{Entry, ExtraTime, Fact, Outcome, Permit};
use super::{FACTOR, Inconsistent, MINUTES, Record, UNLIMITED, outcome_word, permit_word};
use crate::access::Access;
use crate::hash::Hash;
use crate::score::Milli;
use crate::time::Moment;

impl Record {
    /// The entry this record is.
    ///
    /// # Errors
    /// When a column does not hold what the kind needs.
    pub fn entry(&self) -> Result<Entry, Inconsistent> {
        Ok(Entry {
            id: self.id.clone(),
            person: self.person.clone(),
            actor: self.actor.clone(),
            happened: Moment(self.happened),
            recorded: Moment(self.recorded),
            fact: self.fact()?,
            text: match &self.text {
                Some(text) => Some(text.parse().map_err(|_| self.inconsistent("text"))?),
                None => None,
            },
        })
    }

    fn fact(&self) -> Result<Fact, Inconsistent> {
        let fact = match self.kind.as_str() {
            "hired" => Fact::Hired {
                role: self.role()?,
                candidate: self.source()?,
                score: self.score.map(Milli),
                version: self.version.as_ref().map(|_| self.version()).transpose()?,
            },
            "role-assigned" => Fact::RoleAssigned { role: self.role()? },
            "lesson-completed" => Fact::LessonCompleted {
                lesson: self.subject()?,
                version: self.version()?,
            },
            "quiz-finished" => Fact::QuizFinished {
                quiz: self.subject()?,
                version: self.version()?,
                attempt: self.source()?,
                score: self.score.map(Milli),
                outcome: self.outcome()?,
            },
            "scenario-finished" => Fact::ScenarioFinished {
                scenario: self.subject()?,
                version: self.version()?,
                play: self.source()?,
                score: self.score.map(Milli),
                outcome: self.outcome()?,
            },
            "acknowledged" => Fact::Acknowledged {
                policy: self.subject()?,
                edition: self.item()?,
                version: self.version()?,
            },
            "item-signed" => Fact::ItemSigned {
                checklist: self.subject()?,
                item: self.item()?,
                version: self.version()?,
            },
            "approved" => Fact::Approved {
                role: self.role()?,
                by: self.access()?,
            },
            "declined" => Fact::Declined {
                role: self.role()?,
                by: self.access()?,
            },
            "certified" => Fact::Certified {
                role: self.role()?,
                permits: self.permit()?,
                number: self.subject()?,
                until: self.until.map(Moment),
                ends: self.ends.map(Moment),
            },
            "withdrawn" => Fact::Withdrawn { role: self.role()? },
            "exempted" => Fact::Exempted {
                role: self.role()?,
                kind: self.item()?,
                id: self.subject()?,
            },
            "voided" => Fact::Voided {
                entry: self.subject()?,
            },
            "play-upheld" => Fact::PlayUpheld {
                scenario: self.subject()?,
                play: self.source()?,
            },
            "attempt-granted" => Fact::AttemptGranted {
                quiz: self.subject()?,
            },
            "time-granted" => Fact::TimeGranted { time: self.time()? },
            "attempt-voided" => Fact::AttemptVoided {
                quiz: self.subject()?,
                attempt: self.source()?,
            },
            "quiz-regraded" => Fact::QuizRegraded {
                quiz: self.subject()?,
                version: self.version()?,
                attempt: self.source()?,
                was: self.was()?,
                score: self.score.map(Milli),
                outcome: self.outcome()?,
            },
            "left" => Fact::Left,
            "release-published" => Fact::ReleasePublished {
                release: self.version()?,
            },
            _ => return Err(self.inconsistent("kind")),
        };
        Ok(fact)
    }

    fn inconsistent(&self, column: &'static str) -> Inconsistent {
        Inconsistent {
            id: self.id.clone(),
            kind: self.kind.clone(),
            column,
        }
    }

    fn text_of(&self, value: Option<&String>, column: &'static str) -> Result<String, Inconsistent> {
        value.cloned().ok_or_else(|| self.inconsistent(column))
    }

    fn role(&self) -> Result<String, Inconsistent> {
        self.text_of(self.role.as_ref(), "role")
    }

    fn subject(&self) -> Result<String, Inconsistent> {
        self.text_of(self.subject.as_ref(), "subject")
    }

    fn item(&self) -> Result<String, Inconsistent> {
        self.text_of(self.item.as_ref(), "item")
    }

    fn source(&self) -> Result<String, Inconsistent> {
        self.text_of(self.source.as_ref(), "source")
    }

    fn version(&self) -> Result<Hash, Inconsistent> {
        self.text_of(self.version.as_ref(), "version")?
            .parse()
            .map_err(|_| self.inconsistent("version"))
    }

    fn time(&self) -> Result<ExtraTime, Inconsistent> {
        if self.item.as_deref() == Some(UNLIMITED) {
            return match self.score {
                None => Ok(ExtraTime::Unlimited),
                Some(_) => Err(self.inconsistent("score")),
            };
        }
        let score = self.score.filter(|score| *score >= 0);
        let thousandths = score.ok_or_else(|| self.inconsistent("score"))?;
        match self.item.as_deref() {
            Some(FACTOR) => Ok(ExtraTime::Factor(Milli(thousandths))),
            Some(MINUTES) => u32::try_from(thousandths / 1000)
                .map(ExtraTime::Minutes)
                .map_err(|_| self.inconsistent("score")),
            _ => Err(self.inconsistent("item")),
        }
    }

    fn was(&self) -> Result<Option<Milli>, Inconsistent> {
        let score = self.item.as_ref().map(|item| item.parse().map(Milli));
        score.transpose().map_err(|_| self.inconsistent("item"))
    }

    fn access(&self) -> Result<Access, Inconsistent> {
        self.item()?.parse().map_err(|_| self.inconsistent("item"))
    }

    fn outcome(&self) -> Result<Outcome, Inconsistent> {
        [Outcome::Passed, Outcome::Failed, Outcome::Pending]
            .into_iter()
            .find(|outcome| self.outcome.as_deref() == Some(outcome_word(*outcome)))
            .ok_or_else(|| self.inconsistent("outcome"))
    }

    fn permit(&self) -> Result<Permit, Inconsistent> {
        [Permit::Supervised, Permit::Live]
            .into_iter()
            .find(|permit| self.item.as_deref() == Some(permit_word(*permit)))
            .ok_or_else(|| self.inconsistent("item"))
    }
}
