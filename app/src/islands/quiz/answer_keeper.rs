use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::SubmitEvent;

use super::{form, keeper::Keeper, order_rows};

/// The words about saving, in the reader's language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct KeeperTexts {
    /// All is kept.
    pub saved: String,
    /// On its way.
    pub saving: String,
    /// Not kept, and tried again.
    pub unsaved: String,
    /// Not kept before signing in again.
    pub signed_out: String,
    /// The time is over.
    pub closed: String,
    /// What the answer sheet says of a question: answered, open, and behind it that it is marked to come back to.
    pub places: [String; 3],
}

/// Keeps the answers of an attempt as they are given, and the time. The form inside works without it.
///
/// Each change gets a number from the server's clock, higher than all before: saves may arrive late, twice or in
/// another order, and of two tabs the later change stays.
#[island]
pub fn AnswerKeeper(
    /// The attempt.
    attempt: String,
    /// The server's time when the page was made, in milliseconds.
    now: f64,
    /// The number of the last change the server knows of; 0 without one.
    known: f64,
    /// Seconds until the deadline; none without one.
    left: Option<u32>,
    /// The words it says.
    texts: KeeperTexts,
    /// The form, made by the server.
    children: Children,
) -> impl IntoView {
    let keeper = StoredValue::new(Keeper::new(attempt, now, known, texts));
    Effect::new(move |_| keeper.get_value().start(now, left));
    let changed = move |event: web_sys::Event| match form::position(&event) {
        Some(position) if form::is_later(&event) => keeper.get_value().mark(position),
        Some(position) => keeper.get_value().change(position),
        None => {}
    };
    let clicked = move |event: web_sys::MouseEvent| {
        if order_rows::press(&event) {
            changed(event.into());
        }
    };
    let handed_in = move |event: SubmitEvent| {
        let button = event.submitter();
        let then = button.and_then(|button| button.get_attribute("value"));
        if keeper.get_value().hand_in(then.as_deref().unwrap_or("save")) {
            event.prevent_default();
        }
    };
    view! {
        <div on:input=changed on:change=changed on:click=clicked on:submit=handed_in>
            {children()}
        </div>
    }
}
