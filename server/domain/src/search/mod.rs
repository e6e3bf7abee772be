//! Finding what was published by the words in it.
//!
//! Every text is folded once, when a release is read; a question is then looked for in the folded texts from end to
//! end. Two characters of Chinese are enough, no dictionary decides where a word ends, and a thousand pages take
//! about a millisecond.

mod excerpt;
mod fold;
mod index;
mod library;
mod question;

pub use excerpt::Piece;
pub use fold::folded;
pub use index::{Found, Hit, Index};
pub use library::{Indexes, index};

/// What a document is, which also says who may read it and where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A course, by its title and summary.
    Course,
    /// A lesson.
    Lesson,
    /// A text to acknowledge.
    Policy,
    /// A scenario, by its title alone: what happens in it is for the play.
    Scenario,
    /// A quiz, by its title alone.
    Quiz,
    /// A phrase of a list; the id is the list's.
    Phrase,
    /// A phrase that must not be said; the id is the list's. Whatever else is found comes before it.
    Forbidden,
    /// An approved answer.
    Knowledge,
    /// A term of the glossary; the id is the term.
    Term,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// The id of the document it stands in.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its text without marks; may be empty.
    pub text: String,
}
