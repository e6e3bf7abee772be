use domain::{
    content::plain_text,
    lang::Text,
    quiz::{Pair, Question},
};
use leptos::prelude::*;

use super::Picked;
use crate::{t, visitor::Visitor};

/// Items in the order of the arrangement, each with the step it is put at.
pub(super) fn order(visitor: &Visitor, question: &Question, items: &[Text], picked: &Picked) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let one = |(place, index): (usize, &usize)| {
        let id = format!("{}-{place}", question.id);
        let html = items.get(*index).map(|item| item.get(&lang).to_owned());
        let chosen = picked.answer.iter().position(|at| *at == index.to_string());
        let steps: Vec<_> = (0..items.len())
            .map(|step| {
                view! {
                    <option value=step selected=chosen == Some(step)>{t!(texts, "order-step", n = step + 1)}</option>
                }
            })
            .collect();
        view! {
            <li class="answer-row">
                <label for=id.clone() inner_html=html></label>
                <select class="input" id=id name=format!("answer-{place}")>
                    <option value="">"–"</option>
                    {steps}
                </select>
            </li>
        }
    };
    let rows: Vec<_> = picked.arrangement.iter().enumerate().map(one).collect();
    view! { <ol class="answer-rows" data-kind="order">{rows}</ol> }.into_any()
}

/// What stands left, each with a partner to choose.
pub(super) fn matching(visitor: &Visitor, question: &Question, pairs: &[Pair], picked: &Picked) -> AnyView {
    let lang = visitor.lang();
    let one = |(row, pair): (usize, &Pair)| {
        let id = format!("{}-{row}", question.id);
        let partners: Vec<_> = picked
            .arrangement
            .iter()
            .enumerate()
            .map(|(place, index)| {
                let html = pairs.get(*index).map(|pair| plain_text(pair.right.get(&lang)));
                let chosen = picked.at(row) == index.to_string();
                view! { <option value=place selected=chosen>{html}</option> }
            })
            .collect();
        view! {
            <li class="answer-row">
                <label for=id.clone() inner_html=pair.left.get(&lang).to_owned()></label>
                <select class="input" id=id name=format!("answer-{row}")>
                    <option value="">"–"</option>
                    {partners}
                </select>
            </li>
        }
    };
    let rows: Vec<_> = pairs.iter().enumerate().map(one).collect();
    view! { <ul class="answer-rows" data-kind="match">{rows}</ul> }.into_any()
}
