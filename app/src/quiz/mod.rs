//! Taking quizzes: who may start, what the form sends, marking, handing in, rating essays.
//!
//! What a quiz asks and what is right is the domain's; what was answered is the store's. Here both meet,
//! always with the release an attempt began with.

pub(crate) mod answers;
mod check;
mod close;
mod go_on;
mod grading;
pub(crate) mod pinned;
mod posted;
mod rating;
pub(crate) mod regrade;
mod rekeyed;
mod save;
pub(crate) mod standing;
mod start;
mod submit;
mod told;

pub(crate) use check::tries_field;
pub use close::close_overdue;
pub(crate) use rating::{EssayTask, Rated, essay, rate};
pub(crate) use rekeyed::{Judged, judged};
pub(crate) use save::{last_change, save};
pub(crate) use start::start;
pub(crate) use submit::{GAPS, hand_in};
pub(crate) use told::{Told, words_id};
