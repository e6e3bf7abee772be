//! The time at a node: a bar, a number now and then, and two words for whoever does not see them.

use std::cell::Cell;

use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlFormElement, HtmlTextAreaElement};

use super::{PLAY_ANSWER, PLAY_TIME_OUT, link::Link};
use crate::islands::browser::{by_id, data, every, first, now, number, set};

/// How long after the server's end the form is sent, in milliseconds: so that the server agrees.
const LATE: u64 = 500;

/// From when on every second is shown.
const LAST: u64 = 10;

/// For how many seconds the time is shown around the half.
const AROUND: u64 = 3;

/// Lets the time run, and sends the form behind it when it is up.
pub(super) fn run(clock: Element, link: Link) {
    let Some(left) = number(&clock, "data-left") else {
        return;
    };
    let limit = number(&clock, "max").unwrap_or(0);
    let end = now() + left;
    let leads_on = clock.has_attribute("data-leads-on");
    let due = Cell::new(Due::of(limit, left.div_ceil(1000)));
    every(500, move || {
        let seconds = end.saturating_sub(now()).div_ceil(1000);
        show(&clock, limit, seconds);
        due.set(due.get().tell(&clock, seconds));
        if leads_on && now() > end + LATE {
            link.send(if is_written() { PLAY_ANSWER } else { PLAY_TIME_OUT });
        }
    });
}

/// Whether something was written that could be sent: it is too late by now, and kept all the same.
fn is_written() -> bool {
    let words = first("#play-answer textarea").and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let form = by_id(PLAY_ANSWER).and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    words.is_some_and(|words| !words.value().trim().is_empty())
        && form.is_some_and(|form| form.check_validity())
}

/// What is still to be told aloud, in seconds left: the half, the last seconds, and that they are over. A page that comes
/// later tells only what is still ahead.
#[derive(Clone, Copy)]
struct Due {
    half: Option<u64>,
    last: Option<u64>,
    end: Option<u64>,
}

impl Due {
    fn of(limit: u64, left: u64) -> Self {
        let half = limit / 2;
        Self {
            // A half that is among the last seconds would be told twice.
            half: Some(half).filter(|half| *half > LAST && left + AROUND > *half),
            last: Some(LAST).filter(|last| limit > *last && left > 0),
            end: Some(0).filter(|_| left > 0),
        }
    }

    fn tell(self, clock: &Element, seconds: u64) -> Self {
        let is_due = |moment: Option<u64>| moment.is_some_and(|moment| seconds <= moment);
        if !is_due(self.half) && !is_due(self.last) && !is_due(self.end) {
            return self;
        }
        if let Some(line) = by_id("play-told") {
            line.set_text_content(Some(&words(clock, seconds)));
        }
        Self {
            half: None,
            last: self.last.filter(|last| seconds > *last),
            end: self.end.filter(|end| seconds > *end),
        }
    }
}

fn words(clock: &Element, seconds: u64) -> String {
    match seconds {
        0 => data(clock, "data-over"),
        n => data(clock, "data-word").replace('%', &n.to_string()),
    }
}

/// The seconds left: as the bar, in its words, and as a number at half time and at the end.
fn show(clock: &Element, limit: u64, seconds: u64) {
    let words = words(clock, seconds);
    let half = limit / 2;
    let is_told = seconds <= LAST || (seconds <= half && seconds + AROUND > half);
    let low = (seconds <= LAST).then_some("");
    set(clock, "value", Some(&seconds.to_string()));
    set(clock, "data-low", low);
    clock.set_text_content(Some(&words));
    if let Some(figure) = by_id("play-seconds") {
        set(&figure, "data-low", low);
        let limit = data(clock, "data-limit");
        figure.set_text_content(Some(if is_told { &words } else { &limit }));
    }
}
