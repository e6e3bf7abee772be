use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// How saving went; a word of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Saved {
    /// All of it is kept.
    Saved,
    /// All of it is kept, but meanwhile somebody answered in another window: this one is to stop.
    Elsewhere,
    /// The attempt takes no more answers.
    Closed,
    /// None of it is kept: an answer among it is to a question that was passed, or that is still to come.
    OutOfTurn,
    /// Nobody is signed in any more.
    SignedOut,
    /// There is no such attempt, or it is not one's own.
    Unknown,
}

/// Keeps answers while they are given: called by the island, which numbers each change (`seq3`), so that saves may
/// arrive late, twice or in another order.
///
/// # Errors
/// When the database fails: to be tried again.
#[server(prefix = "/do", endpoint = "save-answers")]
pub async fn save_answers(
    /// The attempt.
    attempt: String,
) -> Result<Saved, ServerFnError> {
    crate::forms::call(async |visitor, posted| crate::quiz::save(&visitor, &posted, &attempt).await).await
}
