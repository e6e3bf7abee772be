//! The pages about people: all of a role against its requirements, and one person's file.

mod attempts;
mod file;
mod list;
mod matrix;
mod order;
mod powers;
mod sign_off;
mod unassigned;
mod withdraw;

pub(crate) use attempts::Attempts;
pub(crate) use file::PersonFile;
pub(crate) use list::People;
pub(crate) use withdraw::withdraw;
