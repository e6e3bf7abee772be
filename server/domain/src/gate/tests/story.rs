//! A way to tell what a person did, one call an entry.

use super::calendar::day;
use super::fixture::ROLE;
use crate::access::Access;
use crate::evidence::{Entry, Fact, Outcome, Permit};
use crate::hash::Hash;
use crate::time::Moment;

/// One person's entries. Each is recorded one second after the one before.
#[derive(Clone)]
pub(super) struct Story {
    pub(super) entries: Vec<Entry>,
    now: Moment,
}

impl Story {
    /// Nothing yet.
    pub(super) fn blank() -> Self {
        Self {
            entries: Vec::new(),
            now: day(0),
        }
    }

    /// Assigned the role on day 0.
    pub(super) fn new() -> Self {
        Self::blank().assigned()
    }

    /// What follows happens on this day.
    pub(super) fn on(mut self, number: i64) -> Self {
        self.now = day(number);
        self
    }

    pub(super) fn tell(mut self, fact: Fact) -> Self {
        self.now = self.now.plus_seconds(1);
        self.entries.push(Entry {
            id: format!("e{:03}", self.entries.len()),
            person: Some("p".to_owned()),
            actor: None,
            happened: self.now,
            recorded: self.now,
            fact,
            text: None,
        });
        self
    }

    /// When the last entry was recorded.
    pub(super) fn last(&self) -> Moment {
        self.now
    }

    pub(super) fn assigned(self) -> Self {
        self.tell(Fact::RoleAssigned {
            role: ROLE.to_owned(),
        })
    }

    pub(super) fn lesson(self, lesson: &str) -> Self {
        self.tell(Fact::LessonCompleted {
            lesson: lesson.to_owned(),
            version: Hash::of(b"1"),
        })
    }

    pub(super) fn quiz(self, attempt: &str, outcome: Outcome) -> Self {
        let (quiz, attempt) = ("basics/quiz".to_owned(), attempt.to_owned());
        self.tell(Fact::QuizFinished {
            quiz,
            version: Hash::of(b"1"),
            attempt,
            score: None,
            outcome,
        })
    }

    pub(super) fn play(self, play: &str, outcome: Outcome) -> Self {
        let (scenario, play) = ("late".to_owned(), play.to_owned());
        self.tell(Fact::ScenarioFinished {
            scenario,
            version: Hash::of(b"1"),
            play,
            score: None,
            outcome,
        })
    }

    pub(super) fn acknowledged(self, edition: &str) -> Self {
        let (policy, edition) = ("secrecy".to_owned(), edition.to_owned());
        self.tell(Fact::Acknowledged {
            policy,
            edition,
            version: Hash::of(b"1"),
        })
    }

    pub(super) fn signed(self, item: &str) -> Self {
        let (checklist, item) = ("floor".to_owned(), item.to_owned());
        self.tell(Fact::ItemSigned {
            checklist,
            item,
            version: Hash::of(b"1"),
        })
    }

    pub(super) fn approved(self) -> Self {
        self.tell(Fact::Approved {
            role: ROLE.to_owned(),
            by: Access::Supervisor,
        })
    }

    pub(super) fn declined(self) -> Self {
        self.tell(Fact::Declined {
            role: ROLE.to_owned(),
            by: Access::Supervisor,
        })
    }

    pub(super) fn certified(self, permits: Permit, until: Option<Moment>, ends: Option<Moment>) -> Self {
        let (role, number) = (ROLE.to_owned(), format!("N{}", self.entries.len()));
        self.tell(Fact::Certified {
            role,
            permits,
            number,
            until,
            ends,
        })
    }

    /// Live for ever.
    pub(super) fn live(self) -> Self {
        self.certified(Permit::Live, None, None)
    }

    pub(super) fn withdrawn(self) -> Self {
        self.tell(Fact::Withdrawn {
            role: ROLE.to_owned(),
        })
    }

    pub(super) fn exempted(self, kind: &str, id: &str) -> Self {
        self.tell(Fact::Exempted {
            role: ROLE.to_owned(),
            kind: kind.to_owned(),
            id: id.to_owned(),
        })
    }

    /// Voids the entry with this number, counted from 0.
    pub(super) fn voided(self, number: usize) -> Self {
        self.tell(Fact::Voided {
            entry: format!("e{number:03}"),
        })
    }

    pub(super) fn left(self) -> Self {
        self.tell(Fact::Left)
    }

    /// Both lessons.
    pub(super) fn course(self) -> Self {
        self.lesson("basics/welcome").lesson("basics/manner")
    }

    /// Everything but the approval.
    pub(super) fn trained(self) -> Self {
        let story = self
            .course()
            .quiz("a", Outcome::Passed)
            .play("p", Outcome::Passed)
            .play("q", Outcome::Passed);
        story.acknowledged("2").signed("greet").signed("hold")
    }
}
