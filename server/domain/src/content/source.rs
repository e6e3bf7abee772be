//! A content file as text, with the way back from any place in it to line and column.

use super::faults::FileFault;
use super::problem::{Problem, Problems};
use crate::hash::Hash;
use std::collections::BTreeMap;
use std::ops::Range;

/// A place in a file's expanded text, in bytes.
pub type Span = Range<usize>;

/// The largest file that is accepted, in bytes.
pub const MAX_BYTES: usize = 512 * 1024;

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
        if let Some((at, control)) = text
            .char_indices()
            .find(|(_, c)| c.is_control() && !matches!(c, '\t' | '\n'))
        {
            let code = format!("U+{:04X}", control as u32);
            let source = Self::plain(&file.path, text);
            problems.push(source.problem(at..at + control.len_utf8(), &FileFault::ControlCharacter { code }));
            return None;
        }
        Some(Self::plain(&file.path, text))
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
        let plain = Self::plain(&self.path, std::mem::take(&mut self.written));
        let mut text = String::with_capacity(plain.written.len());
        let mut rest = 0;
        for (written, id) in mentions(&plain.written) {
            text.push_str(&plain.written[rest..written.start]);
            rest = written.end;
            let at = text.len();
            if let Some(value) = standards.get(id) {
                text.push_str(value);
                self.used.insert(id.to_owned(), value.clone());
            } else {
                text.push_str(id);
                let fault = FileFault::unknown_standard(id, standards.keys());
                problems.push(plain.problem(written.clone(), &fault));
            }
            self.replaced.push(Replaced {
                text: at..text.len(),
                written,
            });
        }
        text.push_str(&plain.written[rest..]);
        self.text = text;
        self.written = plain.written;
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

/// The places of all `{{std.ID}}` in a text, each within its line, with the ids.
fn mentions(text: &str) -> impl Iterator<Item = (Span, &str)> {
    const OPEN: &str = "{{std.";
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let start = rest + text[rest..].find(OPEN)?;
            rest = start + OPEN.len();
            let line = text[rest..].split('\n').next().unwrap_or("");
            if let Some(length) = line.find("}}") {
                let id = &text[rest..rest + length];
                rest += length + "}}".len();
                return Some((start..rest, id));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> (Source, Problems) {
        let mut source = Source::plain("a.md", text.to_owned());
        let mut problems = Problems::default();
        let standards = BTreeMap::from([("phone".to_owned(), "1 min".to_owned())]);
        source.fill_in(&standards, &mut problems);
        (source, problems)
    }

    #[test]
    fn places_behind_a_standard_lead_back_to_the_written_text() {
        let (source, problems) = filled("电话 {{std.phone}} 内接起\n第二行");
        assert_eq!(source.text, "电话 1 min 内接起\n第二行");
        assert!(problems.is_empty());
        let at = source.text.find("内").unwrap();
        assert_eq!(source.position(at), Position { line: 1, column: 18 });
        let second = source.text.find("第二").unwrap();
        assert_eq!(source.position(second), Position { line: 2, column: 1 });
    }

    #[test]
    fn an_unknown_standard_is_named_where_it_stands() {
        let (_, problems) = filled("a\n{{std.phon}}");
        let problem = problems.iter().next().unwrap();
        assert_eq!(
            (problem.line, problem.column, problem.code),
            (2, 1, "unknown-standard")
        );
        assert!(problem.help.as_ref().unwrap().en.contains("phone"));
    }

    #[test]
    fn what_is_no_mention_stays_and_hides_none_behind_it() {
        let (source, problems) = filled("{{std.phone\n{{std.phone}} {{a|b}}");
        assert_eq!(source.text, "{{std.phone\n1 min {{a|b}}");
        assert!(problems.is_empty());
        assert_eq!(filled("{{std.other}}").0.text, "other");
    }

    #[test]
    fn a_values_change_changes_the_version_of_what_uses_it() {
        let (one, _) = filled("{{std.phone}}");
        let mut other = Source::plain("a.md", "{{std.phone}}".to_owned());
        other.fill_in(
            &BTreeMap::from([("phone".to_owned(), "2 min".to_owned())]),
            &mut Problems::default(),
        );
        assert_ne!(one.version(), other.version());
        assert_eq!(filled("x").0.version(), filled("x").0.version());
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let read = |bytes: &[u8]| {
            let mut problems = Problems::default();
            let file = File {
                path: "a.md".to_owned(),
                bytes: bytes.to_vec(),
            };
            let text = Source::decode(&file, &mut problems).map(|source| source.text);
            (
                text,
                problems
                    .iter()
                    .map(|p| (p.code, p.line, p.column))
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(
            read("\u{feff}a\r\nb".as_bytes()),
            (Some("a\nb".to_owned()), vec![])
        );
        assert_eq!(read(b"ok\nno\xff"), (None, vec![("not-utf8", 2, 3)]));
        assert_eq!(read(b"a\x07"), (None, vec![("control-character", 1, 2)]));
        assert_eq!(read(&vec![b'a'; MAX_BYTES + 1]).1, vec![("too-large", 1, 1)]);
    }
}
