//! Rating essays: what stands in the queue, and the levels a rater gives. The last rating wanted makes the result final.

use domain::{
    content::{Library, values::Percent},
    evidence,
    quiz::{
        Criterion, Kind, Mark, Marked, Question, rated,
        raters::{Essay, Verdict, judge},
    },
    rating::available,
    score::FULL,
};
use store::{
    attempts::{self, Attempt},
    ratings::{self, Given, Judged, Rating, Source, Waiting},
};

use super::grading::{graded, stakes};
use crate::{forms::Act, rating, refusal::Refusal, t, visitor::Visitor};

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

/// What a rating form says, beside the levels.
pub(crate) struct Rated {
    /// The attempt.
    pub(crate) attempt: String,
    /// The question's place in it, from 0.
    pub(crate) part: usize,
    /// For the learner.
    pub(crate) note: String,
    /// Words of the essay this is about; empty for none.
    pub(crate) quote: String,
}

/// Rates an essay by the levels posted as `level0`, `level1` and so on.
///
/// # Errors
/// Fields to mend; [`Refusal::NotFound`] for what does not wait or is one's own.
pub(crate) async fn rate(act: &Act, said: Rated) -> Result<(), Refusal> {
    let (texts, trainer, now) = (act.texts, act.trainer()?, act.now);
    let store = &act.site.store;
    let attempt = attempts::get(store, &trainer, &said.attempt)
        .await?
        .ok_or(Refusal::NotFound)?;
    if attempt.person == trainer.person {
        return Err(Refusal::NotFound);
    }
    let library = act.site.libraries.at(store, attempt.release).await?;
    let question = question(&library, &attempt, said.part).ok_or(Refusal::NotFound)?;
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
        note: rating::words(&said.note),
        quote: quoted(act, &attempt, said.part, &said.quote)?,
        moment: None,
    };
    let (id, part) = (said.attempt, said.part);
    rating::write(act, trainer, t!(texts, "essay-again"), move |tx, trainer| {
        Box::pin(async move {
            let judge = |attempt: &Attempt, ratings: &[Rating], trainers: &[String]| {
                judged(&library, attempt, ratings, trainers)
            };
            let attempt = ratings::rate_essay(tx, trainer, &id, part, &given, now, judge).await?;
            let passed = attempt.outcome == Some(evidence::Outcome::Passed);
            Ok(passed.then_some(attempt.person))
        })
    })
    .await
}

/// The words the rater points at, which must stand in the essay; line breaks and spaces make no difference.
fn quoted(act: &Act, attempt: &Attempt, part: usize, quote: &str) -> Result<String, Refusal> {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let asked = attempt.questions.get(part).ok_or(Refusal::NotFound)?;
    let essay = asked.answer.as_deref().unwrap_or_default().concat();
    if bare(quote).is_empty() && !bare(&essay).is_empty() {
        return Err(Refusal::field("quote", t!(act.texts, "essay-quote-needed")));
    }
    if bare(&essay).contains(&bare(quote)) {
        return Ok(rating::words(quote));
    }
    Err(Refusal::field("quote", t!(act.texts, "essay-quote-wrong")))
}

fn question<'l>(library: &'l Library, attempt: &Attempt, part: usize) -> Option<&'l Question> {
    let asked = attempt.questions.get(part)?;
    let question = library.quizzes.get(&attempt.quiz)?.question(&asked.question)?;
    Some(question).filter(|question| !criteria(question).is_empty())
}

/// Judges an attempt by all ratings of its essays; while one of them waits for a further rater, all of it waits.
fn judged(library: &Library, attempt: &Attempt, ratings: &[Rating], trainers: &[String]) -> Judged {
    let mut attempt = attempt.clone();
    let so_far = graded(library, &attempt);
    let levels = |part: usize| {
        let of_part = ratings.iter().filter(move |rating| rating.part == part);
        of_part.map(|rating| rating.given.points.iter().map(|(_, level)| *level).collect())
    };
    let raters = |part: usize| -> Vec<&str> {
        let of_part = ratings.iter().filter(|rating| rating.part == part);
        of_part.map(|rating| rating.rater.as_str()).collect()
    };
    let (mut others, mut places, mut essays) = (Vec::new(), Vec::new(), Vec::new());
    for (part, (asked, mark)) in attempt.questions.iter().zip(&so_far.marks).enumerate() {
        let points = asked.points;
        match (mark, question(library, &attempt, part)) {
            (None, Some(question)) => {
                places.push(part);
                essays.push(Essay {
                    question,
                    points,
                    ratings: levels(part).collect(),
                    available: available(trainers, &raters(part)),
                });
            }
            (mark, _) => others.push(Marked {
                points,
                mark: mark.map_or(Mark::Pending, Mark::Scored),
                stakes: stakes(library.quizzes.get(&attempt.quiz), asked),
            }),
        }
    }
    let pass = library
        .quizzes
        .get(&attempt.quiz)
        .map_or(Percent(FULL), |quiz| quiz.pass);
    let verdicts = judge(&attempt.id, pass, &others, &essays);
    let of_place = places.iter().copied().zip(verdicts);
    let wanted: Vec<_> = of_place
        .clone()
        .filter_map(|(part, verdict)| match verdict {
            Verdict::Wants(wanted) => Some((part, wanted)),
            Verdict::Earns(_) => None,
        })
        .collect();
    if !wanted.is_empty() {
        return Judged {
            graded: so_far,
            wanted,
        };
    }
    for (part, verdict) in of_place {
        if let (Verdict::Earns(share), Some(asked)) = (verdict, attempt.questions.get_mut(part)) {
            asked.mark = Some(share);
        }
    }
    Judged {
        graded: graded(library, &attempt),
        wanted,
    }
}
