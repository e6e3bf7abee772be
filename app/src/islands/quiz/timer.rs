//! The time left, counted on a clock that nobody sets.

use leptos::prelude::window;

use super::form;
use crate::islands::browser::{after, whole};

/// Counts down from now and then runs `over`. Reads the browser's steady clock: setting the device's clock changes
/// nothing, and the server decides anyway.
pub(super) fn count_down(seconds: u64, over: impl FnOnce() + 'static) {
    tick(now() + seconds * 1000, over);
}

fn tick(end: u64, over: impl FnOnce() + 'static) {
    let left = end.saturating_sub(now()).div_ceil(1000);
    form::clock(left);
    form::tell(left);
    if left == 0 {
        return over();
    }
    after(500, move || tick(end, over));
}

/// Milliseconds since the page was opened.
fn now() -> u64 {
    window().performance().map_or(0, |clock| whole(clock.now()))
}
