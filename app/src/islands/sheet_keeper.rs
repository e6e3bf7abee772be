use std::time::Duration;

use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use serde::{Deserialize, Serialize};
use web_sys::{Event, HtmlFormElement, Node, js_sys::Date};

use super::post::{encoded, post};

/// The id of the form in view.
pub const SHEET_ITEM: &str = "sheet-item";

/// How long a change waits for the next one, in milliseconds.
const PAUSE: u64 = 600;

/// How long a save that failed waits to be tried again, in milliseconds.
const AGAIN: u64 = 3000;

/// How saving stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keeping {
    /// Nothing was written yet.
    Open,
    /// All is kept.
    Saved,
    /// On its way.
    Saving,
    /// The server was not reached; tried again.
    Unsaved,
    /// A field cannot be kept as it is typed; the others are.
    Unfit,
    /// Not kept before signing in again.
    SignedOut,
    /// The sheet takes nothing more.
    Closed,
}

/// The words about saving, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "named after the states")]
pub struct KeepingTexts {
    pub open: String,
    pub saved: String,
    pub saving: String,
    pub unsaved: String,
    pub unfit: String,
    pub signed_out: String,
    pub closed: String,
}

impl KeepingTexts {
    fn of(&self, state: Keeping) -> String {
        let words = match state {
            Keeping::Open => &self.open,
            Keeping::Saved => &self.saved,
            Keeping::Saving => &self.saving,
            Keeping::Unsaved => &self.unsaved,
            Keeping::Unfit => &self.unfit,
            Keeping::SignedOut => &self.signed_out,
            Keeping::Closed => &self.closed,
        };
        words.clone()
    }
}

/// Says how saving stands, and keeps what is written into the form [`SHEET_ITEM`] as it is written. Without
/// scripts every button saves.
///
/// Each save says how old the change is, so that one that arrives late never undoes a newer one.
#[island]
pub fn SheetKeeper(
    /// The address that keeps what is written.
    address: String,
    /// The server's moment when the page was made, in microseconds, as text.
    made: String,
    /// How saving stood then.
    state: Keeping,
    /// The words about it.
    texts: KeepingTexts,
) -> impl IntoView {
    let keeper = Keeper {
        address: StoredValue::new(address),
        made: StoredValue::new(made),
        opened: StoredValue::new(0.0),
        state: RwSignal::new(state),
        written: StoredValue::new(0),
        kept: StoredValue::new(0),
        waiting: StoredValue::new(false),
    };
    Effect::new(move |_| {
        keeper.opened.set_value(Date::now());
        window_event_listener_untyped("input", move |event| keeper.change(&event));
        window_event_listener_untyped("submit", move |event| keeper.leave(&event));
        window_event_listener_untyped("pagehide", move |_| keeper.send_last());
        window_event_listener_untyped("online", move |_| keeper.send());
    });
    let name = move || match keeper.state.get() {
        Keeping::Open => "open",
        Keeping::Saved => "saved",
        Keeping::Saving => "saving",
        _ => "unsaved",
    };
    view! {
        <p class="save-state" data-state=name role="status">
            {move || texts.of(keeper.state.get())}
        </p>
    }
}

/// What is written and what is kept of it, counted in changes.
#[derive(Clone, Copy)]
struct Keeper {
    address: StoredValue<String>,
    made: StoredValue<String>,
    /// This device's time when the page was opened, in milliseconds.
    opened: StoredValue<f64>,
    state: RwSignal<Keeping>,
    written: StoredValue<u32>,
    kept: StoredValue<u32>,
    /// Whether a save is on its way or about to be.
    waiting: StoredValue<bool>,
}

impl Keeper {
    fn change(self, event: &Event) {
        if !in_form(event) || self.state.get_untracked() == Keeping::Closed {
            return;
        }
        self.written.update_value(|written| *written += 1);
        self.state.set(Keeping::Saving);
        self.send_in(PAUSE);
    }

    /// The form is on its way as a page: nothing is left to keep here.
    fn leave(self, event: &Event) {
        if in_form(event) {
            self.kept.set_value(self.written.get_value());
        }
    }

    /// Sends after a pause, unless a save is under way: that one goes on with what came meanwhile.
    fn send_in(self, pause: u64) {
        if self.waiting.get_value() {
            return;
        }
        self.waiting.set_value(true);
        let send = move || {
            self.waiting.set_value(false);
            self.send();
        };
        set_timeout(send, Duration::from_millis(pause));
    }

    fn fields(self) -> Option<String> {
        let fields = encoded(&form()?).ok()?;
        let ago = Date::now() - self.opened.get_value();
        Some(format!("{fields}&made={}&ago={ago:.0}", self.made.get_value()))
    }

    fn send(self) {
        let sent = self.written.get_value();
        if sent == self.kept.get_value() || self.waiting.get_value() {
            return;
        }
        let Some(fields) = self.fields() else {
            return;
        };
        self.waiting.set_value(true);
        let address = self.address.get_value();
        leptos::task::spawn_local(async move {
            let answer = post(&address, &fields).await;
            self.waiting.set_value(false);
            self.learn(answer.as_deref().ok(), sent);
        });
    }

    /// What the server said about what was sent; nothing when it was not reached.
    fn learn(self, answer: Option<&str>, sent: u32) {
        let state = match answer.map(|word| word.trim_matches('"')) {
            Some("saved") => Keeping::Saved,
            Some("unfit") => Keeping::Unfit,
            Some("closed") => Keeping::Closed,
            Some("signed-out" | "unknown") => Keeping::SignedOut,
            _ => Keeping::Unsaved,
        };
        if matches!(state, Keeping::Unsaved | Keeping::SignedOut) {
            self.state.set(state);
            return self.send_in(AGAIN);
        }
        self.kept.set_value(sent);
        if sent == self.written.get_value() || state == Keeping::Closed {
            self.state.set(state);
        } else {
            self.send_in(PAUSE);
        }
    }

    /// The page goes away by another way than its buttons: what is not kept is sent without waiting.
    fn send_last(self) {
        if self.written.get_value() == self.kept.get_value() {
            return;
        }
        if let Some(fields) = self.fields() {
            let address = self.address.get_value();
            leptos::task::spawn_local(async move {
                // Nobody is left to hear the answer.
                let _sent = post(&address, &fields).await;
            });
        }
    }
}

fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id(SHEET_ITEM)?.dyn_into().ok()
}

fn in_form(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    form().is_some_and(|form| form.contains(target.as_ref()))
}
