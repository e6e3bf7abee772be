//! Saving one item of one's own sheet.

use store::{StoreError, sheets};

use super::{
    group::GROUP,
    load, refused,
    written::{Written, when},
};
use crate::{
    actions::Kept,
    forms::{Act, Done, Posted},
    refusal::Refusal,
    visitor::Visitor,
};

/// Saves one item and goes on: `before`, `next`, `stay`, or to the item of a number. A field that cannot be read
/// comes back to be mended; the others are saved all the same.
pub(crate) async fn save(act: &Act, interview: String) -> Result<Done, Refusal> {
    let (recruiter, texts) = (act.recruiter()?, act.texts);
    let loaded = load(act, &recruiter, &interview).await?;
    let written = Written::read(&act.posted, loaded.kit()?)?;
    let place = written.place;
    let next = match act.posted.get("go") {
        Some("before") => place.max(1),
        Some("stay" | GROUP) => place + 1,
        Some(number) => number.parse().unwrap_or(place + 2),
        None => place + 2,
    };
    let group = if act.posted.get("go") == Some(GROUP) {
        "&group=0"
    } else {
        ""
    };
    let to = format!("/interviews/{interview}?at={next}{group}");
    let (rating, faults) = written.rating(act, &recruiter, &interview).await?;
    let now = act.now;
    let saving = act.site.store.write(move |tx| {
        Box::pin(async move { sheets::save(tx, &recruiter, &interview, &[rating], now).await })
    });
    saving.await.map_err(|error| refused(error, texts))?;
    if faults.is_empty() {
        Ok(Done::to(to))
    } else {
        Err(Refusal::Fields(faults))
    }
}

/// Keeps one item while it is written. What came later stays.
pub(crate) async fn keep(visitor: &Visitor, posted: &Posted, interview: String) -> Result<Kept, Refusal> {
    let recruiter = match visitor.recruiter() {
        Ok(recruiter) => recruiter,
        Err(Refusal::SignIn) => return Ok(Kept::SignedOut),
        Err(_) => return Ok(Kept::Unknown),
    };
    let loaded = match load(visitor, &recruiter, &interview).await {
        Ok(loaded) => loaded,
        Err(Refusal::NotFound) => return Ok(Kept::Unknown),
        Err(refusal) => return Err(refusal),
    };
    let Ok(written) = Written::read(posted, loaded.kit()?) else {
        return Ok(Kept::Unknown);
    };
    let (rating, faults) = written.rating(visitor, &recruiter, &interview).await?;
    let when = when(posted, visitor.now);
    let keeping = visitor.site.store.write(move |tx| {
        Box::pin(async move { sheets::keep(tx, &recruiter, &interview, &[rating], when).await })
    });
    match keeping.await {
        Ok(()) if faults.is_empty() => Ok(Kept::Saved),
        Ok(()) => Ok(Kept::Unfit),
        Err(StoreError::SheetSubmitted | StoreError::Decided) => Ok(Kept::Closed),
        Err(StoreError::NotFound(_)) => Ok(Kept::Unknown),
        Err(error) => Err(error.into()),
    }
}
