use domain::time::Moment;
use leptos::prelude::*;

use super::{ask::Ask, attempt::seconds_left};
use crate::{
    actions::HandIn,
    forms::{Form, action},
    frame::Page,
    islands::{AnswerKeeper, KeeperTexts},
    quiz::{answers, pinned::Pinned},
    refusal::Refusal,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// An attempt that takes answers: all questions in one form, which works without scripts.
pub(super) fn page(visitor: &Visitor, pinned: &Pinned) -> Result<Page, Refusal> {
    let (texts, attempt) = (visitor.texts, &pinned.attempt);
    let quiz = pinned.quiz()?;
    let title = quiz.head.title.get(&visitor.lang()).to_owned();
    if !attempt.is_open(visitor.now) {
        return Ok(over(texts, title, attempt.id.clone()));
    }
    let asked = attempt.questions.iter().enumerate();
    let questions: Vec<_> = asked
        .filter_map(|(position, asked)| Some((position, quiz.question(&asked.question)?, asked)))
        .collect();
    let answered = questions
        .iter()
        .map(|(_, question, asked)| !answers::saved(question, asked).is_empty())
        .collect();
    let questions = questions
        .into_iter()
        .map(|(position, question, asked)| {
            view! { <Ask question=question.clone() asked=asked.clone() position texts /> }
        })
        .collect_view();
    let (heading, id, deadline, visitor) = (
        title.clone(),
        attempt.id.clone(),
        attempt.deadline,
        visitor.clone(),
    );
    let left = deadline.map(|deadline| seconds_left(deadline, visitor.now));
    let now = milliseconds(visitor.now);
    let body = view! {
        <h1 class="visually-hidden">{title.clone()}</h1>
        <AnswerKeeper attempt=id.clone() now left texts=keeper_texts(texts)>
            <Form action={action::<HandIn>()} class="quiz" id="quiz">
                <input type="hidden" name="attempt" value=id />
                <Top title=heading deadline visitor />
                <div>{questions}</div>
                <Sheet answered texts />
            </Form>
        </AnswerKeeper>
    };
    Ok(Page::new(title, body).task())
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of our time fit 2^52")]
fn milliseconds(moment: Moment) -> f64 {
    (moment.0 / 1000) as f64
}

fn keeper_texts(texts: Texts) -> KeeperTexts {
    KeeperTexts {
        saved: t!(texts, "quiz-state-saved"),
        saving: t!(texts, "quiz-state-saving"),
        unsaved: t!(texts, "quiz-state-unsaved"),
        signed_out: t!(texts, "quiz-state-signed-out"),
        closed: t!(texts, "quiz-state-closed"),
        places: [t!(texts, "quiz-is-answered"), t!(texts, "quiz-is-open")],
    }
}

/// Title, time left, and the button that keeps what was answered; the first button, so the one the enter key presses.
#[component]
fn Top(title: String, deadline: Option<Moment>, visitor: Visitor) -> AnyView {
    let texts = visitor.texts;
    let timer = deadline.map(|deadline| {
        let left = seconds_left(deadline, visitor.now);
        let (minutes, seconds) = (left / 60, left % 60);
        view! {
            <p class="timer" id="time-left" data-left=left data-low=left < 60>
                {t!(texts, "quiz-time-left")}
                <time datetime=format!("PT{minutes}M{seconds}S")>{format!("{minutes}:{seconds:02}")}</time>
            </p>
            <p class="muted">
                {t!(texts, "quiz-until", until = visitor.site.calendar.date_time(deadline))}
            </p>
        }
    });
    view! {
        <div class="quiz-top">
            <p class="quiz-count">{title}</p>
            {timer}
            <p class="save-state" id="save-state" data-state="saved" role="status" hidden></p>
            <button class="button quiet small" name="then" value="save">
                {t!(texts, "quiz-save")}
            </button>
        </div>
    }
    .into_any()
}

/// The answer sheet, and handing in.
#[component]
fn Sheet(answered: Vec<bool>, texts: Texts) -> AnyView {
    let done = answered.iter().filter(|answered| **answered).count();
    let open = answered.len() - done;
    let places = answered.into_iter().enumerate().map(|(position, answered)| {
        let (state, word) = if answered {
            ("answered", t!(texts, "quiz-is-answered"))
        } else {
            ("open", t!(texts, "quiz-is-open"))
        };
        view! {
            <li>
                <a href=format!("#question-{}", position + 1) data-state=state>
                    {position + 1}
                    <span class="visually-hidden">{word}</span>
                </a>
            </li>
        }
    });
    view! {
        <aside class="answer-panel" id="answer-sheet" aria-labelledby="answer-sheet-title">
            <h2 id="answer-sheet-title">{t!(texts, "quiz-sheet")}</h2>
            <ol class="answer-sheet">{places.collect_view()}</ol>
            <ul class="legend">
                <li>
                    <span class="legend-box" data-state="answered"></span>
                    {t!(texts, "quiz-sheet-answered")}
                    <span id="count-answered">{done}</span>
                </li>
                <li>
                    <span class="legend-box"></span>
                    {t!(texts, "quiz-sheet-open")}
                    <span id="count-open">{open}</span>
                </li>
            </ul>
            <p class="muted">{t!(texts, "quiz-submit-hint")}</p>
            <button class="button block" name="then" value="submit" id="submit-quiz">
                {t!(texts, "quiz-submit")}
            </button>
        </aside>
    }
    .into_any()
}

/// The time is over, and nobody has collected the answers yet: opening a page writes nothing.
fn over(texts: Texts, title: String, attempt: String) -> Page {
    let heading = title.clone();
    let body = view! {
        <section class="card">
            <h1>{heading}</h1>
            <p>{t!(texts, "quiz-over")}</p>
            <Form action={action::<HandIn>()} class="actions">
                <input type="hidden" name="attempt" value=attempt />
                <button class="button" name="then" value="submit">
                    {t!(texts, "quiz-see-result")}
                </button>
            </Form>
        </section>
    };
    Page::new(title, body)
}
