//! What the island of a play needs: where the connection is told, which page this is, and what a page says that was overtaken.

use domain::scenario::{play::Play, sitting::SIGN};
use leptos::prelude::*;
use store::{chance, plays::Mode};

use crate::{islands::PlayKeeper, play::Opened, refusal::Refusal, t, visitor::Visitor};

/// The lines about the connection, hidden while there is nothing to say.
pub(super) fn link(visitor: &Visitor, opened: &Opened, stand: &Play) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    let play = opened.record.id.clone();
    let here = format!("/plays/{play}");
    // What is being typed belongs to one answer: a pause does not count.
    let at = stand.steps.iter().filter(|step| step.did.leads_on()).count();
    // Practice may be interrupted.
    let signs = (opened.record.mode == Mode::Assessed).then_some(SIGN);
    Ok(view! {
        <p
            class="play-link"
            id="play-link"
            role="status"
            data-play=play
            data-at=at.to_string()
            data-tab=tab(visitor)?
            data-signs=signs
            data-lost=t!(texts, "play-lost")
            data-unsent=t!(texts, "play-unsent")
            data-back=t!(texts, "play-back-online")
        ></p>
        <p class="visually-hidden" id="play-told" role="status"></p>
        <div class="notice" data-kind="warn" id="elsewhere" role="alert" hidden>
            <p>{t!(texts, "play-elsewhere")}</p>
            <div class="actions">
                <a class="button" href=here>{t!(texts, "play-go-on-here")}</a>
            </div>
        </div>
        <PlayKeeper />
    }
    .into_any())
}

/// An id for this page, higher than that of every page made before.
fn tab(visitor: &Visitor) -> Result<String, Refusal> {
    Ok(chance::id(visitor.now)?)
}
