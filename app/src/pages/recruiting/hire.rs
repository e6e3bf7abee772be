//! Hiring on the candidate's page: the form before, the account and its one-time link after.

use leptos::prelude::*;
use store::candidates::{Dossier, Named, SignIn, Stage};

use super::role_options;
use crate::{
    actions::{HireCandidate, RenewInvitation},
    forms::{Form, action},
    t,
    ui::{Field, Select},
    visitor::Visitor,
};

/// The name of the form's action.
const FORM: &str = "hire-candidate";

#[component]
pub(super) fn HireSection(
    visitor: Visitor,
    dossier: Dossier,
    teams: Vec<Named>,
    /// A sign-in name that is free.
    login: String,
    /// Whether an interview was passed.
    passed: bool,
) -> AnyView {
    let texts = visitor.texts;
    let candidate = dossier.candidate;
    match (candidate.stage, dossier.sign_in) {
        (Stage::Hired, Some(sign_in)) => {
            view! { <Hired visitor candidate=candidate.id sign_in /> }.into_any()
        }
        (Stage::Hired | Stage::Rejected, _) => ().into_any(),
        (_, sign_in) if passed => {
            let inside = sign_in.is_some();
            view! { <HireForm visitor candidate=candidate.id roles=candidate.roles teams login inside /> }
                .into_any()
        }
        _ => view! {
            <section class="section">
                <h2>{t!(texts, "hire-heading")}</h2>
                <p class="muted">{t!(texts, "hire-undecided")}</p>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn HireForm(
    visitor: Visitor,
    candidate: String,
    roles: Vec<String>,
    teams: Vec<Named>,
    login: String,
    /// Whether the person has an account already.
    inside: bool,
) -> AnyView {
    let texts = visitor.texts;
    let error = |field| visitor.error(FORM, field).map(ToOwned::to_owned);
    let typed = |field| visitor.typed(FORM, field).map(ToOwned::to_owned);
    let mut options = vec![(String::new(), t!(texts, "choose-none"))];
    options.extend(teams.into_iter().map(|team| (team.id, team.name)));
    let role = typed("hire_role")
        .or_else(|| roles.first().cloned())
        .unwrap_or_default();
    let login_field = if inside {
        view! { <input type="hidden" name="login" value=login /> }.into_any()
    } else {
        view! {
            <Field
                name="login"
                label=t!(texts, "hire-login")
                hint=t!(texts, "hire-login-hint")
                value=typed("login").unwrap_or(login)
                required=true
                error=error("login")
            />
        }
        .into_any()
    };
    let fields = view! {
        <input type="hidden" name="candidate" value=candidate />
        {login_field}
        <Select
            name="hire_role"
            label=t!(texts, "hire-role")
            options=role_options(&visitor)
            chosen=role
            error=error("hire_role")
        />
        <Select
            name="team"
            label=t!(texts, "hire-team")
            options
            chosen=typed("team").unwrap_or_default()
            error=error("team")
        />
        <div class="actions">
            <button class="button">{t!(texts, "hire-button")}</button>
        </div>
    }
    .into_any();
    view! {
        <section class="section">
            <h2>{t!(texts, "hire-heading")}</h2>
            <Form action={action::<HireCandidate>()} class="form">{fields}</Form>
        </section>
    }
    .into_any()
}

#[component]
fn Hired(visitor: Visitor, candidate: String, sign_in: SignIn) -> AnyView {
    let texts = visitor.texts;
    let link = visitor
        .typed(FORM, "link")
        .or_else(|| visitor.typed("renew-invitation", "link"));
    let link = link.map(ToOwned::to_owned).map(|link| {
        view! {
            <div class="notice" data-kind="warn">
                <p class="notice-title">{t!(texts, "hire-link-heading")}</p>
                <p>{t!(texts, "hire-link-text")}</p>
                <p><a class="one-time-link" href=link.clone()>{link.clone()}</a></p>
            </div>
        }
    });
    let login = sign_in.login;
    let words = if sign_in.has_password {
        t!(texts, "hire-active", login = login.clone())
    } else {
        t!(texts, "hire-waiting", login = login.clone())
    };
    let again = (!sign_in.has_password).then(|| {
        let fields = view! {
            <input type="hidden" name="candidate" value=candidate />
            <button class="button quiet">{t!(texts, "hire-link-again")}</button>
        }
        .into_any();
        view! {
            <Form action={action::<RenewInvitation>()}>{fields}</Form>
        }
    });
    view! {
        <section class="section stack">
            <h2>{t!(texts, "stage-hired")}</h2>
            {link}
            <p>{words}</p>
            <div class="actions">
                <a class="button quiet" href=format!("/people/{login}")>{t!(texts, "candidate-file")}</a>
                {again}
            </div>
        </section>
    }
    .into_any()
}
