//! Practice: the book of one's own mistakes, questions by topic, and role-plays.

mod book;
mod overview;
mod question;
mod scenarios;
mod topic;

pub(crate) use book::MistakeBook;
pub(crate) use overview::Practice;
pub(crate) use topic::PracticeTopic;
