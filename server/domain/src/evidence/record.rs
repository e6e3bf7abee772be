//! Entries as flat columns: the form the store keeps, and the only place that knows both forms.

use super::{Entry, Fact, Outcome, Permit};
use crate::access::Access;
use crate::hash::Hash;
use crate::score::Milli;
use crate::time::Moment;

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
            Fact::Left => {}
            Fact::ReleasePublished { release } => self.version = Some(release.to_string()),
        }
    }

    fn about(&mut self, subject: &str, version: Hash) {
        self.subject = Some(subject.to_owned());
        self.version = Some(version.to_string());
    }

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
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) fn fact() -> impl Strategy<Value = Fact> {
        let id = "[a-z]{1,8}";
        let version = any::<[u8; 32]>().prop_map(Hash);
        let score = any::<Option<i32>>().prop_map(|score| score.map(|score| Milli(score.into())));
        let outcome = prop_oneof![
            Just(Outcome::Passed),
            Just(Outcome::Failed),
            Just(Outcome::Pending)
        ];
        let moment = any::<Option<i64>>().prop_map(|moment| moment.map(Moment));
        let done = (id, version.clone(), id, score.clone(), outcome);
        prop_oneof![
            (id, id, score, any::<Option<[u8; 32]>>()).prop_map(|(role, candidate, score, version)| {
                Fact::Hired {
                    role,
                    candidate,
                    score,
                    version: version.map(Hash),
                }
            }),
            id.prop_map(|role| Fact::RoleAssigned { role }),
            (id, version.clone()).prop_map(|(lesson, version)| Fact::LessonCompleted { lesson, version }),
            done.clone()
                .prop_map(|(quiz, version, attempt, score, outcome)| Fact::QuizFinished {
                    quiz,
                    version,
                    attempt,
                    score,
                    outcome
                }),
            done.prop_map(
                |(scenario, version, play, score, outcome)| Fact::ScenarioFinished {
                    scenario,
                    version,
                    play,
                    score,
                    outcome
                }
            ),
            (id, id, version.clone()).prop_map(|(policy, edition, version)| Fact::Acknowledged {
                policy,
                edition,
                version
            }),
            (id, id, version.clone()).prop_map(|(checklist, item, version)| Fact::ItemSigned {
                checklist,
                item,
                version
            }),
            id.prop_map(|role| Fact::Approved {
                role,
                by: Access::Supervisor
            }),
            id.prop_map(|role| Fact::Declined {
                role,
                by: Access::Trainer
            }),
            (id, id, moment.clone(), moment).prop_map(|(role, number, until, ends)| Fact::Certified {
                role,
                permits: Permit::Live,
                number,
                until,
                ends
            }),
            id.prop_map(|role| Fact::Withdrawn { role }),
            (id, id, id).prop_map(|(role, kind, id)| Fact::Exempted { role, kind, id }),
            id.prop_map(|entry| Fact::Voided { entry }),
            Just(Fact::Left),
            version.prop_map(|release| Fact::ReleasePublished { release }),
        ]
    }

    pub(crate) fn entry() -> impl Strategy<Value = Entry> {
        (fact(), any::<Option<[u8; 32]>>(), any::<i64>(), any::<i64>()).prop_map(
            |(fact, text, happened, recorded)| Entry {
                id: "e".to_owned(),
                person: Some("p".to_owned()),
                actor: None,
                happened: Moment(happened),
                recorded: Moment(recorded),
                fact,
                text: text.map(Hash),
            },
        )
    }

    proptest! {
        #[test]
        fn columns_say_the_same_as_the_entry(entry in entry()) {
            prop_assert_eq!(Record::from(&entry).entry(), Ok(entry));
        }
    }

    #[test]
    fn a_row_nobody_wrote_is_named() {
        let record = Record {
            id: "e1".to_owned(),
            kind: "approved".to_owned(),
            ..Record::default()
        };
        let error = record.entry().unwrap_err();
        assert_eq!(
            error.to_string(),
            "evidence entry e1 of kind `approved` has no valid role"
        );
    }
}
