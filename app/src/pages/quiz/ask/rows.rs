use domain::{content::plain_text, lang::Lang, quiz::Pair};
use leptos::prelude::*;

use super::Fields;
use crate::{quiz::answers, t};

impl Fields {
    /// Items to bring into order: numbered lists, over which scripts put buttons that move the rows.
    pub(super) fn order(&self, items: Vec<String>) -> AnyView {
        let count = items.len();
        let row = |(place, item): (usize, String)| {
            let name = answers::part(self.position, place);
            let here = place.to_string();
            let step = self.saved.iter().position(|saved| *saved == here);
            let steps = (0..count)
                .map(|at| t!(self.texts, "quiz-step", n = at + 1))
                .enumerate();
            let options = steps.map(|(at, word)| (at + 1, word)).collect();
            let moves = self.moves(&plain_text(&item));
            self.row(name, item, step.map(|step| step + 1), options, moves)
        };
        let rows = (0..).zip(items).map(row).collect_view();
        view! {
            <ol class="answer-rows" data-kind="order">{rows}</ol>
            <p class="order-hint">
                <span>{t!(self.texts, "quiz-order-hint")}</span>
                <button class="button quiet small" type="button" data-move="none">
                    {t!(self.texts, "quiz-order-keep")}
                </button>
            </p>
        }
        .into_any()
    }

    /// The buttons that move a row.
    fn moves(&self, item: &str) -> AnyView {
        let button = |to: &'static str, sign: &'static str, word: String| {
            view! {
                <button class="row-move" type="button" data-move=to aria-label=word>
                    <span aria-hidden="true">{sign}</span>
                </button>
            }
        };
        view! {
            <span class="row-moves">
                {button("up", "↑", t!(self.texts, "quiz-move-up", item = item))}
                {button("down", "↓", t!(self.texts, "quiz-move-down", item = item))}
            </span>
        }
        .into_any()
    }

    /// What belongs together: to each left text a list of the right ones.
    pub(super) fn pairs(&self, pairs: &[Pair], permutation: &[usize], lang: &Lang) -> AnyView {
        let rights = permutation.iter().filter_map(|written| pairs.get(*written));
        let rights: Vec<String> = rights.map(|pair| plain_text(pair.right.get(lang))).collect();
        let row = |(at, pair): (usize, &Pair)| {
            let name = answers::part(self.position, at);
            let options = rights.iter().cloned().enumerate().collect();
            let chosen = self.saved_at(at).parse().ok();
            let left = pair.left.get(lang).to_owned();
            self.row(name, left, chosen, options, ().into_any())
        };
        let rows = (0..).zip(pairs).map(row).collect_view();
        view! { <ul class="answer-rows" data-kind="match">{rows}</ul> }.into_any()
    }

    /// A row with a list to choose from.
    fn row(
        &self,
        name: String,
        label: String,
        chosen: Option<usize>,
        options: Vec<(usize, String)>,
        moves: AnyView,
    ) -> AnyView {
        let options = options.into_iter().map(|(value, word)| {
            view! { <option value=value selected=chosen == Some(value)>{word}</option> }
        });
        view! {
            <li class="answer-row">
                <label for=name.clone() inner_html=label></label>
                <select class="input" id=name.clone() name=name autocomplete="off">
                    <option value="">{t!(self.texts, "quiz-pick")}</option>
                    {options.collect_view()}
                </select>
                {moves}
            </li>
        }
        .into_any()
    }
}
