//! Forms: one mechanism for all of them, the same with and without scripts.
//!
//! A form posts to an action. The action ends in an [`Outcome`]; the server's middleware turns it into a
//! redirect, and leaves what the next page should show (a notice, or the errors and what was typed) as a
//! one-time [`Flash`]. Every form carries the session's token and an idempotency key.

mod act;
mod confirm;
mod flash;
mod form;
mod posted;
mod returned;

pub use act::{Act, Done, Outcome, OutcomeSlot, call, run};
pub(crate) use confirm::WithReason;
pub use flash::{Flash, Flashes};
pub(crate) use form::{Form, action};
pub use posted::{Posted, pairs};
pub(crate) use returned::Returned;
