use leptos::prelude::*;

/// Takes somebody's attempt at a quiz out of account, with a reason.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "void-attempt")]
pub async fn void_attempt(
    /// The attempt.
    attempt: String,
    /// Why.
    reason: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::powers::void(&act, &attempt, reason).await).await
}
