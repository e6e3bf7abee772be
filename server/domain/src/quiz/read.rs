//! Reading a quiz.

use super::model::Quiz;
use crate::content::doc::{Doc, Reading};

/// Reads a quiz in the default language.
pub fn read(_doc: &Doc<'_>, _reading: &mut Reading<'_>) -> Option<Quiz> {
    None
}

/// Reads a translation into a quiz.
pub fn translate(_doc: &Doc<'_>, _reading: &mut Reading<'_>, _into: &mut Quiz) {}
