use leptos::prelude::*;

/// Disputes the final result of one's own play, with words.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "dispute-play")]
pub async fn dispute_play(
    /// The play.
    play: String,
    /// What one says against the result.
    #[server(default)]
    reason: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::play::dispute(&act, play, &reason).await).await
}
