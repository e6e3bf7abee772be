//! Lessons: prose with checks in between.

use super::doc::{Doc, Head, Reading};
use crate::lang::Text;
use crate::quiz::Question;

/// A lesson of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Id, version, title and languages.
    pub head: Head,
    /// The course it belongs to.
    pub course: String,
    /// How long it takes to read, in minutes.
    pub minutes: Option<u32>,
    /// When it counts as done.
    pub complete: Complete,
    /// The text before, between and behind the checks, one piece more than there are checks; HTML.
    pub prose: Vec<Text>,
    /// Questions answered in place, in the order written.
    pub checks: Vec<Question>,
    /// The ids of all checks as written, also of those that could not be read.
    pub(crate) outline: Vec<String>,
}

/// When a lesson counts as done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complete {
    /// When the learner says so.
    Read,
    /// When each check has been answered right once.
    Checks,
    /// When the learner says so, at the earliest that many seconds after the page was first sent.
    Time(u32),
}

/// Reads a lesson in the default language.
pub fn read(_doc: &Doc<'_>, _reading: &mut Reading<'_>) -> Option<Lesson> {
    None
}

/// Reads a translation into a lesson.
pub fn translate(_doc: &Doc<'_>, _reading: &mut Reading<'_>, _into: &mut Lesson) {}
