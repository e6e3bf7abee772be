use std::time::Duration;

use leptos::prelude::*;
use web_sys::js_sys::Date;

/// How long an interview has been running. Without scripts nothing is shown: a clock that stands is wrong.
#[island]
pub fn SheetClock(
    /// Whole seconds from the beginning until the page was made.
    gone: u32,
    /// The words around the time, with `%` in its place.
    word: String,
) -> impl IntoView {
    let seconds = RwSignal::new(None::<u32>);
    Effect::new(move |_| {
        let opened = Date::now();
        let tick = move || {
            let since = ((Date::now() - opened) / 1000.0).max(0.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a page is open for hours, not for a century"
            )]
            seconds.set(Some(gone + since as u32));
        };
        tick();
        // Without a timer the clock stands still.
        let _timer = set_interval_with_handle(tick, Duration::from_secs(1));
    });
    let shown = move || {
        let seconds = seconds.get()?;
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        let time = match hours {
            0 => format!("{minutes:02}:{:02}", seconds % 60),
            _ => format!("{hours}:{minutes:02}:{:02}", seconds % 60),
        };
        Some(word.replace('%', &time))
    };
    view! { <span class="sheet-running">{shown}</span> }
}
