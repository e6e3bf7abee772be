use leptos::prelude::*;

/// Marks a lesson done and goes on to the next one.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "complete-lesson")]
pub async fn complete_lesson(
    /// `course/lesson`.
    lesson: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::learn::complete_lesson(&act, &lesson).await).await
}
