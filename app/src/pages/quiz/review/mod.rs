//! What may be seen of an attempt, question by question, one file for each group of kinds.

mod choice;
mod cloze;
mod lines;
mod words;

use domain::{
    lang::Lang,
    quiz::{Accepted, Behaviour, Kind, Question, Visible},
};
use leptos::prelude::*;
use store::attempts::Asked;

pub(super) use self::words::share_words;
use self::{
    choice::options_of,
    cloze::cloze,
    lines::{lines, own, right},
    words::{mark_words, regraded_words},
};
use super::{ask::Prompt, points};
use crate::{quiz::Judged, t, texts::Texts};

/// The questions of an attempt that was handed in, with what may be seen of each and nothing else.
#[component]
pub(super) fn Review(behaviour: Behaviour, judged: Vec<Judged>, may_see: Visible, texts: Texts) -> AnyView {
    let questions = judged.into_iter().map(|judged| {
        let Judged {
            position,
            question,
            asked,
        } = judged;
        view! { <Answered behaviour question asked position may_see texts /> }
    });
    view! {
        <section class="section">
            <h2>{t!(texts, "quiz-review")}</h2>
            {questions.collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn Answered(
    behaviour: Behaviour,
    question: Question,
    asked: Asked,
    position: usize,
    may_see: Visible,
    texts: Texts,
) -> AnyView {
    let mark = may_see
        .marks
        .then(|| mark_words(behaviour, &question, &asked, texts));
    let regraded = regraded_words(behaviour, &question, &asked, may_see, texts);
    let body = answered(&question, &asked, may_see, texts);
    view! {
        <fieldset class="question">
            <Prompt question=question.clone() most=points::most(behaviour, asked.points) position texts />
            {body}
            {mark.map(|mark| view! { <p class="muted">{mark}</p> })}
            {regraded.map(|words| view! { <p class="muted">{words}</p> })}
        </fieldset>
    }
    .into_any()
}

/// An answer with all there is to see of it, for a question that is no secret any more.
pub(in crate::pages) fn with_key(question: &Question, asked: &Asked, texts: Texts) -> AnyView {
    let all = Visible {
        score: true,
        own: true,
        marks: true,
        feedback: true,
        answers: true,
    };
    body(question, asked, all, texts)
}

/// The answer to a question and what may be seen of it, with its explanation.
pub(super) fn answered(question: &Question, asked: &Asked, may_see: Visible, texts: Texts) -> AnyView {
    let lang = texts.lang();
    let explanation = question.explanation.as_ref().filter(|_| may_see.feedback);
    let explanation = explanation.map(|text| text.get(&lang).to_owned());
    view! {
        {body(question, asked, may_see, texts)}
        {explanation.map(|html| view! { <div class="feedback" inner_html=html></div> })}
    }
    .into_any()
}

/// The answer and what may be seen of it.
fn body(question: &Question, asked: &Asked, may_see: Visible, texts: Texts) -> AnyView {
    match &question.kind {
        Kind::Choice {
            options, multiple, ..
        } => options_of(options, *multiple, asked, may_see, texts),
        Kind::Cloze { gaps } => cloze(question, gaps, asked, may_see, texts),
        _ => {
            let own = may_see.own.then(|| own(question, asked, texts));
            let right = may_see
                .answers
                .then(|| right(question, texts))
                .filter(|right| !right.is_empty());
            lines(own, right, texts)
        }
    }
}

/// The accepted wordings in the reader's language, or in all when it has none.
fn wordings(accepted: &[Accepted], lang: &Lang) -> String {
    let own: Vec<&str> = accepted
        .iter()
        .filter(|accepted| accepted.lang == *lang)
        .map(|accepted| accepted.text.as_str())
        .collect();
    if own.is_empty() {
        let all: Vec<&str> = accepted.iter().map(|accepted| accepted.text.as_str()).collect();
        return all.join(" / ");
    }
    own.join(" / ")
}
