//! The fields of a check, or of a question of practice, by its kind.

mod choice;
mod rows;
mod written;

use domain::quiz::{Kind, Question};
use leptos::prelude::*;

use self::{
    choice::choice,
    rows::{matching, order},
    written::{cloze, essay, typed},
};
use crate::{t, visitor::Visitor};

/// How the fields are filled.
pub(in crate::pages) struct Picked {
    /// The answer in the author's order; empty when there is none.
    pub(in crate::pages) answer: Vec<String>,
    /// The order in which items are shown.
    pub(in crate::pages) arrangement: Vec<usize>,
    /// Whether it was answered right, so that the key may be seen.
    pub(in crate::pages) solved: bool,
}

impl Picked {
    fn has(&self, index: usize) -> bool {
        self.answer.contains(&index.to_string())
    }

    fn at(&self, place: usize) -> String {
        self.answer.get(place).cloned().unwrap_or_default()
    }
}

/// The question with the fields to answer it.
pub(in crate::pages) fn fields(visitor: &Visitor, question: &Question, picked: &Picked) -> AnyView {
    let texts = visitor.texts;
    let html = question.prompt.get(&visitor.lang()).to_owned();
    let (facts, controls) = match &question.kind {
        Kind::Choice {
            options, multiple, ..
        } => (
            if *multiple {
                t!(texts, "kind-multiple")
            } else {
                t!(texts, "kind-single")
            },
            choice(visitor, question, options, *multiple, picked),
        ),
        Kind::Short { .. } => (t!(texts, "kind-short"), typed(visitor, question, picked, None)),
        Kind::Number { unit, .. } => (
            t!(texts, "kind-number"),
            typed(visitor, question, picked, unit.as_ref()),
        ),
        Kind::Essay { .. } => (t!(texts, "kind-essay"), essay(visitor, question, picked)),
        Kind::Order { items } => (t!(texts, "kind-order"), order(visitor, question, items, picked)),
        Kind::Match { pairs, .. } => (
            t!(texts, "kind-match"),
            matching(visitor, question, pairs, picked),
        ),
        Kind::Cloze { gaps } => {
            return view! {
                <fieldset class="question">
                    <legend class="question-facts"><span>{t!(texts, "kind-cloze")}</span></legend>
                    <div class="cloze" inner_html=cloze(visitor, &html, gaps, picked)></div>
                </fieldset>
            }
            .into_any();
        }
    };
    view! {
        <fieldset class="question">
            <legend class="question-text">
                <div inner_html=html></div>
                <span class="question-facts"><span>{facts}</span></span>
            </legend>
            {controls}
        </fieldset>
    }
    .into_any()
}
