use leptos::prelude::*;

/// Keeps the answers of an attempt, or hands it in; the answers themselves are fields whose names depend on
/// the questions.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "hand-in")]
pub async fn hand_in(
    /// The attempt.
    attempt: String,
    /// The button pressed: `save`, `check` (hand in unless a question is open), `submit`, `try-3` (check the fourth
    /// question), `next-3` (go on from it) or `skip-3` (also when it is open).
    then: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::quiz::hand_in(&act, &attempt, &then).await).await
}
