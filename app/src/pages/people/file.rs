use std::collections::BTreeSet;

use domain::{
    access::Access,
    gate::{Report, Status},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{accounts::Account, evidence};

use super::{sign_off::checklists, withdraw::withdraw};
use crate::{
    actions::AssignRole,
    forms::{Form, action},
    frame::{Page, crumbs, page},
    gate_view::{self, role_title},
    refusal::Refusal,
    staff::reach,
    t,
    ui::{PageHead, Select},
    visitor::Visitor,
};

/// `/people/{login}`: one person's file.
#[component]
pub(crate) fn PersonFile() -> impl IntoView {
    let login = use_params_map().get_untracked().get("login").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let (account, entries) = reach::file(&visitor, &login).await?;
        let texts = visitor.texts;
        let store = &visitor.site.store;
        let reports = gate_view::reports_of(&visitor, &entries);
        let said = evidence::said(store, &account.person).await?;
        if reports.is_empty() && entries.is_empty() && !visitor.has(Access::Trainer) {
            return Err(Refusal::NotFound);
        }
        let each = reports.iter().map(|report| role(&visitor, report, &account));
        let none = reports
            .is_empty()
            .then(|| view! { <p class="muted">{t!(texts, "people-no-role")}</p> });
        let back = crumbs(texts, [("/people", t!(texts, "people-title"))]);
        let body = view! {
            <PageHead title=account.shown().to_owned() crumbs=back lead=account.login.clone() />
            <div class="columns">
                <div>
                    {none}
                    {each.collect_view()}
                    {checklists(&visitor, &account, &reports, &entries, &said)}
                </div>
                <aside class="aside">{assign(&visitor, &account, &reports)}</aside>
            </div>
            <section class="section" id="file">
                <h2>{t!(texts, "people-done")}</h2>
                {gate_view::timeline(&visitor, &entries, &said)}
            </section>
        };
        Ok(Page::new(account.shown().to_owned(), body))
    })
}

/// One role: the lamp, every requirement, and the end of a live status.
fn role(visitor: &Visitor, report: &Report, account: &Account) -> AnyView {
    let own = visitor
        .session
        .as_ref()
        .is_some_and(|session| session.actor().person == account.person);
    let ends = (report.live && !own && visitor.has(Access::Supervisor))
        .then(|| withdraw(visitor, report, &account.login, account.shown()));
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{role_title(visitor, &report.role)}</h2>
                {gate_view::lamp(visitor, report, false)}
            </div>
            {gate_view::requirements(visitor, report, &account.login)}
            {ends}
        </section>
    }
    .into_any()
}

/// A further role to prepare for.
fn assign(visitor: &Visitor, account: &Account, reports: &[Report]) -> AnyView {
    let texts = visitor.texts;
    let given: BTreeSet<&str> = reports
        .iter()
        .filter(|report| report.status != Status::Left)
        .map(|report| report.role.as_str())
        .collect();
    let others = visitor.library.roles.keys();
    let others = others.filter(|role| !given.contains(role.as_str()));
    let options: Vec<_> = others
        .map(|role| (role.clone(), role_title(visitor, role)))
        .collect();
    if options.is_empty() || !visitor.has(Access::Trainer) || account.disabled.is_some() {
        return ().into_any();
    }
    let login = account.login.clone();
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "people-further")}</h2>
            <Form action={action::<AssignRole>()} class="form">
                <input type="hidden" name="login" value=login />
                <Select name="role" label=t!(texts, "people-role") options=options />
                <div class="actions">
                    <button class="button quiet">{t!(texts, "people-assign")}</button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}
