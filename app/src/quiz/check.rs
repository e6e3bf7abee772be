use domain::quiz::is_locked;
use store::{
    StoreError,
    attempts::{self, Asked, Checked, Save},
};

use super::pinned::Pinned;
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// The place in what the button that checks a question says: `try-3` checks the fourth.
pub(super) fn place(then: &str) -> Option<usize> {
    then.strip_prefix("try-")?.parse().ok()
}

/// Keeps the answers and checks the one at this place; back to the question, which shows what came of it.
pub(super) async fn check(
    act: &Act,
    pinned: Pinned,
    position: usize,
    saves: Vec<Save>,
    later: Option<Vec<usize>>,
) -> Result<Done, Refusal> {
    let learner = act.learner()?;
    let Pinned { attempt, library } = pinned;
    let asked = attempt.questions.get(position).ok_or(Refusal::NotFound)?;
    let (quiz, question) = (attempt.quiz.clone(), asked.question.clone());
    let page = format!("/attempts/{}#question-{}", attempt.id, position + 1);
    let is_open = is_open(asked, &saves, position);
    let (id, now) = (attempt.id.clone(), act.now);
    let checking = act.site.store.write(move |tx| {
        Box::pin(async move {
            if let Some(later) = later {
                attempts::come_back_to(tx, &learner, &id, &later).await?;
            }
            let judge = |asked: &Asked| {
                let quiz = library.quizzes.get(&quiz);
                let found = quiz.and_then(|quiz| Some((quiz, quiz.question(&question)?)));
                let Some((quiz, question)) = found else {
                    let (tried, locked) = (asked.tried.clone(), asked.locked);
                    return Checked { tried, locked };
                };
                let answer = asked.answer.as_deref().unwrap_or_default();
                let tried = asked.tried.clone().check(quiz, question, answer);
                let locked = is_locked(quiz, question, &tried);
                Checked { tried, locked }
            };
            attempts::check(tx, &learner, &id, position, &saves, now, judge).await
        })
    });
    match checking.await {
        Ok(()) if is_open => Ok(Done::to(page).saying(t!(act.texts, "quiz-check-open"))),
        // When the time is over, the page says so.
        Ok(()) | Err(StoreError::AttemptClosed) => Ok(Done::to(page)),
        Err(error) => Err(error.into()),
    }
}

fn is_open(asked: &Asked, saves: &[Save], position: usize) -> bool {
    let saved = saves.iter().rfind(|save| save.position == position);
    let answer = saved.map_or(asked.answer.as_deref().unwrap_or_default(), |save| &save.answer);
    answer.iter().all(|text| text.trim().is_empty())
}
