//! A role and the documents it names.

use super::calendar::Utc;
use super::story::Story;
use crate::access::Access;
use crate::content::doc::Head;
use crate::content::requirement::Requirement;
use crate::content::role::{Certificate, Permits, Role, Stage};
use crate::content::values::Period;
use crate::gate::{Item, Material, Report, report};
use crate::hash::Hash;
use crate::lang::Text;
use crate::time::Moment;
use std::collections::BTreeMap;

pub(super) const ROLE: &str = "agent";

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
