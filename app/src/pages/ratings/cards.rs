//! The cards of the queue: replies, essays, and plays in which the connection was lost, all by the time they wait.

use domain::{hash::Hash, time::Moment};
use leptos::prelude::*;
use store::{
    actors::Trainer,
    plays::{self, Flagged},
    ratings::{self, Source, Waiting},
};

use super::{reply_card::reply_card, sitting_card::sitting_card};
use crate::{
    pages::quiz::essay_card,
    play::{sitting_task, task},
    quiz::essay,
    rating::readable,
    refusal::Refusal,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// The front of the queue.
pub(super) struct Cards {
    /// What is shown.
    pub(super) cards: Vec<AnyView>,
    /// How much waits in all.
    pub(super) count: usize,
    /// Whether a recording is among what is shown.
    pub(super) spoken: bool,
}

enum Item {
    Work(Waiting),
    Lost(Flagged),
}

impl Item {
    fn since(&self) -> Moment {
        match self {
            Self::Work(work) => work.since,
            Self::Lost(lost) => lost.since,
        }
    }

    fn is_spoken(&self) -> bool {
        matches!(self, Self::Work(work) if work.spoken.is_some())
    }

    fn release(&self) -> Hash {
        match self {
            Self::Work(work) => work.release,
            Self::Lost(lost) => lost.play.release,
        }
    }
}

/// The cards of what waits longest, so many at most. Two round trips, however much waits.
///
/// # Errors
/// When the database fails.
pub(super) async fn cards(visitor: &Visitor, trainer: &Trainer, most: usize) -> Result<Cards, Refusal> {
    let store = &visitor.site.store;
    let queue = ratings::queue(store, trainer, most).await?;
    let (lost, count) = plays::flagged(store, trainer, most).await?;
    let work = queue.first.into_iter().map(Item::Work);
    let mut items: Vec<_> = lost.into_iter().map(Item::Lost).chain(work).collect();
    items.sort_by_key(Item::since);
    items.truncate(most);
    let mut cards = Vec::new();
    for item in &items {
        let read = card(visitor, item, cards.is_empty()).await;
        let card = readable(item.release(), read)?;
        cards.push(card.unwrap_or_else(|| unread_card(visitor.texts, item.release())));
    }
    Ok(Cards {
        cards,
        count: queue.count + count,
        spoken: items.iter().any(Item::is_spoken),
    })
}

async fn card(visitor: &Visitor, item: &Item, first: bool) -> Result<Option<AnyView>, Refusal> {
    Ok(match item {
        Item::Lost(lost) => sitting_task(visitor, lost)
            .await?
            .map(|task| sitting_card(visitor, &task, first)),
        Item::Work(work) => match work.source {
            Source::Play(_) => task(visitor, work)
                .await?
                .map(|task| reply_card(visitor, &task, first)),
            Source::Attempt(_) => essay(visitor, work)
                .await?
                .map(|task| essay_card(visitor, &task, first)),
        },
    })
}

fn unread_card(texts: Texts, release: Hash) -> AnyView {
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "ratings-unread")}</h2>
            {unread(texts, release)}
        </section>
    }
    .into_any()
}

/// That a release cannot be read by this version of the program, and what to do about it.
pub(super) fn unread(texts: Texts, release: Hash) -> AnyView {
    let text = t!(texts, "ratings-unread-text", release = release.short());
    view! { <div class="notice" data-kind="warn"><p>{text}</p></div> }.into_any()
}
