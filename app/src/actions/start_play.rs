use leptos::prelude::*;

/// Begins a play of a scenario, or goes on with the one that was begun.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "start-play")]
pub async fn start_play(
    /// The scenario's id.
    scenario: String,
    /// `practice`; without it the play counts.
    #[server(default)]
    mode: Option<String>,
) -> Result<(), ServerFnError> {
    use crate::{forms::Done, refusal::Refusal, t};
    use store::{
        StoreError,
        plays::{self, Mode, NewPlay},
    };
    crate::forms::run(async |act| {
        let (learner, now) = (act.learner()?, act.now);
        let found = act.library.scenarios.get(&scenario).ok_or(Refusal::NotFound)?;
        let new = NewPlay {
            scenario: scenario.clone(),
            version: found.head.version,
            release: act.library.release,
            mode: match mode.as_deref() {
                Some("practice") => Mode::Practice,
                Some(_) => return Err(Refusal::NotFound),
                None => Mode::Assessed,
            },
        };
        let starting = act
            .site
            .store
            .write(move |tx| Box::pin(async move { plays::start(tx, &learner, new, now).await }));
        match starting.await {
            Ok(play) | Err(StoreError::OpenPlay { play }) => Ok(Done::to(format!("/plays/{play}"))),
            Err(StoreError::AssessedOpen { .. }) => Err(Refusal::Cannot(t!(act.texts, "play-assessed-open"))),
            Err(error) => Err(error.into()),
        }
    })
    .await
}
