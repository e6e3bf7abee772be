//! The right side of an item: the rating, or the answer to what screens.

use domain::{
    interview::{Answer, Item, Kind, Side},
    lang::Lang,
};
use leptos::prelude::*;

use super::filled::Filled;
use crate::{recruiting::UNSEEN, t, texts::Texts};

/// The ratings as steps, the best on top, and "not observed".
#[component]
pub(super) fn Anchors(texts: Texts, lang: Lang, item: Item, filled: Filled) -> AnyView {
    let step = |level: u8| {
        let value = level.to_string();
        let anchor = item.anchors.iter().find(|(number, _)| *number == level);
        let between = t!(texts, "sheet-between", low = level - 1, high = level + 1);
        let words = anchor.map_or(between, |(_, text)| text.get(&lang).to_owned());
        view! {
            <label class="anchor" data-between=anchor.is_none().then_some("")>
                <input type="radio" name="rating" value=value.clone() checked={filled.rating == value} />
                <span class="anchor-number">{value.clone()}</span>
                <span inner_html=words></span>
            </label>
        }
    };
    let error = filled.rating_error.clone();
    let described = error.as_ref().map(|_| "rating-error");
    view! {
        <fieldset class="anchors" aria-describedby=described>
            <legend class="sheet-step"><span>"2"</span>{t!(texts, "sheet-rating")}</legend>
            {error.map(|error| view! { <p class="error" id="rating-error">{error}</p> })}
            {[5, 4, 3, 2, 1].map(step).collect_view()}
            <label class="anchor" data-none="">
                <input type="radio" name="rating" value=UNSEEN checked={filled.rating == UNSEEN} />
                <span class="anchor-number">"–"</span>
                <span>{t!(texts, "sheet-unseen")}</span>
            </label>
        </fieldset>
    }
    .into_any()
}

/// A fact or a measurement: it screens.
#[component]
pub(super) fn Screen(texts: Texts, item: Item, filled: Filled) -> AnyView {
    let value = filled.answers.first().cloned().unwrap_or_default();
    let error = filled.answer_error.clone();
    let invalid = error.is_some().then_some("true");
    let described = error.as_ref().map(|_| "answer-error");
    let control = match &item.kind {
        Kind::Fact(Answer::YesNo) => {
            let choice = |sent: &'static str, words: String| {
                view! {
                    <label class="choice-row">
                        <input class="box" type="radio" name="answer" value=sent checked={value == sent} />
                        <span>{words}</span>
                    </label>
                }
            };
            view! {
                <div class="choice-rows">
                    {choice("yes", t!(texts, "sheet-yes"))} {choice("no", t!(texts, "sheet-no"))}
                </div>
            }
            .into_any()
        }
        Kind::Fact(Answer::Date) => view! {
            <input
                class="input"
                type="date"
                name="answer"
                aria-label=t!(texts, "sheet-answer")
                value=value
                aria-invalid=invalid
                aria-describedby=described
            />
        }
        .into_any(),
        Kind::Measure(threshold) => {
            let (n, unit) = (threshold.number.to_string(), threshold.unit.clone());
            let side = match threshold.side {
                Side::AtLeast => t!(texts, "sheet-at-least", n = n, unit = unit),
                Side::AtMost => t!(texts, "sheet-at-most", n = n, unit = unit),
            };
            view! {
                <p class="hint">{t!(texts, "sheet-threshold", what = side)}</p>
                <div class="with-unit">
                    <input
                        class="input"
                        inputmode="decimal"
                        name="answer"
                        aria-label=t!(texts, "sheet-answer")
                        value=value
                        aria-invalid=invalid
                        aria-describedby=described
                    />
                    <span>{threshold.unit.clone()}</span>
                </div>
            }
            .into_any()
        }
        Kind::Question | Kind::Task | Kind::Simulation => ().into_any(),
    };
    view! {
        <fieldset class="anchors">
            <legend class="sheet-step"><span>"2"</span>{t!(texts, "sheet-answer")}</legend>
            {control}
            {error.map(|error| view! { <p class="error" id="answer-error">{error}</p> })}
            <p class="hint">{t!(texts, "sheet-screens-only")}</p>
        </fieldset>
    }
    .into_any()
}
