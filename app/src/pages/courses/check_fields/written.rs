use domain::{
    lang::Text,
    quiz::{Gap, Kind, Question, fill_gaps},
};
use leptos::prelude::*;

use super::Picked;
use crate::{t, visitor::Visitor};

/// A line for a few words or a number.
pub(super) fn typed(visitor: &Visitor, question: &Question, picked: &Picked, unit: Option<&Text>) -> AnyView {
    let id = format!("{}-answer", question.id);
    let unit = unit.map(|unit| unit.get(&visitor.lang()).to_owned());
    let mode = matches!(question.kind, Kind::Number { .. }).then_some("decimal");
    view! {
        <div class="field">
            <label for=id.clone()>{t!(visitor.texts, "check-your-answer")}</label>
            <div class="with-unit">
                <input id=id name="answer" autocomplete="off" inputmode=mode value=picked.at(0) />
                {unit.map(|unit| view! { <span>{unit}</span> })}
            </div>
        </div>
    }
    .into_any()
}

/// A box for a text that nobody marks.
pub(super) fn essay(visitor: &Visitor, question: &Question, picked: &Picked) -> AnyView {
    let id = format!("{}-answer", question.id);
    view! {
        <div class="field">
            <label for=id.clone()>{t!(visitor.texts, "check-your-answer")}</label>
            <textarea id=id name="answer" rows="4">{picked.at(0)}</textarea>
        </div>
    }
    .into_any()
}

/// The prompt with a field in each gap.
pub(super) fn cloze(visitor: &Visitor, html: &str, gaps: &[Gap], picked: &Picked) -> String {
    let lang = visitor.lang();
    fill_gaps(html, |number| {
        let name = format!("answer-{number}");
        let label = t!(visitor.texts, "gap", n = number + 1);
        let value = picked.at(number);
        match gaps.get(number) {
            Some(Gap::DropDown { options, .. }) => {
                let options: Vec<_> = options
                    .iter()
                    .enumerate()
                    .map(|(index, option)| {
                        let text = option.get(&lang).to_owned();
                        view! { <option value=index selected=value == index.to_string()>{text}</option> }
                    })
                    .collect();
                view! {
                    <select class="input gap" name=name aria-label=label>
                        <option value="">"–"</option>
                        {options}
                    </select>
                }
                .to_html()
            }
            _ => view! { <input class="input gap" name=name aria-label=label autocomplete="off" value=value /> }.to_html(),
        }
    })
}
