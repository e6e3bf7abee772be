use domain::{quiz::draw, score::Milli};
use store::{
    StoreError,
    attempts::{self, NewAttempt, NewQuestion, State},
    chance,
};

use super::{
    grading::{graded, settle},
    standing::{cannot, is_overdue, rules},
};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
};

/// Begins an attempt at the quiz of the current release, or goes on with the open one.
pub(crate) async fn start(act: &Act, id: &str) -> Result<Done, Refusal> {
    let learner = act.learner()?;
    let (store, now) = (&act.site.store, act.now);
    let quiz = act.library.quizzes.get(id).ok_or(Refusal::NotFound)?;
    let mut earlier = attempts::list(store, &learner.person).await?;
    let overdue = earlier
        .iter()
        .find(|attempt| attempt.quiz == id && is_overdue(attempt, now));
    if let Some(overdue) = overdue {
        close(act, &overdue.id).await?;
        earlier = attempts::list(store, &learner.person).await?;
    }
    let open = earlier
        .iter()
        .find(|attempt| attempt.quiz == id && attempt.state == State::Open);
    if let Some(open) = open {
        return Ok(Done::to(format!("/attempts/{}", open.id)));
    }
    let seen = attempts::seen(store, &learner.person, id).await?;
    let points = |question: &str| {
        quiz.question(question)
            .map_or(Milli(0), |question| question.points)
    };
    let drawn = draw(quiz, &seen, chance::seed()?).into_iter();
    let new = NewAttempt {
        quiz: id.to_owned(),
        version: quiz.head.version,
        release: act.library.release,
        rules: rules(&act.site, quiz),
        navigation: quiz.navigation,
        questions: drawn
            .map(|drawn| NewQuestion {
                points: points(&drawn.question),
                drawn,
            })
            .collect(),
    };
    let started = store
        .write(move |tx| Box::pin(async move { attempts::start(tx, &learner, new, now).await }))
        .await;
    match started {
        // Another tab was quicker: there is one open attempt, and this is it.
        Ok(attempt) | Err(StoreError::OpenAttempt { attempt }) => {
            Ok(Done::to(format!("/attempts/{attempt}")))
        }
        Err(StoreError::MayNotStart(may)) => Err(Refusal::Cannot(cannot(act, &may).unwrap_or_default())),
        Err(error) => Err(error.into()),
    }
}

/// Hands in an attempt whose time is over, with what was saved.
async fn close(act: &Act, id: &str) -> Result<(), Refusal> {
    let pinned = super::pinned::Pinned::own(act, id).await?;
    let (learner, now, id, library) = (act.learner()?, act.now, id.to_owned(), pinned.library);
    let site = act.site.clone();
    act.site
        .store
        .write(move |tx| {
            Box::pin(async move {
                let judge = |attempt: &attempts::Attempt| graded(&library, attempt);
                let submitted = attempts::submit(tx, &learner, &id, &[], now, judge).await?;
                settle(tx, &site, &learner, &submitted, now).await
            })
        })
        .await?;
    Ok(())
}
