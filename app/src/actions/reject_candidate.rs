use leptos::prelude::*;

/// Rejects a candidate.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "reject-candidate")]
pub async fn reject_candidate(
    /// The candidate's id.
    candidate: String,
    /// Why.
    reason: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::reject(&act, candidate, reason).await).await
}
