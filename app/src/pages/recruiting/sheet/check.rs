//! The last step of a sheet: what is still open, and submitting.

use domain::{
    content::excerpt,
    interview::{Item, Kit},
};
use leptos::prelude::*;
use store::sheets::Sheet;

use super::{Main, TITLE};
use crate::{
    actions::SubmitSheet,
    forms::{Form, action},
    pages::recruiting::interview::path,
    recruiting::{Loaded, is_done, rating},
    t,
    visitor::Visitor,
};

/// The step.
pub(super) fn main(visitor: &Visitor, loaded: &Loaded, kit: &Kit, own: &Sheet) -> Main {
    let texts = visitor.texts;
    let open: Vec<(usize, &Item)> = kit
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| !is_done(item, rating(own, &item.id)))
        .collect();
    let (left, submit) = if open.is_empty() {
        let complete = view! { <p>{t!(texts, "sheet-complete")}</p> };
        (complete.into_any(), t!(texts, "sheet-submit"))
    } else {
        (left(visitor, loaded, &open), t!(texts, "sheet-submit-anyway"))
    };
    let interview = loaded.interview.id.clone();
    let content = view! {
        <div class="sheet-main">
            <h2 class="sheet-question">{t!(texts, "sheet-check")}</h2>
            <p>{t!(texts, "sheet-check-lead")}</p>
            {left}
            <Form action={action::<SubmitSheet>()}>
                <input type="hidden" name="interview" value=interview />
                <button class="button">{submit}</button>
            </Form>
        </div>
    };
    let foot = view! {
        <div class="foot-bar">
            <p class="foot-note">{t!(texts, "sheet-blind")}</p>
        </div>
    };
    Main {
        content: content.into_any(),
        foot: foot.into_any(),
    }
}

/// The items still open, each with its way there.
fn left(visitor: &Visitor, loaded: &Loaded, open: &[(usize, &Item)]) -> AnyView {
    let texts = visitor.texts;
    let lang = visitor.lang();
    let rows = open.iter().map(|(number, item)| {
        view! {
            <li class="row">
                <div class="row-main">
                    <a class="row-title" href=format!("{}?at={}", path(loaded), number + 1)>
                        {number + 1} ". " {excerpt(item.body.get(&lang), 2 * TITLE)}
                    </a>
                </div>
                <div class="row-end">{t!(texts, "sheet-open")}</div>
            </li>
        }
    });
    view! {
        <div class="notice" data-kind="warn">
            <p class="notice-title">{t!(texts, "sheet-left", n = open.len())}</p>
            <p>{t!(texts, "sheet-left-text")}</p>
        </div>
        <ul class="rows">{rows.collect_view()}</ul>
    }
    .into_any()
}
