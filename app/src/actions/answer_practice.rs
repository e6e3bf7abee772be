use leptos::prelude::*;

/// Answers a question in practice; the answer's fields depend on its kind.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "answer-practice")]
pub async fn answer_practice(
    /// `course/quiz`.
    quiz: String,
    /// The question's id.
    question: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::practice::answer(&act, &quiz, &question).await).await
}
