use domain::{
    content::requirement::Requirement,
    gate::{self, Item, Next, Report, State},
};
use leptos::prelude::*;

use super::{contact::contact, empty};
use crate::{
    gate_view::{self, Line},
    learn::place_of,
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// How many things stand below the one to do now.
const ELSE: usize = 4;

/// What a learner sees: the lamp, the one thing to do now, what else today, what is missing, whom to ask.
pub(super) async fn section(visitor: &Visitor) -> Result<AnyView, Refusal> {
    let learner = visitor.learner()?;
    let texts = visitor.texts;
    let reports = gate_view::reports(visitor, &learner.person).await?;
    let contact = contact(visitor).await?;
    if reports.is_empty() {
        let nothing = empty(t!(texts, "today-no-role"), t!(texts, "today-no-role-hint"));
        return Ok(view! { {nothing} {contact} }.into_any());
    }
    let now = reports.iter().find_map(gate::next_for_learner);
    // A lesson goes on where one stopped reading it.
    let place = match now.and_then(|item| item.next.as_ref()) {
        Some(Next::Lesson(lesson)) => Some(place_of(visitor, lesson).await?),
        _ => None,
    };
    let others: Vec<_> = reports
        .iter()
        .flat_map(|report| &report.items)
        .filter(|item| own(item) && Some(*item) != now)
        .take(ELSE)
        .map(|item| row(visitor, item, &learner.login))
        .collect();
    let card = match now {
        Some(item) => now_card(visitor, item, Line::of(visitor, item, &learner.login), place),
        None => all_done(visitor, &reports),
    };
    let lamps: Vec<_> = reports.iter().map(|report| lamp(visitor, report)).collect();
    let folds: Vec<_> = reports
        .iter()
        .filter(|report| report.missing > 0)
        .map(|report| fold(visitor, report, &learner.login))
        .collect();
    Ok(view! {
        <div class="stack">
            {lamps}
            {card}
        </div>
        {(!others.is_empty())
            .then(|| {
                view! {
                    <section class="section">
                        <h2>{t!(texts, "today-else")}</h2>
                        <ul class="rows">{others}</ul>
                    </section>
                }
            })}
        <div class="section stack">{folds}</div>
        {contact}
    }
    .into_any())
}

/// Whether it is the person's own to do, now.
fn own(item: &Item) -> bool {
    let others = matches!(
        item.requirement,
        Requirement::SignOff { .. } | Requirement::Approve { .. }
    );
    !others && matches!(item.state, State::Missing | State::Expired)
}

fn lamp(visitor: &Visitor, report: &Report) -> AnyView {
    view! {
        <p class="cluster">
            <span>{gate_view::role_title(visitor, &report.role)}</span>
            {gate_view::lamp(visitor, report, false)}
        </p>
    }
    .into_any()
}

fn now_card(visitor: &Visitor, item: &Item, line: Line, place: Option<String>) -> AnyView {
    let texts = visitor.texts;
    let (title, minutes) = what(visitor, item);
    let progress = item.progress.map(|(done, of)| {
        view! { <progress value=done max=of.max(1)>{format!("{done} / {of}")}</progress> }
    });
    let minutes = minutes.map(|n| view! { <span>{t!(texts, "about-minutes", n = n)}</span> });
    let button = line
        .next
        .map(|(path, words)| view! { <a class="button" href=place.unwrap_or(path)>{words}</a> });
    view! {
        <section class="now-card" aria-labelledby="now">
            <p class="eyebrow">{t!(texts, "today-now")}</p>
            <h2 id="now">{title}</h2>
            <p class="muted">{line.note.unwrap_or(line.word)}</p>
            {progress}
            <div class="actions">{button} <span class="facts">{minutes}</span></div>
        </section>
    }
    .into_any()
}

/// What to do, and how many minutes it takes where that is known.
fn what(visitor: &Visitor, item: &Item) -> (String, Option<u32>) {
    let library = &visitor.library;
    match &item.next {
        Some(Next::Lesson(id)) => {
            let lesson = library.lessons.get(id);
            let title = lesson.map_or(id.as_str(), |lesson| lesson.head.title.get(&visitor.lang()));
            let words = t!(visitor.texts, "today-lesson", title = title.to_owned());
            (words, lesson.map(|lesson| lesson.minutes(&visitor.lang())))
        }
        Some(Next::Quiz(id)) => {
            let time = library.quizzes.get(id).and_then(|quiz| quiz.time);
            (
                gate_view::title(visitor, &item.requirement),
                time.map(|seconds| seconds.div_ceil(60)),
            )
        }
        _ => (gate_view::title(visitor, &item.requirement), None),
    }
}

fn row(visitor: &Visitor, item: &Item, login: &str) -> AnyView {
    let line = Line::of(visitor, item, login);
    let title = match line.next {
        Some((path, _)) => view! { <a class="row-title" href=path>{line.title}</a> }.into_any(),
        None => view! { <span class="row-title">{line.title}</span> }.into_any(),
    };
    view! {
        <li class="row">
            <div class="row-main">
                {title} <span class="row-note">{line.note.unwrap_or(line.word)}</span>
            </div>
        </li>
    }
    .into_any()
}

/// Nothing is one's own to do any more: others have to act, or all is well.
fn all_done(visitor: &Visitor, reports: &[Report]) -> AnyView {
    let texts = visitor.texts;
    let live = reports.iter().any(|report| report.live);
    let text = if live {
        t!(texts, "today-live")
    } else {
        t!(texts, "today-waits")
    };
    view! {
        <section class="now-card" aria-labelledby="now">
            <h2 id="now">{t!(texts, "today-all-done")}</h2>
            <p class="muted">{text}</p>
            <div class="actions">
                <a class="button" href="/practice">{t!(texts, "nav-practice")}</a>
            </div>
        </section>
    }
    .into_any()
}

fn fold(visitor: &Visitor, report: &Report, login: &str) -> AnyView {
    view! {
        <details class="fold">
            <summary>{t!(visitor.texts, "today-missing-fold", n = report.missing)}</summary>
            {gate_view::missing(visitor, report, login)}
        </details>
    }
    .into_any()
}
