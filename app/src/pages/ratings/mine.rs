//! `/ratings/mine`: a rater's own ratings of typed replies; `/ratings/mine/ID`: one of them, to be amended.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::ratings::{self, Own, Rating, Version};

use super::{
    reply_card::reply,
    reply_fields::{Filled, reply_fields},
};
use crate::{
    actions::AmendRating,
    forms::{Form, action},
    frame::{Page, crumbs, page},
    islands::MomentNow,
    play::{ReplyTask, task},
    refusal::Refusal,
    t,
    texts::Texts,
    ui::{Crumbs, Empty, PageHead},
    visitor::Visitor,
};

/// `/ratings/mine`
#[component]
pub(crate) fn OwnRatings() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let texts = visitor.texts;
        let title = t!(texts, "ratings-mine");
        let own = ratings::own(&visitor.site.store, &trainer).await?;
        let mut rows = Vec::new();
        for own in &own {
            if let Some(task) = task(&visitor, &own.work).await? {
                rows.push(row(&visitor, own, &task));
            }
        }
        let list = if rows.is_empty() {
            view! { <Empty title=t!(texts, "ratings-mine-empty") hint=t!(texts, "ratings-mine-empty-text")><div class="actions"><a class="button" href="/ratings">{t!(texts, "ratings-title")}</a></div></Empty> }
                .into_any()
        } else {
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        let body = view! {
            <PageHead title=title.clone() crumbs=back(texts) lead=t!(texts, "ratings-mine-lead") />
            {list}
        };
        Ok(Page::new(title, body))
    })
}

fn back(texts: Texts) -> Crumbs {
    crumbs(texts, [("/ratings", t!(texts, "ratings-title"))])
}

fn row(visitor: &Visitor, own: &Own, task: &ReplyTask) -> AnyView {
    let texts = visitor.texts;
    let path = format!("/ratings/mine/{}", own.rating.id);
    let when = visitor.site.calendar.date_time(own.rating.at);
    let note = if own.rating.given.quote.is_empty() {
        when
    } else {
        let quote = own.rating.given.quote.replace('\n', " ");
        format!("{when} · {}", t!(texts, "rating-quoted", text = quote))
    };
    let points = points(texts, &own.rating, task);
    view! {
        <li class="row">
            <div class="row-main">
                <a class="row-title" href=path>{task.title.clone()}</a>
                <span class="row-note">{note}</span>
            </div>
            <div class="row-end">{points}</div>
        </li>
    }
    .into_any()
}

/// What was given, in one line.
fn points(texts: Texts, rating: &Rating, task: &ReplyTask) -> String {
    let given = task.criteria.iter().filter_map(|criterion| {
        let mut points = rating.given.points.iter();
        let (_, points) = points.find(|(id, _)| *id == criterion.id)?;
        Some(format!("{} {points}/{}", criterion.title, criterion.most))
    });
    let critical = rating.given.critical.then(|| t!(texts, "play-critical-customer"));
    given.chain(critical).collect::<Vec<_>>().join(" · ")
}

/// `/ratings/mine/:id`
#[component]
pub(crate) fn OwnRating() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let texts = visitor.texts;
        let found = ratings::versions(&visitor.site.store, &trainer, &id).await?;
        let (own, versions) = found.ok_or(Refusal::NotFound)?;
        let task = task(&visitor, &own.work).await?.ok_or(Refusal::NotFound)?;
        let erased = own.work.text.is_empty() && !task.spoken.as_ref().is_some_and(|spoken| spoken.kept);
        let pointer = task.spoken.is_some().then(|| view! { <MomentNow /> });
        let form = if erased {
            view! { <div class="notice" data-kind="info"><p>{t!(texts, "rating-erased")}</p></div> }
                .into_any()
        } else {
            amend(&visitor, &own, &task)
        };
        let title = t!(texts, "rating-amend-title");
        let trail = crumbs(
            texts,
            [
                ("/ratings", t!(texts, "ratings-title")),
                ("/ratings/mine", t!(texts, "ratings-mine")),
            ],
        );
        let history = history(&visitor, &versions, &task);
        let body = view! {
            <PageHead title=title.clone() crumbs=trail lead=t!(texts, "rating-amend-lead") />
            <div class="stack">
                <section class="card" aria-labelledby="work">
                    <h2 class="card-title" id="work">{task.title.clone()}</h2>
                    {(!erased).then(|| reply(texts, &task))}
                    {form}
                    {pointer}
                </section>
                {history}
            </div>
        };
        Ok(Page::new(title, body))
    })
}

fn amend(visitor: &Visitor, own: &Own, task: &ReplyTask) -> AnyView {
    let texts = visitor.texts;
    let rating = own.rating.id.clone();
    let filled = Filled {
        visitor,
        form: "amend-rating",
        came_back: visitor.typed("amend-rating", "rating") == Some(rating.as_str()),
        given: Some(&own.rating.given),
    };
    let reason = filled.typed("reason").unwrap_or_default().to_owned();
    let (fields, error) = (reply_fields(filled, task, "own"), filled.error("reason"));
    view! {
        <Form action={action::<AmendRating>()} class="form">
            <input type="hidden" name="rating" value=rating />
            {fields}
            <div class="field">
                <label for="reason">{t!(texts, "rating-amend-reason")}</label>
                <textarea id="reason" name="reason" rows="2" maxlength="2000" required=true>{reason}</textarea>
                {error}
            </div>
            <div class="actions"><button class="button">{t!(texts, "rating-amend-save")}</button></div>
        </Form>
    }
    .into_any()
}

/// Every version, the newest first; one alone is no history.
fn history(visitor: &Visitor, versions: &[Version], task: &ReplyTask) -> AnyView {
    let texts = visitor.texts;
    if versions.len() < 2 {
        return ().into_any();
    }
    let versions = versions.iter().enumerate().map(|(at, version)| {
        let kind = if at == 0 { "ok" } else { "void" };
        let when = visitor.site.calendar.date_time(version.rating.at);
        let note = Some(version.rating.given.note.clone()).filter(|note| !note.is_empty());
        let note = note.map(|note| view! { <p class="timeline-note">{note}</p> });
        let reason = Some(version.reason.clone()).filter(|reason| !reason.is_empty());
        let reason = reason.map(|reason| {
            view! { <p class="timeline-note">{t!(texts, "rating-amended-why", text = reason)}</p> }
        });
        view! {
            <li data-kind=kind>
                <p>{points(texts, &version.rating, task)}</p>
                <p class="timeline-when">{when}</p>
                {note}
                {reason}
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="versions">
            <h2 id="versions">{t!(texts, "rating-versions")}</h2>
            <ol class="timeline">{versions.collect_view()}</ol>
        </section>
    }
    .into_any()
}
