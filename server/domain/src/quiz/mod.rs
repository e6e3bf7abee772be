//! Quizzes: reading them, drawing questions, marking answers, and what may be seen of them when.

pub mod decimal;
pub mod gaps;
pub mod model;
pub mod read;
pub mod share;

pub use decimal::Decimal;
pub use model::{
    Accepted, Behaviour, ChoiceOption, Criterion, Draw, Gap, Kind, Moment, Pair, Question, Quiz, Show, Shown,
};
pub use read::{read, translate};
pub use share::Share;
