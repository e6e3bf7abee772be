use leptos::prelude::*;

use super::Fields;
use crate::quiz::answers;

/// The letter of an option.
pub(in crate::pages::quiz) fn letter(place: usize) -> String {
    let letter = u8::try_from(place).ok().and_then(|place| b'A'.checked_add(place));
    letter
        .map(|letter| char::from(letter).to_string())
        .unwrap_or_default()
}

impl Fields {
    /// Options to pick one of, or several.
    pub(super) fn options(&self, options: Vec<String>, multiple: bool) -> AnyView {
        let kind = if multiple { "checkbox" } else { "radio" };
        let option = |(place, text): (usize, String)| {
            let shown = place.to_string();
            let checked = self.saved.contains(&shown);
            let (name, value) = if multiple {
                (answers::part(self.position, place), "1".to_owned())
            } else {
                (answers::field(self.position), shown)
            };
            view! {
                <label class="option">
                    <input type=kind name=name value=value checked=checked autocomplete="off" />
                    <span class="option-letter" aria-hidden="true">{letter(place)}</span>
                    <span class="option-text" inner_html=text></span>
                </label>
            }
        };
        view! { <div class="options">{(0..).zip(options).map(option).collect_view()}</div> }.into_any()
    }
}
