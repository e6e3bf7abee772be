//! Rating essays: what stands in the queue, and the levels a rater gives. The last essay rated makes the result final.

use std::sync::Arc;

use domain::{
    content::Library,
    evidence,
    quiz::{Criterion, Kind, Question, rated},
};
use store::{
    StoreError,
    attempts::{self, Attempt, Graded},
    idempotency::{self, Once},
    ratings::{self, Given, Rating, Source, Waiting},
};

use super::grading::graded;
use crate::{forms::Act, go_live, refusal::Refusal, t, visitor::Visitor};

/// The longest note, in characters.
const NOTE: usize = 2000;

/// An essay that waits, with what its rater looks at.
pub(crate) struct EssayTask {
    /// The attempt.
    pub attempt: String,
    /// The question's place in the attempt, from 0.
    pub part: usize,
    /// The question as it was asked.
    pub question: Question,
    /// What was written.
    pub text: String,
    /// Since when it waits.
    pub since: domain::time::Moment,
}

impl EssayTask {
    /// What the rater looks at.
    pub fn criteria(&self) -> &[Criterion] {
        criteria(&self.question)
    }
}

fn criteria(question: &Question) -> &[Criterion] {
    match &question.kind {
        Kind::Essay { criteria } => criteria,
        _ => &[],
    }
}

/// An essay of the queue; none when it is no essay.
///
/// # Errors
/// When its release cannot be read.
pub(crate) async fn essay(visitor: &Visitor, waiting: &Waiting) -> Result<Option<EssayTask>, Refusal> {
    let Source::Attempt(attempt) = &waiting.source else {
        return Ok(None);
    };
    let site = &visitor.site;
    let library = site.libraries.at(&site.store, waiting.release).await?;
    let question = library
        .quizzes
        .get(&waiting.subject)
        .and_then(|quiz| quiz.question(&waiting.place))
        .filter(|question| !criteria(question).is_empty());
    Ok(question.map(|question| EssayTask {
        attempt: attempt.clone(),
        part: waiting.part,
        question: question.clone(),
        text: waiting.text.clone(),
        since: waiting.since,
    }))
}

/// Rates an essay by the levels posted as `level0`, `level1` and so on.
///
/// # Errors
/// Fields to mend; [`Refusal::NotFound`] for what does not wait or is one's own.
pub(crate) async fn rate(act: &Act, id: &str, part: usize, note: &str) -> Result<(), Refusal> {
    let (texts, trainer, now) = (act.texts, act.trainer()?, act.now);
    let store = &act.site.store;
    let attempt = attempts::get(store, &trainer, id)
        .await?
        .ok_or(Refusal::NotFound)?;
    if attempt.person == trainer.person {
        return Err(Refusal::NotFound);
    }
    let library = act.site.libraries.at(store, attempt.release).await?;
    let question = question(&library, &attempt, part).ok_or(Refusal::NotFound)?;
    let given: Option<Vec<u32>> = (0..criteria(question).len())
        .map(|at| act.posted.get(&format!("level{at}"))?.parse().ok())
        .collect();
    let wrong = || Refusal::field("levels", t!(texts, "essay-levels"));
    let levels = given
        .filter(|levels| rated(question, levels).is_some())
        .ok_or_else(wrong)?;
    let given = Given {
        points: (0..)
            .zip(levels)
            .map(|(at, level): (usize, u32)| (at.to_string(), level))
            .collect(),
        critical: false,
        note: note.trim().chars().take(NOTE).collect(),
    };
    let (key, id) = (act.key().to_owned(), id.to_owned());
    let (current, calendar) = (Arc::clone(&act.library), Arc::clone(&act.site.calendar));
    let writing = store.write(move |tx| {
        Box::pin(async move {
            if !key.is_empty() {
                if let Once::Again(_) = idempotency::once(tx, &key, &trainer.account).await? {
                    return Ok(());
                }
                idempotency::keep(tx, &key, &trainer.account, "/ratings", now).await?;
            }
            let judge = |attempt: &Attempt, ratings: &[Rating]| regraded(&library, attempt, ratings);
            let attempt = ratings::rate_essay(tx, &trainer, &id, part, &given, now, judge).await?;
            if attempt.outcome == Some(evidence::Outcome::Passed) {
                go_live::settle(tx, &current, calendar.as_ref(), &attempt.person, &trainer, now).await?;
            }
            Ok(())
        })
    });
    match writing.await {
        Err(StoreError::AlreadyRated) => Err(Refusal::Cannot(t!(texts, "essay-again"))),
        Err(StoreError::NotFound(_) | StoreError::OwnWork) => Err(Refusal::NotFound),
        done => Ok(done?),
    }
}

fn question<'l>(library: &'l Library, attempt: &Attempt, part: usize) -> Option<&'l Question> {
    let asked = attempt.questions.get(part)?;
    let question = library.quizzes.get(&attempt.quiz)?.question(&asked.question)?;
    Some(question).filter(|question| !criteria(question).is_empty())
}

/// Judges an attempt with the marks that all ratings so far give its essays.
fn regraded(library: &Library, attempt: &Attempt, ratings: &[Rating]) -> Graded {
    let mut attempt = attempt.clone();
    for rating in ratings {
        let levels: Vec<u32> = rating.given.points.iter().map(|(_, level)| *level).collect();
        let share = question(library, &attempt, rating.part).and_then(|question| rated(question, &levels));
        if let (Some(asked), Some(share)) = (attempt.questions.get_mut(rating.part), share) {
            asked.mark = Some(share);
        }
    }
    graded(library, &attempt)
}
