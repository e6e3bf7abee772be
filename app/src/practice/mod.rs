//! Practice: the book of one's own mistakes, and questions by topic. Ungraded, without end, and nobody else's business:
//! everything here is read and written with the learner's own right, and nothing of it is evidence.

mod answer;
mod book;
mod topics;

pub(crate) use answer::{ANSWERED, answer, is_right};
pub(crate) use book::{Book, Entry};
pub(crate) use topics::{path, questions, title, topics};
