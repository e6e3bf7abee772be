use domain::time::Moment;
use leptos::prelude::*;

use super::{
    ask::{Ask, Foot, Help},
    clock::{announcements, clock},
    sequence::Progress,
    sheet::Sheet,
};
use crate::{
    actions::HandIn,
    forms::{Form, action},
    frame::Page,
    islands::AnswerKeeper,
    quiz::{GAPS, Told, answers, last_change, pinned::Pinned},
    refusal::Refusal,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// An attempt that takes answers: all questions in one form, or where they come one after the other the current one alone;
/// it works without scripts.
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
    let told = Told::of(visitor);
    let questions = questions
        .into_iter()
        .filter(|(position, ..)| attempt.reached.is_none_or(|reached| reached == *position))
        .map(|(position, question, asked)| {
            let told = told.filter(|(at, _)| *at == position).map(|(_, told)| told);
            let foot = match attempt.reached {
                None => Foot::Free {
                    later: attempt.later.contains(&position),
                },
                Some(_) => Foot::Sequence {
                    asks: told == Some(Told::Gap),
                },
            };
            view! { <Ask
                question=question.clone()
                asked=asked.clone()
                position
                count
                foot
                help=Help::of(quiz, question, asked)
                told
                texts
            /> }
        })
        .collect_view();
    let announced = announcements(attempt, visitor);
    let place = attempt
        .reached
        .map(|reached| t!(texts, "quiz-place", n = reached + 1, of = count));
    let heading = place.clone().unwrap_or_else(|| title.clone());
    let (id, deadline) = (attempt.id.clone(), attempt.deadline);
    let gaps = visitor.typed("hand-in", GAPS).and_then(|gaps| gaps.parse().ok());
    let sheet = match attempt.reached {
        Some(reached) => view! { <Progress answered reached texts /> },
        None => view! { <Sheet answered later=attempt.later.clone() gaps texts /> },
    };
    let (known, in_turn, visitor) = (last_change(attempt), attempt.reached.is_some(), visitor.clone());
    let body = view! {
        <h1 class="visually-hidden">{title.clone()}</h1>
        <Elsewhere page=format!("/attempts/{id}") in_turn texts />
        <Form action={action::<HandIn>()} class="quiz" id="quiz">
            <input type="hidden" name="attempt" value=id />
            {(!in_turn).then(|| view! { <input type="hidden" name="later" value="" /> })}
            <Top title=heading deadline known in_turn visitor />
            <div class="questions" data-sequence=in_turn.then_some("")>{questions}</div>
            {sheet}
        </Form>
        <p class="visually-hidden" id="row-moved" role="status"></p>
        {announced}
        <AnswerKeeper />
    };
    let title = place.map_or(title.clone(), |place| format!("{place} · {title}"));
    Ok(Page::new(title, body).task())
}

/// What scripts show in a tab that another one has overtaken.
#[component]
fn Elsewhere(page: String, in_turn: bool, texts: Texts) -> AnyView {
    let (why, on) = if in_turn {
        (t!(texts, "quiz-elsewhere-ahead"), t!(texts, "quiz-to-current"))
    } else {
        (t!(texts, "quiz-elsewhere"), t!(texts, "quiz-go-on-here"))
    };
    view! {
        <div class="notice" data-kind="warn" id="elsewhere" role="alert" hidden>
            <p>{why}</p>
            <div class="actions">
                <a class="button quiet" href=page>{on}</a>
            </div>
        </div>
    }
    .into_any()
}

/// Title, time left, how saving stands, with what the island must know of it: the server's time and the number of the
/// last change the server has. Then the button that keeps what was answered; the first one, so the one the enter key
/// presses.
#[component]
fn Top(title: String, deadline: Option<Moment>, known: i64, in_turn: bool, visitor: Visitor) -> AnyView {
    let texts = visitor.texts;
    let timer = clock(deadline, &visitor);
    let place = title.clone();
    view! {
        <div class="quiz-top">
            <p class="quiz-count" id="quiz-count" data-place=place>{title}</p>
            {timer}
            {(!in_turn)
                .then(|| {
                    view! {
                        <a class="quiz-to-sheet" href="#answer-sheet">{t!(texts, "quiz-sheet")}</a>
                    }
                })}
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
                data-out-of-turn=in_turn.then(|| t!(texts, "quiz-state-passed"))
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
