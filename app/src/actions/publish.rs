use leptos::prelude::*;

/// Publishes the content folder; `accept` names, once for each, the role-plays that could not be proved.
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
