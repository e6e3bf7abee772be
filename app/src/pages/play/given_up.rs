//! A play without a result: given up because nobody played it, or void because the connection was lost.

use domain::scenario::sitting::patience;
use leptos::prelude::*;
use store::plays::{Mode, PlayState, Verdict};

use super::begin::begin;
use crate::{
    frame::crumbs,
    play::{Opened, reason},
    refusal::Refusal,
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// The body of the page: what happened, why, and how to begin again.
pub(super) async fn given_up(visitor: &Visitor, opened: &Opened) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    let title = opened.scenario()?.head.title.get(&visitor.lang()).to_owned();
    let (id, mode) = (opened.record.scenario.clone(), opened.record.mode);
    let path = format!("/scenarios/{id}");
    let back = crumbs(texts, [(&path, title.clone())]);
    let why = if opened.record.state == PlayState::Void {
        let reason = reason(visitor, &opened.record).await?;
        let reason = reason.map(|reason| view! { <p>{t!(texts, "sitting-said", text = reason)}</p> });
        view! {
            <p>{t!(texts, "play-void")}</p>
            {reason}
        }
        .into_any()
    } else {
        view! { <p>{t!(texts, "play-given-up", n = patience(opened.record.pace) / 60)}</p> }.into_any()
    };
    // Of a scenario that is gone there is nothing to begin.
    let again = visitor
        .library
        .scenarios
        .contains_key(&id)
        .then(|| begin(&id, mode, "button", t!(texts, "play-assess-again")));
    let practise = (mode == Mode::Assessed && again.is_some())
        .then(|| begin(&id, Mode::Practice, "button quiet", t!(texts, "play-practise")));
    Ok(view! {
        <PageHead title=t!(texts, "play-without-result", name = title) crumbs=back />
        <div class="narrow stack">
            <div class="notice" data-kind="warn">{why}</div>
            <div class="actions">{again} {practise}</div>
        </div>
    }
    .into_any())
}

/// What the page of a result says about a lost connection: what was decided and why.
pub(super) async fn verdict(visitor: &Visitor, opened: &Opened) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    let words = match opened.record.verdict {
        None | Some(Verdict::Void | Verdict::Waiting) => return Ok(().into_any()),
        Some(Verdict::Upheld) => {
            let reason = reason(visitor, &opened.record).await?;
            let reason = reason.map(|reason| view! { <p>{t!(texts, "sitting-said", text = reason)}</p> });
            view! {
                <p>{t!(texts, "play-upheld")}</p>
                {reason}
            }
            .into_any()
        }
    };
    Ok(view! { <div class="notice">{words}</div> }.into_any())
}
