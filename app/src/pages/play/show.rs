use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{plays::PlayState, ratings};

use super::{
    dispute,
    given_up::{given_up, verdict},
    result, stage,
};
use crate::{
    frame::{Page, page},
    play::{Notes, Opened, ResultSheet, transcript},
    visitor::Visitor,
};

/// `/plays/:id`: the play while it goes on, its result afterwards.
#[component]
pub(crate) fn Play() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let learner = visitor.learner()?;
        let opened = Opened::load(&visitor, &learner, &id).await?;
        let (lang, now) = (visitor.lang(), opened.now()?);
        let scenario = opened.scenario()?;
        let title = scenario.head.title.get(&lang).to_owned();
        let body = match opened.record.state {
            PlayState::Abandoned | PlayState::Void => given_up(&visitor, &opened).await?,
            PlayState::Open => {
                let notes = if opened.is_practice() {
                    Notes::Practised(&opened.library.phrases)
                } else {
                    Notes::Hidden
                };
                let lines = transcript(scenario, &now, &opened.record, &lang, notes);
                stage::stage(&visitor, &opened, &now, lines)?
            }
            PlayState::Pending | PlayState::Final => {
                // What others said is nobody's business before the result is final, and nobody rates practice.
                let said = match opened.record.state {
                    PlayState::Final if !opened.is_practice() => {
                        ratings::of_play(&visitor.site.store, &opened.record.id).await?
                    }
                    _ => Vec::new(),
                };
                let sheet = ResultSheet::of(&opened, &now, &said, &lang)?;
                let notes = if opened.is_practice() {
                    Notes::Practised(&opened.library.phrases)
                } else {
                    Notes::Rated(&said)
                };
                let lines = transcript(scenario, &now, &opened.record, &lang, notes);
                let verdict = verdict(&visitor, &opened).await?;
                let dispute = dispute::dispute(&visitor, &opened.record, &said).await?;
                result::result(&visitor, &opened, &now, sheet, lines, verdict, dispute)?
            }
        };
        Ok(Page::new(title, body).task())
    })
}
