//! Gate reports as pages show them: who stands where, in the words of the house.

mod lamp;
mod line;
mod past;
mod timeline;

use domain::{
    evidence::Entry,
    gate::{self, Report},
};
use leptos::prelude::*;
use store::evidence;

use crate::{
    refusal::Refusal,
    ui::{Lamp, RequirementRow},
    visitor::Visitor,
};

pub(crate) use lamp::LampTexts;
pub(crate) use line::{Line, period, title};
pub(crate) use past::extra_time;
pub(crate) use timeline::timeline;

/// The reports of every role a person is or was assigned, in the order of the roles' ids.
///
/// # Errors
/// When the database fails.
pub(crate) async fn reports(visitor: &Visitor, person: &str) -> Result<Vec<Report>, Refusal> {
    let entries = evidence::of_person(&visitor.site.store, person).await?;
    Ok(reports_of(visitor, &entries))
}

/// The same from entries at hand, such as those of [`evidence::of_people`].
pub(crate) fn reports_of(visitor: &Visitor, entries: &[Entry]) -> Vec<Report> {
    let roles = visitor.library.roles.keys();
    roles.filter_map(|role| report(visitor, role, entries)).collect()
}

/// One role's report; none when there is no such role or the person was never assigned it.
pub(crate) fn report(visitor: &Visitor, role: &str, entries: &[Entry]) -> Option<Report> {
    let library = &*visitor.library;
    let role = library.roles.get(role)?;
    gate::report(role, library, entries, visitor.now, &*visitor.site.calendar)
}

/// The role's title in the visitor's language; its id when the role is gone.
pub(crate) fn role_title(visitor: &Visitor, role: &str) -> String {
    let found = visitor.library.roles.get(role);
    found
        .map_or(role, |role| role.head.title.get(&visitor.lang()))
        .to_owned()
}

/// The lamp of a report. `plain` is without a ground of its own, for tables and rows.
pub(crate) fn lamp(visitor: &Visitor, report: &Report, plain: bool) -> AnyView {
    let LampTexts {
        status,
        word,
        fact,
        met,
        ends_soon,
    } = LampTexts::of(visitor, report);
    view! { <Lamp status word fact met ends_soon plain /> }.into_any()
}

/// The requirements of a report as a list, each with the next step that the visitor may take.
///
/// `login` is the account of the person the report is about.
pub(crate) fn requirements(visitor: &Visitor, report: &Report, login: &str) -> AnyView {
    let all = report.items.iter();
    rows(all.map(|item| Line::of(visitor, item, login)))
}

/// The requirements of a report that are not met.
pub(crate) fn missing(visitor: &Visitor, report: &Report, login: &str) -> AnyView {
    let missing = report.items.iter().filter(|item| !item.is_met());
    rows(missing.map(|item| Line::of(visitor, item, login)))
}

fn rows(lines: impl Iterator<Item = Line>) -> AnyView {
    let rows: Vec<_> = lines
        .map(|line| {
            let Line {
                state,
                title,
                leads,
                word,
                note,
                next,
            } = line;
            view! { <RequirementRow state title leads word note next /> }
        })
        .collect();
    view! { <ul class="requirements">{rows}</ul> }.into_any()
}
