//! The result of an attempt that was handed in: first how far it was, then what may be seen of it.

mod said;
mod score;
mod topics;

use domain::{
    evidence::{Entry, Fact, Outcome},
    quiz::{May, Quiz, Standing, Visible, visible},
};
use leptos::prelude::*;
use store::{
    attempts::{Attempt, State, Summary},
    ratings::Rating,
};

use self::{
    score::Score,
    topics::{Lost, Topics},
};
use super::{behaviour::counts_words, points, review::Review};
use crate::{
    frame::Page,
    quiz::{
        Judged,
        pinned::Pinned,
        standing::{cannot, standing},
    },
    refusal::Refusal,
    t,
    texts::Texts,
    ui::PageHead,
    visitor::Visitor,
};

/// How far an attempt is or how it ended, in a word.
pub(crate) fn state_word(state: State, outcome: Option<Outcome>, texts: Texts) -> String {
    match (state, outcome) {
        (State::Open, _) => t!(texts, "quiz-open"),
        (State::Void, _) => t!(texts, "quiz-void"),
        (_, Some(Outcome::Passed)) => t!(texts, "quiz-passed"),
        (_, Some(Outcome::Failed)) => t!(texts, "quiz-failed"),
        (_, Some(Outcome::Pending) | None) => t!(texts, "quiz-pending"),
    }
}

/// The result of an attempt that was handed in: first how far it was, then what may be seen of it.
pub(super) fn page(
    visitor: &Visitor,
    pinned: &Pinned,
    judged: Vec<Judged>,
    attempts: &[Summary],
    entries: &[Entry],
    ratings: &[Rating],
) -> Result<Page, Refusal> {
    let (texts, attempt, quiz) = (visitor.texts, &pinned.attempt, pinned.quiz()?);
    // What may be done next follows today's rules; what may be seen, those the attempt began with.
    let current = visitor.library.quizzes.get(&attempt.quiz).unwrap_or(quiz);
    let standing = standing(&visitor.site, current, entries, attempts, visitor.now);
    let may_see = visible(quiz, standing.passed, standing.closed);
    let title = quiz.head.title.get(&visitor.lang()).to_owned();
    let lead = attempt.submitted.map(|moment| {
        let when = visitor.site.calendar.date_time(moment);
        t!(texts, "quiz-handed-in", n = attempt.number, when = when)
    });
    let lost = topics::lost(visitor, quiz, attempt, may_see);
    let anything = may_see.own || may_see.marks || may_see.feedback || may_see.answers;
    let review = (anything && attempt.state != State::Void).then(|| {
        view! { <Review behaviour=quiz.behaviour judged may_see texts /> }
    });
    let body = view! {
        <PageHead title=title.clone() lead=lead />
        <div class="result">
            <section class="card">
                <Score quiz=quiz.clone() attempt=attempt.clone() may_see texts />
                <p class="score-say">{say(visitor, quiz, attempt, &standing, lost.first())}</p>
                {regraded(attempt, entries, quiz, may_see, texts)}
                <Topics lost texts />
                <Onwards quiz=attempt.quiz.clone() standing texts />
            </section>
            {said::said(attempt, ratings, may_see, texts)}
            {review}
        </div>
    };
    Ok(Page::new(title, body))
}

/// What the result means and what comes next, in a sentence or two.
fn say(
    visitor: &Visitor,
    quiz: &Quiz,
    attempt: &Attempt,
    standing: &Standing,
    worst: Option<&Lost>,
) -> String {
    let texts = visitor.texts;
    if attempt.state == State::Pending {
        return t!(texts, "quiz-say-pending");
    }
    if attempt.state == State::Void {
        return t!(texts, "quiz-say-void");
    }
    if attempt.outcome == Some(Outcome::Passed) {
        return t!(texts, "quiz-say-passed", pass = quiz.pass.0.shown());
    }
    if attempt.score.is_some_and(|score| score >= quiz.pass.0) {
        // Enough by itself, but the quiz counts otherwise.
        return counts_words(quiz.counts, texts).unwrap_or_else(|| t!(texts, "quiz-failed"));
    }
    let next = match &standing.may {
        May::Wait(until) => t!(
            texts,
            "quiz-say-wait",
            until = visitor.site.calendar.date_time(*until)
        ),
        May::Start | May::Continue(_) => t!(texts, "quiz-say-again"),
        may => cannot(visitor, may).unwrap_or_default(),
    };
    match worst {
        Some(worst) => {
            let space = if texts == Texts::English { " " } else { "" };
            format!(
                "{}{space}{next}",
                t!(texts, "quiz-say-worst", topic = worst.title.clone())
            )
        }
        None => next,
    }
}

/// The score before and after it was computed anew by a corrected key; nothing where it was not, or may not be seen.
fn regraded(attempt: &Attempt, entries: &[Entry], quiz: &Quiz, may_see: Visible, texts: Texts) -> AnyView {
    let was = entries.iter().find_map(|entry| match &entry.fact {
        Fact::QuizRegraded { attempt: of, was, .. } if *of == attempt.id => *was,
        _ => None,
    });
    let changed = was
        .zip(attempt.score)
        .filter(|(was, now)| was != now && may_see.score);
    let figure = |score| points::score(score, quiz.pass.0).0;
    let words =
        changed.map(|(was, now)| t!(texts, "quiz-say-regraded", was = figure(was), now = figure(now)));
    view! { {words.map(|words| view! { <p class="score-say">{words}</p> })} }.into_any()
}

/// The next step and how many attempts are left.
#[component]
fn Onwards(quiz: String, standing: Standing, texts: Texts) -> AnyView {
    let course = quiz.split('/').next().unwrap_or_default().to_owned();
    let again = matches!(standing.may, May::Start | May::Continue(_));
    let left = standing.left.filter(|_| !standing.passed).map(|left| {
        view! { <span class="foot-note">{t!(texts, "quiz-left", n = left)}</span> }
    });
    view! {
        <div class="actions">
            {if again {
                view! {
                    <a class="button" href=format!("/courses/{course}")>{t!(texts, "quiz-to-course")}</a>
                    <a class="button quiet" href=format!("/quizzes/{quiz}")>{t!(texts, "quiz-try-again")}</a>
                }
                    .into_any()
            } else {
                view! { <a class="button" href="/">{t!(texts, "back-to-today")}</a> }.into_any()
            }}
            {left}
        </div>
    }
    .into_any()
}
