use domain::{
    access::Access,
    gate::{self, Report},
};
use leptos::prelude::*;
use store::{evidence, people};

use super::{empty, trainer::person};
use crate::{gate_view, refusal::Refusal, t, visitor::Visitor};

/// What a supervisor sees: who waits for approval, the longest first; then who of those looked after may serve today.
pub(super) async fn section(visitor: &Visitor) -> Result<AnyView, Refusal> {
    let (store, texts) = (&visitor.site.store, visitor.texts);
    let supervisor = visitor.supervisor()?;
    let team = people::looked_after_by(store, &supervisor.account).await?;
    let ids: Vec<_> = team.iter().map(|person| person.id.clone()).collect();
    let evidence = evidence::of_people(store, &ids).await?;
    let mut all: Vec<(String, String, Report)> = Vec::new();
    for member in team {
        let Some(login) = member.login else { continue };
        let entries = evidence.get(&member.id).map_or(&[][..], |entries| &entries[..]);
        let name = member.name.unwrap_or_else(|| login.clone());
        let reports = gate_view::reports_of(visitor, entries).into_iter();
        all.extend(reports.map(|report| (login.clone(), name.clone(), report)));
    }
    let mut waiting: Vec<_> = all.iter().filter(|(_, _, report)| waits(report)).collect();
    waiting.sort_by_key(|(_, _, report)| report.since);
    let waiting: Vec<_> = waiting
        .into_iter()
        .map(|(login, name, report)| approval(visitor, login, name, report))
        .collect();
    let serving: Vec<_> = all
        .iter()
        .filter(|(_, _, report)| report.live)
        .map(|(login, name, report)| person(visitor, login, name, report))
        .collect();
    let (may, of) = (serving.len(), all.len());
    let body = if all.is_empty() {
        empty(t!(texts, "today-no-team"), t!(texts, "today-no-team-hint"))
    } else {
        view! {
            <h3>{t!(texts, "today-approvals")}</h3>
            {list(waiting, t!(texts, "today-no-approvals"))}
            <h3>{t!(texts, "today-may-serve")} " " <span class="chip">{format!("{may} / {of}")}</span></h3>
            {list(serving, t!(texts, "today-nobody-serves"))}
        }
        .into_any()
    };
    Ok(view! {
        <section class="section">
            <div class="section-head">
                <h2>{t!(texts, "today-team")}</h2>
                <a href="/approvals">{t!(texts, "nav-approvals")}</a>
            </div>
            <div class="stack">{body}</div>
        </section>
    }
    .into_any())
}

fn waits(report: &Report) -> bool {
    gate::waiting(report).any(|item| item.kind == "approve" && item.waiting_for == Some(Access::Supervisor))
}

fn list(rows: Vec<AnyView>, nobody: String) -> AnyView {
    if rows.is_empty() {
        view! { <p class="muted">{nobody}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    }
}

fn approval(visitor: &Visitor, login: &str, name: &str, report: &Report) -> AnyView {
    view! {
        <li class="row">
            <div class="row-main">
                <a class="row-title" href=format!("/approvals#{login}")>{name.to_owned()}</a>
                <span class="row-note">{gate_view::role_title(visitor, &report.role)}</span>
            </div>
            <div class="row-end">{gate_view::lamp(visitor, report, true)}</div>
        </li>
    }
    .into_any()
}
