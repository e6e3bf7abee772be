use leptos::prelude::*;

/// Answers a check inside a lesson; the answer's fields depend on its kind.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "answer-check")]
pub async fn answer_check(
    /// `course/lesson`.
    lesson: String,
    /// The check's id.
    check: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::learn::answer_check(&act, &lesson, &check).await).await
}
