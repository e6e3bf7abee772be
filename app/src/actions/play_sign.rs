use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What a sign of life learns; a word of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignSaid {
    /// The play goes on in this tab.
    Here,
    /// A later tab has it, here or on another device.
    Elsewhere,
    /// It is over.
    Over,
    /// Nobody is signed in any more.
    SignedOut,
    /// There is no such play, or it is not one's own.
    Unknown,
}

/// A sign of life of one's own play: called by the island every 20 seconds, and whenever it looks whether the server is
/// there again. As with an answer, `tab` has the page's id, and `lost` says that it could not reach the server for a while.
///
/// # Errors
/// When the database fails: to be tried again.
#[server(prefix = "/do", endpoint = "play-sign")]
pub async fn play_sign(
    /// The play.
    play: String,
) -> Result<SignSaid, ServerFnError> {
    crate::forms::call(async |visitor, posted| crate::play::sign(&visitor, &posted, &play).await).await
}
