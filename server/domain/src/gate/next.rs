//! What to do next, and who has to.

use super::item::{Item, State};
use super::{Report, Status};
use crate::content::requirement::Requirement;

/// Where the missing thing is done: a page with the form for exactly this.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Next {
    /// The course's first lesson that is not complete, `course/lesson`.
    Lesson(String),
    /// Take the quiz, `course/quiz`.
    Quiz(String),
    /// Play the scenario.
    Scenario(String),
    /// Read and acknowledge the policy.
    Policy(String),
    /// Rate what was handed in. It stands in the queue where its time puts it: whoever comes from a person's page must not
    /// know whose it is.
    Rating,
    /// Sign the checklist's skills.
    SignOff(String),
    /// Approve going live.
    Approve,
}

impl Next {
    /// The page for it; `login` is the account of the person the report is about.
    #[must_use]
    pub fn path(&self, login: &str) -> String {
        match self {
            Self::Lesson(lesson) => format!("/courses/{lesson}"),
            Self::Quiz(quiz) => format!("/quizzes/{quiz}"),
            Self::Scenario(scenario) => format!("/scenarios/{scenario}"),
            Self::Policy(policy) => format!("/policies/{policy}"),
            Self::Rating => "/ratings".to_owned(),
            Self::SignOff(checklist) => format!("/people/{login}#{checklist}"),
            Self::Approve => format!("/approvals#{login}"),
        }
    }
}

/// The one thing the person can do now: the first line that is his own to do and is missing or expired.
#[must_use]
pub fn next_for_learner(report: &Report) -> Option<&Item> {
    let mut items = report.items.iter().filter(|_| report.status != Status::Left);
    items.find(|item| {
        let own = !matches!(
            item.requirement,
            Requirement::SignOff { .. } | Requirement::Approve { .. }
        );
        own && matches!(item.state, State::Missing | State::Expired)
    })
}

/// What waits for others now, in the role's order: not yet what stands in stages that are not reached.
pub fn waiting(report: &Report) -> impl Iterator<Item = &Item> {
    let reached = report.stage.unwrap_or(usize::MAX);
    let items = report
        .items
        .iter()
        .filter(move |item| item.stage <= reached && !item.is_met());
    items.filter(|item| item.waiting_for.is_some() && report.status != Status::Left)
}
