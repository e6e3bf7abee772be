use domain::gate::Report;
use leptos::prelude::*;
use store::people::Person;

use crate::{
    actions::{Approve, Decline},
    forms::{Form, WithReason, action},
    gate_view::{self, role_title},
    staff::segment,
    t,
    ui::Remark,
    visitor::Visitor,
};

/// One person who waits for approval in one role.
pub(super) fn card(visitor: &Visitor, person: &Person, report: &Report, first: bool) -> AnyView {
    let texts = visitor.texts;
    let login = person.login.clone().unwrap_or_default();
    let name = person.name.clone().unwrap_or_else(|| login.clone());
    let team = person.team_name.clone().map(|team| format!(" · {team}"));
    let href = format!("/people/{}", segment(&login));
    let (met, of) = report.counts();
    view! {
        <section class="card" id=login.clone()>
            <div class="section-head">
                <div>
                    <h2 class="card-title"><a href=href>{name}</a></h2>
                    <p class="muted">{role_title(visitor, &report.role)} {team}</p>
                </div>
                {gate_view::lamp(visitor, report, false)}
            </div>
            <details class="fold">
                <summary>{t!(texts, "approvals-report", n = met, of = of)}</summary>
                {gate_view::requirements(visitor, report, &login)}
            </details>
            {approve(visitor, &login, &report.role, first)}
            {decline(visitor, &login, &report.role)}
        </section>
    }
    .into_any()
}

fn approve(visitor: &Visitor, login: &str, role: &str, first: bool) -> AnyView {
    let texts = visitor.texts;
    let (login, role) = (login.to_owned(), role.to_owned());
    let id = format!("note-{login}-{role}");
    let class = if first { "button" } else { "button quiet" };
    view! {
        <Form action={action::<Approve>()} class="form">
            <input type="hidden" name="login" value=login />
            <input type="hidden" name="role" value=role />
            <Remark id name="note" label=t!(texts, "approvals-note") />
            <div class="actions">
                <button class=class>{t!(texts, "approvals-approve")}</button>
            </div>
        </Form>
    }
    .into_any()
}

fn decline(visitor: &Visitor, login: &str, role: &str) -> AnyView {
    let texts = visitor.texts;
    view! {
        <WithReason
            visitor=visitor.clone()
            action={action::<Decline>()}
            about=vec![("login", login.to_owned()), ("role", role.to_owned())]
            question=t!(texts, "approvals-decline-ask")
            lead=t!(texts, "approvals-decline-lead")
            button=t!(texts, "approvals-decline")
            danger=true
            small=true
        />
    }
    .into_any()
}
