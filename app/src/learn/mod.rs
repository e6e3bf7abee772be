//! Learning: which lessons are open and done, checks inside them, and policies.

mod acknowledge;
mod answer;
mod complete;
mod first_sent;
mod place;
mod progress;

pub(crate) use acknowledge::acknowledge;
pub(crate) use answer::{answer_check, arrangement, given};
pub(crate) use complete::{Standing, checks_left, complete_lesson, in_order, waits};
pub use first_sent::FirstSent;
pub(crate) use place::{keep_place, place_of};
pub(crate) use progress::{Progress, acknowledged, before};
