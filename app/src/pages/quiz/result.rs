use std::collections::BTreeMap;

use domain::{
    evidence::Outcome,
    quiz::{Quiz, Visible, visible},
    score::{FULL, Milli},
};
use leptos::prelude::*;
use store::attempts::{Attempt, State, Summary};

use super::review::Review;
use crate::{
    frame::Page,
    quiz::{
        pinned::Pinned,
        standing::{May, Standing},
    },
    refusal::Refusal,
    t,
    texts::Texts,
    ui::PageHead,
    visitor::Visitor,
};

/// How an attempt ended, in a word.
pub(super) fn outcome_word(outcome: Option<Outcome>, texts: Texts) -> String {
    match outcome {
        Some(Outcome::Passed) => t!(texts, "quiz-passed"),
        Some(Outcome::Failed) => t!(texts, "quiz-failed"),
        Some(Outcome::Pending) | None => t!(texts, "quiz-pending"),
    }
}

/// The result of an attempt that was handed in: first how far it was, then what may be seen of it.
pub(super) fn page(visitor: &Visitor, pinned: &Pinned, attempts: &[Summary]) -> Result<Page, Refusal> {
    let (texts, attempt, quiz) = (visitor.texts, &pinned.attempt, pinned.quiz()?);
    // What may be done next follows today's rules; what may be seen, those the attempt began with.
    let current = visitor.library.quizzes.get(&attempt.quiz).unwrap_or(quiz);
    let standing = Standing::of(current, attempts, visitor.now);
    let may_see = visible(quiz, standing.passed, standing.closed);
    let title = quiz.head.title.get(&visitor.lang()).to_owned();
    let lead = attempt.submitted.map(|moment| {
        let when = visitor.site.calendar.date_time(moment);
        t!(texts, "quiz-handed-in", n = attempt.number, when = when)
    });
    let anything = may_see.own || may_see.marks || may_see.feedback || may_see.answers;
    let review = (anything && attempt.state != State::Void).then(|| {
        view! { <Review quiz=quiz.clone() attempt=attempt.clone() may_see texts /> }
    });
    let body = view! {
        <PageHead title=title.clone() lead=lead />
        <div class="result">
            <section class="card">
                <Score quiz=quiz.clone() attempt=attempt.clone() may_see texts />
                <p class="score-say">{say(visitor, quiz, attempt, &standing, may_see)}</p>
                <Topics topics=topics(quiz, attempt, may_see) texts />
                <Onwards quiz=attempt.quiz.clone() standing texts />
            </section>
            {review}
        </div>
    };
    Ok(Page::new(title, body))
}

/// The figure and how far it is from passing.
#[component]
fn Score(quiz: Quiz, attempt: Attempt, may_see: Visible, texts: Texts) -> AnyView {
    let pass = quiz.pass.0;
    let (outcome, word) = match (attempt.state, attempt.outcome, attempt.score) {
        (State::Void, ..) => ("failed", t!(texts, "quiz-void")),
        (_, Some(Outcome::Passed), _) => ("passed", t!(texts, "quiz-passed")),
        (_, Some(Outcome::Failed), Some(score)) if may_see.score => {
            let (missing, _) = shown(Milli(pass.0 - score.0), score, pass);
            ("failed", t!(texts, "quiz-short-of", n = missing))
        }
        (_, Some(Outcome::Failed), _) => ("failed", t!(texts, "quiz-failed")),
        _ => ("pending", t!(texts, "quiz-pending")),
    };
    let figure = attempt.score.filter(|_| may_see.score).map(|score| {
        let (_, figure) = shown(Milli(0), score, pass);
        view! {
            <span class="score-figure">
                {figure} <small>{t!(texts, "quiz-unit")}</small>
            </span>
        }
    });
    view! {
        <p class="score">
            {figure} <span class="score-word" data-outcome=outcome>
                {word}
            </span>
        </p>
    }
    .into_any()
}

/// The difference and the score as shown: whole numbers, unless rounding would hide on which side of the pass mark it is.
fn shown(missing: Milli, score: Milli, pass: Milli) -> (String, String) {
    if score < pass && score.rounded() * 1000 >= pass.0 || pass.0 % 1000 != 0 {
        return (missing.to_string(), score.to_string());
    }
    (
        Milli(missing.0)
            .rounded()
            .max(pass.rounded() - score.rounded())
            .to_string(),
        score.rounded().to_string(),
    )
}

/// What the result means and what comes next, in a sentence or two.
fn say(visitor: &Visitor, quiz: &Quiz, attempt: &Attempt, standing: &Standing, may_see: Visible) -> String {
    let texts = visitor.texts;
    if attempt.state == State::Pending {
        return t!(texts, "quiz-say-pending");
    }
    if attempt.outcome == Some(Outcome::Passed) {
        return t!(texts, "quiz-say-passed", pass = quiz.pass.0.to_string());
    }
    let worst = topics(quiz, attempt, may_see)
        .into_iter()
        .next()
        .map(|topic| topic.tag);
    let next = match &standing.may {
        May::Wait(until) => t!(
            texts,
            "quiz-say-wait",
            until = visitor.site.calendar.date_time(*until)
        ),
        May::UsedUp => t!(texts, "quiz-cannot-used-up"),
        May::Passed => t!(texts, "quiz-cannot-passed"),
        May::Pending => t!(texts, "quiz-cannot-pending"),
        May::Start | May::Continue(_) => t!(texts, "quiz-say-again"),
    };
    match worst {
        Some(tag) => {
            let space = if texts == Texts::English { " " } else { "" };
            format!("{}{space}{next}", t!(texts, "quiz-say-worst", tag = tag))
        }
        None => next,
    }
}

/// What was earned in the questions of one tag.
struct Topic {
    tag: String,
    earned: Milli,
    most: Milli,
}

/// Where points were lost, the most first; nothing when marks may not be seen.
fn topics(quiz: &Quiz, attempt: &Attempt, may_see: Visible) -> Vec<Topic> {
    if !may_see.marks || attempt.state == State::Void {
        return Vec::new();
    }
    let mut by_tag: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for asked in &attempt.questions {
        let (Some(question), Some(mark)) = (quiz.question(&asked.question), asked.mark) else {
            continue;
        };
        for tag in &question.tags {
            let (earned, most) = by_tag.entry(tag).or_default();
            *earned += asked.points.fraction(mark.milli().0, 1000).0;
            *most += asked.points.0;
        }
    }
    let lost = by_tag.into_iter().filter(|(_, (earned, most))| earned < most);
    let mut topics: Vec<_> = lost
        .map(|(tag, (earned, most))| Topic {
            tag: tag.to_owned(),
            earned: Milli(earned),
            most: Milli(most),
        })
        .collect();
    topics.sort_by_key(|topic| topic.earned.0 - topic.most.0);
    topics
}

#[component]
fn Topics(topics: Vec<Topic>, texts: Texts) -> AnyView {
    if topics.is_empty() {
        return ().into_any();
    }
    let row = |topic: Topic| {
        let points = format!("{} / {}", topic.earned, topic.most);
        let share = FULL.fraction(topic.earned.0, topic.most.0.max(1)).rounded();
        view! {
            <li>
                <span>{topic.tag.clone()}</span>
                <meter value=share max="100" aria-label=topic.tag>{points.clone()}</meter>
                <span class="criterion-points">{points}</span>
            </li>
        }
    };
    view! {
        <h2 class="visually-hidden">{t!(texts, "quiz-topics")}</h2>
        <ul class="criteria">{topics.into_iter().map(row).collect_view()}</ul>
    }
    .into_any()
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
                    <a class="button" href=format!("/courses/{course}")>{t!(texts, "quiz-read-again")}</a>
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
