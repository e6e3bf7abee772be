use std::{
    cell::{RefCell, RefMut},
    fmt::Write as _,
    rc::Rc,
};

use leptos::{
    prelude::{document, window},
    server_fn::ServerFn as _,
};
use web_sys::VisibilityState;

use super::{form, order_rows, outbox::Outbox, timer, views};
use crate::{
    actions::SaveAnswers,
    islands::{
        browser::{after, by_id, hear, now, number},
        one_tab,
        post::post,
    },
};

/// How long a change waits for the next one, in milliseconds.
pub(super) const PAUSE: u64 = 400;

/// How long a save that failed waits to be tried again, in milliseconds.
pub(super) const AGAIN: u64 = 3000;

/// What was changed: the place of each question, with the number of its change.
pub(super) type Changes = Vec<(usize, u64)>;

/// What is not kept yet, and how to bring it to the server.
#[derive(Clone)]
pub(super) struct Keeper {
    pub(super) attempt: Rc<str>,
    state: Rc<RefCell<State>>,
}

pub(super) struct State {
    /// How far the server's clock is ahead of this one, in milliseconds.
    pub(super) ahead: i64,
    /// The number of the last change made here.
    pub(super) last: u64,
    /// The number of the last change the server is known to have.
    pub(super) known: u64,
    /// Changes on no way yet.
    pub(super) unsaved: Changes,
    /// Whether the marks to come back to questions are not kept yet.
    pub(super) later: bool,
    /// Whether a save waits for its moment.
    pub(super) waiting: bool,
    /// Whether a save is on its way.
    pub(super) sending: bool,
    /// The purpose for which the form is to be sent once everything is kept.
    pub(super) then: Option<String>,
    /// Whether the browser may now send the form itself.
    pub(super) passing: bool,
    /// Whether a later tab has the attempt.
    pub(super) is_over: bool,
}

impl State {
    /// A change waits to be kept, in place of an earlier one of the same question.
    fn wait_for(&mut self, position: usize, seq: u64) {
        self.unsaved.retain(|(earlier, _)| *earlier != position);
        self.unsaved.push((position, seq));
    }
}

impl Keeper {
    /// What the page's own attempt begins with; none on a page without one.
    pub(super) fn of_page() -> Option<Self> {
        let line = by_id("save-state")?;
        // The server's time when the page was made.
        let made = number(&line, "data-made")?;
        let state = State {
            ahead: made.checked_signed_diff(now())?,
            last: made,
            known: number(&line, "data-known")?,
            unsaved: Changes::new(),
            later: false,
            waiting: false,
            sending: false,
            then: None,
            passing: false,
            is_over: false,
        };
        Some(Self {
            attempt: form::attempt()?.into(),
            state: Rc::new(RefCell::new(state)),
        })
    }

    pub(super) fn state(&self) -> RefMut<'_, State> {
        self.state.borrow_mut()
    }

    /// Begins: takes up what waits, and hears everything that can happen to the page.
    pub(super) fn start(&self) {
        form::kept();
        order_rows::prepare();
        form::say("saved", "saved");
        self.take_up();
        self.catch_up();
        let keeper = self.clone();
        one_tab::claim(&format!("attempt-{}", self.attempt), move || keeper.overtaken());
        views::show();
        hear(&window(), "hashchange", |_| views::go());
        hear(&window(), "resize", |_| views::show());
        let keeper = self.clone();
        hear(&window(), "online", move |_| keeper.send());
        // Back from another page, the browser may show this one as it was left.
        let keeper = self.clone();
        hear(&window(), "pageshow", move |_| keeper.state().passing = false);
        let keeper = self.clone();
        hear(&document(), "visibilitychange", move |_| {
            if document().visibility_state() == VisibilityState::Hidden {
                keeper.send();
            }
        });
        if let Some(left) = by_id("time-left").and_then(|timer| number(&timer, "data-left")) {
            let keeper = self.clone();
            timer::count_down(left, move || keeper.time_is_over());
        }
    }

    /// Takes up what an earlier page of this attempt left in the outbox.
    fn take_up(&self) {
        let Some(fields) = Outbox::of(&self.attempt).read() else {
            return;
        };
        for position in form::positions() {
            if let Some(seq) = form::put_back(position, &fields) {
                let mut state = self.state();
                state.last = state.last.max(seq);
                state.wait_for(position, seq);
                drop(state);
                form::mark(position);
            }
        }
        if let Some(places) = fields.get("later") {
            form::put_back_later(&places);
            self.state().later = true;
            form::positions().into_iter().for_each(form::mark);
        }
        // Unless it is done: then the page has no such button any more.
        let then = fields.get("then").filter(|then| then != "save");
        self.state().then = then.filter(|then| form::button(then).is_some());
        self.keep();
        self.send();
    }

    /// Keeps what was answered and marked before this began: a form can be filled while its scripts still load.
    fn catch_up(&self) {
        for position in form::positions() {
            let is_known = self.state().unsaved.iter().any(|(known, _)| *known == position);
            if form::is_changed(position) && !is_known {
                self.change(position);
            }
            if form::is_later_changed(position) {
                self.mark(position);
            }
        }
    }

    /// A question was answered anew.
    pub(super) fn change(&self, position: usize) {
        let mut state = self.state();
        // Closing the form takes the focus out of it, which a field calls a change.
        if state.is_over {
            return;
        }
        state.last = now().saturating_add_signed(state.ahead).max(state.last + 1);
        let last = state.last;
        state.wait_for(position, last);
        drop(state);
        self.keep();
        form::number(position, last);
        form::mark(position);
        form::say("saving", "saving");
        self.send_in(PAUSE);
    }

    /// A question was marked to come back to, or no longer.
    pub(super) fn mark(&self, position: usize) {
        self.state().later = true;
        self.keep();
        form::mark(position);
        form::say("saving", "saving");
        self.send_in(PAUSE);
    }

    /// The form is about to be sent. Whether to hold it back: first everything is kept, then it goes by itself.
    pub(super) fn hand_in(&self, then: &str) -> bool {
        let mut state = self.state();
        if state.passing {
            return false;
        }
        let is_first = state.then.is_none();
        state.then.get_or_insert_with(|| then.to_owned());
        drop(state);
        if is_first {
            self.keep();
            form::say("saving", "saving");
            self.send();
        }
        true
    }

    fn time_is_over(&self) {
        self.state().then = Some("submit".to_owned());
        self.send();
    }

    /// What waits, as the fields of a save.
    fn fields(&self) -> String {
        let state = self.state();
        let mut fields = String::new();
        for (position, seq) in &state.unsaved {
            let _ = write!(fields, "&seq{position}={seq}&{}", form::fields(*position));
        }
        if state.later {
            let _ = write!(fields, "&later={}", form::later());
        }
        fields
    }

    /// Leaves what waits in the outbox.
    pub(super) fn keep(&self) {
        let mut fields = self.fields();
        if let Some(then) = &self.state().then {
            let _ = write!(fields, "&then={then}");
        }
        Outbox::of(&self.attempt).keep(fields.trim_start_matches('&'));
    }

    pub(super) fn send_in(&self, pause: u64) {
        if !std::mem::replace(&mut self.state().waiting, true) {
            let keeper = self.clone();
            after(pause, move || {
                keeper.state().waiting = false;
                keeper.send();
            });
        }
    }

    /// Sends what waits, unless a save is on its way: that one goes on with what came meanwhile.
    pub(super) fn send(&self) {
        let fields = self.fields();
        let mut state = self.state();
        let is_idle = state.unsaved.is_empty() && !state.later && state.then.is_none();
        if state.sending || state.is_over || state.passing || is_idle {
            return;
        }
        state.sending = true;
        let (sent, fields) = (
            state.unsaved.clone(),
            format!("attempt={}&known={}{fields}", self.attempt, state.known),
        );
        let later = std::mem::take(&mut state.later);
        drop(state);
        let keeper = self.clone();
        leptos::task::spawn_local(async move {
            let answer = post(SaveAnswers::PATH, &fields).await;
            let mut state = keeper.state();
            state.sending = false;
            let is_kept = |word: &String| matches!(word.trim_matches('"'), "saved" | "elsewhere");
            state.later |= later && !answer.as_ref().is_ok_and(is_kept);
            drop(state);
            keeper.learn(answer.as_deref().ok(), &sent);
        });
    }
}
