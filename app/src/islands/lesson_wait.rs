use std::time::Duration;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::js_sys::Date;

/// How often it looks at the time.
const TICK: Duration = Duration::from_secs(1);

/// The words of the wait, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LessonWaitTexts {
    /// How long it still is: for one minute, for two and so on.
    pub minutes: Vec<String>,
    /// That it is over.
    pub over: String,
}

/// How long a lesson is still to be read before it can be done. The server says how long it is and decides when it is
/// over; this only counts from there. Without scripts it says what was true when the page was sent.
#[island]
pub fn LessonWait(
    /// Seconds left when the page was made.
    seconds: u32,
    /// The words for it.
    texts: LessonWaitTexts,
) -> impl IntoView {
    let left = RwSignal::new(seconds);
    Effect::new(move |_| {
        let opened = Date::now();
        let tick = move || {
            let gone = ((Date::now() - opened) / 1000.0).max(0.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 and more, and a page is open for hours, not for a century"
            )]
            left.set(seconds.saturating_sub(gone as u32));
        };
        // Without a timer it stands still, as without scripts.
        let _timer = set_interval_with_handle(tick, TICK);
    });
    let minutes = Memo::new(move |_| left.get().div_ceil(60) as usize);
    let words = move || match minutes.get().checked_sub(1) {
        Some(at) => texts.minutes.get(at).cloned().unwrap_or_default(),
        None => texts.over.clone(),
    };
    view! {
        <p class="foot-note" role="status">
            {words}
        </p>
    }
}
