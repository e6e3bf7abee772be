//! Where front matter stands in a file, and what can be an id.

use super::faults::FrontFault;
use super::problem::Problems;
use super::source::{Source, Span};

pub use super::fields::Fields;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// Front matter and body of a file, not yet read.
#[derive(Clone, Debug)]
pub struct Halves {
    /// The YAML between the `---` lines.
    pub front: Span,
    /// The Markdown behind them.
    pub body: Span,
}

/// Finds the `---` lines.
pub fn split(source: &Source, problems: &mut Problems) -> Option<Halves> {
    let text = &source.text;
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    if first.trim_end() != "---" {
        problems.push(source.problem(0..first.trim_end().len(), &FrontFault::Missing {}));
        return None;
    }
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Some(Halves {
                front: first.len()..at,
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    problems.push(source.problem(0..3, &FrontFault::Unterminated {}));
    None
}

/// Whether a text can be an id: lower-case ASCII letters, digits and hyphens.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
