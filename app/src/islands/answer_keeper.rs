use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use leptos::{prelude::*, server_fn::ServerFn as _};
use serde::{Deserialize, Serialize};
use web_sys::js_sys::Date;

use super::{post::post, quiz_form};
use crate::actions::SaveAnswers;

/// How long a change waits for the next one, in milliseconds.
const PAUSE: u64 = 400;

/// How long a save that failed waits to be tried again, in milliseconds.
const AGAIN: u64 = 3000;

/// The words about saving, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    /// What the answer sheet says of a question: answered, open.
    pub places: [String; 2],
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
    /// Seconds until the deadline; none without one.
    left: Option<u32>,
    /// The words it says.
    texts: KeeperTexts,
    /// The form, made by the server.
    children: Children,
) -> impl IntoView {
    let keeper = StoredValue::new(Keeper {
        attempt,
        texts,
        ahead: 0.0,
        last: now,
        unsaved: Arc::default(),
        waiting: Arc::default(),
    });
    Effect::new(move |_| {
        let here = Date::now();
        keeper.update_value(|keeper| keeper.ahead = now - here);
        if let Some(left) = left {
            tick(here + f64::from(left) * 1000.0);
        }
        window_event_listener_untyped("online", move |_| keeper.with_value(Keeper::send));
    });
    let changed = move |event: web_sys::Event| {
        if let Some(position) = quiz_form::position(&event) {
            keeper.update_value(|keeper| keeper.change(position));
        }
    };
    view! { <div on:input=changed on:change=changed>{children()}</div> }
}

/// What is not kept yet, and how to bring it to the server. The parts shared with saves under way are counted references,
/// and all may change threads: the server drops what it rendered on whichever thread ends the answer.
#[derive(Clone)]
struct Keeper {
    attempt: String,
    texts: KeeperTexts,
    /// How far the server's clock is ahead of this one, in milliseconds.
    ahead: f64,
    /// The number of the last change.
    last: f64,
    /// Changes by question, with their numbers.
    unsaved: Arc<Mutex<BTreeMap<usize, f64>>>,
    /// Whether a save is on its way or about to be.
    waiting: Arc<AtomicBool>,
}

impl Keeper {
    fn unsaved(&self) -> MutexGuard<'_, BTreeMap<usize, f64>> {
        self.unsaved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&mut self, position: usize) {
        self.last = (Date::now() + self.ahead).floor().max(self.last + 1.0);
        quiz_form::number(position, self.last);
        quiz_form::mark(position, &self.texts.places);
        self.unsaved().insert(position, self.last);
        quiz_form::say("saving", &self.texts.saving);
        self.send_in(PAUSE);
    }

    /// Sends after a pause, unless a save is under way: that one goes on with what came meanwhile.
    fn send_in(&self, pause: u64) {
        if !self.waiting.swap(true, Ordering::Relaxed) {
            let keeper = self.clone();
            set_timeout(
                move || {
                    keeper.waiting.store(false, Ordering::Relaxed);
                    keeper.send();
                },
                Duration::from_millis(pause),
            );
        }
    }

    fn send(&self) {
        let sent = self.unsaved().clone();
        if sent.is_empty() || self.waiting.swap(true, Ordering::Relaxed) {
            return;
        }
        let mut fields = format!("attempt={}", self.attempt);
        for (position, seq) in &sent {
            fields.push_str(&format!(
                "&seq{position}={seq:.0}&{}",
                quiz_form::fields(*position)
            ));
        }
        let keeper = self.clone();
        leptos::task::spawn_local(async move {
            let answer = post(SaveAnswers::PATH, &fields).await;
            keeper.waiting.store(false, Ordering::Relaxed);
            keeper.learn(answer.as_deref().ok(), &sent);
        });
    }

    /// What the server said about what was sent; nothing when it was not reached.
    fn learn(&self, answer: Option<&str>, sent: &BTreeMap<usize, f64>) {
        match answer.map(|word| word.trim_matches('"')) {
            Some("saved") => {
                self.unsaved()
                    .retain(|position, seq| sent.get(position) != Some(seq));
                if self.unsaved().is_empty() {
                    return quiz_form::say("saved", &self.texts.saved);
                }
                self.send_in(PAUSE);
            }
            Some("closed") => {
                quiz_form::say("unsaved", &self.texts.closed);
                quiz_form::reload();
            }
            Some("signed-out" | "unknown") => {
                quiz_form::say("unsaved", &self.texts.signed_out);
                self.send_in(AGAIN);
            }
            _ => {
                quiz_form::say("unsaved", &self.texts.unsaved);
                self.send_in(AGAIN);
            }
        }
    }
}

/// Counts down to the moment `end` of this device's clock, then hands in.
fn tick(end: f64) {
    let left = ((end - Date::now()) / 1000.0).ceil().max(0.0);
    // Between 0 and a few thousand seconds.
    quiz_form::clock(left as u32);
    if left <= 0.0 {
        return quiz_form::hand_in();
    }
    set_timeout(move || tick(end), Duration::from_millis(500));
}
