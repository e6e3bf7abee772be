use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use web_sys::{Event, SubmitEvent};

use super::{form, keeper::Keeper, order_rows};
use crate::islands::browser::{hear, wake};

/// Keeps the answers of the attempt in `#quiz` as they are given, and the time. The form works without it.
///
/// Each change gets a number from the server's clock, higher than all before: saves may arrive late, twice or in
/// another order, and of two tabs the later change stays.
#[island]
pub fn AnswerKeeper() -> impl IntoView {
    wake(|| {
        let Some((quiz, keeper)) = form::form().zip(Keeper::of_page()) else {
            return;
        };
        for kind in ["input", "change"] {
            let keeper = keeper.clone();
            hear(&quiz, kind, move |event| changed(&keeper, &event));
        }
        let moves = keeper.clone();
        hear(&quiz, "click", move |event| {
            if order_rows::press(&event) {
                changed(&moves, &event);
            }
        });
        let sends = keeper.clone();
        hear(&quiz, "submit", move |event| {
            let button = event.dyn_ref().and_then(SubmitEvent::submitter);
            let then = button.and_then(|button| button.get_attribute("value"));
            if sends.hand_in(then.as_deref().unwrap_or("save")) {
                event.prevent_default();
            }
        });
        keeper.start();
    });
}

fn changed(keeper: &Keeper, event: &Event) {
    match form::position(event) {
        Some(position) if form::is_later(event) => keeper.mark(position),
        Some(position) => keeper.change(position),
        None => {}
    }
}
