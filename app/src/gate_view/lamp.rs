use domain::{
    content::values::Period,
    gate::{Report, Status},
};

use crate::{t, visitor::Visitor};

/// How long before the end of a certificate the lamp gets its notch, when the role sets no time to renew.
const SOON: Period = Period::Months(1);

/// What a lamp says about a report.
pub(crate) struct LampTexts {
    /// The status as the style sheet knows it.
    pub(crate) status: &'static str,
    /// The status in a word.
    pub(crate) word: String,
    /// What matters most about it.
    pub(crate) fact: Option<String>,
    /// How many requirements are met, of how many.
    pub(crate) met: (usize, usize),
    /// Whether a live status ends soon.
    pub(crate) ends_soon: bool,
}

impl LampTexts {
    /// The words for a report.
    pub(crate) fn of(visitor: &Visitor, report: &Report) -> Self {
        Self {
            status: report.status.as_str(),
            word: word(visitor, report.status),
            fact: fact(visitor, report),
            met: report.counts(),
            ends_soon: ends_soon(visitor, report),
        }
    }
}

fn word(visitor: &Visitor, status: Status) -> String {
    let texts = visitor.texts;
    match status {
        Status::NotStarted => t!(texts, "status-not-started"),
        Status::InTraining => t!(texts, "status-in-training"),
        Status::Ready => t!(texts, "status-ready"),
        Status::Supervised => t!(texts, "status-supervised"),
        Status::Live => t!(texts, "status-live"),
        Status::Suspended => t!(texts, "status-suspended"),
        Status::Left => t!(texts, "status-left"),
    }
}

fn fact(visitor: &Visitor, report: &Report) -> Option<String> {
    let texts = visitor.texts;
    let date = |moment| visitor.site.calendar.date(moment);
    Some(match report.status {
        Status::NotStarted => t!(texts, "lamp-to-do", n = report.items.len()),
        Status::InTraining => t!(texts, "lamp-missing", n = report.missing),
        Status::Ready => {
            let days = visitor.now.seconds_since(report.since) / 86_400;
            t!(texts, "lamp-waiting", days = days)
        }
        Status::Supervised => t!(texts, "lamp-supervised-until", date = date(report.until?)),
        Status::Live if report.until.is_some_and(|until| until <= visitor.now) => {
            t!(texts, "lamp-grace-until", date = date(report.ends?))
        }
        Status::Live => t!(texts, "lamp-valid-until", date = date(report.until?)),
        Status::Suspended => t!(texts, "lamp-to-resume", n = report.missing),
        Status::Left => date(report.since),
    })
}

fn ends_soon(visitor: &Visitor, report: &Report) -> bool {
    let role = visitor.library.roles.get(&report.role);
    let soon = role.and_then(|role| role.certificate?.renew).unwrap_or(SOON);
    let from = visitor.site.calendar.after(visitor.now, soon);
    report.until.is_some_and(|until| until <= from)
}
