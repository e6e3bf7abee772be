use std::process::ExitCode;

use app::site::SiteCalendar as _;
use clap::Args;
use domain::{
    content::Library,
    gate::{self, Report, State},
    time::Moment,
};
use store::{Mode, Store, StoreError, accounts, evidence};

use super::{
    check::Format,
    data::{self, Data, DataError},
    say::say,
};
use crate::{
    api::report::GateAnswer,
    clock::{self, ZoneCalendar},
};

/// Say whether a person may serve in a role, and exactly what is missing.
///
/// Exit code: 0 the report was written, whatever it says; 2 there is none.
#[derive(Debug, Args)]
pub(super) struct Gate {
    #[command(flatten)]
    data: Data,

    /// The role's id, such as phone-agent.
    #[arg(long)]
    role: String,

    /// The person's sign-in name.
    #[arg(long, value_name = "LOGIN")]
    person: String,

    /// The moment to answer for, such as 2027-03-04T10:12:00+08:00, or without an offset in the time zone of the
    /// content: by the evidence recorded and the release current by then. Now when left out.
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,

    /// For whom: json is exactly what the API answers.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub(super) enum GateError {
    #[error(transparent)]
    Data(#[from] DataError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("`{0}` is no time; write it like 2027-03-04T10:12:00+08:00")]
    BadTime(String),
    #[error("nothing was published by then")]
    NoRelease,
    #[error("there is no role {role} in the release of then; there are: {known}")]
    NoRole { role: String, known: String },
    #[error("nobody has the sign-in name {0}")]
    NoPerson(String),
    #[error("{login} did not have the role {role} then")]
    NotAssigned { login: String, role: String },
    #[error("the report cannot be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// A report with what it was made of.
struct Judged {
    report: Report,
    login: String,
    library: Library,
    as_of: Moment,
}

impl Gate {
    pub(super) fn run(self) -> Result<ExitCode, GateError> {
        let judged = self
            .data
            .work(Mode::Existing, async |store, now| self.judge(store, now).await)?;
        match self.format {
            Format::Text => say(text(&judged).trim_end()),
            Format::Json => {
                let Judged {
                    report,
                    login,
                    library,
                    as_of,
                } = judged;
                let answer = GateAnswer::new(report, &login, library.release, as_of);
                say(serde_json::to_string_pretty(&answer)?);
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    async fn judge(&self, store: &Store, now: Moment) -> Result<Judged, GateError> {
        let current = data::library(store, now).await?.ok_or(GateError::NoRelease)?;
        let calendar = ZoneCalendar::of(&current.site.time_zone);
        let (library, as_of) = match &self.as_of {
            None => (current, now),
            Some(time) => {
                let as_of = clock::parse_iso(time)
                    .or_else(|| calendar.parse_local(time))
                    .ok_or_else(|| GateError::BadTime(time.clone()))?;
                (
                    data::library(store, as_of).await?.ok_or(GateError::NoRelease)?,
                    as_of,
                )
            }
        };
        let role = library.roles.get(&self.role).ok_or_else(|| GateError::NoRole {
            role: self.role.clone(),
            known: library.roles.keys().cloned().collect::<Vec<_>>().join(", "),
        })?;
        let account = accounts::by_login(store, &self.person)
            .await?
            .ok_or_else(|| GateError::NoPerson(self.person.clone()))?;
        let entries = evidence::of_person(store, &account.person).await?;
        let report = gate::report(role, &library, &entries, as_of, &calendar);
        Ok(Judged {
            report: report.ok_or_else(|| GateError::NotAssigned {
                login: account.login.clone(),
                role: self.role.clone(),
            })?,
            login: account.login.clone(),
            library,
            as_of,
        })
    }
}

/// The report for people: the answer first, then a line per requirement.
fn text(judged: &Judged) -> String {
    let calendar = ZoneCalendar::of(&judged.library.site.time_zone);
    let date = |moment| calendar.date_time(moment);
    let Judged { report, login, .. } = judged;
    let (met, all) = report.counts();
    let mut text = format!(
        "{login} as {}: {}, {} since {}; {met} of {all} met\nas of {} {}, release {}\n\n",
        report.role,
        if report.live { "live" } else { "not live" },
        report.status.as_str(),
        date(report.since),
        date(judged.as_of),
        judged.library.site.time_zone,
        judged.library.release.short(),
    );
    let longest = report.items.iter().map(|item| item.id.len()).max().unwrap_or(0);
    for item in &report.items {
        let mut line = format!(
            "  {:<7}  {:<11}  {:<longest$}",
            item.state.as_str(),
            item.kind,
            item.id
        );
        if let Some((done, of)) = item.progress.filter(|_| item.state != State::Met) {
            line += &format!("  {done} of {of}");
        }
        if let Some(since) = item.since {
            line += &format!("  since {}", date(since));
        }
        if let Some(until) = item.until {
            line += &format!("  until {}", date(until));
        }
        if let Some(access) = item.waiting_for {
            line += &format!("  waits for a {}", access.as_str());
        }
        if let Some(next) = &item.next {
            line += &format!("  next {}", next.path(login));
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}
