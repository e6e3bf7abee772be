use leptos::prelude::*;

/// Enters a candidate.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "add-candidate")]
pub async fn add_candidate(
    /// The name.
    name: String,
    /// The id of the role applied for.
    role: String,
    /// How to reach the candidate; may be empty.
    contact: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::add(&act, &name, &role, &contact).await).await
}
