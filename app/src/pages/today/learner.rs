use domain::gate::{self, Item, Report};
use leptos::prelude::*;

use crate::{gate_view, refusal::Refusal, t, visitor::Visitor};

/// What a learner sees: the lamp, the one thing to do now, and what else is missing.
pub(super) async fn section(visitor: &Visitor) -> Result<AnyView, Refusal> {
    let actor = visitor.learner()?;
    let reports = gate_view::reports(visitor, &actor.person).await?;
    let roles: Vec<_> = reports
        .iter()
        .map(|report| role(visitor, report, &actor.login))
        .collect();
    let now = reports
        .iter()
        .find_map(gate::next_for_learner)
        .map(|item| now_card(visitor, item, &actor.login));
    Ok(view! {
        {now}
        {roles}
    }
    .into_any())
}

fn now_card(visitor: &Visitor, item: &Item, login: &str) -> AnyView {
    let texts = visitor.texts;
    let path = item.next.as_ref().map(|next| next.path(login));
    view! {
        <section class="now-card" aria-labelledby="now">
            <p class="eyebrow">{t!(texts, "today-now")}</p>
            <h2 id="now">{gate_view::title(visitor, item)}</h2>
            <div class="actions">{path.map(|path| view! { <a class="button" href=path>{t!(texts, "today-go")}</a> })}</div>
        </section>
    }
    .into_any()
}

fn role(visitor: &Visitor, report: &Report, login: &str) -> AnyView {
    let texts = visitor.texts;
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{gate_view::role_title(visitor, &report.role)}</h2>
                {gate_view::lamp(visitor, report, false)}
            </div>
            <details class="fold">
                <summary>{t!(texts, "today-missing", n = report.missing)}</summary>
                {gate_view::missing(visitor, report, login)}
            </details>
        </section>
    }
    .into_any()
}
