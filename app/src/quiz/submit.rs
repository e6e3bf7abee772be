use store::{StoreError, attempts};

use super::{
    grading::{graded, settle},
    pinned::Pinned,
    posted::changes,
};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// What the form of an attempt does, by the button pressed: keeps the answers, or hands them in.
pub(crate) async fn hand_in(act: &Act, id: &str, then: &str) -> Result<Done, Refusal> {
    let learner = act.learner()?;
    let pinned = Pinned::own(act, id).await?;
    let saves = changes(pinned.quiz()?, &pinned.attempt, &act.posted, act.now);
    let (texts, now, id) = (act.texts, act.now, id.to_owned());
    let page = format!("/attempts/{id}");
    if then != "submit" {
        let saved = act
            .site
            .store
            .write(move |tx| Box::pin(async move { attempts::save(tx, &learner, &id, &saves, now).await }));
        return match saved.await {
            Ok(_) => Ok(Done::to(page).saying(t!(texts, "quiz-saved"))),
            // The page says it: the result stands there, or the time is over.
            Err(StoreError::AttemptClosed) => Ok(Done::to(page)),
            Err(error) => Err(error.into()),
        };
    }
    let (library, site) = (pinned.library, act.site.clone());
    act.site
        .store
        .write(move |tx| {
            Box::pin(async move {
                let judge = |attempt: &attempts::Attempt| graded(&library, attempt);
                let submitted = attempts::submit(tx, &learner, &id, &saves, now, judge).await?;
                settle(tx, &site, &learner, &submitted, now).await
            })
        })
        .await?;
    Ok(Done::to(page))
}
