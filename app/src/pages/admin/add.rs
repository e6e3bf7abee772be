use domain::access::{Access, AccessSet};
use leptos::prelude::*;
use store::teams::{self, Team};

use super::boxes::AccessBoxes;
use crate::{
    actions::AddAccount,
    forms::{Form, action},
    frame::{Page, page},
    gate_view::role_title,
    sign_in::MIN_LENGTH,
    t,
    ui::{Field, PageHead, Select},
    visitor::Visitor,
};

/// The action whose form this page holds.
const FORM: &str = "add-account";

/// `/admin/add`: a new account.
#[component]
pub(crate) fn AddAccountPage() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.admin()?;
        let texts = visitor.texts;
        let teams = teams::list(&visitor.site.store).await?;
        let body = view! {
            <PageHead title=t!(texts, "admin-add") lead=t!(texts, "admin-add-lead") />
            {form(&visitor, &teams)}
        };
        Ok(Page::new(t!(texts, "admin-add"), body))
    })
}

fn form(visitor: &Visitor, teams: &[Team]) -> AnyView {
    let texts = visitor.texts;
    let typed = |field| visitor.typed(FORM, field).unwrap_or_default().to_owned();
    let error = |field| visitor.error(FORM, field).map(ToOwned::to_owned);
    let sent = visitor.flash.as_ref().is_some_and(|flash| flash.form == FORM);
    let ticked: AccessSet = Access::ALL
        .into_iter()
        .filter(|access| match sent {
            true => visitor.typed(FORM, &format!("access-{access}")).is_some(),
            false => *access == Access::Learner,
        })
        .collect();
    let values = ["name", "login", "role", "team"].map(typed);
    let errors = ["name", "login", "access", "password_new"].map(error);
    let [name, login, role, team] = values;
    let [name_error, login_error, access_error, password_error] = errors;
    let (roles, teams) = (roles(visitor), team_options(visitor, teams));
    view! {
        <Form action={action::<AddAccount>()} class="form">
            <Field
                name="name"
                label=t!(texts, "admin-name")
                value=name
                error=name_error
                required=true
            />
            <Field
                name="login"
                label=t!(texts, "login")
                hint=t!(texts, "admin-login-hint")
                value=login
                error=login_error
                required=true
            />
            <AccessBoxes texts ticked error=access_error />
            <Select
                name="role"
                label=t!(texts, "admin-role")
                options=roles
                chosen=role
            />
            <Select
                name="team"
                label=t!(texts, "admin-team")
                options=teams
                chosen=team
            />
            <Field
                name="password_new"
                label=t!(texts, "admin-password")
                kind="password"
                autocomplete="new-password"
                hint=t!(texts, "admin-password-hint", n = MIN_LENGTH)
                error=password_error
            />
            <div class="actions">
                <button class="button">{t!(texts, "admin-add")}</button>
                <a class="button bare" href="/admin">{t!(texts, "staff-cancel")}</a>
            </div>
        </Form>
    }
    .into_any()
}

/// The roles one can prepare for, none first.
fn roles(visitor: &Visitor) -> Vec<(String, String)> {
    let none = (String::new(), t!(visitor.texts, "admin-no-role"));
    let roles = visitor
        .library
        .roles
        .keys()
        .map(|role| (role.clone(), role_title(visitor, role)));
    std::iter::once(none).chain(roles).collect()
}

/// The teams one can be in, none first.
pub(super) fn team_options(visitor: &Visitor, teams: &[Team]) -> Vec<(String, String)> {
    let none = (String::new(), t!(visitor.texts, "admin-no-team"));
    let teams = teams.iter().map(|team| (team.id.clone(), team.name.clone()));
    std::iter::once(none).chain(teams).collect()
}
