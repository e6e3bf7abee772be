use leptos::prelude::*;

/// Rates a typed reply; the points come in fields named `points-CRITERION`, the chosen sentences in `quote-NUMBER`.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "rate-reply")]
pub async fn rate_reply(
    /// The play.
    play: String,
    /// The number of the reply in it, from 0.
    reply: u32,
    /// `yes` when what is banned was really said, `no` when not.
    #[server(default)]
    banned: Option<String>,
    /// The moment of a recording this is about, such as `0:12`.
    #[server(default)]
    moment: String,
    /// A word to whoever typed it.
    #[server(default)]
    note: String,
) -> Result<(), ServerFnError> {
    use crate::{
        forms::Done,
        play::{Words, rate},
        t,
    };
    crate::forms::run(async |act| {
        let words = Words::of(banned.as_deref(), moment, note);
        rate(&act, play, reply as usize, words).await?;
        Ok(Done::to("/ratings").saying(t!(act.texts, "rating-kept")))
    })
    .await
}
