use leptos::prelude::*;

/// Puts another rating in the place of one's own of a reply; the points come in fields named `points-CRITERION`,
/// the chosen sentences in `quote-NUMBER`.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "amend-rating")]
pub async fn amend_rating(
    /// The rating that does not hold any more.
    rating: String,
    /// `yes` when what is banned was really said, `no` when not.
    #[server(default)]
    banned: Option<String>,
    /// The moment of a recording this is about, such as `0:12`.
    #[server(default)]
    moment: String,
    /// A word to whoever said it.
    #[server(default)]
    note: String,
    /// Why.
    #[server(default)]
    reason: String,
) -> Result<(), ServerFnError> {
    use crate::{
        forms::Done,
        play::{Words, amend},
        t,
    };
    crate::forms::run(async |act| {
        let words = Words::of(banned.as_deref(), moment, note);
        let said = match amend(&act, &rating, words, &reason).await? {
            true => t!(act.texts, "rating-amended"),
            false => t!(act.texts, "rating-amended-waits"),
        };
        Ok(Done::to("/ratings/mine").saying(said))
    })
    .await
}
