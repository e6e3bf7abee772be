use domain::{lang::Lang, quiz::Criterion};
use leptos::prelude::*;

use super::Fields;
use crate::{
    quiz::answers::{self, LONG, SHORT},
    t,
    texts::Texts,
};

impl Fields {
    /// A few words, or a number with its unit behind.
    pub(super) fn line(&self, mode: &'static str, unit: Option<String>) -> AnyView {
        let name = answers::field(self.position);
        let input = view! {
            <input
                id=name.clone()
                name=name.clone()
                value=self.saved_at(0).to_owned()
                inputmode=mode
                maxlength=SHORT
                autocomplete="off"
            />
        };
        let input = match unit {
            Some(unit) => view! { <div class="with-unit">{input} <span>{unit}</span></div> }.into_any(),
            None => input.into_any(),
        };
        view! {
            <div class="field">
                <label for=name>{t!(self.texts, "quiz-your-answer")}</label>
                {input}
            </div>
        }
        .into_any()
    }

    /// A text that a person rates, with what the rater looks at.
    pub(super) fn essay(&self, criteria: &[Criterion], lang: &Lang) -> AnyView {
        let names: Vec<_> = criteria
            .iter()
            .map(|criterion| criterion.name.get(lang))
            .collect();
        let criteria = names.join(if self.texts == Texts::Chinese { "、" } else { ", " });
        let name = answers::field(self.position);
        let hint = format!("{name}-hint");
        view! {
            <div class="field">
                <label for=name.clone()>{t!(self.texts, "quiz-your-answer")}</label>
                <p class="hint" id=hint.clone()>
                    {t!(self.texts, "quiz-essay-hint", criteria = criteria)}
                </p>
                <textarea
                    id=name.clone()
                    name=name
                    rows="8"
                    maxlength=LONG
                    aria-describedby=hint
                    autocomplete="off"
                >
                    {self.saved_at(0).to_owned()}
                </textarea>
            </div>
        }
        .into_any()
    }
}
