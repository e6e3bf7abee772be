//! Quizzes: the page before an attempt, the attempt, its result.

mod ask;
mod attempt;
mod html;
mod intro;
mod open;
mod result;
mod review;

pub(crate) use attempt::Attempt;
pub(crate) use intro::Quiz;
