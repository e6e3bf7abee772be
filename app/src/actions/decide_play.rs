use leptos::prelude::*;

/// Decides whether a play in which the connection was lost counts.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "decide-play")]
pub async fn decide_play(
    /// The play.
    play: String,
    /// `count` or `void`.
    #[server(default)]
    verdict: String,
    /// Why, for the learner.
    #[server(default)]
    reason: String,
) -> Result<(), ServerFnError> {
    use crate::{forms::Done, t};
    crate::forms::run(async |act| {
        crate::play::decide(&act, &play, &verdict, &reason).await?;
        Ok(Done::to("/ratings").saying(t!(act.texts, "sitting-decided")))
    })
    .await
}
