use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    plays::{Mode, PlayState},
    ratings::{self, Rating},
};

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
                let lines = transcript(scenario, &now, &opened.record, &lang, notes(&opened, &[]));
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
                let mut sheet = ResultSheet::of(&opened, &now, &said, &lang)?;
                if opened.record.is_beside {
                    sheet.mishaps.iter_mut().for_each(|mishap| mishap.why = None);
                }
                let lines = transcript(scenario, &now, &opened.record, &lang, notes(&opened, &said));
                let verdict = verdict(&visitor, &opened).await?;
                let dispute = dispute::dispute(&visitor, &opened.record, &said).await?;
                result::result(&visitor, &opened, &now, sheet, lines, verdict, dispute)?
            }
        };
        Ok(Page::new(title, body).task())
    })
}

/// What may stand beside the lines of a play.
fn notes<'a>(opened: &'a Opened, said: &'a [Rating]) -> Notes<'a> {
    let record = &opened.record;
    match (record.mode, record.state) {
        _ if record.is_beside => Notes::Hidden,
        (Mode::Practice, _) => Notes::Practised(&opened.library.phrases),
        (Mode::Assessed, PlayState::Open) => Notes::Hidden,
        (Mode::Assessed, _) => Notes::Rated(said),
    }
}
