//! The gate: may this person serve in this role at this moment, and if not, exactly what is missing?
//!
//! It is a pure function of three things: the role (its stages and requirements, with the documents
//! they name), the person's evidence, and a moment. It keeps nothing and asks no clock, so the question about
//! 4 March at 10:12 has the same answer for ever, and a new release can be tried before it is published.
//!
//! Two questions are answered apart. *Is the person live?* is settled by the last certificate alone: given
//! when everything was met, ended only by time, by withdrawal or by leaving, never by a new release.
//! *What is met?* is settled line by line from the evidence that counted at the moment: recorded by then
//! and not voided. A certificate is due when the second answer reaches further than the first.

mod approve;
mod certificate;
mod history;
mod item;
mod material;
mod next;
mod scenario;
mod standing;
mod status;
#[cfg(test)]
mod tests;
mod validity;

pub use certificate::{certificate_due, certificate_terms};
pub use item::{Item, State};
pub use material::Material;
pub use next::{Next, next_for_learner, waiting};
pub use status::Status;
pub use validity::{Issued, Validity, certificates};

use crate::content::requirement::Requirement;
use crate::content::role::{Permits, Role};
use crate::evidence::{Entry, Permit};
use crate::time::{Calendar, Moment};
use history::History;
use item::Case;
use standing::Standing;

/// What the gate says about one person, one role and one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The role's id.
    pub role: String,
    /// The one word for it.
    pub status: Status,
    /// Whether the person may serve customers, alone or supervised.
    pub live: bool,
    /// Since when the status holds, as far as evidence tells.
    pub since: Moment,
    /// While live: the end of the certificate's validity; none when it has no end.
    pub until: Option<Moment>,
    /// While live: the end of the grace behind it, the moment the person stops being live.
    pub ends: Option<Moment>,
    /// While live: the certificate's number.
    pub certificate: Option<String>,
    /// What the person may do now. Serving customers needs a certificate, so at most
    /// [`Permits::Shadow`] without one.
    pub permits: Permits,
    /// What the completed stages permit: more than `permits` when a certificate is due.
    pub earned: Permits,
    /// The first stage that is not complete, an index into the role's stages; none when all are.
    pub stage: Option<usize>,
    /// Every requirement, in the role's order.
    pub items: Vec<Item>,
    /// How many items are not met.
    pub missing: usize,
}

impl Report {
    /// How many requirements are met, and how many there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.items.len() - self.missing, self.items.len())
    }
}

/// Judges one person, whose `entries` these are, as of `now`.
///
/// Entries recorded later than `now` are ignored. Nothing when the person was not assigned the role by then.
#[must_use]
pub fn report(
    role: &Role,
    material: &dyn Material,
    entries: &[Entry],
    now: Moment,
    calendar: &dyn Calendar,
) -> Option<Report> {
    let history = History::at(entries, now);
    let standing = Standing::of(role, &history, now)?;
    let case = Case {
        role,
        material,
        history: &history,
        standing: &standing,
        now,
        calendar,
    };
    let (items, stages) = judge(&case);
    let stage = stages.iter().position(|complete| !complete);
    let earned = earned(role, &items, stage);
    let (status, since) = status::status(&case, &items);
    let certificate = standing.live();
    Some(Report {
        role: role.head.id.clone(),
        status,
        live: certificate.is_some(),
        since,
        until: certificate.and_then(|certificate| certificate.until),
        ends: certificate.and_then(|certificate| certificate.ends),
        certificate: certificate.map(|certificate| certificate.number.to_owned()),
        permits: match (certificate, status) {
            (Some(certificate), _) => permits(certificate.permits),
            (None, Status::Left) => Permits::Nothing,
            (None, _) => earned.min(Permits::Shadow),
        },
        earned,
        stage,
        missing: items.iter().filter(|item| !item.is_met()).count(),
        items,
    })
}

/// Every item, and for every stage whether it and all before it are complete.
fn judge(case: &Case<'_>) -> (Vec<Item>, Vec<bool>) {
    let mut items = Vec::new();
    let mut stages = Vec::new();
    // When everything so far was met; nothing as soon as something is not.
    let mut done = Some(case.standing.assigned);
    let mut lines = approve::Lines::default();
    for (index, stage) in case.role.stages.iter().enumerate() {
        let mut own: Vec<Item> = stage
            .requires
            .iter()
            .map(|requirement| item::judge(case, requirement, index))
            .collect();
        let ready = last_met(done, own.iter().filter(|item| !item.is_approval()));
        for item in &mut own {
            if let Requirement::Approve { by } = item.requirement {
                approve::judge(case, item, by, ready, lines.next(by));
            }
        }
        done = last_met(done, own.iter());
        stages.push(done.is_some());
        items.append(&mut own);
    }
    (items, stages)
}

/// When the last of the items was met, not before `start`; nothing when one is not.
fn last_met<'a>(start: Option<Moment>, mut items: impl Iterator<Item = &'a Item>) -> Option<Moment> {
    items.try_fold(start?, |last, item| {
        item.is_met()
            .then(|| item.since.map_or(last, |since| last.max(since)))
    })
}

/// What the completed stages permit. A role that requires nothing permits nothing: nobody goes live in it.
fn earned(role: &Role, items: &[Item], stage: Option<usize>) -> Permits {
    if items.is_empty() {
        return Permits::Nothing;
    }
    let complete = stage.unwrap_or(role.stages.len());
    let permits = role.stages.iter().take(complete).map(|stage| stage.permits);
    permits.max().unwrap_or(Permits::Nothing)
}

/// A certificate's permit in the words of a stage.
const fn permits(permit: Permit) -> Permits {
    match permit {
        Permit::Supervised => Permits::Supervised,
        Permit::Live => Permits::Live,
    }
}
