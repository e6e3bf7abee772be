use domain::quiz::OutOfTurn;
use store::{
    StoreError,
    attempts::{self, Asked, Attempt, Save},
};

use super::{
    check,
    go_on::{self, Step},
    grading::{graded, settle},
    pinned::Pinned,
    posted::{changes, later},
};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// What the page is told when questions are open: how many.
pub(crate) const GAPS: &str = "gaps";

/// What the form of an attempt does, by the button pressed: `save` keeps the answers, `submit` hands them in, `check`
/// hands them in unless a question is still open; then it keeps them, and the page asks; `try-3` checks one question,
/// `next-3` and `skip-3` go on from it.
pub(crate) async fn hand_in(act: &Act, id: &str, then: &str) -> Result<Done, Refusal> {
    let learner = act.learner()?;
    let pinned = Pinned::own(act, id).await?;
    let saves = changes(pinned.quiz()?, &pinned.attempt, &act.posted, act.now);
    let later = later(&pinned.attempt, &act.posted);
    if let Some(position) = check::place(then) {
        return check::check(act, pinned, position, saves, later).await;
    }
    if let Some(step) = Step::read(then) {
        return go_on::go_on(act, pinned, step, saves).await;
    }
    let gaps = open_after(&pinned.attempt, &saves);
    if then == "submit" || then == "check" && gaps == 0 {
        return finish(act, pinned, saves).await;
    }
    let (now, id) = (act.now, id.to_owned());
    let page = format!("/attempts/{id}");
    let saved = act.site.store.write(move |tx| {
        Box::pin(async move {
            if let Some(later) = later {
                attempts::come_back_to(tx, &learner, &id, &later).await?;
            }
            attempts::save(tx, &learner, &id, &saves, now).await
        })
    });
    let done = if then == "check" {
        Done::to(format!("{page}#answer-sheet")).telling(GAPS, gaps.to_string())
    } else {
        Done::to(page.clone()).saying(t!(act.texts, "quiz-saved"))
    };
    closed_or(act, &page, saved.await.map(|_| done))
}

/// Hands the attempt in with these answers.
pub(super) async fn finish(act: &Act, pinned: Pinned, saves: Vec<Save>) -> Result<Done, Refusal> {
    let (learner, now) = (act.learner()?, act.now);
    let (library, site, id) = (pinned.library, act.site.clone(), pinned.attempt.id);
    let page = format!("/attempts/{id}");
    let work = act.site.store.write(move |tx| {
        Box::pin(async move {
            let judge = |attempt: &Attempt| graded(&library, attempt);
            let submitted = attempts::submit(tx, &learner, &id, &saves, now, judge).await?;
            settle(tx, &site, &learner, &submitted, now).await
        })
    });
    closed_or(act, &page, work.await.map(|()| Done::to(page.clone())))
}

/// What follows from a write about answers. That the time is over, or the attempt handed in, says its page; that an answer
/// was not kept because it was not its turn, is told there.
pub(super) fn closed_or(act: &Act, page: &str, done: Result<Done, StoreError>) -> Result<Done, Refusal> {
    match done {
        Ok(done) => Ok(done),
        Err(StoreError::AttemptClosed) => Ok(Done::to(page)),
        Err(StoreError::OutOfTurn(why)) => Err(Refusal::Cannot(match why {
            OutOfTurn::Passed { position } => t!(act.texts, "quiz-passed-by", n = position + 1),
            OutOfTurn::Ahead { position } => t!(act.texts, "quiz-ahead", n = position + 1),
        })),
        Err(error) => Err(error.into()),
    }
}

/// Whether a question is still open once these answers are kept.
pub(super) fn is_open(asked: &Asked, saves: &[Save], position: usize) -> bool {
    let saved = saves
        .iter()
        .rfind(|save| save.position == position && save.seq >= asked.seq);
    let answer = saved.map_or(asked.answer.as_deref().unwrap_or_default(), |save| &save.answer);
    answer.iter().all(|text| text.trim().is_empty())
}

/// How many questions stay open once these answers are kept.
fn open_after(attempt: &Attempt, saves: &[Save]) -> usize {
    let asked = attempt.questions.iter().enumerate();
    asked
        .filter(|(position, asked)| is_open(asked, saves, *position))
        .count()
}
