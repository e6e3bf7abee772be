//! A role, its documents, a calendar, and a way to tell a person's story in a line.

use crate::access::Access;
use crate::content::doc::Head;
use crate::content::requirement::Requirement;
use crate::content::role::{Certificate, Permits, Role, Stage};
use crate::content::values::Period;
use crate::evidence::{Entry, Fact, Outcome, Permit};
use crate::gate::{Item, Material, Report, report};
use crate::hash::Hash;
use crate::lang::Text;
use crate::time::{Calendar, Moment};
use std::collections::BTreeMap;

pub(super) const ROLE: &str = "agent";
const DAY: i64 = 86_400;

/// Midnight of a day, counted from 1 January 2026.
pub(super) fn day(number: i64) -> Moment {
    Moment(0).plus_seconds((days_from_civil(2026, 1, 1) + number) * DAY)
}

/// The proleptic Gregorian calendar in UTC.
pub(super) struct Utc;

impl Calendar for Utc {
    fn after(&self, from: Moment, period: Period) -> Moment {
        match period {
            Period::Seconds(seconds) => from.plus_seconds(seconds.into()),
            Period::Months(months) => {
                let micros = DAY * 1_000_000;
                let (year, month, date) = civil_from_days(from.0.div_euclid(micros));
                let total = year * 12 + month - 1 + i64::from(months);
                let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
                let first = days_from_civil(year, month, 1);
                let next = days_from_civil(year + month / 12, month % 12 + 1, 1);
                let date = date.min(next - first);
                Moment((first + date - 1) * micros + from.0.rem_euclid(micros))
            }
        }
    }
}

fn days_from_civil(year: i64, month: i64, date: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = (shifted + 2) % 12 + 1;
    (
        year + era * 400 + i64::from(month <= 2),
        month,
        of_year - (153 * shifted + 2) / 5 + 1,
    )
}

/// Published content.
#[derive(Clone)]
pub(super) struct World {
    pub(super) role: Role,
    pub(super) lessons: BTreeMap<&'static str, Vec<&'static str>>,
    pub(super) editions: BTreeMap<&'static str, &'static str>,
    pub(super) skills: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Material for World {
    fn lessons(&self, course: &str) -> Option<Vec<&str>> {
        self.lessons.get(course).cloned()
    }

    fn edition(&self, policy: &str) -> Option<&str> {
        self.editions.get(policy).copied()
    }

    fn skills(&self, checklist: &str) -> Option<Vec<&str>> {
        self.skills.get(checklist).cloned()
    }
}

pub(super) fn course() -> Requirement {
    Requirement::Course {
        course: "basics".to_owned(),
    }
}

pub(super) fn quiz() -> Requirement {
    Requirement::Quiz {
        quiz: "basics/quiz".to_owned(),
    }
}

pub(super) fn scenario() -> Requirement {
    Requirement::Scenario {
        scenario: "late".to_owned(),
        times: 2,
        within: Some(Period::Seconds(90 * 86_400)),
    }
}

pub(super) fn acknowledge() -> Requirement {
    Requirement::Acknowledge {
        policy: "secrecy".to_owned(),
    }
}

pub(super) fn sign_off() -> Requirement {
    Requirement::SignOff {
        checklist: "floor".to_owned(),
        by: None,
    }
}

pub(super) fn approve() -> Requirement {
    Requirement::Approve {
        by: Access::Supervisor,
    }
}

impl World {
    /// The role with one of everything, valid for twelve months and fourteen days' grace.
    pub(super) fn new() -> Self {
        let requires = vec![course(), quiz(), scenario(), acknowledge(), sign_off(), approve()];
        Self::staged([(Permits::Live, requires)])
    }

    pub(super) fn staged(stages: impl IntoIterator<Item = (Permits, Vec<Requirement>)>) -> Self {
        let stages = stages.into_iter().map(|(permits, requires)| Stage {
            name: None,
            permits,
            requires,
        });
        let head = Head {
            id: ROLE.to_owned(),
            version: Hash::of(b"role"),
            title: Text::new("岗位"),
            languages: Vec::new(),
        };
        let certificate = Certificate {
            valid: Period::Months(12),
            renew: None,
            grace: Some(Period::Seconds(14 * 86_400)),
        };
        Self {
            role: Role {
                head,
                level: None,
                next: None,
                certificate: Some(certificate),
                probation: None,
                stages: stages.collect(),
                body: Text::new(""),
            },
            lessons: BTreeMap::from([("basics", vec!["welcome", "manner"])]),
            editions: BTreeMap::from([("secrecy", "2")]),
            skills: BTreeMap::from([("floor", vec!["greet", "hold"])]),
        }
    }

    pub(super) fn judge(&self, story: &Story, now: Moment) -> Report {
        report(&self.role, self, &story.entries, now, &Utc).unwrap()
    }

    /// The line of this kind.
    pub(super) fn item(&self, story: &Story, now: Moment, kind: &str) -> Item {
        self.judge(story, now)
            .items
            .into_iter()
            .find(|item| item.kind == kind)
            .unwrap()
    }
}

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

#[test]
fn months_are_calendar_months() {
    // 31 January 2026 plus one month is 28 February; plus 25 months 29 February 2028.
    assert_eq!(Utc.after(day(30), Period::Months(1)), day(58));
    assert_eq!(Utc.after(day(30), Period::Months(25)), day(365 + 365 + 31 + 28));
    assert_eq!(Utc.after(day(0), Period::Months(12)), day(365));
}
