//! Front matter as a tree in which every key and value knows its place.
//!
//! Built from the parser's events rather than from its tree, because anchors, aliases, tags and duplicate
//! keys must be seen to be refused.

use super::faults::FrontFault;
use super::front_words::unread;
use super::problem::Problems;
use super::source::{Source, Span};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

/// How deep front matter may nest; deeper input is refused before it can exhaust the stack.
const MAX_DEPTH: usize = 32;

/// A value with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What YAML can hold, scalars as they were written: `1.10` stays `1.10`, `012` stays `012`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing written.
    Null,
    /// Something that was reported and means nothing here.
    Unread,
    /// A scalar; `quoted` when it stood in quotes or was a block.
    Scalar {
        /// The text, unescaped.
        text: String,
        /// Whether it is text beyond doubt.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written.
    Map(Vec<Entry>),
}

/// One `key: value` of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key as written.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// What it is set to.
    pub node: Node,
    /// Whether the key stands there again: only one of the two is meant.
    pub repeated: bool,
}

/// Reads the YAML in `span` of the source; `None` when nothing sensible could be read.
pub fn parse(source: &Source, span: Span, problems: &mut Problems) -> Option<Node> {
    let text = &source.text[span.clone()];
    let mut builder = Builder {
        source,
        base: span.start,
        text,
        problems,
        parser: Parser::new_from_str(text),
        failed: false,
    };
    let node = builder.document();
    if builder.failed { None } else { node }
}

struct Builder<'s, 'p> {
    source: &'s Source,
    base: usize,
    text: &'s str,
    problems: &'p mut Problems,
    parser: Parser<'s, saphyr_parser::StrInput<'s>>,
    failed: bool,
}

impl<'s> Builder<'s, '_> {
    fn document(&mut self) -> Option<Node> {
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
                (Event::StreamEnd | Event::DocumentEnd, _) => return None,
                (event, span) => {
                    let node = self.node(event, span, 0)?;
                    return self.rest_is_empty().then_some(node);
                }
            }
        }
    }

    fn rest_is_empty(&mut self) -> bool {
        while let Some((event, span)) = self.next() {
            match event {
                Event::StreamEnd => return true,
                Event::DocumentStart(_) => {
                    self.forbid(span, "several documents", "多个文档");
                    return false;
                }
                _ => {}
            }
        }
        !self.failed
    }

    fn next(&mut self) -> Option<(Event<'s>, Span)> {
        match self.parser.next_event()? {
            Ok((event, span)) => {
                let start = self.offset(span.start);
                Some((event, start..self.offset(span.end).max(start)))
            }
            Err(error) => {
                let at = self.offset(*error.marker());
                self.failed = true;
                let (at, fault) = unread(self.text, at - self.base, error.info());
                let at = self.base + at;
                self.problems.push(self.source.problem(at..at, &fault));
                None
            }
        }
    }

    /// Markers count characters; spans count bytes.
    fn offset(&self, marker: Marker) -> usize {
        let line = marker.line().saturating_sub(1);
        let start = match line {
            0 => 0,
            _ => self
                .text
                .match_indices('\n')
                .nth(line - 1)
                .map_or(self.text.len(), |(at, _)| at + 1),
        };
        let rest = &self.text[start..];
        let column = rest
            .char_indices()
            .nth(marker.col())
            .map_or(rest.len(), |(at, _)| at);
        self.base + start + column
    }

    fn forbid(&mut self, span: Span, what_en: &'static str, what_zh: &'static str) {
        self.problems.push(
            self.source
                .problem(span, &FrontFault::Forbidden { what_en, what_zh }),
        );
    }

    fn forbid_marks(&mut self, span: &Span, anchor: usize, tagged: bool) {
        if anchor > 0 {
            self.forbid(span.clone(), "anchors", "锚点（&）");
        }
        if tagged {
            self.forbid(span.clone(), "tags", "标签（!）");
        }
    }

    fn node(&mut self, event: Event<'s>, span: Span, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH {
            self.forbid(span, "values nested this deep", "嵌套过深的值");
            self.failed = true;
            return None;
        }
        match event {
            Event::Alias(_) => {
                self.forbid(span.clone(), "aliases", "别名（*）");
                Some(Node {
                    span,
                    value: Value::Unread,
                })
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.forbid_marks(&span, anchor, tag.is_some());
                let quoted = style != ScalarStyle::Plain;
                let value = if !quoted && matches!(&*text, "" | "~" | "null") {
                    Value::Null
                } else {
                    Value::Scalar {
                        text: text.into_owned(),
                        quoted,
                    }
                };
                Some(Node { span, value })
            }
            Event::SequenceStart(anchor, tag) => {
                self.forbid_marks(&span, anchor, tag.is_some());
                self.list(span, depth)
            }
            Event::MappingStart(anchor, tag) => {
                self.forbid_marks(&span, anchor, tag.is_some());
                self.map(span, depth)
            }
            _ => None,
        }
    }

    fn list(&mut self, mut span: Span, depth: usize) -> Option<Node> {
        let mut items = Vec::new();
        loop {
            let (event, at) = self.next()?;
            if event == Event::SequenceEnd {
                span.end = at.end.max(span.end);
                return Some(Node {
                    span,
                    value: Value::List(items),
                });
            }
            items.push(self.node(event, at, depth + 1)?);
        }
    }

    fn map(&mut self, mut span: Span, depth: usize) -> Option<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, at) = self.next()?;
            if event == Event::MappingEnd {
                span.end = at.end.max(span.end);
                return Some(Node {
                    span,
                    value: Value::Map(entries),
                });
            }
            let key = self.node(event, at, depth + 1)?;
            let (event, at) = self.next()?;
            let node = self.node(event, at, depth + 1)?;
            let Value::Scalar { text, .. } = key.value else {
                self.forbid(key.span, "keys that are not plain words", "不是普通文字的键");
                continue;
            };
            if let Some(first) = entries.iter_mut().find(|entry| entry.key == text) {
                first.repeated = true;
                let fault = FrontFault::DuplicateKey { key: text };
                self.problems.push(self.source.problem(key.span, &fault));
                continue;
            }
            entries.push(Entry {
                key: text,
                key_span: key.span,
                node,
                repeated: false,
            });
        }
    }
}

#[cfg(test)]
mod tests;
