use std::{cell::Cell, rc::Rc};

use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use web_sys::{Element, Event, HtmlFormElement, Node};

use super::{
    browser::{after, by_id, data, hear, now, set, wake},
    post::{encoded, post},
};

/// The id of the form in view.
pub const SHEET_ITEM: &str = "sheet-item";

/// How long a change waits for the next one, in milliseconds.
const PAUSE: u64 = 600;

/// How long a save that failed waits to be tried again, in milliseconds.
const AGAIN: u64 = 3000;

/// Keeps what is written into the form [`SHEET_ITEM`] as it is written, and says in `#sheet-state` how that stands.
/// Without scripts every button saves.
///
/// Each save says how old the change is, so that one that arrives late never undoes a newer one.
#[island]
pub fn SheetKeeper() -> impl IntoView {
    wake(|| {
        let Some(line) = by_id("sheet-state") else {
            return;
        };
        let keeper = Rc::new(Keeper {
            line,
            opened: now(),
            written: Cell::new(0),
            kept: Cell::new(0),
            waiting: Cell::new(false),
            is_closed: Cell::new(false),
        });
        keeper.clone().on("input", Keeper::change);
        keeper.clone().on("submit", |keeper, event| keeper.leave(event));
        keeper.clone().on("pagehide", |keeper, _| keeper.send_last());
        keeper.on("online", |keeper, _| keeper.send());
    });
}

/// What is written and what is kept of it, counted in changes.
struct Keeper {
    /// Says how saving stands, and carries the words for it, the address and the moment the page was made.
    line: Element,
    /// This device's time when the page was opened, in milliseconds.
    opened: u64,
    written: Cell<u32>,
    kept: Cell<u32>,
    /// Whether a save is on its way or about to be.
    waiting: Cell<bool>,
    /// Whether the sheet takes nothing more.
    is_closed: Cell<bool>,
}

impl Keeper {
    fn on(self: Rc<Self>, kind: &str, does: fn(&Rc<Self>, &Event)) {
        hear(&window(), kind, move |event| does(&self, &event));
    }

    /// Says how saving stands: with the words for `said`, in the look of `state`.
    fn say(&self, state: &str, said: &str) {
        set(&self.line, "data-state", Some(state));
        let words = data(&self.line, &format!("data-{said}"));
        self.line.set_text_content(Some(&words));
    }

    fn change(self: &Rc<Self>, event: &Event) {
        if !in_form(event) || self.is_closed.get() {
            return;
        }
        self.written.set(self.written.get() + 1);
        self.say("saving", "saving");
        self.send_in(PAUSE);
    }

    /// The form is on its way as a page: nothing is left to keep here.
    fn leave(&self, event: &Event) {
        if in_form(event) {
            self.kept.set(self.written.get());
        }
    }

    /// Sends after a pause, unless a save is under way: that one goes on with what came meanwhile.
    fn send_in(self: &Rc<Self>, pause: u64) {
        if self.waiting.replace(true) {
            return;
        }
        let keeper = self.clone();
        after(pause, move || {
            keeper.waiting.set(false);
            keeper.send();
        });
    }

    fn fields(&self) -> Option<String> {
        let fields = encoded(&form()?).ok()?;
        let (made, ago) = (data(&self.line, "data-made"), now().saturating_sub(self.opened));
        Some(format!("{fields}&made={made}&ago={ago}"))
    }

    fn send(self: &Rc<Self>) {
        let sent = self.written.get();
        if sent == self.kept.get() || self.waiting.get() {
            return;
        }
        let Some(fields) = self.fields() else {
            return;
        };
        self.waiting.set(true);
        let keeper = self.clone();
        leptos::task::spawn_local(async move {
            let answer = post(&data(&keeper.line, "data-address"), &fields).await;
            keeper.waiting.set(false);
            keeper.learn(answer.as_deref().ok(), sent);
        });
    }

    /// What the server said about what was sent; nothing when it was not reached.
    fn learn(self: &Rc<Self>, answer: Option<&str>, sent: u32) {
        let said = match answer.map(|word| word.trim_matches('"')) {
            Some(said @ ("saved" | "unfit" | "closed")) => said,
            Some("signed-out" | "unknown") => return self.try_again("signed-out"),
            _ => return self.try_again("unreached"),
        };
        self.kept.set(sent);
        self.is_closed.set(said == "closed");
        if sent == self.written.get() || self.is_closed.get() {
            self.say(if said == "saved" { "saved" } else { "unsaved" }, said);
        } else {
            self.send_in(PAUSE);
        }
    }

    fn try_again(self: &Rc<Self>, said: &str) {
        self.say("unsaved", said);
        self.send_in(AGAIN);
    }

    /// The page goes away by another way than its buttons: what is not kept is sent without waiting.
    fn send_last(&self) {
        if self.written.get() == self.kept.get() {
            return;
        }
        if let Some(fields) = self.fields() {
            let address = data(&self.line, "data-address");
            leptos::task::spawn_local(async move {
                // Nobody is left to hear the answer.
                let _sent = post(&address, &fields).await;
            });
        }
    }
}

fn form() -> Option<HtmlFormElement> {
    by_id(SHEET_ITEM)?.dyn_into().ok()
}

fn in_form(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    form().is_some_and(|form| form.contains(target.as_ref()))
}
