use leptos::prelude::*;

/// Goes on with a play: by a choice, a typed or spoken reply, the one link, or because the time is up.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "answer-play")]
pub async fn answer_play(
    /// The play.
    play: String,
    /// The number of the step, counted from 1: an old form has an old number.
    seq: u32,
    /// The number of the choice as shown, counted from 1.
    #[server(default)]
    choice: Option<u32>,
    /// What was typed.
    #[server(default)]
    reply: Option<String>,
    /// The recording, when the reply was spoken.
    #[server(default)]
    recording: Option<String>,
    /// The subject, when it is a letter.
    #[server(default)]
    subject: Option<String>,
    /// `on` or `time-out`; in practice also `back`, `pause` or `resume`.
    #[server(default)]
    way: Option<String>,
) -> Result<(), ServerFnError> {
    use crate::{
        play::{Said, answer},
        refusal::Refusal,
    };
    crate::forms::run(async |act| {
        let said = match (choice, reply, way.as_deref()) {
            _ if let Some(recording) = recording => Said::Spoken(recording),
            (Some(choice), ..) => Said::Choice(choice as usize),
            (None, Some(reply), _) => match subject {
                Some(subject) => Said::Letter(subject, reply),
                None => Said::Reply(reply),
            },
            (None, None, Some("on")) => Said::Go,
            (None, None, Some("time-out")) => Said::TimeOut,
            (None, None, Some("back")) => Said::TakeBack,
            (None, None, Some("pause")) => Said::Pause,
            (None, None, Some("resume")) => Said::Resume,
            _ => return Err(Refusal::NotFound),
        };
        answer(&act, &play, seq as usize, said).await
    })
    .await
}
