use leptos::{prelude::*, server_fn::ServerFn as _};
use serde::{Deserialize, Serialize};

use super::post::post_in_place;
use crate::{actions::SetTheme, theme::Theme};

/// The words of the switch, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ThemeTexts {
    /// What the switch is for, read out by screen readers.
    pub legend: String,
    /// One word per choice, in the order of [`Theme::ALL`].
    pub choices: [String; 3],
}

/// Chooses light, dark or the device's colours: a form of three buttons that, with scripts, takes effect
/// without a new page.
#[island]
pub fn ThemeSwitch(
    /// The choice in force when the page was made.
    current: Theme,
    /// The words on it.
    texts: ThemeTexts,
) -> impl IntoView {
    let chosen = RwSignal::new(current);
    let buttons = Theme::ALL
        .into_iter()
        .zip(texts.choices)
        .map(move |(theme, word)| {
            let choose = move |_| {
                chosen.set(theme);
                paint(theme);
            };
            view! {
                <button
                    type="submit"
                class="button bare"
                    name="theme"
                    value=theme.as_str()
                    aria-pressed=move || (chosen.get() == theme).to_string()
                    on:click=choose
                >
                    {word}
                </button>
            }
        });
    // A choice that was not kept still colours this page, and the next one asks again.
    let submit = |event: web_sys::SubmitEvent| post_in_place(&event, |_outcome| {});
    view! {
        <form class="theme-switch" method="post" action=SetTheme::PATH on:submit=submit>
            <fieldset>
                <legend class="visually-hidden">{texts.legend}</legend>
                {buttons.collect_view()}
            </fieldset>
        </form>
    }
}

/// Colours the page that is open.
fn paint(theme: Theme) {
    let Some(page) = document().document_element() else {
        return;
    };
    // Both calls fail only for a malformed attribute name.
    let _painted = match theme.attribute() {
        Some(value) => page.set_attribute("data-theme", value),
        None => page.remove_attribute("data-theme"),
    };
}
