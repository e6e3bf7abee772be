//! Going live: the certificate is written with whatever completed the list, in one transaction.

use domain::{
    content::Library,
    evidence::Entry,
    gate,
    time::{Calendar, Moment},
};
use store::{
    StoreError, Tx,
    actors::Authority,
    approvals::{self, Terms},
    evidence,
};

use crate::site::SiteCalendar;

/// Certifies a person in every role whose list is now complete, in the name of whoever completed it.
///
/// Call it behind every entry of evidence, in the same write: it judges what this transaction sees, so two
/// deeds at once make one certificate. Returns the certificates written.
///
/// # Errors
/// When the database fails.
pub async fn settle(
    tx: &mut Tx,
    library: &Library,
    calendar: &dyn SiteCalendar,
    person: &str,
    by: &impl Authority,
    now: Moment,
) -> Result<Vec<Entry>, StoreError> {
    let entries = evidence::of_person_in(tx, person).await?;
    let now = behind(&entries, now);
    let mut certificates = Vec::new();
    for (id, terms) in due(library, calendar, &entries, now) {
        certificates.push(approvals::certify(tx, by, person, &id, terms, now).await?);
    }
    Ok(certificates)
}

/// A moment at which all of these entries count: of two requests the one that came first may write last.
pub(crate) fn behind(entries: &[Entry], now: Moment) -> Moment {
    let recorded = entries.iter().map(|entry| entry.recorded);
    recorded.max().map_or(now, |last| last.max(now))
}

/// The roles in which a certificate is due, with its terms.
fn due(library: &Library, calendar: &dyn Calendar, entries: &[Entry], now: Moment) -> Vec<(String, Terms)> {
    let roles = library.roles.iter().filter_map(|(id, role)| {
        let report = gate::report(role, library, entries, now, calendar)?;
        let permits = gate::certificate_due(&report)?;
        let (until, ends) = gate::certificate_terms(role, now, calendar);
        Some((id.clone(), Terms { permits, until, ends }))
    });
    roles.collect()
}
