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

/// A sign of life of one's own play, from the page with this id: called by the island every 20 seconds, and whenever it
/// looks whether the server is there again.
///
/// # Errors
/// When the database fails: to be tried again.
#[server(prefix = "/do", endpoint = "play-sign")]
pub async fn play_sign(
    /// The play.
    play: String,
    /// The page's id, as the server made it.
    tab: String,
) -> Result<SignSaid, ServerFnError> {
    crate::forms::call(async |visitor, _| crate::play::sign(&visitor, &play, &tab).await).await
}
