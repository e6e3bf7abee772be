//! Quizzes: the page before an attempt, the attempt, its result.

mod ask;
mod attempt;
mod behaviour;
mod clock;
mod essay_card;
mod html;
mod intro;
mod open;
mod points;
mod result;
mod review;
mod rules;
mod sequence;
mod sheet;

pub(crate) use attempt::Attempt;
pub(crate) use essay_card::essay_card;
pub(crate) use intro::Quiz;
pub(crate) use result::state_word;
pub(in crate::pages) use review::with_key;
