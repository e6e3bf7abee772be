//! What rating an essay and rating a typed reply have in common: one write for each form, and how it is refused.

use std::sync::Arc;

use domain::{hash::Hash, time::Moment};
use store::{
    BoxFuture, StoreError, Tx,
    actors::{Authority, Trainer},
    idempotency::{self, Once},
};

use crate::{forms::Act, go_live, libraries::LibraryError, refusal::Refusal};

/// The longest note or quote, in characters.
const LONGEST: usize = 2000;

/// A note or a quote as it is kept.
pub(crate) fn words(typed: &str) -> String {
    typed.trim().chars().take(LONGEST).collect()
}

/// What was read of one piece of work of the release it was done on; none when this version of the program cannot read that,
/// which must not keep anybody from rating the others.
///
/// # Errors
/// When the database fails.
pub(crate) fn readable<T>(release: Hash, read: Result<Option<T>, Refusal>) -> Result<Option<T>, Refusal> {
    match read {
        Err(
            error @ (Refusal::Library(LibraryError::Broken(_) | LibraryError::CutOff(_))
            | Refusal::Store(StoreError::Inconsistent { .. })),
        ) => {
            tracing::error!(%error, %release, "what waits for a rater cannot be read");
            Ok(None)
        }
        Ok(None) => {
            tracing::error!(%release, "what waits for a rater is not in its release");
            Ok(None)
        }
        read => read,
    }
}

/// Writes a rating, once for each form. `rate` returns the person whose result became final with it; the gate is then
/// judged in the same write. `again` is said when somebody was quicker.
///
/// # Errors
/// [`Refusal::Cannot`] when it is rated already; [`Refusal::NotFound`] for what does not wait or is one's own.
pub(crate) async fn write<F>(act: &Act, trainer: Trainer, again: String, rate: F) -> Result<(), Refusal>
where
    F: for<'t> FnOnce(&'t mut Tx, &'t Trainer) -> BoxFuture<'t, Result<Option<String>, StoreError>>
        + Send
        + 'static,
{
    let (key, now) = (act.key().to_owned(), act.now);
    let (current, calendar) = (Arc::clone(&act.library), Arc::clone(&act.site.calendar));
    let writing = act.site.store.write(move |tx| {
        Box::pin(async move {
            if sent_before(tx, &key, &trainer, now).await? {
                return Ok(());
            }
            if let Some(person) = rate(tx, &trainer).await? {
                go_live::settle(tx, &current, calendar.as_ref(), &person, &trainer, now).await?;
            }
            Ok(())
        })
    });
    match writing.await {
        Err(StoreError::AlreadyRated) => Err(Refusal::Cannot(again)),
        Err(StoreError::NotFound(_) | StoreError::OwnWork) => Err(Refusal::NotFound),
        done => Ok(done?),
    }
}

/// Whether this form was sent before; from now on it was.
pub(crate) async fn sent_before(
    tx: &mut Tx,
    key: &str,
    by: &impl Authority,
    now: Moment,
) -> Result<bool, StoreError> {
    let Some(account) = by.account().filter(|_| !key.is_empty()) else {
        return Ok(false);
    };
    if let Once::Again(_) = idempotency::once(tx, key, account).await? {
        return Ok(true);
    }
    idempotency::keep(tx, key, account, "/ratings", now).await?;
    Ok(false)
}
