use leptos::prelude::*;

/// Decides an interview after the debrief.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "decide-interview")]
pub async fn decide_interview(
    /// The interview's id.
    interview: String,
    /// `passed` or `failed`.
    outcome: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::decide(&act, interview, &outcome).await).await
}
