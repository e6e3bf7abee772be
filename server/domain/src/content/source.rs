//! A content file as text, with the way back from any place in it to line and column.

use super::faults::FileFault;
use super::marks::{controls, mentions};
use super::problem::{Problem, Problems};
use crate::hash::Hash;
use std::collections::BTreeMap;
use std::ops::Range;

/// A place in a file's expanded text, in bytes.
pub type Span = Range<usize>;

/// The largest file that is accepted, in bytes.
pub const MAX_BYTES: usize = 512 * 1024;

/// A file with so many control characters is none that people wrote.
const MAX_CONTROLS: usize = 100;

/// A file of a content folder as it came: a path relative to the folder, with `/`, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Relative to the content folder, parts separated by `/`.
    pub path: String,
    /// The bytes as they were found.
    pub bytes: Vec<u8>,
}

/// Line and column, both counted from 1; columns count characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// The text of one file: byte-order mark removed, lines ended by LF, standards filled in.
///
/// All spans point into [`Source::text`]; [`Source::position`] leads back to the file as the author sees it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Relative to the content folder.
    pub path: String,
    /// What everything else reads.
    pub text: String,
    /// The text as the author wrote it, with the standards' references in it.
    pub written: String,
    /// Where the lines of the written text begin.
    lines: Vec<usize>,
    /// The places where a standard's value replaced its reference, in order.
    replaced: Vec<Replaced>,
    /// The standards the text uses, with the values filled in; part of the document's version.
    used: BTreeMap<String, String>,
}

#[derive(Clone, Debug)]
struct Replaced {
    text: Span,
    written: Span,
}

impl Source {
    /// Decodes a file, or reports why it cannot be read as text.
    pub fn decode(file: &File, problems: &mut Problems) -> Option<Self> {
        let fault = |offset: usize, fault: FileFault| {
            let before = &file.bytes[..offset];
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            let start = before
                .iter()
                .rposition(|byte| *byte == b'\n')
                .map_or(0, |at| at + 1);
            let line_before = String::from_utf8_lossy(&before[start..]);
            let column = 1 + line_before.trim_start_matches('\u{feff}').chars().count();
            Problem::at(&file.path, Position { line, column }, &fault)
        };
        if file.bytes.len() > MAX_BYTES {
            problems.push(fault(
                0,
                FileFault::TooLarge {
                    kib: file.bytes.len().div_ceil(1024),
                },
            ));
            return None;
        }
        let text = match std::str::from_utf8(&file.bytes) {
            Ok(text) => text,
            Err(error) => {
                problems.push(fault(error.valid_up_to(), FileFault::NotUtf8 {}));
                return None;
            }
        };
        let text = text
            .strip_prefix('\u{feff}')
            .unwrap_or(text)
            .replace("\r\n", "\n");
        let mut source = Self::plain(&file.path, text);
        let controls = controls(&source.written);
        let (mut told, mut returns) = (0, 0);
        for (span, _) in &controls {
            let control = source.written[span.clone()].chars().next().unwrap_or_default();
            returns += usize::from(control == '\r');
            // Lines that end in the old way are one mistake, not one each.
            if control == '\r' && returns > 1 {
                continue;
            }
            let code = format!("U+{:04X}", control as u32);
            problems.push(source.problem(span.clone(), &FileFault::ControlCharacter { code }));
            told += 1;
            if told == MAX_CONTROLS {
                return None;
            }
        }
        if !controls.is_empty() {
            source.substitute(controls);
        }
        Some(source)
    }

    /// Replaces places of the written text, in order and apart from each other.
    fn substitute(&mut self, places: Vec<(Span, String)>) {
        let mut text = String::with_capacity(self.written.len());
        let mut rest = 0;
        self.replaced.clear();
        for (written, instead) in places {
            text.push_str(&self.written[rest..written.start]);
            rest = written.end;
            let at = text.len();
            text.push_str(&instead);
            self.replaced.push(Replaced {
                text: at..text.len(),
                written,
            });
        }
        text.push_str(&self.written[rest..]);
        self.text = text;
    }

    /// A source whose text stands as it is.
    #[must_use]
    pub fn plain(path: &str, text: String) -> Self {
        let written = text.clone();
        let behind = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(behind).collect();
        Self {
            path: path.to_owned(),
            text,
            written,
            lines,
            replaced: Vec::new(),
            used: BTreeMap::new(),
        }
    }

    /// Replaces every `{{std.ID}}` by its value; reports the ids nobody defined, for which the id itself stands.
    pub fn fill_in(&mut self, standards: &BTreeMap<String, String>, problems: &mut Problems) {
        let mut places = controls(&self.written);
        let plain = Self::plain(&self.path, self.written.clone());
        for (written, id) in mentions(&plain.written) {
            places.retain(|(control, _)| control.end <= written.start || written.end <= control.start);
            let value = standards.get(id);
            if let Some(value) = value {
                self.used.insert(id.to_owned(), value.clone());
            } else {
                let fault = FileFault::unknown_standard(id, standards.keys());
                problems.push(plain.problem(written.clone(), &fault));
            }
            places.push((written, value.map_or(id, String::as_str).to_owned()));
        }
        places.sort_by_key(|(place, _)| place.start);
        self.substitute(places);
    }

    /// The ids of the standards the text mentions.
    pub fn mentioned(&self) -> impl Iterator<Item = &str> {
        mentions(&self.written).map(|(_, id)| id)
    }

    /// The document's version: the hash of its source and of the standards' values it uses.
    #[must_use]
    pub fn version(&self) -> Hash {
        let used = self
            .used
            .iter()
            .flat_map(|(id, value)| [id.as_bytes(), value.as_bytes()]);
        Hash::of_parts(std::iter::once(self.written.as_bytes()).chain(used))
    }

    /// Line and column of a byte of the expanded text, in the file as written.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let at = self.written_offset(offset);
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).map_or(0, |line| self.lines[line]);
        Position {
            line,
            column: 1 + self.written[start..at].chars().count(),
        }
    }

    /// A problem at a span of the expanded text.
    #[must_use]
    pub fn problem(&self, span: Span, fault: &impl super::problem::Fault) -> Problem {
        let written = self.written_offset(span.start)..self.written_offset(span.end);
        let mut problem = Problem::at(&self.path, self.position(span.start), fault);
        problem.span = written.start..written.end.max(written.start);
        problem
    }

    fn written_offset(&self, offset: usize) -> usize {
        let before = self
            .replaced
            .partition_point(|replaced| replaced.text.start <= offset);
        let mut at = match self.replaced[..before].last() {
            Some(Replaced { text, written }) if offset < text.end => return written.start,
            Some(Replaced { text, written }) => written.end + (offset - text.end),
            None => offset,
        };
        at = at.min(self.written.len());
        while !self.written.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

#[cfg(test)]
mod tests;
