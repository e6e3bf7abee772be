//! Content: Markdown files with front matter, checked as a whole folder.
//!
//! Reading never fails: every reader returns what it could read and adds what is wrong to [`problem::Problems`].
//! A folder with an error yields no library, so nothing half-right is ever published.

pub mod anchors;
pub mod body;
mod bold;
pub mod checklist;
pub mod course;
pub mod doc;
pub mod faults;
pub mod fields;
pub mod folder;
pub mod format;
pub mod front;
mod front_words;
pub mod glossary;
pub mod html;
pub mod items;
pub mod knowledge;
pub mod layout;
pub mod lesson;
pub mod library;
pub mod markdown;
mod marks;
mod page;
pub mod phrases;
pub mod place;
mod plain_text;
pub mod policy;
pub mod problem;
mod references;
pub mod requirement;
pub mod review;
pub mod role;
mod say_pairs;
pub mod sections;
mod shelves;
pub mod site;
pub mod source;
pub mod standards;
pub mod texts;
pub mod values;
pub mod yaml;

pub use folder::{Checked, check};
pub use library::{Library, address};
pub use plain_text::{excerpt, plain_text};
pub use source::File;
