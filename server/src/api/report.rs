//! The gate's report as other systems read it. The command `gate` writes the same.

use domain::{gate, hash::Hash, time::Moment};
use serde::Serialize;

use crate::clock;

/// May this person serve in this role at this moment, and what is missing?
#[derive(Debug, Serialize)]
pub(crate) struct GateAnswer {
    /// Whether the person may serve customers, alone or supervised.
    live: bool,
    /// `not-started`, `in-training`, `ready`, `supervised`, `live`, `suspended` or `left`.
    status: &'static str,
    /// The moment the answer is about.
    as_of: String,
    /// The address of the release whose requirements these are.
    release: String,
    requirements: Vec<Requirement>,
}

/// One line of the role's list.
#[derive(Debug, Serialize)]
pub(crate) struct Requirement {
    kind: &'static str,
    id: String,
    /// `met`, `pending`, `missing` or `expired`.
    state: &'static str,
    /// Since when the state holds, where that is known.
    since: Option<String>,
    /// When it will not be met any more, where that is known.
    until: Option<String>,
    /// The page on which the missing thing is done; none when it is met, and while it cannot be done yet.
    next: Option<String>,
}

impl GateAnswer {
    /// A report about the account `login`, judged by a release as of a moment.
    pub(crate) fn new(report: gate::Report, login: &str, release: Hash, as_of: Moment) -> Self {
        Self {
            live: report.live,
            status: report.status.as_str(),
            as_of: clock::iso(as_of),
            release: release.to_string(),
            requirements: report
                .items
                .into_iter()
                .map(|item| Requirement {
                    kind: item.kind,
                    state: item.state.as_str(),
                    since: item.since.map(clock::iso),
                    until: item.until.map(clock::iso),
                    next: item.next.map(|next| next.path(login)),
                    id: item.id,
                })
                .collect(),
        }
    }
}
