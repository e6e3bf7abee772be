//! `/ratings`: what waits for a trainer's rating, the longest waiting first, without whose it is.

mod cards;
mod mine;
mod own;
mod reply_card;
mod reply_fields;
mod sitting_card;
mod spoken;
mod stuck;

use cards::{Cards, cards};
use leptos::prelude::*;
pub(crate) use mine::OwnRatings;
pub(crate) use own::OwnRating;
pub(super) use stuck::stuck;

use crate::{
    frame::{Page, page},
    islands::MomentNow,
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
        let Cards { cards, count, spoken } = cards(&visitor, &trainer, SHOWN).await?;
        let spoken = spoken.then(|| view! { <MomentNow /> });
        let stuck = stuck(&visitor).await?;
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
