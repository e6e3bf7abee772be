//! One question at a time on a narrow screen. Which one is the page's fragment: links lead there, the browser's own
//! "back" leads back, and a reload stays.

use leptos::{prelude::window, wasm_bindgen::JsCast as _};
use web_sys::HtmlElement;

use super::form::form;
use crate::islands::browser::{all, by_id, first, set};

const NARROW: &str = "(width < 60em)";

/// Shows the view the fragment names: all of them on a wide screen.
pub(super) fn show() {
    let Some(form) = form() else {
        return;
    };
    let narrow = window().match_media(NARROW).ok().flatten();
    // Where questions come one after the other, the page has one alone.
    let is_paged = narrow.is_some_and(|narrow| narrow.matches()) && first("[data-sequence]").is_none();
    set(&form, "data-paged", is_paged.then_some(""));
    let views = all(".question, .answer-panel");
    let wanted = window().location().hash().unwrap_or_default();
    // It names a view, or words in one.
    let named = wanted.strip_prefix('#').and_then(by_id);
    let named = named.and_then(|named| views.iter().find(|view| view.contains(Some(&named))));
    let stayed = || views.iter().find(|view| view.has_attribute("data-current"));
    let Some(current) = named.or_else(stayed).or(views.first()) else {
        return;
    };
    for view in &views {
        set(view, "data-current", (view == current).then_some(""));
    }
    for link in all(".answer-sheet a") {
        let leads = link
            .get_attribute("href")
            .and_then(|to| to.strip_prefix('#').map(str::to_owned));
        let is_here = is_paged && leads.as_deref() == Some(&current.id());
        set(&link, "aria-current", is_here.then_some("true"));
    }
    if let Some(place) = by_id("quiz-count") {
        let told = if is_paged { current } else { &place };
        place.set_text_content(told.get_attribute("data-place").as_deref());
    }
}

/// Shows the view and puts the focus on its heading, for whoever cannot see that the page changed.
pub(super) fn go() {
    show();
    if let Some(view) = all("[data-paged] [data-current]").first() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        let heading = view.query_selector("legend, h2").ok().flatten();
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let _focused = heading.focus();
        }
    }
}
