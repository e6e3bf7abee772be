//! Quizzes: reading them, drawing questions, marking answers, and what may be seen of them when.

mod above;
mod arrange;
pub mod behaviour;
pub(crate) mod body;
mod chance;
mod chips;
mod choice;
mod cloze;
mod compare;
pub mod counting;
pub mod decimal;
pub mod draw;
mod essay;
pub mod faults;
pub mod gaps;
mod graft;
mod hints;
mod lines;
pub mod mark;
pub mod model;
pub mod navigation;
pub mod normalise;
mod number;
mod parts;
mod pool;
mod question;
pub(crate) mod questions;
pub mod raters;
pub mod read;
pub mod regrade;
pub mod share;
pub mod show;
pub mod standing;
pub mod statistics;

pub use behaviour::{Behaviour, Certainty, Stakes, Tried, asks_certainty, checks, is_locked, mark_tried};
pub use counting::{Counting, Counts, counted};
pub use decimal::Decimal;
pub use draw::{Drawn, arrange, draw};
pub use gaps::fill_gaps;
pub use mark::{Mark, Marked, Outcome, grade, mark, rated, to_authored, to_shown};
pub use model::{
    Accepted, ChoiceOption, Criterion, Draw, Gap, Kind, Moment, Pair, Question, Quiz, Show, Shown,
};
pub use navigation::{Navigation, OutOfTurn, leave, takes, turn};
pub use read::{read, translate};
pub use share::Share;
pub use show::{Visible, visible};
pub use standing::{Allowance, May, Past, Rules, Standing};

#[cfg(test)]
mod tests;
