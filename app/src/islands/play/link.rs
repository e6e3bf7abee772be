//! The connection to the server: signs of life, answers that are not lost with it, and one tab at a time.

use std::{cell::Cell, rc::Rc};

use leptos::{
    prelude::{document, window},
    server_fn::ServerFn as _,
    wasm_bindgen::JsCast as _,
};
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, SubmitEvent, VisibilityState};

use super::draft;
use crate::{
    actions::{AnswerPlay, PlaySign},
    islands::{
        browser::{after, all, by_id, data, every, hear, now, number, set, target},
        one_tab,
        post::{PostError, encoded, post},
    },
};

/// How often it is tried whether the server is there again, in milliseconds.
const AGAIN: u64 = 3000;

/// How long it is shown that the connection is back, in milliseconds.
const SHOWN: u64 = 5000;

/// A page's connection.
#[derive(Clone)]
pub(super) struct Link(Rc<State>);

struct State {
    /// Where it is told how the connection is.
    line: Element,
    /// The play.
    play: String,
    /// The fields of a sign.
    sign: String,
    /// Whether the server cannot be reached.
    lost: Cell<bool>,
    /// Whether a sign is on its way.
    signing: Cell<bool>,
    /// Whether an answer is on its way.
    sending: Cell<bool>,
    /// Whether the browser may now send the form itself.
    passing: Cell<bool>,
    /// Whether a later tab has the play.
    closed: Cell<bool>,
    /// Whether the page is going away: what fails then says nothing of the connection.
    leaving: Cell<bool>,
}

impl Link {
    /// The connection of the page's own play; none on a page without one.
    pub(super) fn of_page() -> Option<Self> {
        let line = by_id("play-link")?;
        let play = data(&line, "data-play");
        let sign = format!("play={play}&tab={}", data(&line, "data-tab"));
        Some(Self(Rc::new(State {
            line,
            play,
            sign,
            lost: Cell::new(false),
            signing: Cell::new(false),
            sending: Cell::new(false),
            passing: Cell::new(false),
            closed: Cell::new(false),
            leaving: Cell::new(false),
        })))
    }

    /// Begins: takes the play over from earlier tabs, and hears what happens to the page.
    pub(super) fn start(&self) {
        // From now on answers say which page they come from.
        let tab = data(&self.0.line, "data-tab");
        for field in all("#main input[name=tab]") {
            set(&field, "value", Some(&tab));
            set(&field, "disabled", None);
        }
        draft::keep(&format!("{}-{}", self.0.play, data(&self.0.line, "data-at")));
        let link = self.clone();
        one_tab::claim(&format!("play-{}", self.0.play), move || link.close());
        let link = self.clone();
        hear(&window(), "submit", move |event| link.submitted(&event));
        let link = self.clone();
        hear(&window(), "offline", move |_| link.lose());
        let link = self.clone();
        hear(&window(), "online", move |_| link.sign());
        // Back from another page, the browser may show this one as it was left.
        let link = self.clone();
        hear(&window(), "pageshow", move |_| {
            link.0.sending.set(false);
            link.0.passing.set(false);
            link.0.leaving.set(false);
        });
        let link = self.clone();
        hear(&window(), "pagehide", move |_| link.0.leaving.set(true));
        let link = self.clone();
        every(AGAIN, move || link.look());
        set(&self.0.line, "data-awake", Some(""));
        let Some(pause) = number(&self.0.line, "data-signs") else {
            return;
        };
        self.sign();
        let link = self.clone();
        every(pause * 1000, move || link.sign());
        let link = self.clone();
        hear(&document(), "visibilitychange", move |_| {
            if document().visibility_state() == VisibilityState::Visible {
                link.sign();
            }
        });
    }

    /// Looks whether the server is there again.
    fn look(&self) {
        if self.0.lost.get() {
            self.sign();
        }
    }

    fn sign(&self) {
        let state = &self.0;
        if state.closed.get() || state.signing.replace(true) {
            return;
        }
        let link = self.clone();
        leptos::task::spawn_local(async move {
            let answer = post(PlaySign::PATH, &link.told(link.0.sign.clone())).await;
            link.0.signing.set(false);
            match answer {
                Ok(word) => link.learn(word.trim_matches('"')),
                Err(_) => link.lose(),
            }
        });
    }

    fn learn(&self, word: &str) {
        self.remember(false);
        if self.0.lost.replace(false) {
            self.tell("back", "data-back");
            let link = self.clone();
            after(SHOWN, move || {
                if !link.0.lost.get() {
                    link.tell("", "");
                }
            });
        }
        match word {
            "elsewhere" => self.close(),
            // It was given up meanwhile, or went on to its end elsewhere: the page says so.
            "over" => drop(window().location().reload()),
            // Whoever has to sign in again does so with the next answer, which is kept.
            _ => {}
        }
    }

    fn lose(&self) {
        if !self.0.leaving.get() && !self.0.lost.replace(true) {
            self.remember(true);
            self.tell("lost", "data-lost");
        }
    }

    /// Keeps over a reload that the server could not be reached: the next page tells it.
    fn remember(&self, lost: bool) {
        if let Ok(Some(kept)) = window().session_storage() {
            let name = format!("lost-{}", self.0.play);
            let _kept = if lost {
                kept.set_item(&name, "")
            } else {
                kept.remove_item(&name)
            };
        }
    }

    /// The fields, and that the server could not be reached when that was so.
    fn told(&self, fields: String) -> String {
        let kept = window().session_storage().ok().flatten();
        let name = format!("lost-{}", self.0.play);
        let was_lost = kept
            .and_then(|kept| kept.get_item(&name).ok().flatten())
            .is_some();
        if self.0.lost.get() || was_lost {
            fields + "&lost="
        } else {
            fields
        }
    }

    /// Says how the connection is, in the server's words.
    fn tell(&self, state: &str, said: &str) {
        let line = &self.0.line;
        set(line, "data-state", Some(state));
        line.set_text_content(Some(&data(line, said)));
    }

    /// Leaves the play to a later tab: this one is to read only.
    fn close(&self) {
        self.0.closed.set(true);
        for part in all("#main form, #speak") {
            set(&part, "inert", Some(""));
        }
        if let Some(why) = by_id("elsewhere") {
            set(&why, "hidden", None);
        }
    }

    /// Sends the form with this id, unless something is on its way, or nothing can be.
    pub(super) fn send(&self, form: &str) {
        let state = &self.0;
        if !state.sending.get() && !state.lost.get() && !state.closed.get() {
            request(form);
        }
    }

    /// A form is about to be sent. An answer is sent without leaving the page, so that it is still here when the server
    /// cannot be reached.
    fn submitted(&self, event: &Event) {
        let form = target(event).and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let is_answer =
            |form: &HtmlFormElement| form.get_attribute("action").as_deref() == Some(AnswerPlay::PATH);
        let Some(form) = form.filter(is_answer).filter(|_| !self.0.passing.get()) else {
            return;
        };
        event.prevent_default();
        if self.0.closed.get() || self.0.sending.replace(true) {
            return;
        }
        let button = event.dyn_ref().and_then(SubmitEvent::submitter);
        let link = self.clone();
        leptos::task::spawn_local(async move { link.answer(&form, button).await });
    }

    async fn answer(&self, form: &HtmlFormElement, button: Option<HtmlElement>) {
        let pressed = button.as_ref().map(|button| {
            let (name, value) = (data(button, "name"), data(button, "value"));
            format!("&{name}={value}")
        });
        let fields =
            encoded(form).unwrap_or_default() + &pressed.filter(|pair| pair != "&=").unwrap_or_default();
        // When the time is to stand still, what was typed is no answer yet.
        let stays = ["pause", "resume"]
            .iter()
            .any(|way| fields.contains(&format!("&way={way}")));
        match post(AnswerPlay::PATH, &self.told(fields)).await {
            Ok(_) => {
                if !stays {
                    draft::forget();
                }
                self.remember(false);
                go_on();
            }
            Err(PostError::Unreached) => {
                self.0.sending.set(false);
                self.lose();
                self.tell("lost", "data-unsent");
            }
            // The form's own page says why; what was typed is kept there.
            Err(PostError::Refused(_)) => {
                self.0.passing.set(true);
                let _sent = match button {
                    Some(button) => form.request_submit_with_submitter(Some(&button)),
                    None => form.request_submit(),
                };
            }
        }
    }
}

/// On to what the answer led to. The address differs each time, or the browser would only scroll.
fn go_on() {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let _going = location.replace(&format!("{path}?at={}#now", now()));
}

/// Sends the form with this id as if its button had been pressed.
pub(super) fn request(form: &str) {
    if let Some(form) = by_id(form).and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        let _sent = form.request_submit();
    }
}
