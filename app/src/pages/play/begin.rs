use leptos::prelude::*;
use store::plays::Mode;

use crate::{
    actions::StartPlay,
    forms::{Form, action},
};

/// The button that begins a play.
pub(super) fn begin(scenario: &str, mode: Mode, class: &'static str, word: String) -> AnyView {
    let practice =
        (mode == Mode::Practice).then(|| view! { <input type="hidden" name="mode" value="practice" /> });
    let scenario = scenario.to_owned();
    view! {
        <Form action={action::<StartPlay>()}>
            <input type="hidden" name="scenario" value=scenario />
            {practice}
            <button class=class>{word}</button>
        </Form>
    }
    .into_any()
}
