use leptos::prelude::*;

/// Begins an attempt at a quiz, or goes on with the open one.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "start-attempt")]
pub async fn start_attempt(
    /// `course/quiz`.
    quiz: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::quiz::start(&act, &quiz).await).await
}
