//! What attempts say about quizzes, for trainers and supervisors; no names.

mod chart;
mod list;
mod options;
mod questions;
mod quiz;
mod scenario;

pub(crate) use list::{QuizReports, Reports};
pub(crate) use quiz::QuizReportPage;
pub(crate) use scenario::ScenarioReportPage;
