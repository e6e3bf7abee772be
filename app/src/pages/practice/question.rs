//! A question of practice: the form to answer it, and what came of the answer.

use domain::{
    practice::Mistake,
    quiz::{Kind, Mark, Question, Tried, mark},
};
use leptos::prelude::*;
use store::attempts::Asked;

use crate::{
    actions::AnswerPractice,
    forms::{Form, action},
    learn::{arrangement, given},
    pages::{
        courses::{Picked, fields},
        quiz::with_key,
    },
    practice::{ANSWERED, is_right},
    t,
    visitor::Visitor,
};

/// The endpoint of the form, by which its errors and answers are found again.
const FORM: &str = "answer-practice";

/// The question that was just answered: its quiz and its id.
pub(super) fn answered(visitor: &Visitor) -> Option<(&str, &str)> {
    let id = visitor.typed(FORM, ANSWERED)?;
    Some((visitor.typed(FORM, "quiz")?, id))
}

/// The form to answer a question. Nothing of its key is in it.
pub(super) fn ask(visitor: &Visitor, quiz: &str, question: &Question, person: &str) -> AnyView {
    let picked = Picked {
        answer: Vec::new(),
        arrangement: arrangement(question, person),
        solved: false,
    };
    let error = visitor.error(FORM, "answer").map(|error| {
        view! { <p class="error" role="alert">{error.to_owned()}</p> }
    });
    let (quiz, id) = (quiz.to_owned(), question.id.clone());
    let controls = fields(visitor, question, &picked);
    let word = t!(visitor.texts, "check-answer");
    view! {
        <section class="card">
            <Form action={action::<AnswerPractice>()}>
                <input type="hidden" name="quiz" value=quiz />
                <input type="hidden" name="question" value=id />
                {controls}
                {error}
                <div class="actions">
                    <button class="button">{word}</button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}

/// What came of an answer: whether it was right, what is right and why, and when the question returns.
pub(super) fn review(
    visitor: &Visitor,
    question: &Question,
    person: &str,
    mistake: Option<&Mistake>,
    next: Option<(String, String)>,
) -> AnyView {
    let texts = visitor.texts;
    let told = visitor.flash.as_ref().map_or(&[][..], |flash| &flash.fields);
    let permutation = arrangement(question, person);
    let answer = given(question, told, &permutation);
    let right = is_right(question, &answer);
    let asked = Asked {
        question: question.id.clone(),
        hash: question.hash,
        permutation,
        points: question.points,
        mark: match mark(question, &answer) {
            Mark::Scored(share) => Some(share),
            Mark::Pending => None,
        },
        answer: Some(answer),
        certainty: None,
        tried: Tried::default(),
        locked: false,
        seq: 0,
        saved: None,
        regraded: None,
        key_release: None,
        first_mark: None,
    };
    let (kind, word) = if right {
        ("ok", t!(texts, "practice-right"))
    } else {
        ("info", t!(texts, "practice-wrong"))
    };
    let prompt = (!matches!(question.kind, Kind::Cloze { .. })).then(|| {
        let html = question.prompt.get(&visitor.lang()).to_owned();
        view! { <div inner_html=html></div> }
    });
    let explanation = question.explanation.as_ref();
    let explanation = explanation.map(|text| text.get(&visitor.lang()).to_owned());
    let onwards = next.map(|(path, word)| view! { <a class="button" href=path>{word}</a> });
    view! {
        <section class="card">
            <div class="notice" data-kind=kind role="status">
                <p class="notice-title">{word}</p>
                {returns(visitor, mistake, right).map(|say| view! { <p>{say}</p> })}
            </div>
            <fieldset class="question">
                <legend class="question-text">{prompt}</legend>
                {with_key(question, &asked, texts)}
                {explanation.map(|html| view! { <div class="feedback" inner_html=html></div> })}
            </fieldset>
            <div class="actions">
                {onwards}
                <a class="button quiet" href="/practice">{t!(texts, "practice-back")}</a>
            </div>
        </section>
    }
    .into_any()
}

/// When the question comes back; none when it is in no book.
fn returns(visitor: &Visitor, mistake: Option<&Mistake>, right: bool) -> Option<String> {
    let mistake = mistake?;
    let texts = visitor.texts;
    match mistake.due {
        None => right.then(|| t!(texts, "mistakes-learnt")),
        Some(due) => Some(t!(
            texts,
            "mistakes-returns",
            when = visitor.site.calendar.date(due)
        )),
    }
}
