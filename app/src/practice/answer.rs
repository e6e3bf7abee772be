use std::sync::Arc;

use domain::{
    practice::{Mistake, after},
    quiz::{Mark, Question, Share, mark},
};
use store::mistakes;

use super::Book;
use crate::{
    forms::{Act, Done},
    learn::{arrangement, given},
    refusal::Refusal,
    t,
};

/// Under this name the page is told which question was answered.
pub(crate) const ANSWERED: &str = "answered";

/// The longest text that comes back to be shown, in characters.
const SHOWN: usize = 400;

/// Marks an answer in practice and keeps when the question returns. The page shows what is right.
pub(crate) async fn answer(act: &Act, quiz: &str, id: &str) -> Result<Done, Refusal> {
    let (learner, now) = (act.learner()?, act.now);
    let of = act.library.quizzes.get(quiz).ok_or(Refusal::NotFound)?;
    let question = of.question(id).ok_or(Refusal::NotFound)?;
    let book = Book::of(act, &learner).await?;
    if !book.may_ask(act, of, question) {
        return Err(Refusal::NotFound);
    }
    let answer = given(question, &act.posted.0, &arrangement(question, &learner.person));
    if answer.iter().all(|text| text.trim().is_empty()) {
        return Err(Refusal::field("answer", t!(act.texts, "check-empty")));
    }
    let right = is_right(question, &answer);
    let in_book = book.find(quiz, id).map(|entry| entry.mistake);
    let calendar = Arc::clone(&act.site.calendar);
    let key = (quiz.to_owned(), id.to_owned());
    let keeping = act.site.store.write(move |tx| {
        Box::pin(async move {
            let day = |moment| calendar.start_of_day(moment);
            let next = |kept: Option<Mistake>| after(newer(kept, in_book), right, now, day);
            mistakes::answer(tx, &learner, (&key.0, &key.1), next).await
        })
    });
    keeping.await?;
    let done = Done::back()
        .telling(ANSWERED, id.to_owned())
        .telling("quiz", quiz.to_owned());
    let fields = act.posted.0.iter().filter(|(name, _)| name.starts_with("answer"));
    Ok(fields.fold(done, |done, (name, value)| {
        done.telling(name, value.chars().take(SHOWN).collect())
    }))
}

/// Whether it earns everything; a part of it is practised again.
pub(crate) fn is_right(question: &Question, answer: &[String]) -> bool {
    mark(question, answer) == Mark::Scored(Share::ALL)
}

/// Of what practice kept and what an attempt says, the one with the newer mistake.
fn newer(kept: Option<Mistake>, in_book: Option<Mistake>) -> Option<Mistake> {
    match (kept, in_book) {
        (Some(kept), Some(other)) if other.made > kept.made => Some(other),
        (kept, in_book) => kept.or(in_book),
    }
}
