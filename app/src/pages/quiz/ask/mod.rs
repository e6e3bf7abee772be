//! A question to be answered: its prompt, then the fields its kind asks for, one file for each group of kinds.

mod checks;
mod choice;
mod cloze;
mod prompt;
mod rows;
mod written;

use domain::quiz::{Kind, Question};
use leptos::prelude::*;
use store::attempts::Asked;

pub(super) use self::{
    checks::{Help, certainty_word},
    choice::letter,
    prompt::Prompt,
};
use crate::{
    quiz::answers::{self, fingerprint},
    t,
    texts::Texts,
};

/// A question to be answered, in places as shown.
#[component]
pub(super) fn Ask(
    /// The question; never shown with its key.
    question: Question,
    /// How it was drawn, and the answer saved.
    asked: Asked,
    /// Its place in the attempt, from 0.
    position: usize,
    /// How many questions the attempt has.
    count: usize,
    /// Whether the learner marked it to come back to.
    later: bool,
    /// What the quiz's behaviour adds.
    help: Help,
    texts: Texts,
) -> AnyView {
    let place = t!(texts, "quiz-place", n = position + 1, of = count);
    let id = format!("question-{}", position + 1);
    if asked.locked {
        let body = help.locked(&question, &asked, position, texts);
        return view! {
            <fieldset class="question" id=id data-seq=asked.seq data-place=place>
                <Prompt question position texts />
                {body}
                <Foot position count later texts />
            </fieldset>
        }
        .into_any();
    }
    let saved = answers::saved(&question, &asked);
    let was = fingerprint(&saved, asked.certainty);
    let fields = Fields {
        position,
        saved,
        texts,
    };
    let body = fields.of(&question, &asked);
    let below = help.below(&question, &asked, position, texts);
    view! {
        <fieldset class="question" id=id data-seq=asked.seq data-place=place>
            <Prompt question position texts />
            {body}
            {below}
            <input type="hidden" name=format!("was{position}") value=was />
            <Foot position count later texts />
        </fieldset>
    }
    .into_any()
}

/// The mark to come back to the question, and the ways to its neighbours where one question is shown at a time.
#[component]
fn Foot(position: usize, count: usize, later: bool, texts: Texts) -> AnyView {
    let back = (position > 0).then(|| {
        view! { <a class="button quiet" href=format!("#question-{position}")>{t!(texts, "quiz-back")}</a> }
    });
    let (to, word) = if position + 1 < count {
        (format!("#question-{}", position + 2), t!(texts, "quiz-next"))
    } else {
        ("#answer-sheet".to_owned(), t!(texts, "quiz-sheet"))
    };
    view! {
        <div class="question-foot">
            <label class="question-later">
                <input class="box" type="checkbox" name="later" value=position checked=later autocomplete="off" />
                <span>{t!(texts, "quiz-later")}</span>
            </label>
            <div class="actions">{back} <a class="button" href=to>{word}</a></div>
        </div>
    }
    .into_any()
}

/// What the fields of all kinds need.
struct Fields {
    position: usize,
    /// In places as shown.
    saved: Vec<String>,
    texts: Texts,
}

impl Fields {
    fn of(&self, question: &Question, asked: &Asked) -> AnyView {
        let lang = self.texts.lang();
        let shown = &asked.permutation;
        match &question.kind {
            Kind::Choice {
                options, multiple, ..
            } => {
                let options = shown.iter().filter_map(|written| options.get(*written));
                let options = options.map(|option| option.text.get(&lang).to_owned());
                self.options(options.collect(), *multiple)
            }
            Kind::Short { .. } => self.line("text", None),
            Kind::Number { unit, .. } => {
                let unit = unit.as_ref().map(|unit| unit.get(&lang).to_owned());
                self.line("decimal", unit)
            }
            Kind::Order { items } => {
                let items = shown.iter().filter_map(|written| items.get(*written));
                self.order(items.map(|item| item.get(&lang).to_owned()).collect())
            }
            Kind::Match { pairs, .. } => self.pairs(pairs, shown, &lang),
            Kind::Cloze { gaps } => self.cloze(question.prompt.get(&lang), gaps, &lang),
            Kind::Essay { criteria } => self.essay(criteria, &lang),
        }
    }

    fn saved_at(&self, part: usize) -> &str {
        self.saved.get(part).map_or("", String::as_str)
    }
}
