//! Tokens of the API: made, revoked.

use store::tokens;

use super::{accounts::LONGEST_NAME, refused};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// Makes a token and says it, once.
pub(crate) async fn add(act: &Act, name: &str) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let (texts, now) = (act.texts, act.now);
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Refusal::field("name", t!(texts, "field-required")));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Refusal::field(
            "name",
            t!(texts, "staff-too-long", n = LONGEST_NAME),
        ));
    }
    let adding = act
        .site
        .store
        .write(move |tx| Box::pin(async move { tokens::add(tx, &admin, &name, now).await }));
    let token = adding.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-token-added", token = token.reveal())))
}

/// Revokes a token: the next request with it is refused.
pub(crate) async fn revoke(act: &Act, name: String) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let (texts, now) = (act.texts, act.now);
    let revoking = act
        .site
        .store
        .write(move |tx| Box::pin(async move { tokens::revoke(tx, &admin, &name, now).await }));
    revoking.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-token-revoked-now")))
}
