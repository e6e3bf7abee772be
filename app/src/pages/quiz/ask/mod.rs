//! A question to be answered: its prompt, then the fields its kind asks for, one file for each group of kinds.

mod checks;
mod choice;
mod cloze;
mod foot;
mod prompt;
mod rows;
mod written;

use domain::quiz::{Kind, Question};
use leptos::prelude::*;
use store::attempts::Asked;

pub(super) use self::{
    checks::{Help, certainty_word},
    choice::letter,
    foot::Foot,
    prompt::Prompt,
};
use crate::{
    quiz::{
        Told,
        answers::{self, fingerprint},
        words_id,
    },
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
    /// The ways on from it.
    foot: Foot,
    /// What the quiz's behaviour adds.
    help: Help,
    /// What is to be said about it, because a step did not do what was asked.
    told: Option<Told>,
    texts: Texts,
) -> AnyView {
    let most = help.most(asked.points);
    let foot = foot.view(position, count, texts);
    let place = t!(texts, "quiz-place", n = position + 1, of = count);
    let id = format!("question-{}", position + 1);
    if asked.locked {
        let body = help.locked(&question, &asked, position, texts);
        return view! {
            <fieldset class="question" id=id data-seq=asked.seq data-place=place>
                <Prompt question most position texts />
                {body}
                {foot}
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
            <Prompt question most position texts />
            {body}
            {told.map(|told| beside(told, position, texts))}
            {below}
            <input type="hidden" name=format!("was{position}") value=was />
            {foot}
        </fieldset>
    }
    .into_any()
}

/// Why a step did not do what was asked, in words beside the question; the browser goes there, with the focus.
fn beside(told: Told, position: usize, texts: Texts) -> AnyView {
    let words = match told {
        Told::Gap => t!(texts, "quiz-gap-for-good"),
        Told::Open => t!(texts, "quiz-check-open"),
        Told::Same => t!(texts, "quiz-check-same"),
    };
    view! {
        <div class="notice" data-kind="warn" id=words_id(position) role="alert" tabindex="-1">
            <p>{words}</p>
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
