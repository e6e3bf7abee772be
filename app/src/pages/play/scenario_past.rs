//! One's own plays of a scenario, and what became of the last one when it has no result.

use domain::{evidence::Outcome, scenario::sitting::patience};
use leptos::prelude::*;
use store::plays::{Mode, PlayState, Summary};

use crate::{t, texts::Texts, visitor::Visitor};

/// What became of the last assessed play when it was given up or is void; nothing when it has a result or goes on.
pub(super) fn without_result(texts: Texts, plays: &[Summary]) -> AnyView {
    let last = plays.iter().rfind(|play| play.mode == Mode::Assessed);
    let Some(last) = last else {
        return ().into_any();
    };
    let words = match last.state {
        PlayState::Abandoned => t!(texts, "play-given-up", n = patience(last.pace) / 60),
        PlayState::Void => t!(texts, "play-void"),
        PlayState::Open | PlayState::Pending | PlayState::Final => return ().into_any(),
    };
    let why = (last.state == PlayState::Void).then(|| {
        let path = format!("/plays/{}", last.id);
        view! {
            <p>
                <a href=path>{t!(texts, "play-void-why")}</a>
            </p>
        }
    });
    view! {
        <div class="notice" data-kind="warn">
            <p>{words}</p>
            {why}
        </div>
    }
    .into_any()
}

/// One's own plays of a scenario, the last first.
pub(super) fn history(visitor: &Visitor, plays: Vec<Summary>) -> AnyView {
    let texts = visitor.texts;
    if plays.is_empty() {
        return view! {
            <section class="section">
                <h2>{t!(texts, "play-earlier")}</h2>
                <p class="muted">{t!(texts, "play-none-yet")}</p>
            </section>
        }
        .into_any();
    }
    let rows = plays.iter().enumerate().rev().map(|(at, play)| {
        // Assessments and practice are counted each by itself.
        let same = plays.iter().take(at + 1).filter(|other| other.mode == play.mode);
        let name = match play.mode {
            Mode::Assessed => t!(texts, "play-nth", n = same.count()),
            Mode::Practice => t!(texts, "play-nth-practice", n = same.count()),
        };
        let when = visitor
            .site
            .calendar
            .date_time(play.finished.unwrap_or(play.started));
        view! {
            <li class="row">
                <div class="row-main">
                    <a class="row-title" href=format!("/plays/{}", play.id)>{name}</a>
                    <span class="row-note"><time>{when}</time></span>
                </div>
                <div class="row-end">{ending(texts, play)}</div>
            </li>
        }
    });
    view! {
        <section class="section">
            <h2>{t!(texts, "play-earlier")}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn ending(texts: Texts, play: &Summary) -> AnyView {
    let points = play
        .score
        .map(|score| t!(texts, "play-points", n = score.rounded()));
    let (tone, word) = match play.outcome {
        None => match play.state {
            PlayState::Void => (None, t!(texts, "play-is-void")),
            PlayState::Abandoned => (None, t!(texts, "play-is-given-up")),
            _ => (None, t!(texts, "play-open")),
        },
        Some(Outcome::Passed) => (Some("jade"), t!(texts, "play-passed")),
        Some(Outcome::Failed) => (None, t!(texts, "play-not-yet")),
        // Practice waits for nobody.
        Some(Outcome::Pending) if play.mode == Mode::Practice => (None, t!(texts, "play-unrated")),
        Some(Outcome::Pending) => (Some("amber"), t!(texts, "play-pending")),
    };
    view! { {points} " " <span class="chip" data-tone=tone>{word}</span> }.into_any()
}
