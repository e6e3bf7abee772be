//! Reports on quizzes: what the store holds of attempts, brought together with what was asked in them.

mod csv;
mod quiz;
mod wording;

pub use csv::statistics_csv;
pub(crate) use quiz::{Asked, QuizReport, may_read};
pub(crate) use wording::{flag, length, letter, share};
