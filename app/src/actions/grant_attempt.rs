use leptos::prelude::*;

/// Lets somebody take a quiz once more than its limit says, with a reason.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "grant-attempt")]
pub async fn grant_attempt(
    /// The sign-in name.
    login: String,
    /// `course/quiz`.
    quiz: String,
    /// Why.
    reason: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::powers::grant_attempt(&act, &login, quiz, reason).await).await
}
