//! `/ratings`: what waits for a trainer's rating, the longest waiting first, without whose it is.

mod mine;
mod reply_card;
mod reply_fields;
mod sitting_card;
mod spoken;
mod stuck;

use leptos::prelude::*;
pub(crate) use mine::{OwnRating, OwnRatings};
use sitting_card::sitting_card;
use store::{
    plays,
    ratings::{self, Source},
};
pub(super) use stuck::stuck;

use crate::{
    frame::{Page, page},
    islands::MomentNow,
    pages::quiz::essay_card,
    play::task,
    quiz::essay,
    t,
    texts::Texts,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// How many are shown at once; the others come up as these are rated.
const SHOWN: usize = 10;

/// `/ratings`
#[component]
pub(crate) fn Ratings() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let texts = visitor.texts;
        let queue = ratings::queue(&visitor.site.store, &trainer).await?;
        // Lost connections stand among what is to be rated by the time they wait.
        let flagged = plays::flagged(&visitor.site.store, &trainer).await?;
        let count = queue.len() + flagged.len();
        let mut flagged = flagged.into_iter().peekable();
        // Who types a reply types something.
        let spoken = queue
            .iter()
            .take(SHOWN)
            .any(|waiting| waiting.text.is_empty() && matches!(waiting.source, Source::Play(_)))
            .then(|| view! { <MomentNow /> });
        let stuck = stuck(&visitor).await?;
        let mut cards = Vec::new();
        for waiting in queue.iter().take(SHOWN) {
            while let Some(sitting) = flagged.next_if(|sitting| sitting.since <= waiting.since) {
                cards.extend(sitting_card(&visitor, &trainer, &sitting, cards.is_empty()).await?);
            }
            let first = cards.is_empty();
            let card = match &waiting.source {
                Source::Play(_) => task(&visitor, waiting)
                    .await?
                    .map(|task| reply_card::reply_card(&visitor, &task, first)),
                Source::Attempt(_) => essay(&visitor, waiting)
                    .await?
                    .map(|task| essay_card(&visitor, &task, first)),
            };
            cards.extend(card);
        }
        for sitting in flagged.take(SHOWN.saturating_sub(cards.len())) {
            cards.extend(sitting_card(&visitor, &trainer, &sitting, cards.is_empty()).await?);
        }
        let body = if count == 0 {
            view! {
                <PageHead title=t!(texts, "ratings-title")>{mine(texts)}</PageHead>
                {stuck}
                <Empty title=t!(texts, "ratings-empty") hint=t!(texts, "ratings-empty-text")>
                    <div class="actions"><a class="button" href="/people">{t!(texts, "nav-people")}</a></div>
                </Empty>
            }
            .into_any()
        } else {
            view! {
                <PageHead title=t!(texts, "ratings-title") lead=t!(texts, "ratings-lead", n = count)>{mine(texts)}</PageHead>
                {stuck}
                <div class="stack">{cards}</div>
                {spoken}
            }
            .into_any()
        };
        Ok(Page::new(t!(texts, "ratings-title"), body))
    })
}

/// The way to one's own ratings.
fn mine(texts: Texts) -> AnyView {
    view! {
        <div class="actions">
            <a class="button quiet" href="/ratings/mine">{t!(texts, "ratings-mine")}</a>
            <a class="button quiet" href="/ratings/calibrations">{t!(texts, "calibration-nav")}</a>
        </div>
    }
    .into_any()
}
