use std::cmp::Reverse;

use domain::gate::{Report, Status};
use store::people::Person;

/// A person with the report about the role that is looked at.
pub(super) struct Standing {
    pub(super) person: Person,
    pub(super) report: Report,
}

impl Standing {
    /// The name, or the sign-in name when there is none.
    pub(super) fn name(&self) -> String {
        let person = &self.person;
        let name = person.name.clone().or_else(|| person.login.clone());
        name.unwrap_or_else(|| "–".to_owned())
    }
}

/// Sorts by nearest to going live: who waits for approval longest, then by how little is missing; who is
/// live needs nobody's eye and comes last.
pub(super) fn by_nearest(standings: &mut [Standing]) {
    standings.sort_by_key(|Standing { person, report }| {
        let (met, _) = report.counts();
        let ready = report.status == Status::Ready;
        (
            report.live,
            !ready,
            if ready { report.since.0 } else { 0 },
            report.missing,
            Reverse(met),
            person.name.clone(),
        )
    });
}
