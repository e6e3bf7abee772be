use leptos::prelude::*;

/// Submits one's own sheet for good.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "submit-sheet")]
pub async fn submit_sheet(
    /// The interview's id.
    interview: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::submit(&act, interview).await).await
}
