//! Where a person stands with a role before any requirement is looked at: assigned, certified, gone.

use super::history::History;
use super::permits;
use crate::content::role::Role;
use crate::evidence::{Fact, Permit};
use crate::time::Moment;

/// What the entries about assignment, certificates and leaving say.
///
/// Entries of one moment are taken in the careful order: a withdrawal or leaving comes after a certificate
/// and an approval of the same moment.
pub(super) struct Standing<'a> {
    /// The last assignment to the role.
    pub(super) assigned: Moment,
    /// When the person last left, perhaps to come back.
    pub(super) left: Option<Moment>,
    /// When the role was last withdrawn.
    pub(super) withdrawn: Option<Moment>,
    /// The last certificate since then, valid or not.
    certificate: Option<Certified<'a>>,
    /// When that certificate ended, by time or withdrawal.
    ended: Option<Moment>,
    /// How many stages, from the first, going live was given for.
    consumed: usize,
}

/// A `Certified` entry.
#[derive(Clone, Copy)]
pub(super) struct Certified<'a> {
    pub(super) number: &'a str,
    pub(super) permits: Permit,
    /// When it was recorded.
    pub(super) given: Moment,
    pub(super) until: Option<Moment>,
    pub(super) ends: Option<Moment>,
}

impl<'a> Standing<'a> {
    /// Nothing when the person was never assigned the role.
    pub(super) fn of(role: &Role, history: &History<'a>, now: Moment) -> Option<Self> {
        let id = role.head.id.as_str();
        let assigned = history.last(|fact| match fact {
            Fact::Hired { role, .. } | Fact::RoleAssigned { role } => role == id,
            _ => false,
        })?;
        let withdraws = |fact: &Fact| matches!(fact, Fact::Withdrawn { role } if role == id);
        let left = history.last(|fact| matches!(fact, Fact::Left));
        let certificate = certificate(id, history).filter(|certificate| left < Some(certificate.given));
        let ended = certificate.and_then(|certificate| {
            let mut entries = history.iter();
            let withdrawn =
                entries.find(|entry| withdraws(&entry.fact) && entry.recorded >= certificate.given);
            let lapsed = certificate.ends.filter(|ends| *ends <= now);
            withdrawn
                .map(|entry| entry.recorded)
                .into_iter()
                .chain(lapsed)
                .min()
        });
        Some(Self {
            assigned,
            left,
            withdrawn: history.last(withdraws),
            consumed: certificate.map_or(0, |certificate| stages_to(role, certificate.permits)),
            certificate,
            ended,
        })
    }

    /// When the person left and did not come back to this role.
    pub(super) fn gone(&self) -> Option<Moment> {
        self.left.filter(|left| *left >= self.assigned)
    }

    /// The certificate, while it makes the person live.
    pub(super) fn live(&self) -> Option<Certified<'a>> {
        self.certificate.filter(|_| self.ended.is_none())
    }

    /// When the last certificate ended, if it did.
    pub(super) fn ended(&self) -> Option<Moment> {
        self.ended
    }

    /// When going live was given for this stage, while it holds: going live consumed what was met then.
    pub(super) fn consumed(&self, stage: usize) -> Option<Moment> {
        self.live()
            .filter(|_| stage < self.consumed)
            .map(|certificate| certificate.given)
    }
}

fn certificate<'a>(id: &str, history: &History<'a>) -> Option<Certified<'a>> {
    let certificates = history.iter().filter_map(|entry| match &entry.fact {
        Fact::Certified {
            role,
            permits,
            number,
            until,
            ends,
        } if role == id => Some(Certified {
            number,
            permits: *permits,
            given: entry.recorded,
            until: *until,
            ends: *ends,
        }),
        _ => None,
    });
    certificates.max_by_key(|certificate| (certificate.given, certificate.permits))
}

/// How many stages it took to be given this permit; all when no stage gives it any more.
fn stages_to(role: &Role, permit: Permit) -> usize {
    let giving = role
        .stages
        .iter()
        .position(|stage| stage.permits >= permits(permit));
    giving.map_or(role.stages.len(), |index| index + 1)
}
