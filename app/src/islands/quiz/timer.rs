//! The time left, counted on a clock that nobody sets.

use std::time::Duration;

use leptos::prelude::{set_timeout, window};

use super::form;

/// Counts down from now and then runs `over`. Reads the browser's steady clock: setting the device's clock changes
/// nothing, and the server decides anyway.
pub(super) fn count_down(seconds: u32, over: impl FnOnce() + 'static) {
    tick(now() + f64::from(seconds), over);
}

fn tick(end: f64, over: impl FnOnce() + 'static) {
    let left = (end - now()).ceil().max(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole seconds from 0 to a quiz's limit"
    )]
    form::clock(left as u32);
    if left <= 0.0 {
        return over();
    }
    set_timeout(move || tick(end, over), Duration::from_millis(500));
}

/// Seconds since the page was opened.
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now() / 1000.0)
}
