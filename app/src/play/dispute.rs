//! Disputing a result, and withdrawing that.

use std::sync::Arc;

use store::{
    StoreError,
    plays::{self, PlayState},
    ratings::{self, Panel, Rating},
};

use super::rejudge::rejudged;
use crate::{
    forms::{Act, Done},
    go_live, rating,
    refusal::Refusal,
    t,
};

/// Disputes the final result of one's own play, once, with words. A form sent twice is one.
///
/// # Errors
/// The field to mend; [`Refusal::Cannot`] for a second dispute; [`Refusal::NotFound`].
pub(crate) async fn dispute(act: &Act, play: String, words: &str) -> Result<Done, Refusal> {
    let (texts, learner, now) = (act.texts, act.learner()?, act.now);
    let words = rating::words(words);
    if words.is_empty() {
        return Err(Refusal::field("reason", t!(texts, "play-dispute-empty")));
    }
    let page = Done::to(format!("/plays/{play}"));
    let key = act.key().to_owned();
    let writing = act.site.store.write(move |tx| {
        Box::pin(async move {
            if rating::sent_before(tx, &key, &learner, now).await? {
                return Ok(true);
            }
            ratings::dispute(tx, &learner, &play, &words, now).await
        })
    });
    match writing.await {
        Ok(true) => Ok(page.saying(t!(texts, "play-disputed-done"))),
        Ok(false) => Ok(page.saying(t!(texts, "play-disputed-stuck"))),
        Err(StoreError::NothingLeft) => Err(Refusal::Cannot(t!(texts, "play-dispute-nothing"))),
        Err(StoreError::AlreadyDisputed) => Err(Refusal::Cannot(t!(texts, "play-disputed-before"))),
        Err(StoreError::NotFound(_)) => Err(Refusal::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// Withdraws one's own dispute that nobody has looked at yet. A form sent twice is one.
///
/// # Errors
/// [`Refusal::Cannot`] when somebody has looked; [`Refusal::NotFound`].
pub(crate) async fn withdraw(act: &Act, play: String) -> Result<Done, Refusal> {
    let (texts, learner, now) = (act.texts, act.learner()?, act.now);
    let store = &act.site.store;
    let record = plays::of_learner(store, &learner, &play).await?;
    let record = record.ok_or(Refusal::NotFound)?;
    let library = act.site.libraries.at(store, record.release).await?;
    let page = Done::to(format!("/plays/{play}"));
    let key = act.key().to_owned();
    let (current, calendar) = (Arc::clone(&act.library), Arc::clone(&act.site.calendar));
    let writing = store.write(move |tx| {
        Box::pin(async move {
            if rating::sent_before(tx, &key, &learner, now).await? {
                return Ok(None);
            }
            let judge = |record: &plays::Play, given: &[Rating], panel: &Panel| {
                rejudged(&library, record, given, panel)
            };
            let play = ratings::withdraw_dispute(tx, &learner, &play, now, judge).await?;
            let is_final = play.state == PlayState::Final;
            if is_final {
                go_live::settle(tx, &current, calendar.as_ref(), &play.person, &learner, now).await?;
            }
            Ok(Some(is_final))
        })
    });
    match writing.await {
        Ok(Some(false)) => Ok(page.saying(t!(texts, "play-withdrawn-waits"))),
        Ok(_) => Ok(page.saying(t!(texts, "play-withdrawn-done"))),
        Err(StoreError::AlreadyRated) => Err(Refusal::Cannot(t!(texts, "play-withdrawn-late"))),
        Err(StoreError::NotFound(_)) => Err(Refusal::NotFound),
        Err(error) => Err(error.into()),
    }
}
