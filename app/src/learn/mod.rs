//! Learning: which lessons are open and done, checks inside them, and policies.

mod acknowledge;
mod answer;
mod complete;
mod first_sent;
mod progress;

pub(crate) use acknowledge::acknowledge;
pub(crate) use answer::{answer_check, arrangement, given};
pub(crate) use complete::{complete_lesson, is_answered, waits};
pub use first_sent::FirstSent;
pub(crate) use progress::{Progress, acknowledged, before};
