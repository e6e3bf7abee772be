use leptos::prelude::*;

/// Publishes the content folder.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "publish")]
pub async fn publish(
    /// What is new in it; may be empty.
    note: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::content::publish(&act, &note).await).await
}
