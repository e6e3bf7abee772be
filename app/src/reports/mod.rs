//! Reports on quizzes and role-plays: what the store holds of them, brought together with what was asked.

mod csv;
mod quiz;
mod scenario;
mod wording;

pub use csv::statistics_csv;
pub(crate) use quiz::{Asked, QuizReport, Reader, may_read};
pub(crate) use scenario::ScenarioReport;
pub(crate) use wording::{flag, length, letter, share};
