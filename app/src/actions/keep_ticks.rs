use leptos::prelude::*;

use super::Kept;

/// Keeps what is seen of a group while it is ticked, as [`super::keep_rating`] keeps an item.
///
/// # Errors
/// When the database fails: to be tried again.
#[server(prefix = "/do", endpoint = "keep-ticks")]
pub async fn keep_ticks(
    /// The interview whose sheet the group was opened from.
    interview: String,
) -> Result<Kept, ServerFnError> {
    crate::forms::call(async |visitor, posted| {
        crate::recruiting::keep_ticks(&visitor, &posted, interview).await
    })
    .await
}
