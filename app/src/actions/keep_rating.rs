use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// How keeping an item went; a word of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// All of it is kept, or something newer is.
    Saved,
    /// All of it but a field that cannot be read.
    Unfit,
    /// The sheet was submitted, or the interview decided.
    Closed,
    /// Nobody is signed in any more.
    SignedOut,
    /// There is no such sheet, or it is not one's own.
    Unknown,
}

/// Keeps one item of one's own sheet while it is written: called by the island, which says when the page was
/// `made` (microseconds) and how many milliseconds `ago`, so that a save that comes late undoes nothing.
///
/// # Errors
/// When the database fails: to be tried again.
#[server(prefix = "/do", endpoint = "keep-rating")]
pub async fn keep_rating(
    /// The interview's id.
    interview: String,
) -> Result<Kept, ServerFnError> {
    crate::forms::call(async |visitor, posted| crate::recruiting::keep(&visitor, &posted, interview).await)
        .await
}
