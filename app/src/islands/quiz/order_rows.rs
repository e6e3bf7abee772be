//! Questions that ask for an order: rows that move up and down, over the numbered lists that work without scripts.

use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement};

use crate::islands::browser::{all, by_id, set, target};

/// Shows the buttons in place of the lists, and the rows in the order chosen so far.
pub(super) fn prepare() {
    for list in all(".answer-rows[data-kind=order]") {
        set(&list, "data-moves", Some(""));
        arrange(&list);
    }
}

/// Puts the rows of a list in the order its fields say; rows without a step stay behind.
pub(super) fn arrange(list: &Element) {
    let rows = rows(list);
    let (with, without): (Vec<_>, Vec<_>) = rows.iter().partition(|(_, field)| !field.value().is_empty());
    for step in 1..=rows.len() {
        let step = step.to_string();
        for (row, _) in with.iter().filter(|(_, field)| field.value() == step) {
            let _moved = list.append_child(row);
        }
    }
    for (row, _) in without {
        let _moved = list.append_child(row);
    }
    set(list, "data-answered", (!with.is_empty()).then_some(""));
}

/// Moves a row when the event is a press of one of its buttons; whether it was.
pub(super) fn press(event: &Event) -> bool {
    let button = target(event).and_then(|target| target.closest("[data-move]").ok().flatten());
    let Some(button) = button else {
        return false;
    };
    let list = button
        .closest("fieldset")
        .ok()
        .flatten()
        .and_then(|question| question.query_selector(".answer-rows").ok().flatten());
    let Some(list) = list else {
        return false;
    };
    if let Ok(Some(row)) = button.closest(".answer-row") {
        let (before, after) = match button.get_attribute("data-move").as_deref() {
            Some("up") => (Some(row.clone()), row.previous_element_sibling()),
            _ => (row.next_element_sibling(), Some(row.clone())),
        };
        if let (Some(before), Some(after)) = (before, after) {
            let _moved = list.insert_before(&before, Some(&after));
        }
    }
    number(&list);
    // A row that moved has lost the focus, and where it now stands is to be heard.
    if let Some(button) = button.dyn_ref::<HtmlElement>() {
        let _focused = button.focus();
    }
    say(&button);
    true
}

/// Gives each row the step of its place.
fn number(list: &Element) {
    for ((_, field), step) in rows(list).into_iter().zip(1..) {
        let step: usize = step;
        field.set_value(&step.to_string());
    }
    set(list, "data-answered", Some(""));
}

/// Says a moved row's step to whoever listens to the page.
fn say(button: &Element) {
    let row = button.closest(".answer-row").ok().flatten();
    let step = row.and_then(|row| field(&row)).and_then(|field| {
        let chosen = field.selected_options().item(0)?;
        chosen.text_content()
    });
    if let (Some(step), Some(line)) = (step, by_id("row-moved")) {
        line.set_text_content(Some(&step));
    }
}

fn rows(list: &Element) -> Vec<(Element, HtmlSelectElement)> {
    let children = list.children();
    let rows = (0..children.length()).filter_map(|at| children.item(at));
    rows.filter_map(|row| field(&row).map(|field| (row, field)))
        .collect()
}

fn field(row: &Element) -> Option<HtmlSelectElement> {
    row.query_selector("select").ok()??.dyn_into().ok()
}
