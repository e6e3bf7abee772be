//! When going live is due, and how long it then lasts.

use super::{Report, Status, permits};
use crate::content::role::{Permits, Role};
use crate::evidence::Permit;
use crate::time::{Calendar, Moment};

/// The permit of the certificate that is due now.
///
/// It is due when a stage that lets a person serve customers is complete, approvals included, and no valid
/// certificate permits as much. Whoever writes an entry asks this behind it and writes the certificate in
/// the same transaction.
#[must_use]
pub fn certificate_due(report: &Report) -> Option<Permit> {
    let permit = match report.earned {
        Permits::Nothing | Permits::Shadow => return None,
        Permits::Supervised => Permit::Supervised,
        Permits::Live => Permit::Live,
    };
    (report.status != Status::Left && report.permits < permits(permit)).then_some(permit)
}

/// For a certificate given `now`: the end of its validity, and the end of the grace behind it, when the
/// person stops being live. Neither for a role whose certificate does not expire.
#[must_use]
pub fn certificate_terms(
    role: &Role,
    now: Moment,
    calendar: &dyn Calendar,
) -> (Option<Moment>, Option<Moment>) {
    let Some(certificate) = role.certificate else {
        return (None, None);
    };
    let until = calendar.after(now, certificate.valid);
    let ends = certificate
        .grace
        .map_or(until, |grace| calendar.after(until, grace));
    (Some(until), Some(ends))
}
