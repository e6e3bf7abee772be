//! The island around an attempt's form: keeps answers as they are given, shows one question at a time on a narrow
//! screen, counts the time down.

mod answer_keeper;
mod form;
mod keeper;
mod order_rows;
mod outbox;
mod outcome;
mod timer;
mod views;

pub use answer_keeper::AnswerKeeper;
