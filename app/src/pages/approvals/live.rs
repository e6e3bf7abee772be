use domain::{access::Access, gate::Report};
use leptos::prelude::*;
use store::people::Person;

use crate::{
    gate_view::{self, role_title},
    pages::people::withdraw,
    staff::segment,
    t,
    visitor::Visitor,
};

/// Who went live in the last weeks, the latest first, with the way to end it at once.
pub(super) fn lately(visitor: &Visitor, live: &[(Person, Report)]) -> AnyView {
    if live.is_empty() {
        return ().into_any();
    }
    let rows = live.iter().map(|(person, report)| row(visitor, person, report));
    let rows = rows.collect_view();
    view! {
        <section class="section">
            <h2>{t!(visitor.texts, "approvals-lately")}</h2>
            <div class="stack">{rows}</div>
        </section>
    }
    .into_any()
}

fn row(visitor: &Visitor, person: &Person, report: &Report) -> AnyView {
    let login = person.login.clone().unwrap_or_default();
    let name = person.name.clone().unwrap_or_else(|| login.clone());
    let href = format!("/people/{}", segment(&login));
    let ends = visitor
        .has(Access::Supervisor)
        .then(|| withdraw(visitor, report, &login, &name));
    view! {
        <section class="card">
            <div class="section-head">
                <div>
                    <h3 class="card-title"><a href=href>{name.clone()}</a></h3>
                    <p class="muted">{role_title(visitor, &report.role)}</p>
                </div>
                {gate_view::lamp(visitor, report, true)}
            </div>
            {ends}
        </section>
    }
    .into_any()
}
