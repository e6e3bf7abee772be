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
    /// `on` or `time-out`; in practice also `back`, `pause` or `resume`. The last two leave what is being typed as it is.
    #[server(default)]
    way: Option<String>,
) -> Result<(), ServerFnError> {
    use crate::{
        play::{Said, answer},
        refusal::Refusal,
    };
    crate::forms::run(async |act| {
        let said = match way.as_deref() {
            Some("on") => Said::Go,
            Some("time-out") => Said::TimeOut,
            Some("back") => Said::TakeBack,
            Some("pause") => Said::Pause,
            Some("resume") => Said::Resume,
            Some(_) => return Err(Refusal::NotFound),
            None => match (recording, choice, reply, subject) {
                (Some(recording), ..) => Said::Spoken(recording),
                (None, Some(choice), ..) => Said::Choice(choice as usize),
                (None, None, Some(reply), Some(subject)) => Said::Letter(subject, reply),
                (None, None, Some(reply), None) => Said::Reply(reply),
                (None, None, None, _) => return Err(Refusal::NotFound),
            },
        };
        answer(&act, &play, seq as usize, said).await
    })
    .await
}
