use leptos::prelude::*;

/// Saves one item of one's own sheet: `item`, `note`, `rating`, `answer`, every `tick`, and where to `go` on.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "save-rating")]
pub async fn save_rating(
    /// The interview's id.
    interview: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::save(&act, interview).await).await
}
