//! How long a lesson is still to be read before it can be done. The server says how long it is and decides when it is
//! over; this only counts from there. Without scripts the line says what was true when the page was sent.

use super::super::browser::{by_id, data, every, now, number, set};

/// When the wait is over, by this device's clock, in milliseconds: written into the line when it is first seen.
const END: &str = "data-end";

/// Counts down in `#lesson-wait`, where the lesson has one: looked for anew each time, since an answered check can put
/// another in its place.
pub(super) fn count_down() {
    every(1000, || {
        let Some(line) = by_id("lesson-wait") else {
            return;
        };
        let left = number(&line, "data-left").unwrap_or(0) * 1000;
        let end = number(&line, END).unwrap_or_else(|| {
            let end = now() + left;
            set(&line, END, Some(&end.to_string()));
            end
        });
        let minutes = end.saturating_sub(now()).div_ceil(60_000);
        let words = data(&line, "data-minutes");
        let said = match usize::try_from(minutes)
            .ok()
            .and_then(|minutes| minutes.checked_sub(1))
        {
            Some(at) => words.lines().nth(at).map(str::to_owned),
            None => Some(data(&line, "data-over")),
        };
        // Only what changed is said again to whoever listens.
        if said.is_some() && line.text_content() != said {
            line.set_text_content(said.as_deref());
        }
    });
}
