//! The one word for where a person stands.

use super::item::{Case, Item};
use crate::content::requirement::Requirement;
use crate::content::role::Permits;
use crate::evidence::{Fact, Permit};
use crate::time::Moment;
use std::fmt;

/// Where a person stands with a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Assigned, and nothing done yet.
    NotStarted,
    /// Something done, not everything.
    InTraining,
    /// Everything met but approvals.
    Ready,
    /// Live under supervision.
    Supervised,
    /// Live.
    Live,
    /// Was live: withdrawn, or expired past the grace.
    Suspended,
    /// Left the company.
    Left,
}

impl Status {
    /// All of them, in the order of a working life.
    pub const ALL: [Self; 7] = [
        Self::NotStarted,
        Self::InTraining,
        Self::Ready,
        Self::Supervised,
        Self::Live,
        Self::Suspended,
        Self::Left,
    ];

    /// The word used in the API and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InTraining => "in-training",
            Self::Ready => "ready",
            Self::Supervised => "supervised",
            Self::Live => "live",
            Self::Suspended => "suspended",
            Self::Left => "left",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The status and since when it holds.
pub(super) fn status(case: &Case<'_>, items: &[Item]) -> (Status, Moment) {
    let standing = case.standing;
    if let Some(left) = standing.gone() {
        return (Status::Left, left);
    }
    if let Some(certificate) = standing.live() {
        let status = match certificate.permits {
            Permit::Supervised => Status::Supervised,
            Permit::Live => Status::Live,
        };
        return (status, certificate.given);
    }
    if let Some(ended) = standing.ended() {
        return (Status::Suspended, ended);
    }
    if let Some(ready) = ready(case, items) {
        return (Status::Ready, ready);
    }
    let started = case.history.first(|fact| {
        let mut requirements = case.role.stages.iter().flat_map(|stage| &stage.requires);
        requirements.any(|requirement| trains(fact, requirement))
    });
    started.map_or((Status::NotStarted, standing.assigned), |started| {
        (Status::InTraining, started)
    })
}

/// When everything but approvals was met of all it takes to serve customers for the first time.
fn ready(case: &Case<'_>, items: &[Item]) -> Option<Moment> {
    let stages = &case.role.stages;
    let last = stages
        .iter()
        .position(|stage| stage.permits >= Permits::Supervised)
        .unwrap_or(stages.len());
    if items.is_empty() {
        return None;
    }
    let training = items
        .iter()
        .filter(|item| item.stage <= last && !item.is_approval());
    super::last_met(Some(case.standing.assigned), training)
}

/// Whether a fact is training for this line.
fn trains(fact: &Fact, requirement: &Requirement) -> bool {
    match (requirement, fact) {
        (Requirement::Course { course }, Fact::LessonCompleted { lesson, .. }) => in_course(lesson, course),
        (
            Requirement::Quiz { quiz: id },
            Fact::QuizFinished { quiz: of, .. } | Fact::QuizRegraded { quiz: of, .. },
        )
        | (Requirement::Scenario { scenario: id, .. }, Fact::ScenarioFinished { scenario: of, .. })
        | (Requirement::Acknowledge { policy: id }, Fact::Acknowledged { policy: of, .. })
        | (Requirement::SignOff { checklist: id, .. }, Fact::ItemSigned { checklist: of, .. }) => id == of,
        _ => false,
    }
}

/// Whether `course/lesson` is a lesson of the course, now or in an earlier release.
pub(super) fn in_course(lesson: &str, course: &str) -> bool {
    lesson
        .strip_prefix(course)
        .is_some_and(|rest| rest.starts_with('/'))
}
