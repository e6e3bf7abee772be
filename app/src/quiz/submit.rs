use store::{StoreError, attempts};

use super::{
    check,
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
/// hands them in unless a question is still open; then it keeps them, and the page asks; `try-3` checks one question.
pub(crate) async fn hand_in(act: &Act, id: &str, then: &str) -> Result<Done, Refusal> {
    let learner = act.learner()?;
    let pinned = Pinned::own(act, id).await?;
    let saves = changes(pinned.quiz()?, &pinned.attempt, &act.posted, act.now);
    let later = later(&pinned.attempt, &act.posted);
    if let Some(position) = check::place(then) {
        return check::check(act, pinned, position, saves, later).await;
    }
    let (texts, now, id) = (act.texts, act.now, id.to_owned());
    let page = format!("/attempts/{id}");
    let gaps = open_after(&pinned.attempt, &saves);
    if then != "submit" && (then != "check" || gaps > 0) {
        let saved = act.site.store.write(move |tx| {
            Box::pin(async move {
                if let Some(later) = later {
                    attempts::come_back_to(tx, &learner, &id, &later).await?;
                }
                attempts::save(tx, &learner, &id, &saves, now).await
            })
        });
        return match saved.await {
            Ok(_) if then == "check" => {
                Ok(Done::to(format!("{page}#answer-sheet")).telling(GAPS, gaps.to_string()))
            }
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

/// How many questions stay open once these answers are kept.
fn open_after(attempt: &attempts::Attempt, saves: &[attempts::Save]) -> usize {
    let is_open = |answer: &[String]| answer.iter().all(|text| text.trim().is_empty());
    let answer = |position: usize, asked: &attempts::Asked| {
        let saved = saves
            .iter()
            .rfind(|save| save.position == position && save.seq >= asked.seq);
        match saved {
            Some(save) => is_open(&save.answer),
            None => is_open(asked.answer.as_deref().unwrap_or_default()),
        }
    };
    let asked = attempt.questions.iter().enumerate();
    asked.filter(|(position, asked)| answer(*position, asked)).count()
}
