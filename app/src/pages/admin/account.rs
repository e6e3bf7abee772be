use domain::gate::{Report, Status};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    accounts::{self, Account},
    evidence,
    people::{self, Person},
    teams::{self, Team},
};

use super::{accounts::state, add::team_options, boxes::AccessBoxes};
use crate::{
    actions::{AssignRole, DisableAccount, EnableAccount, InviteAccount, MovePerson, SetAccess},
    forms::{Form, action},
    frame::{Page, page},
    gate_view::{self, role_title},
    refusal::Refusal,
    t,
    ui::{PageHead, Select},
    visitor::Visitor,
};

/// `/admin/accounts/{login}`: one account.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    let login = use_params_map().get_untracked().get("login").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        visitor.admin()?;
        let texts = visitor.texts;
        let store = &visitor.site.store;
        let account = accounts::by_login(store, &login)
            .await?
            .ok_or(Refusal::NotFound)?;
        let person = people::get(store, &account.person)
            .await?
            .ok_or(Refusal::NotFound)?;
        let teams = teams::list(store).await?;
        let entries = evidence::of_person(store, &account.person).await?;
        let reports = gate_view::reports_of(&visitor, &entries);
        let state = state(texts, &account);
        let body = view! {
            <PageHead title=account.shown().to_owned() lead=account.login.clone()>
                {state}
            </PageHead>
            <div class="columns" data-columns="even">
                <div class="stack">
                    {access(&visitor, &account)}
                    {disabling(&visitor, &account)}
                </div>
                <div class="stack">
                    {team(&visitor, &account, &person, &teams)}
                    {roles(&visitor, &account, &reports)}
                    {link(&visitor, &account)}
                </div>
            </div>
        };
        Ok(Page::new(account.shown().to_owned(), body))
    })
}

fn access(visitor: &Visitor, account: &Account) -> AnyView {
    let texts = visitor.texts;
    let error = visitor.error("set-access", "access").map(ToOwned::to_owned);
    let (id, ticked) = (account.id.clone(), account.access.clone());
    view! {
        <section class="card">
            <Form action={action::<SetAccess>()} class="form">
                <input type="hidden" name="account" value=id />
                <AccessBoxes texts ticked error />
                <div class="actions">
                    <button class="button">{t!(texts, "admin-save-access")}</button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}

fn team(visitor: &Visitor, account: &Account, person: &Person, teams: &[Team]) -> AnyView {
    let texts = visitor.texts;
    let login = account.login.clone();
    let (options, chosen) = (team_options(visitor, teams), person.team.clone());
    view! {
        <section class="card">
            <Form action={action::<MovePerson>()} class="form">
                <input type="hidden" name="login" value=login />
                <Select
                    name="team"
                    label=t!(texts, "admin-team")
                    options=options
                    chosen=chosen.unwrap_or_default()
                />
                <div class="actions">
                    <button class="button quiet">{t!(texts, "admin-move")}</button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}

fn roles(visitor: &Visitor, account: &Account, reports: &[Report]) -> AnyView {
    let texts = visitor.texts;
    let given = reports.iter().map(|report| {
        view! {
            <li class="row">
                <div class="row-main"><span class="row-title">{role_title(visitor, &report.role)}</span></div>
                <div class="row-end">{gate_view::lamp(visitor, report, true)}</div>
            </li>
        }
    });
    let has = |role: &str| {
        reports
            .iter()
            .any(|report| report.role == role && report.status != Status::Left)
    };
    let others: Vec<_> = visitor
        .library
        .roles
        .keys()
        .filter(|role| !has(role))
        .map(|role| (role.clone(), role_title(visitor, role)))
        .collect();
    let login = account.login.clone();
    let assign = (!others.is_empty() && account.disabled.is_none()).then(|| {
        view! {
            <Form action={action::<AssignRole>()} class="form">
                <input type="hidden" name="login" value=login />
                <Select name="role" label=t!(texts, "admin-role") options=others />
                <div class="actions">
                    <button class="button quiet">{t!(texts, "people-assign")}</button>
                </div>
            </Form>
        }
    });
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "admin-roles")}</h2>
            <ul class="rows">{given.collect_view()}</ul>
            {assign}
        </section>
    }
    .into_any()
}

fn link(visitor: &Visitor, account: &Account) -> AnyView {
    let texts = visitor.texts;
    if account.disabled.is_some() {
        return ().into_any();
    }
    let id = account.id.clone();
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "admin-password-lost")}</h2>
            <p class="muted">{t!(texts, "admin-link-lead")}</p>
            <Form action={action::<InviteAccount>()}>
                <input type="hidden" name="account" value=id />
                <button class="button quiet">{t!(texts, "admin-make-link")}</button>
            </Form>
        </section>
    }
    .into_any()
}

fn disabling(visitor: &Visitor, account: &Account) -> AnyView {
    let texts = visitor.texts;
    let id = account.id.clone();
    if account.disabled.is_some() {
        return view! {
            <Form action={action::<EnableAccount>()}>
                <input type="hidden" name="account" value=id />
                <button class="button quiet">{t!(texts, "admin-enable")}</button>
            </Form>
        }
        .into_any();
    }
    let name = account.shown().to_owned();
    view! {
        <details class="confirm">
            <summary class="button danger">{t!(texts, "admin-disable-ask")}</summary>
            <Form action={action::<DisableAccount>()} class="confirm-body">
                <input type="hidden" name="account" value=id />
                <p>{t!(texts, "admin-disable-lead", name = name)}</p>
                <div class="actions">
                    <button class="button danger">{t!(texts, "admin-disable")}</button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}
