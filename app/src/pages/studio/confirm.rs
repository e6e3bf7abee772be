use std::collections::HashMap;

use domain::content::{requirement::Requirement, role::Role, standards::Standards};
use leptos::prelude::*;
use store::confirmations::{self, Confirmation};

use crate::{
    actions::ConfirmContent,
    forms::{Form, action},
    frame::{Page, crumbs, page},
    gate_view::{self, period},
    staff::confirmed::{STANDARDS, role_document, valid, version},
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// `/studio/confirm`: the centre's figures and what each role takes, to be confirmed by somebody who knows.
#[component]
pub(crate) fn Confirm() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.trainer()?;
        let texts = visitor.texts;
        let known = confirmations::all(&visitor.site.store).await?;
        let library = &visitor.library;
        let standards = library
            .standards
            .as_ref()
            .map(|standards| figures(&visitor, standards, &known));
        let roles: Vec<_> = library
            .roles
            .values()
            .map(|role| conditions(&visitor, role, &known))
            .collect();
        let none = (standards.is_none() && roles.is_empty())
            .then(|| view! { <Empty title=t!(texts, "confirm-none") hint=t!(texts, "confirm-none-hint") /> });
        let back = crumbs(texts, [("/studio", t!(texts, "nav-content"))]);
        let body = view! {
            <PageHead title=t!(texts, "confirm-title") crumbs=back lead=t!(texts, "confirm-lead") />
            {none}
            <div class="stack">
                {standards}
                {roles}
            </div>
        };
        Ok(Page::new(t!(texts, "confirm-title"), body))
    })
}

/// The centre's own figures.
fn figures(visitor: &Visitor, standards: &Standards, known: &HashMap<String, Confirmation>) -> AnyView {
    let lang = visitor.lang();
    let rows: Vec<_> = standards
        .values
        .iter()
        .map(|standard| {
            view! {
                <dt>{standard.title.get(&lang).to_owned()}</dt>
                <dd>{standard.value.clone()}</dd>
            }
        })
        .collect();
    let title = standards.head.title.get(&lang).to_owned();
    let body = view! { <dl class="particulars">{rows}</dl> }.into_any();
    section(visitor, STANDARDS, title, body, known)
}

/// What a role takes, and how long being live lasts.
fn conditions(visitor: &Visitor, role: &Role, known: &HashMap<String, Confirmation>) -> AnyView {
    let texts = visitor.texts;
    let lines: Vec<_> = role
        .stages
        .iter()
        .flat_map(|stage| &stage.requires)
        .map(|requirement| {
            let title = gate_view::title(visitor, requirement);
            view! { <li>{title}{times(visitor, requirement)}</li> }
        })
        .collect();
    let certificate = role.certificate.map_or_else(
        || t!(texts, "confirm-forever"),
        |certificate| {
            t!(
                texts,
                "confirm-valid",
                period = period(visitor, certificate.valid)
            )
        },
    );
    let body = view! {
        <div class="prose">
            <ol>{lines}</ol>
            <p>{certificate}</p>
        </div>
    };
    let title = t!(texts, "confirm-role", role = role.head.title.get(&visitor.lang()));
    section(
        visitor,
        &role_document(&role.head.id),
        title,
        body.into_any(),
        known,
    )
}

/// How often a scenario is asked for, and within what time.
fn times(visitor: &Visitor, requirement: &Requirement) -> Option<String> {
    let texts = visitor.texts;
    let Requirement::Scenario { times, within, .. } = requirement else {
        return None;
    };
    let often = (*times > 1).then(|| t!(texts, "confirm-times", n = *times));
    let within = within.map(|within| t!(texts, "confirm-within", period = period(visitor, within)));
    let words: Vec<_> = [often, within].into_iter().flatten().collect();
    (!words.is_empty()).then(|| format!(" · {}", words.join(" · ")))
}

fn section(
    visitor: &Visitor,
    document: &str,
    title: String,
    body: AnyView,
    known: &HashMap<String, Confirmation>,
) -> AnyView {
    let texts = visitor.texts;
    let said = valid(known, &visitor.library, document).map(|confirmation| {
        let by = confirmation
            .by
            .clone()
            .unwrap_or_else(|| t!(texts, "past-someone"));
        let date = visitor.site.calendar.date(confirmation.at);
        view! { <span class="chip" data-tone="jade">{t!(texts, "confirm-by", by = by, date = date)}</span> }
    });
    let asks = said.is_none().then(|| {
        let version = version(&visitor.library, document).map(|version| version.to_string());
        let document = document.to_owned();
        view! {
            <p class="muted">{t!(texts, "confirm-else")}</p>
            <Form action={action::<ConfirmContent>()}>
                <input type="hidden" name="document" value=document />
                <input type="hidden" name="version" value=version />
                <button class="button quiet">{t!(texts, "confirm-yes")}</button>
            </Form>
        }
    });
    view! {
        <section class="card" id=document.replace('/', "-")>
            <div class="section-head">
                <h2 class="card-title">{title}</h2>
                {said}
            </div>
            {body}
            {asks}
        </section>
    }
    .into_any()
}
