//! A check inside a lesson. Before it is answered right, the page holds nothing of its key.

use std::collections::BTreeMap;

use domain::{
    content::lesson::Lesson,
    hash::Hash,
    quiz::{Kind, Question},
};
use leptos::prelude::*;

use super::check_fields::{Picked, fields};
use crate::{
    actions::AnswerCheck,
    forms::{Form, action},
    learn, t,
    visitor::Visitor,
};

/// The endpoint of the form, by which its errors are found again.
const FORM: &str = "answer-check";

/// What a reader did with the checks of a lesson.
pub(super) struct Answered {
    /// Who reads.
    pub(super) person: String,
    /// What was answered right, in which version.
    pub(super) right: BTreeMap<String, Hash>,
    /// Whether the reader answers checks rather than only reads them.
    pub(super) learns: bool,
}

/// One check: the form, or what was right once it is.
pub(super) fn check(visitor: &Visitor, lesson: &Lesson, question: &Question, answered: &Answered) -> AnyView {
    let texts = visitor.texts;
    let right = answered.right.get(&question.id) == Some(&question.hash);
    let inside = if right {
        solved(visitor, question, answered)
    } else {
        open(visitor, lesson, question, answered)
    };
    view! {
        <section class="check" id=question.id.clone() tabindex="-1">
            <p class="check-word">{t!(texts, "check-word")}</p>
            {inside}
        </section>
    }
    .into_any()
}

/// What came back from a wrong or empty answer to this check: the author's order, and what is wrong.
fn returned(visitor: &Visitor, question: &Question, arrangement: &[usize]) -> Option<(Vec<String>, String)> {
    let error = visitor.error(FORM, "answer")?.to_owned();
    visitor
        .typed(FORM, "check")
        .filter(|check| *check == question.id)?;
    let fields = &visitor.flash.as_ref()?.fields;
    Some((learn::given(question, fields, arrangement), error))
}

fn open(visitor: &Visitor, lesson: &Lesson, question: &Question, answered: &Answered) -> AnyView {
    let texts = visitor.texts;
    let arrangement = learn::arrangement(question, &answered.person);
    let (picked, error) = returned(visitor, question, &arrangement).unzip();
    let picked = Picked {
        answer: picked.unwrap_or_default(),
        arrangement,
        solved: false,
    };
    let said = error.map(|error| {
        view! {
            <p class="error" role="alert" id=format!("{}-error", question.id)>{error}</p>
        }
    });
    let controls = fields(visitor, question, &picked);
    if !answered.learns {
        return controls;
    }
    let (lesson, check) = (lesson.head.id.clone(), question.id.clone());
    view! {
        <Form action={action::<AnswerCheck>()}>
            <input type="hidden" name="lesson" value=lesson />
            <input type="hidden" name="check" value=check.clone() />
            <input type="hidden" name="at" value=check />
            {controls}
            {said}
            <div class="actions">
                <button class="button quiet">{t!(texts, "check-answer")}</button>
            </div>
        </Form>
    }
    .into_any()
}

/// Answered right: the question with its answer and the explanation.
fn solved(visitor: &Visitor, question: &Question, answered: &Answered) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let explanation = question
        .explanation
        .as_ref()
        .map(|text| text.get(&lang).to_owned());
    let shown = if matches!(question.kind, Kind::Choice { .. }) {
        let picked = Picked {
            answer: Vec::new(),
            arrangement: learn::arrangement(question, &answered.person),
            solved: true,
        };
        fields(visitor, question, &picked)
    } else {
        view! { <div class="question-text" inner_html=prompt(visitor, question)></div> }.into_any()
    };
    view! {
        {shown}
        <p class="notice" data-kind="ok">{t!(texts, "check-right")}</p>
        {explanation.map(|html| view! { <div class="feedback" inner_html=html></div> })}
    }
    .into_any()
}

/// The question without fields: gaps are drawn as lines.
fn prompt(visitor: &Visitor, question: &Question) -> String {
    domain::quiz::fill_gaps(question.prompt.get(&visitor.lang()), |_| "____".to_owned())
}
