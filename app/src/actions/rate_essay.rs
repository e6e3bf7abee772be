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
    /// Words of the essay the rating is about.
    #[server(default)]
    quote: String,
) -> Result<(), ServerFnError> {
    use crate::{
        forms::Done,
        quiz::{Rated, rate},
        t,
    };
    crate::forms::run(async |act| {
        let said = Rated {
            attempt,
            part,
            note,
            quote,
        };
        rate(&act, said).await?;
        Ok(Done::back().saying(t!(act.texts, "essay-kept")))
    })
    .await
}
