use leptos::prelude::*;

/// Rates an essay; the levels are fields named after the criteria's numbers, `level0` and so on.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "rate-essay")]
pub async fn rate_essay(
    /// The attempt.
    attempt: String,
    /// The question's place in it, from 0.
    part: usize,
    /// For the learner.
    #[server(default)]
    note: String,
) -> Result<(), ServerFnError> {
    use crate::{forms::Done, t};
    crate::forms::run(async |act| {
        crate::quiz::rate(&act, &attempt, part, &note).await?;
        Ok(Done::back().saying(t!(act.texts, "essay-kept")))
    })
    .await
}
