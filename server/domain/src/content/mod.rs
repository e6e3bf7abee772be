//! Content: Markdown files with front matter, checked as a whole folder.
//!
//! Reading never fails: every reader returns what it could read and adds what is wrong to [`problem::Problems`].
//! A folder with an error yields no library, so nothing half-right is ever published.

pub mod body;
pub mod doc;
pub mod faults;
pub mod front;
pub mod html;
pub mod lesson;
pub mod markdown;
pub mod phrases;
pub mod problem;
pub mod requirement;
pub mod role;
pub mod sections;
pub mod source;
pub mod texts;
pub mod values;
pub mod yaml;
