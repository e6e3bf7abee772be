//! Where one is signed in, and ending that elsewhere.

use domain::hash::Hash;
use store::{StoreError, sessions};

use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// Ends one of one's own sessions.
pub(crate) async fn end(act: &Act, which: &str) -> Result<Done, Refusal> {
    let session = act.session()?.clone();
    let which: Hash = which.parse().map_err(|_| Refusal::NotFound)?;
    act.site
        .store
        .write(move |tx| Box::pin(async move { sessions::end(tx, &session, which).await }))
        .await
        .map_err(|error| match error {
            StoreError::NotFound(_) => Refusal::NotFound,
            other => other.into(),
        })?;
    Ok(Done::back().saying(t!(act.texts, "device-ended")))
}

/// Ends all of one's own sessions but this one.
pub(crate) async fn end_others(act: &Act) -> Result<Done, Refusal> {
    let session = act.session()?.clone();
    act.site
        .store
        .write(move |tx| Box::pin(async move { sessions::end_rest(tx, &session).await }))
        .await?;
    Ok(Done::back().saying(t!(act.texts, "devices-ended")))
}
