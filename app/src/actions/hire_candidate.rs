use leptos::prelude::*;

/// Hires a candidate who passed an interview.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "hire-candidate")]
pub async fn hire_candidate(
    /// The candidate's id.
    candidate: String,
    /// The sign-in name to be.
    login: String,
    /// The id of the role to prepare for.
    hire_role: String,
    /// The id of the team; may be empty.
    team: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::hire(&act, candidate, &login, hire_role, &team).await)
        .await
}
