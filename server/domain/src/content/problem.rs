//! What the checker says: problems with a place, a severity and words in both languages.

use super::source::{Position, Span};
use crate::lang::Words;
use serde::Serialize;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Never published.
    Error,
    /// Published; `check --strict` fails.
    Warning,
    /// For information.
    Note,
}

/// One mistake, where it was made and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Relative to the content folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The place in bytes of the file as written (byte-order mark removed, lines ended by LF).
    pub span: Span,
    /// How bad it is.
    pub severity: Severity,
    /// A stable name of the rule that was broken.
    pub code: &'static str,
    /// What is wrong.
    pub message: Words,
    /// How to mend it, where that can be said.
    pub help: Option<Words>,
}

/// A rule that can be broken; made by [`faults!`](super::faults).
pub trait Fault {
    /// A stable name of the rule, in kebab-case.
    fn code(&self) -> &'static str;
    /// How bad breaking it is.
    fn severity(&self) -> Severity;
    /// What is wrong, in both languages.
    fn message(&self) -> Words;
    /// How to mend it; empty texts when there is nothing to add.
    fn help(&self) -> Words;
}

impl Problem {
    /// A problem at a position whose extent is not known.
    pub fn at(file: &str, position: Position, fault: &impl Fault) -> Self {
        let help = fault.help();
        Self {
            file: file.to_owned(),
            line: position.line,
            column: position.column,
            span: 0..0,
            severity: fault.severity(),
            code: fault.code(),
            message: fault.message(),
            help: (!help.en.is_empty()).then_some(help),
        }
    }
}

/// All the problems of a folder.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Adds all of another list.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// In the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// Whether nothing at all was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something forbids publishing.
    #[must_use]
    pub fn any_error(&self) -> bool {
        self.0.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// By file, line and column, each said once.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Problem> {
        self.0.sort_by(|a, b| {
            (&a.file, a.line, a.column, a.severity, a.code)
                .cmp(&(&b.file, b.line, b.column, b.severity, b.code))
        });
        self.0.dedup();
        self.0
    }
}

/// Declares an enum of rules that can be broken: name, severity, code, then message and help in English and Chinese.
///
/// The tables made with it are the checker's own reference: what it can say stands in one place per format.
macro_rules! faults {
    ($(#[$meta:meta])* $name:ident: $(
        $variant:ident { $($field:ident: $type:ty),* } $severity:ident $code:literal
            en $en:literal $en_help:literal
            zh $zh:literal $zh_help:literal
    )*) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant's English message says what it means")]
        pub enum $name { $($variant { $($field: $type),* }),* }

        impl $crate::content::problem::Fault for $name {
            fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),* }
            }
            fn severity(&self) -> $crate::content::problem::Severity {
                match self { $(Self::$variant { .. } => $crate::content::problem::Severity::$severity),* }
            }
            fn message(&self) -> $crate::lang::Words {
                match self { $(Self::$variant { $($field),* } => {
                    $(let _ = $field;)*
                    $crate::lang::Words { zh: format!($zh), en: format!($en) }
                }),* }
            }
            fn help(&self) -> $crate::lang::Words {
                match self { $(Self::$variant { $($field),* } => {
                    $(let _ = $field;)*
                    $crate::lang::Words { zh: format!($zh_help), en: format!($en_help) }
                }),* }
            }
        }
    };
}
pub(crate) use faults;

/// The known word nearest to `word`, when it is near enough to be a slip of the fingers.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let limit = (length / 3).max(1) + 1;
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        // Of one letter, or of two, another word shares nothing when all of it must change.
        .filter(|(distance, candidate)| {
            *distance <= limit && *distance < length.max(candidate.chars().count())
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Edits (insert, delete, replace, swap neighbours) from one word to another: optimal string alignment.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut best = change.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(rows[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_does_not() {
        let known = ["pass", "attempts", "shuffle", "behaviour"];
        assert_eq!(nearest("atempts", known), Some("attempts"));
        assert_eq!(nearest("behavior", known), Some("behaviour"));
        assert_eq!(nearest("psas", known), Some("pass"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("b", ["a", "end"]), None);
        assert_eq!(nearest("bb", ["b"]), Some("b"));
    }
}
