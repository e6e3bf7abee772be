use leptos::prelude::*;

use super::browser::{by_id, data, every, now, number, wake};

/// Counts in `#sheet-running` how long an interview has been running. Without scripts nothing is shown: a clock that
/// stands is wrong.
#[island]
pub fn SheetClock() -> impl IntoView {
    wake(|| {
        let Some(clock) = by_id("sheet-running") else {
            return;
        };
        let begun = now().saturating_sub(number(&clock, "data-gone").unwrap_or(0) * 1000);
        let word = data(&clock, "data-word");
        let tick = move || {
            let seconds = now().saturating_sub(begun) / 1000;
            let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
            let time = match hours {
                0 => format!("{minutes:02}:{:02}", seconds % 60),
                _ => format!("{hours}:{minutes:02}:{:02}", seconds % 60),
            };
            clock.set_text_content(Some(&word.replace('%', &time)));
        };
        tick();
        every(1000, tick);
    });
}
