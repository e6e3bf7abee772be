use domain::gate::{self, Issued, Report};
use leptos::prelude::*;
use store::evidence;

use crate::{
    frame::{Page, page},
    gate_view, t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// `/me`: the training file.
#[component]
pub(crate) fn Me() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let learner = visitor.learner()?;
        let store = &visitor.site.store;
        let entries = evidence::of_person(store, &learner.person).await?;
        let said = evidence::said(store, &learner.person).await?;
        let texts = visitor.texts;
        let roles: Vec<_> = gate_view::reports_of(&visitor, &entries)
            .iter()
            .map(|report| role(&visitor, report, &learner.login))
            .collect();
        let certificates = gate::certificates(&entries, visitor.now);
        let history = if entries.is_empty() {
            view! {
                <Empty title=t!(texts, "past-empty") hint=t!(texts, "today-no-role-hint") />
            }
            .into_any()
        } else {
            gate_view::timeline(&visitor, &entries, &said)
        };
        let body = view! {
            <PageHead title=t!(texts, "past-title") lead=learner.shown().to_owned() />
            {roles}
            {(!certificates.is_empty()).then(|| issued(&visitor, &certificates))}
            <section class="section">
                <h2>{t!(texts, "past-history")}</h2>
                {history}
            </section>
        };
        Ok(Page::new(t!(texts, "past-title"), body))
    })
}

fn role(visitor: &Visitor, report: &Report, login: &str) -> AnyView {
    let (met, all) = report.counts();
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{gate_view::role_title(visitor, &report.role)}</h2>
                {gate_view::lamp(visitor, report, false)}
            </div>
            <details class="fold">
                <summary>{t!(visitor.texts, "past-conditions", met = met, of = all)}</summary>
                {gate_view::requirements(visitor, report, login)}
            </details>
        </section>
    }
    .into_any()
}

fn issued(visitor: &Visitor, certificates: &[Issued]) -> AnyView {
    let texts = visitor.texts;
    let rows: Vec<_> = certificates
        .iter()
        .rev()
        .map(|certificate| {
            let role = gate_view::role_title(visitor, &certificate.role);
            let until = t!(texts, "note-until", date = super::until(visitor, certificate));
            let tone = certificate.validity.holds().then_some("jade");
            view! {
                <li class="row">
                    <div class="row-main">
                        <a class="row-title" href=format!("/certificates/{}", certificate.number)>{role}</a>
                        <span class="row-note num">{format!("{} · {until}", certificate.number)}</span>
                    </div>
                    <div class="row-end">
                        <span class="chip" data-tone=tone>{super::validity(visitor, certificate)}</span>
                    </div>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <h2>{t!(texts, "past-certificates")}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
