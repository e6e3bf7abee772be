//! What holds in every body: links lead somewhere, raw HTML shows as text, bold closes.

use super::bold::unclosed;
use super::faults::BodyFault;
use super::format::Format;
use super::markdown::{Block, BlockKind, Inline, InlineKind};
use super::problem::Problems;
use super::source::{Source, Span};
use crate::hash::Hash;
use std::collections::BTreeMap;

/// What links can lead to: the paths of all files of the folder, named as in the default language.
pub type Paths = BTreeMap<String, Leads>;

/// What stands at a path that a link can lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// A Markdown file: a document of this format, or none when it is for whoever looks into the folder.
    Markdown(Option<Format>),
    /// A picture or another file, with these bytes.
    Media(Hash),
}

/// Reports raw HTML, links to nowhere and bold that does not close, in blocks of ordinary text.
pub fn inspect(source: &Source, blocks: &[Block], paths: &Paths, problems: &mut Problems) {
    let mut inspector = Inspector {
        source,
        paths,
        problems,
    };
    inspector.blocks(blocks);
}

/// The same for inlines that stand alone.
pub fn inspect_inlines(source: &Source, inlines: &[Inline], paths: &Paths, problems: &mut Problems) {
    Inspector {
        source,
        paths,
        problems,
    }
    .line(inlines);
}

struct Inspector<'a> {
    source: &'a Source,
    paths: &'a Paths,
    problems: &'a mut Problems,
}

impl Inspector<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) => self.line(inlines),
                BlockKind::Quote(inner) => self.blocks(inner),
                BlockKind::List(_, items) => items.iter().for_each(|item| self.blocks(&item.blocks)),
                BlockKind::Table(head, rows) => {
                    rows.iter()
                        .flatten()
                        .chain(head)
                        .for_each(|cell| self.line(&cell.inlines));
                }
                BlockKind::Html(_) => self.raw_html(block.span.clone()),
                BlockKind::Code(..) | BlockKind::Rule => {}
            }
        }
    }

    /// Inlines that stand together: bold may span several of them.
    fn line(&mut self, inlines: &[Inline]) {
        for span in unclosed(&self.source.text, inlines) {
            self.problems
                .push(self.source.problem(span, &BodyFault::BoldColon {}));
        }
        self.inlines(inlines);
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Html(_) => self.raw_html(inline.span.clone()),
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => self.inlines(inner),
                InlineKind::Link(target, inner) | InlineKind::Image(target, inner, _) => {
                    self.link(target, inline.span.clone());
                    self.inlines(inner);
                }
                _ => {}
            }
        }
    }

    fn raw_html(&mut self, span: Span) {
        self.problems
            .push(self.source.problem(span, &BodyFault::RawHtml {}));
    }

    fn link(&mut self, target: &str, span: Span) {
        let target = target.to_owned();
        match classify(&self.source.path, &target) {
            Link::External => {}
            Link::File(path) if self.paths.contains_key(&path) => {}
            Link::File(_) => self
                .problems
                .push(self.source.problem(span, &BodyFault::DeadLink { target })),
            Link::Forbidden => self
                .problems
                .push(self.source.problem(span, &BodyFault::BadLink { target })),
        }
    }
}

/// What a link's target is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Another site, or a mail address.
    External,
    /// A file of the content folder, by its path in it.
    File(String),
    /// Anything else.
    Forbidden,
}

/// Reads a target as written in the file `from`.
#[must_use]
pub fn classify(from: &str, target: &str) -> Link {
    let lower = target.to_ascii_lowercase();
    if ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
    {
        return Link::External;
    }
    let path = target.split(['#', '?']).next().unwrap_or("");
    let has_scheme = path.split('/').next().is_some_and(|first| first.contains(':'));
    if path.is_empty() || has_scheme || path.starts_with('/') || path.contains('\\') {
        return Link::Forbidden;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                if parts.pop().is_none() {
                    return Link::Forbidden;
                }
            }
            part => parts.push(part),
        }
    }
    Link::File(decode(&parts.join("/")))
}

/// Undoes percent-encoding, which Markdown editors put into links with Chinese names.
fn decode(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes
            .get(at + 1..at + 3)
            .and_then(|hex| std::str::from_utf8(hex).ok());
        match (bytes[at], code.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read_relative_to_their_file() {
        let from = "courses/a/lesson.md";
        assert_eq!(
            classify(from, "../../policies/p.md#x"),
            Link::File("policies/p.md".to_owned())
        );
        assert_eq!(
            classify(from, "%E5%9B%BE.png"),
            Link::File("courses/a/图.png".to_owned())
        );
        assert_eq!(classify(from, "HTTPS://example.org"), Link::External);
        for bad in [
            "javascript:alert(1)",
            "/etc/passwd",
            "../../../x.md",
            "",
            "#a",
            "data:text/html,x",
        ] {
            assert_eq!(classify(from, bad), Link::Forbidden, "{bad}");
        }
    }
}
