use store::{
    StoreError,
    attempts::{self, Attempt},
};

use super::{
    pinned::Pinned,
    posted::{changes, later},
};
use crate::{actions::Saved, forms::Posted, refusal::Refusal, visitor::Visitor};

/// Keeps the answers an island sends while they are given.
pub(crate) async fn save(visitor: &Visitor, posted: &Posted, id: &str) -> Result<Saved, Refusal> {
    let (learner, pinned) = match (visitor.learner(), Pinned::own(visitor, id).await) {
        (Ok(learner), Ok(pinned)) => (learner, pinned),
        (Err(Refusal::SignIn), _) => return Ok(Saved::SignedOut),
        (_, Err(Refusal::NotFound | Refusal::Forbidden)) | (Err(Refusal::Forbidden), _) => {
            return Ok(Saved::Unknown);
        }
        (Err(refusal), _) | (_, Err(refusal)) => return Err(refusal),
    };
    let known = posted.get("known").and_then(|known| known.parse().ok());
    let is_overtaken = known.is_some_and(|known: i64| last_change(&pinned.attempt) > known);
    let saves = changes(pinned.quiz()?, &pinned.attempt, posted, visitor.now);
    let later = later(&pinned.attempt, posted);
    let (id, now) = (id.to_owned(), visitor.now);
    let saved = visitor.site.store.write(move |tx| {
        Box::pin(async move {
            if let Some(later) = later {
                attempts::come_back_to(tx, &learner, &id, &later).await?;
            }
            attempts::save(tx, &learner, &id, &saves, now).await
        })
    });
    match saved.await {
        // An answer that another tab has overtaken is kept there: nothing is lost, nothing is to be done.
        Ok(_) if is_overtaken => Ok(Saved::Elsewhere),
        Ok(_) => Ok(Saved::Saved),
        Err(StoreError::AttemptClosed) => Ok(Saved::Closed),
        Err(StoreError::OutOfTurn(_)) => Ok(Saved::OutOfTurn),
        Err(error) => Err(error.into()),
    }
}

/// The number of the last change of any answer; 0 before the first.
pub(crate) fn last_change(attempt: &Attempt) -> i64 {
    attempt.questions.iter().map(|asked| asked.seq).max().unwrap_or(0)
}
