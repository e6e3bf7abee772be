//! `/ratings/mine/ID`: one of a rater's own ratings, to be amended, with all its versions.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::ratings::{self, Own, Rating, Version};

use super::{
    cards::unread,
    reply_card::reply,
    reply_fields::{Filled, reply_fields},
};
use crate::{
    actions::AmendRating,
    forms::{Form, action},
    frame::{Page, crumbs, page},
    islands::MomentNow,
    play::{ReplyTask, task},
    rating::readable,
    refusal::Refusal,
    t,
    texts::Texts,
    ui::PageHead,
    visitor::Visitor,
};

/// `/ratings/mine/:id`
#[component]
pub(crate) fn OwnRating() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let texts = visitor.texts;
        let found = ratings::versions(&visitor.site.store, &trainer, &id).await?;
        let (own, versions) = found.ok_or(Refusal::NotFound)?;
        let release = own.work.release;
        let task = readable(release, task(&visitor, &own.work).await)?;
        let title = t!(texts, "rating-amend-title");
        let trail = crumbs(
            texts,
            [
                ("/ratings", t!(texts, "ratings-title")),
                ("/ratings/mine", t!(texts, "ratings-mine")),
            ],
        );
        let work = match task {
            Some(task) => work(&visitor, &own, &versions, &task),
            None => unread(texts, release),
        };
        let body = view! {
            <PageHead title=title.clone() crumbs=trail lead=t!(texts, "rating-amend-lead") />
            {work}
        };
        Ok(Page::new(title, body))
    })
}

/// The reply with the form, and every version of the rating.
fn work(visitor: &Visitor, own: &Own, versions: &[Version], task: &ReplyTask) -> AnyView {
    let texts = visitor.texts;
    let erased = own.work.text.is_empty() && !task.spoken.as_ref().is_some_and(|spoken| spoken.kept);
    let form = if erased {
        view! { <div class="notice" data-kind="info"><p>{t!(texts, "rating-erased")}</p></div> }.into_any()
    } else {
        amend(visitor, own, task)
    };
    let pointer = task.spoken.is_some().then(|| view! { <MomentNow /> });
    view! {
        <div class="stack">
            <section class="card" aria-labelledby="work">
                <h2 class="card-title" id="work">{task.title.clone()}</h2>
                {(!erased).then(|| reply(texts, task))}
                {form}
                {pointer}
            </section>
            {history(visitor, versions, task)}
        </div>
    }
    .into_any()
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
