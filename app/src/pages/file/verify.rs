use domain::gate::{self, Issued};
use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::hooks::use_params_map;
use store::evidence;

use crate::{
    frame::{Page, page},
    gate_view, t,
    ui::{Mark, StateShape},
    visitor::Visitor,
};

/// `/verify/{number}`: for anybody who holds a certificate in his hands. Never a name.
#[component]
pub(crate) fn Verify() -> impl IntoView {
    let number = use_params_map().get_untracked().get("number").unwrap_or_default();
    let response = use_context::<ResponseOptions>();
    page(move |visitor: Visitor| async move {
        let store = &visitor.site.store;
        let entry = evidence::certificate(store, &number).await?;
        let issued = match entry.and_then(|entry| entry.person) {
            Some(holder) => {
                let entries = evidence::of_person(store, &holder).await?;
                let issued = gate::certificates(&entries, visitor.now);
                issued
                    .into_iter()
                    .find(|certificate| certificate.number == number)
            }
            None => None,
        };
        if issued.is_none()
            && let Some(response) = response
        {
            response.set_status(StatusCode::NOT_FOUND);
        }
        let texts = visitor.texts;
        let verdict = match &issued {
            Some(issued) => known(&visitor, issued),
            None => unknown(&visitor),
        };
        let body = view! {
            <main class="sign-in" id="main" tabindex="-1">
                <header class="sign-in-brand">
                    <Mark />
                    <h1>{t!(texts, "verify-title")}</h1>
                    <p class="muted num">{t!(texts, "certificate-number", number = number)}</p>
                </header>
                {verdict}
            </main>
        };
        Ok(Page::new(t!(texts, "verify-title"), body).bare())
    })
}

fn known(visitor: &Visitor, issued: &Issued) -> AnyView {
    let texts = visitor.texts;
    let holds = issued.validity.holds();
    let state = if holds { "met" } else { "expired" };
    let ends = issued.ends.filter(|_| issued.validity == gate::Validity::Grace);
    let grace = ends.map(|ends| {
        let date = visitor.site.calendar.date(ends);
        view! {
            <dt>{t!(texts, "verify-grace")}</dt>
            <dd>{date}</dd>
        }
    });
    view! {
        <section class="card">
            <p class="verdict" data-valid=if holds { "true" } else { "false" } data-state=state>
                <StateShape state />
                {super::validity(visitor, issued)}
            </p>
            <dl class="particulars">
                <dt>{t!(texts, "verify-role")}</dt>
                <dd>{gate_view::role_title(visitor, &issued.role)}</dd>
                <dt>{t!(texts, "certificate-given")}</dt>
                <dd>{visitor.site.calendar.date(issued.given)}</dd>
                <dt>{t!(texts, "certificate-until")}</dt>
                <dd>{super::until(visitor, issued)}</dd>
                {grace}
            </dl>
        </section>
        <p class="muted">{t!(texts, "verify-as-of", at = visitor.site.calendar.date_time(visitor.now))}</p>
    }
    .into_any()
}

fn unknown(visitor: &Visitor) -> AnyView {
    let texts = visitor.texts;
    view! {
        <section class="card">
            <p class="verdict" data-valid="false" data-state="missing">
                <StateShape state="missing" />
                {t!(texts, "verify-unknown")}
            </p>
            <p>{t!(texts, "verify-unknown-hint")}</p>
        </section>
    }
    .into_any()
}
