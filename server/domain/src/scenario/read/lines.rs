//! The lines of a reply block: one `key: value` a line, the value taken as it stands.

use super::super::faults::ScenarioFault;
use crate::content::doc::{Doc, Reading};
use crate::content::faults::{FrontFault, hint};
use crate::content::front::At;
use crate::content::problem::nearest;
use crate::content::source::Span;

/// What a reply block can say.
const KEYS: [&str; 7] = ["to", "must", "ban", "rate", "max", ANCHOR, "guide"];
/// The key that may stand several times.
pub(super) const ANCHOR: &str = "anchor";

/// A line of a reply block.
pub(super) struct Line {
    pub(super) key: At<String>,
    pub(super) value: At<String>,
}

/// What a reply block says, and of what it says more than could be read: the keys, or none where that cannot be told.
pub(super) struct Lines {
    pub(super) read: Vec<Line>,
    pub(super) unread: Vec<Option<&'static str>>,
}

/// Cuts a reply block into lines; reports lines that are none, unknown keys and keys that stand twice.
pub(super) fn lines(doc: &Doc<'_>, text: &Span, reading: &mut Reading<'_>) -> Lines {
    let mut lines: Vec<Line> = Vec::new();
    let mut unread = Vec::new();
    let mut start = text.start;
    for written in doc.source.text[text.clone()].split_inclusive('\n') {
        let line = trimmed(written, start);
        start += written.len();
        if line.value.is_empty() {
            continue;
        }
        let Some((key, value)) = line.value.split_once(':') else {
            unread.push(known_key(&line.value));
            reading.report(doc, line.span, &ScenarioFault::ReplyLine {});
            continue;
        };
        let value = trimmed(value, line.span.start + key.len() + 1);
        let key = trimmed(key, line.span.start);
        if !KEYS.contains(&key.value.as_str()) {
            let (mut hint_en, mut hint_zh) = hint(&key.value, KEYS);
            if hint_en.is_empty() {
                let list = KEYS.join(", ");
                (hint_en, hint_zh) = (format!("possible here: {list}"), format!("这里可以用：{list}"));
            }
            unread.push(nearest(&key.value, KEYS));
            let fault = FrontFault::UnknownKey {
                key: key.value,
                hint_en,
                hint_zh,
            };
            reading.report(doc, key.span, &fault);
        } else if key.value != ANCHOR && lines.iter().any(|known| known.key.value == key.value) {
            unread.push(known_key(&key.value));
            reading.report(doc, key.span, &FrontFault::DuplicateKey { key: key.value });
        } else {
            lines.push(Line { key, value });
        }
    }
    Lines { read: lines, unread }
}

/// The key that a line begins with.
fn known_key(line: &str) -> Option<&'static str> {
    let word = line.split(|c: char| !c.is_ascii_alphabetic()).next()?;
    KEYS.into_iter().find(|key| *key == word)
}

/// Whether a line of a block can be read at all.
pub(super) fn is_line(line: &str) -> bool {
    line.split_once(':')
        .is_some_and(|(key, _)| KEYS.contains(&key.trim()))
}

/// Cuts a value at separators and trims its parts.
pub(super) fn parts(value: &At<String>, separators: &[char]) -> Vec<At<String>> {
    let mut start = value.span.start;
    let mut parts = Vec::new();
    for part in value.value.split_inclusive(separators) {
        let without = part.strip_suffix(separators).unwrap_or(part);
        parts.push(trimmed(without, start));
        start += part.len();
    }
    if value.value.is_empty() || value.value.ends_with(separators) {
        parts.push(At {
            value: String::new(),
            span: start..start,
        });
    }
    parts
}

/// A text without the white space around it, and where it stands.
pub(super) fn trimmed(text: &str, start: usize) -> At<String> {
    let start = start + text.len() - text.trim_start().len();
    let text = text.trim();
    At {
        value: text.to_owned(),
        span: start..start + text.len(),
    }
}
