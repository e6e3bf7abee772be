use leptos::prelude::*;

/// Confirms that a document of the content says what the centre does.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "confirm-content")]
pub async fn confirm_content(
    /// `standards`, or `roles/ROLE`.
    document: String,
    /// The version that was read.
    version: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::confirmed::confirm(&act, document, &version).await).await
}
