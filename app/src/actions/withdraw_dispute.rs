use leptos::prelude::*;

/// Withdraws one's own dispute that nobody has looked at yet.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "withdraw-dispute")]
pub async fn withdraw_dispute(
    /// The play.
    play: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::play::withdraw(&act, play).await).await
}
