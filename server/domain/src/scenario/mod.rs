//! Scenarios: role-plays as graphs, proved before they are published, played by a pure engine.
//!
//! [`read`] and [`translate`] read a file and its translations; [`prove`](prove::prove) explores every state a
//! play can reach. [`play`] folds events into a play, [`wording`] looks for phrases in typed replies, [`recording`] says what a spoken one may be, and
//! [`score`] says what an attempt earned once raters have decided.

mod better;
mod choice;
pub mod draft;
mod event;
pub mod faults;
pub mod hint;
pub mod map;
pub mod measure;
pub mod model;
pub mod pace;
pub mod play;
mod practice;
pub mod prove;
pub mod raters;
mod read;
pub mod recording;
mod reply;
pub mod score;
pub mod sitting;
pub mod state;
mod test;
#[cfg(test)]
mod tests;
pub mod traffic;
pub mod wording;

pub use better::better;
pub use model::*;
pub use read::{read, translate};
