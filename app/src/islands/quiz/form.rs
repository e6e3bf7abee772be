//! The form of an attempt as it stands in the page: what was typed, and the marks around it.

use leptos::{
    prelude::{document, window},
    wasm_bindgen::JsCast as _,
};
use web_sys::{
    Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement,
    HtmlTextAreaElement, UrlSearchParams,
};

use super::order_rows;
use crate::islands::{
    browser::{all, by_id, data, first, set, target},
    post::encoded,
};

/// The form, when the page has one.
pub(super) fn form() -> Option<HtmlFormElement> {
    by_id("quiz")?.dyn_into().ok()
}

/// The attempt the form is about.
pub(super) fn attempt() -> Option<String> {
    first("#quiz input[name=attempt]")?.get_attribute("value")
}

/// The place of the question an event happened in, from 0.
pub(super) fn position(event: &Event) -> Option<usize> {
    number_of(&target(event)?.closest("fieldset.question").ok()??)
}

/// The place of a question of the form, from 0.
fn number_of(question: &Element) -> Option<usize> {
    let id = question.id();
    let number: usize = id.strip_prefix("question-")?.parse().ok()?;
    number.checked_sub(1)
}

/// The fields of one question, encoded; the number of its change is left out.
pub(super) fn fields(position: usize) -> String {
    let all = form().and_then(|form| encoded(&form).ok()).unwrap_or_default();
    let (whole, part) = (format!("q{position}"), format!("q{position}."));
    let own = all.split('&').filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        name == whole || name.starts_with(&part)
    });
    own.collect::<Vec<_>>().join("&")
}

/// Leaves the number of a change in the form, so that sending it as a page says the same.
pub(super) fn number(position: usize, seq: u64) {
    let name = format!("seq{position}");
    let Some(form) = form() else {
        return;
    };
    let known = form.query_selector(&format!("input[name={name}]")).ok().flatten();
    let input = known.or_else(|| {
        let input = document().create_element("input").ok()?;
        input.set_attribute("type", "hidden").ok()?;
        input.set_attribute("name", &name).ok()?;
        form.append_child(&input).ok()?;
        Some(input)
    });
    if let Some(input) = input {
        set(&input, "value", Some(&seq.to_string()));
    }
}

/// Puts an answer that waited in the outbox back into its fields, unless the server knows a later one. Returns the
/// number of its change when it was put back.
pub(super) fn put_back(position: usize, fields: &UrlSearchParams) -> Option<u64> {
    let seq: u64 = fields.get(&format!("seq{position}"))?.parse().ok()?;
    let question = question(position)?;
    let known: u64 = question.get_attribute("data-seq")?.parse().ok()?;
    if seq <= known {
        return None;
    }
    for input in inputs(position, "input, select, textarea") {
        fill(&input, position, fields);
    }
    if let Ok(Some(list)) = question.query_selector("[data-moves]") {
        order_rows::arrange(&list);
    }
    number(position, seq);
    Some(seq)
}

fn fill(input: &Element, position: usize, fields: &UrlSearchParams) {
    let name = input.get_attribute("name").unwrap_or_default();
    if name != format!("q{position}") && !name.starts_with(&format!("q{position}.")) {
        return;
    }
    let value = fields.get(&name);
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        match input.type_().as_str() {
            "radio" | "checkbox" => input.set_checked(value.is_some_and(|value| value == input.value())),
            _ => input.set_value(&value.unwrap_or_default()),
        }
    } else if let Some(list) = input.dyn_ref::<HtmlSelectElement>() {
        list.set_value(&value.unwrap_or_default());
    } else if let Some(text) = input.dyn_ref::<HtmlTextAreaElement>() {
        text.set_value(&value.unwrap_or_default());
    }
}

fn question(position: usize) -> Option<Element> {
    by_id(&format!("question-{}", position + 1))
}

/// Whether the answer to a question was changed since the page came, before anything here could hear it.
pub(super) fn is_changed(position: usize) -> bool {
    inputs(position, "input, option, textarea").iter().any(|input| {
        if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
            let is_box = matches!(&*input.type_(), "radio" | "checkbox");
            let changed = if is_box {
                input.checked() != input.default_checked()
            } else {
                input.value() != input.default_value()
            };
            changed && input.name() != "later"
        } else if let Some(option) = input.dyn_ref::<HtmlOptionElement>() {
            // Of a list nobody touched the first option shows, and none is marked.
            option.selected() != option.default_selected() && !option.value().is_empty()
        } else {
            let text = input.dyn_ref::<HtmlTextAreaElement>();
            text.is_some_and(|text| text.default_value().is_ok_and(|was| text.value() != was))
        }
    })
}

/// Whether the mark to come back to a question was changed since the page came.
pub(super) fn is_later_changed(position: usize) -> bool {
    later_box(position).is_some_and(|later| later.checked() != later.default_checked())
}

fn inputs(position: usize, selector: &str) -> Vec<Element> {
    let found = question(position).and_then(|question| question.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

/// The places of the questions the form has: all of the attempt, or the current one alone.
pub(super) fn positions() -> Vec<usize> {
    all("fieldset.question").iter().filter_map(number_of).collect()
}

/// Whether an event is about the mark to come back to a question, not about its answer.
pub(super) fn is_later(event: &Event) -> bool {
    target(event).is_some_and(|target| target.get_attribute("name").as_deref() == Some("later"))
}

/// The places of the questions marked to come back to, separated as in an encoded field.
pub(super) fn later() -> String {
    let boxes = positions()
        .into_iter()
        .filter_map(|position| Some((position, later_box(position)?)));
    let places = boxes.filter(|(_, later)| later.checked());
    let places: Vec<_> = places.map(|(position, _)| position.to_string()).collect();
    places.join("+")
}

/// Marks the questions at these places to come back to, and no others.
pub(super) fn put_back_later(places: &str) {
    for position in positions() {
        if let Some(later) = later_box(position) {
            let is_later = places.split(' ').any(|place| place == position.to_string());
            later.set_checked(is_later);
        }
    }
}

fn later_box(position: usize) -> Option<HtmlInputElement> {
    let later = question(position)?.query_selector("input[name=later]").ok()??;
    later.dyn_into().ok()
}

/// Shows on the answer sheet whether a question is answered and whether it is marked to come back to.
pub(super) fn mark(position: usize) {
    let answered = fields(position).split('&').any(|pair| {
        let value = pair.split_once('=').map_or("", |(_, value)| value);
        !value.trim_matches('+').is_empty()
    });
    let Some(place) = place(position) else {
        return;
    };
    let state = if answered { "answered" } else { "open" };
    set(&place, "data-state", Some(state));
    let is_later = later_box(position).is_some_and(|later| later.checked());
    set(&place, "data-marked", is_later.then_some(""));
    if let (Some(sheet), Ok(Some(said))) = (by_id("answer-sheet"), place.query_selector("span")) {
        let mut words = data(&sheet, &format!("data-{state}"));
        if is_later {
            words.push_str(&data(&sheet, "data-later"));
        }
        said.set_text_content(Some(&words));
    }
    let states = [
        ("answered", "[data-state=answered]"),
        ("open", "[data-state=open]"),
        ("later", "[data-marked]"),
    ];
    for (state, having) in states {
        if let Some(figure) = by_id(&format!("count-{state}")) {
            let count = all(&format!(".answer-sheet {having}")).len();
            figure.set_text_content(Some(&count.to_string()));
        }
    }
}

fn place(position: usize) -> Option<Element> {
    first(&format!(".answer-sheet > :nth-child({}) > *", position + 1))
}

/// Says how saving stands: with the server's words for `said`, in the look of `state`.
pub(super) fn say(state: &str, said: &str) {
    if let Some(line) = by_id("save-state") {
        set(&line, "data-state", Some(state));
        set(&line, "hidden", None);
        line.set_text_content(Some(&data(&line, &format!("data-{said}"))));
    }
}

/// Shows that answers are kept as they are given: the button that saves is no longer needed.
pub(super) fn kept() {
    if let Some(form) = form() {
        set(&form, "data-kept", Some(""));
    }
}

/// Shows the button that leads to signing in again.
pub(super) fn signed_out(is: bool) {
    if let Some(form) = form() {
        set(&form, "data-signed-out", is.then_some(""));
    }
}

/// Shows the time left, in whole seconds.
pub(super) fn clock(left: u64) {
    let Some(timer) = by_id("time-left") else {
        return;
    };
    set(&timer, "data-low", (left < 60).then_some(""));
    if let Ok(Some(time)) = timer.query_selector("time") {
        let (minutes, seconds) = (left / 60, left % 60);
        set(&time, "datetime", Some(&format!("PT{minutes}M{seconds}S")));
        time.set_text_content(Some(&format!("{minutes}:{seconds:02}")));
    }
}

/// Tells the words whose moment has come, for whoever does not watch the clock; of several only the last.
pub(super) fn tell(left: u64) {
    let due = |words: &Element| words.get_attribute("data-at").and_then(|at| at.parse().ok()) >= Some(left);
    while let Some(words) = first("#time-words > *").filter(due) {
        if let Some(line) = by_id("time-told") {
            line.set_text_content(words.text_content().as_deref());
        }
        words.remove();
    }
}

/// The button that sends the form for this purpose, such as `save` or `submit`.
pub(super) fn button(then: &str) -> Option<HtmlElement> {
    first(&format!("#quiz button[name=then][value={then}]"))?
        .dyn_into()
        .ok()
}

/// Lets nothing be changed any more and says why: a later tab has the attempt.
pub(super) fn close() {
    if let Some(form) = form() {
        set(&form, "inert", Some(""));
    }
    if let Some(why) = by_id("elsewhere") {
        set(&why, "hidden", None);
    }
}

/// Opens the page anew: the server says what holds.
pub(super) fn reload() {
    // Fails only where a page may not load itself, and then the message stays.
    let _reloaded = window().location().reload();
}
