use domain::quiz::is_locked;
use store::attempts::{self, Asked, Checked, Save};

use super::{
    pinned::Pinned,
    submit::{closed_or, is_open},
    told::{Told, words_id},
};
use crate::{
    forms::{Act, Done, Posted},
    refusal::Refusal,
};

/// The place in what the button that checks a question says: `try-3` checks the fourth.
pub(super) fn place(then: &str) -> Option<usize> {
    then.strip_prefix("try-")?.parse().ok()
}

/// The field that says how often a question had been checked when its page was made.
pub(crate) fn tries_field(position: usize) -> String {
    format!("tries{position}")
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
    let page = format!("/attempts/{}", attempt.id);
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
    let done = checking.await.map(|checked| {
        let told = if checked.locked {
            None
        } else if is_open {
            Some(Told::Open)
        } else {
            Some(Told::Same).filter(|_| is_same(&act.posted, position, &checked))
        };
        told.map_or_else(
            || Done::to(format!("{page}#question-{}", position + 1)),
            |told| {
                let (name, value) = told.at(position);
                Done::to(format!("{page}#{}", words_id(position))).telling(name, value)
            },
        )
    });
    closed_or(act, &page, done)
}

/// Whether nothing was checked since the page was made: the answer is the one checked before. A check sent twice is none.
fn is_same(posted: &Posted, position: usize, checked: &Checked) -> bool {
    let before = posted.get(&tries_field(position));
    let before: Option<u32> = before.and_then(|tries| tries.parse().ok());
    before == Some(checked.tried.count)
}
