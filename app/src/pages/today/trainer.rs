use domain::gate::{Next, Report, Status};
use leptos::prelude::*;
use store::{evidence, people};

use super::{empty, steps::steps};
use crate::{gate_view, refusal::Refusal, t, visitor::Visitor};

/// How many people are listed.
const MOST: usize = 8;

/// What a trainer sees: what waits for a rating, and who is nearest to going live.
pub(super) async fn section(visitor: &Visitor) -> Result<AnyView, Refusal> {
    let (store, texts) = (&visitor.site.store, visitor.texts);
    let everybody: Vec<_> = people::list(store)
        .await?
        .into_iter()
        .filter_map(|person| Some((person.id, person.login?, person.name)))
        .collect();
    let ids: Vec<_> = everybody.iter().map(|(id, _, _)| id.clone()).collect();
    let evidence = evidence::of_people(store, &ids).await?;
    let mut training: Vec<(String, String, Report)> = Vec::new();
    let mut waiting = 0;
    let others = everybody.len().saturating_sub(1);
    let mut nobody_yet = true;
    for (id, login, name) in everybody {
        let entries = evidence.get(&id).map_or(&[][..], |entries| &entries[..]);
        for report in gate_view::reports_of(visitor, entries) {
            nobody_yet = false;
            let rated = |item: &&domain::gate::Item| matches!(item.next, Some(Next::Rating));
            waiting += report.items.iter().filter(rated).count();
            if !matches!(report.status, Status::Live | Status::Left) {
                let name = name.clone().unwrap_or_else(|| login.clone());
                training.push((login.clone(), name, report));
            }
        }
    }
    training.sort_by_key(|(_, _, report)| report.missing);
    let rows: Vec<_> = training
        .iter()
        .take(MOST)
        .map(|(login, name, report)| person(visitor, login, name, report))
        .collect();
    let list = if nobody_yet {
        steps(visitor, others).await?
    } else if rows.is_empty() {
        empty(
            t!(texts, "today-nobody-trains"),
            t!(texts, "today-nobody-trains-hint"),
        )
    } else {
        view! {
            <h3>{t!(texts, "today-nearest")}</h3>
            <ul class="rows">{rows}</ul>
        }
        .into_any()
    };
    let ratings = if nobody_yet {
        ().into_any()
    } else if waiting == 0 {
        view! { <p class="muted">{t!(texts, "today-no-ratings")}</p> }.into_any()
    } else {
        view! { <p><a href="/ratings">{t!(texts, "today-ratings", n = waiting)}</a></p> }.into_any()
    };
    Ok(view! {
        <section class="section">
            <div class="section-head">
                <h2>{t!(texts, "today-trainer")}</h2>
                <a href="/people">{t!(texts, "nav-people")}</a>
            </div>
            {ratings}
            {list}
        </section>
    }
    .into_any())
}

/// One person of a list with the lamp.
pub(super) fn person(visitor: &Visitor, login: &str, name: &str, report: &Report) -> AnyView {
    view! {
        <li class="row">
            <div class="row-main">
                <a class="row-title" href=format!("/people/{login}")>{name.to_owned()}</a>
                <span class="row-note">{gate_view::role_title(visitor, &report.role)}</span>
            </div>
            <div class="row-end">{gate_view::lamp(visitor, report, true)}</div>
        </li>
    }
    .into_any()
}
