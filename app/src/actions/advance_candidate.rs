use leptos::prelude::*;

/// Moves a candidate to another stage.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "advance-candidate")]
pub async fn advance_candidate(
    /// The candidate's id.
    candidate: String,
    /// The stage.
    stage: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::advance(&act, candidate, &stage).await).await
}
