//! Quizzes: the page before an attempt, the attempt, its result.

mod ask;
mod attempt;
mod essay_card;
mod html;
mod intro;
mod open;
mod result;
mod review;
mod sheet;

pub(crate) use attempt::Attempt;
pub(crate) use essay_card::essay_card;
pub(crate) use intro::Quiz;
