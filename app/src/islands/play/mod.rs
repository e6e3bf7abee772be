//! The island around a play: lets the time run, gives the answers their keys, keeps in touch with the server, and leaves
//! the play to a later tab.

mod clock;
mod draft;
mod keys;
mod link;

use leptos::prelude::*;

use super::browser::{by_id, hear, wake};
use link::Link;

/// The id of the form with the answers.
pub const PLAY_ANSWER: &str = "play-answer";

/// The id of the choices: while the focus is in them, their numbers are keys.
pub const PLAY_CHOICES: &str = "play-choices";

/// The id of the form that says the time is up.
pub const PLAY_TIME_OUT: &str = "play-time-out";

/// Makes a play's page alive. The server decides what is in time; without scripts the bar stands still, answers are sent
/// as forms, and nobody is told that the connection is lost.
#[island]
pub fn PlayKeeper() -> impl IntoView {
    wake(|| {
        let Some(link) = Link::of_page() else {
            return;
        };
        hear(&window(), "keydown", |event| keys::press(&event));
        link.start();
        keys::begin();
        if let Some(clock) = by_id("play-clock") {
            clock::run(clock, link);
        }
    });
}
