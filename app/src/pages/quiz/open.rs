use domain::time::Moment;
use leptos::prelude::*;

use super::{
    ask::{Ask, Help},
    clock::{announcements, clock},
    sheet::Sheet,
};
use crate::{
    actions::HandIn,
    forms::{Form, action},
    frame::Page,
    islands::AnswerKeeper,
    quiz::{GAPS, answers, last_change, pinned::Pinned},
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
    let count = questions.len();
    let answered = questions
        .iter()
        .map(|(_, question, asked)| !answers::saved(question, asked).is_empty())
        .collect();
    let questions = questions
        .into_iter()
        .map(|(position, question, asked)| {
            view! { <Ask
                question=question.clone()
                asked=asked.clone()
                position
                count
                later=attempt.later.contains(&position)
                help=Help::of(quiz, question, asked)
                texts
            /> }
        })
        .collect_view();
    let told = announcements(attempt, visitor);
    let (heading, id, deadline, visitor) = (
        title.clone(),
        attempt.id.clone(),
        attempt.deadline,
        visitor.clone(),
    );
    let known = last_change(attempt);
    let later = attempt.later.clone();
    let gaps = visitor.typed("hand-in", GAPS).and_then(|gaps| gaps.parse().ok());
    let body = view! {
        <h1 class="visually-hidden">{title.clone()}</h1>
        <Elsewhere page=format!("/attempts/{id}") texts />
        <Form action={action::<HandIn>()} class="quiz" id="quiz">
            <input type="hidden" name="attempt" value=id />
            <input type="hidden" name="later" value="" />
            <Top title=heading deadline known visitor />
            <div class="questions">{questions}</div>
            <Sheet answered later gaps texts />
        </Form>
        <p class="visually-hidden" id="row-moved" role="status"></p>
        {told}
        <AnswerKeeper />
    };
    Ok(Page::new(title, body).task())
}

/// What scripts show in a tab that another one has overtaken.
#[component]
fn Elsewhere(page: String, texts: Texts) -> AnyView {
    view! {
        <div class="notice" data-kind="warn" id="elsewhere" role="alert" hidden>
            <p>{t!(texts, "quiz-elsewhere")}</p>
            <div class="actions">
                <a class="button quiet" href=page>{t!(texts, "quiz-go-on-here")}</a>
            </div>
        </div>
    }
    .into_any()
}

/// Title, time left, how saving stands, with what the island must know of it: the server's time and the number of the
/// last change the server has. Then the button that keeps what was answered; the first one, so the one the enter key
/// presses.
#[component]
fn Top(title: String, deadline: Option<Moment>, known: i64, visitor: Visitor) -> AnyView {
    let texts = visitor.texts;
    let timer = clock(deadline, &visitor);
    let place = title.clone();
    view! {
        <div class="quiz-top">
            <p class="quiz-count" id="quiz-count" data-place=place>{title}</p>
            {timer}
            <a class="quiz-to-sheet" href="#answer-sheet">{t!(texts, "quiz-sheet")}</a>
            <p
                class="save-state"
                id="save-state"
                role="status"
                hidden
                data-state="saved"
                data-made=visitor.now.0 / 1000
                data-known=known
                data-saved=t!(texts, "quiz-state-saved")
                data-saving=t!(texts, "quiz-state-saving")
                data-unsaved=t!(texts, "quiz-state-unsaved")
                data-signed-out=t!(texts, "quiz-state-signed-out")
                data-closed=t!(texts, "quiz-state-closed")
            ></p>
            <button class="button quiet small quiz-save" name="then" value="save">
                {t!(texts, "quiz-save")}
            </button>
        </div>
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
