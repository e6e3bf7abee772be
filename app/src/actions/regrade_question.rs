use leptos::prelude::*;

/// Judges a question of a quiz anew for everybody, by the key of the current release, with a reason.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "regrade-question")]
pub async fn regrade_question(
    /// `course/quiz`.
    quiz: String,
    /// The question's id.
    question: String,
    /// The version of the question that was looked at, so that nothing else is applied than what was shown.
    version: String,
    /// Why.
    reason: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| {
        crate::quiz::regrade::regrade(&act, &quiz, &question, &version, &reason).await
    })
    .await
}
