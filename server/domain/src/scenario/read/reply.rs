//! Reply blocks: one `key: value` a line, the value taken as it stands.

use super::super::faults::ScenarioFault;
use super::super::model::{Anchor, Rate, Reply, Wording, Wordings};
use super::super::wording::Normal;
use super::{POINTS, Reader};
use crate::content::doc::{Doc, Reading, Target};
use crate::content::faults::{FrontFault, hint};
use crate::content::front::{At, is_id};
use crate::content::markdown::Block;
use crate::content::source::Span;
use crate::lang::Text;

/// What a reply block can say.
pub(super) const KEYS: [&str; 7] = ["to", "must", "ban", "rate", "max", ANCHOR, "guide"];
/// The key that may stand several times.
const ANCHOR: &str = "anchor";
/// How many characters a reply may have when its block does not say.
const DEFAULT_MAX: u32 = 2000;
/// The most characters a reply block can allow.
const MOST: u32 = 10_000;

/// A line of a reply block.
pub(super) struct Line {
    pub(super) key: At<String>,
    pub(super) value: At<String>,
}

impl Reader<'_, '_, '_> {
    /// Reads a reply block; `text` is where its lines stand.
    pub(super) fn reply(&mut self, block: &Block, text: &Span) -> Reply {
        let nowhere = self.nowhere();
        let mut reply = Reply {
            to: nowhere,
            must: Wordings::default(),
            ban: Wordings::default(),
            rate: Vec::new(),
            max: DEFAULT_MAX,
            anchors: Vec::new(),
            guide: None,
        };
        let lines = lines(self.doc, text, self.reading);
        if !lines.iter().any(|line| line.key.value == "to") {
            self.reject(
                block.span.start..text.start,
                &FrontFault::MissingKey { key: "to".to_owned() },
            );
        }
        // What an anchor is about is said by `rate`, wherever that stands.
        let (anchors, lines): (Vec<Line>, Vec<Line>) =
            lines.into_iter().partition(|line| line.key.value == ANCHOR);
        for Line { key, value } in lines {
            match key.value.as_str() {
                "to" => reply.to = self.target(&value.value, value.span),
                "must" => reply.must.default = wordings(self.doc, &value, self.reading),
                "ban" => reply.ban.default = wordings(self.doc, &value, self.reading),
                "rate" => reply.rate = self.rates(&value),
                "guide" => reply.guide = guide(self.doc, value, self.reading).map(Text::new),
                _ => reply.max = self.max(&value),
            }
        }
        for Line { key, value } in anchors {
            self.anchor(&mut reply, &key, value);
        }
        reply
            .anchors
            .sort_by_key(|anchor| (anchor.criterion, anchor.level));
        reply
    }

    fn anchor(&mut self, reply: &mut Reply, key: &At<String>, value: At<String>) {
        let Some(read) = anchor(self.doc, value, self.reading) else {
            return;
        };
        let id = read.id.value;
        let Some(criterion) = self.criterion(&id) else {
            let (hint_en, hint_zh) = hint(&id, self.criteria.iter().map(String::as_str));
            let fault = ScenarioFault::NoCriterion { id, hint_en, hint_zh };
            return self.reject(read.id.span, &fault);
        };
        let Some(rate) = reply.rate.iter().find(|rate| rate.criterion == criterion) else {
            return self.report(read.id.span, &ScenarioFault::NotRated { id });
        };
        if read.level.value > rate.most {
            let most = rate.most;
            return self.report(read.level.span, &ScenarioFault::AnchorLevel { id, most });
        }
        let level = read.level.value;
        let same = |known: &Anchor| (known.criterion, known.level) == (criterion, level);
        if reply.anchors.iter().any(same) {
            let key = format!("{} {id} {level}", key.value);
            return self.report(read.id.span, &FrontFault::DuplicateKey { key });
        }
        reply.anchors.push(Anchor {
            criterion,
            level,
            text: Text::new(read.text),
        });
    }

    fn rates(&mut self, value: &At<String>) -> Vec<Rate> {
        let mut rates: Vec<Rate> = Vec::new();
        for part in parts(value, &[',', '，']) {
            let words: Vec<&str> = part.value.split_whitespace().collect();
            let read = match words.as_slice() {
                [id, range] => range
                    .strip_prefix("0..")
                    .and_then(|most| Some((*id, most.parse::<u32>().ok()?))),
                _ => None,
            };
            let Some((id, most)) = read.filter(|(_, most)| (1..=POINTS).contains(&i64::from(*most))) else {
                self.reject(part.span.clone(), &ScenarioFault::BadRate { rate: part.value });
                continue;
            };
            let Some(criterion) = self.criterion(id) else {
                let (hint_en, hint_zh) = hint(id, self.criteria.iter().map(String::as_str));
                self.reject(
                    part.span,
                    &ScenarioFault::NoCriterion {
                        id: id.to_owned(),
                        hint_en,
                        hint_zh,
                    },
                );
                continue;
            };
            if rates.iter().any(|rate| rate.criterion == criterion) {
                self.report(part.span, &FrontFault::DuplicateKey { key: id.to_owned() });
                continue;
            }
            rates.push(Rate {
                criterion,
                most,
                place: part.span,
            });
        }
        rates
    }

    fn max(&mut self, value: &At<String>) -> u32 {
        let max = value
            .value
            .parse::<u32>()
            .ok()
            .filter(|max| (1..=MOST).contains(max));
        if max.is_none() {
            let fault = FrontFault::WrongValue {
                key: "max".to_owned(),
                want_en: format!("a whole number from 1 to {MOST}"),
                want_zh: format!("1 到 {MOST} 的整数"),
            };
            self.report(value.span.clone(), &fault);
        }
        max.unwrap_or(DEFAULT_MAX)
    }
}

/// Cuts a reply block into lines; reports lines that are none, unknown keys and keys that stand twice.
pub(super) fn lines(doc: &Doc<'_>, text: &Span, reading: &mut Reading<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut start = text.start;
    for written in doc.source.text[text.clone()].split_inclusive('\n') {
        let line = trimmed(written, start);
        start += written.len();
        if line.value.is_empty() {
            continue;
        }
        let Some((key, value)) = line.value.split_once(':') else {
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
            reading.report(
                doc,
                key.span,
                &FrontFault::UnknownKey {
                    key: key.value,
                    hint_en,
                    hint_zh,
                },
            );
        } else if key.value != ANCHOR && lines.iter().any(|known| known.key.value == key.value) {
            reading.report(doc, key.span, &FrontFault::DuplicateKey { key: key.value });
        } else {
            lines.push(Line { key, value });
        }
    }
    lines
}

/// An anchor as it is written.
pub(super) struct Written {
    pub(super) id: At<String>,
    pub(super) level: At<u32>,
    pub(super) text: String,
}

/// Reads `CRITERION LEVEL text`.
pub(super) fn anchor(doc: &Doc<'_>, value: At<String>, reading: &mut Reading<'_>) -> Option<Written> {
    let word = |from: usize| {
        let rest = trimmed(value.value.get(from..)?, value.span.start + from);
        let end = rest.value.find(char::is_whitespace)?;
        let span = rest.span.start..rest.span.start + end;
        let word = rest.value.get(..end)?.to_owned();
        Some((
            At {
                value: word,
                span: span.clone(),
            },
            span.end - value.span.start,
        ))
    };
    let read = word(0).and_then(|(id, end)| {
        let (level, end) = word(end)?;
        let level = At {
            value: level.value.parse().ok()?,
            span: level.span,
        };
        let text = value.value.get(end..)?.trim().to_owned();
        Some(Written { id, level, text })
    });
    let read = read.filter(|read| !read.text.is_empty());
    if read.is_none() {
        reading.report(doc, value.span, &ScenarioFault::BadAnchor { anchor: value.value });
    }
    read
}

/// Reads what raters should know.
pub(super) fn guide(doc: &Doc<'_>, value: At<String>, reading: &mut Reading<'_>) -> Option<String> {
    if value.value.is_empty() {
        reading.report(doc, value.span, &ScenarioFault::EmptyGuide {});
        return None;
    }
    Some(value.value)
}

/// Reads words to look for, separated by bars; `@NAME` is a list of phrases.
pub(super) fn wordings(doc: &Doc<'_>, value: &At<String>, reading: &mut Reading<'_>) -> Vec<Wording> {
    let mut wordings = Vec::new();
    for part in parts(value, &['|']) {
        match part.value.strip_prefix('@') {
            Some(id) if is_id(id) => {
                wordings.push(Wording::List(id.to_owned()));
                let id = At {
                    value: id.to_owned(),
                    span: part.span.start + 1..part.span.end,
                };
                reading.refer(doc, Target::Phrases, &id);
            }
            None if !Normal::of(&part.value).is_empty() => wordings.push(Wording::Words(part.value)),
            _ => reading.report(doc, part.span, &ScenarioFault::EmptyWords {}),
        }
    }
    wordings
}

/// Cuts a value at separators and trims its parts.
fn parts(value: &At<String>, separators: &[char]) -> Vec<At<String>> {
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
fn trimmed(text: &str, start: usize) -> At<String> {
    let start = start + text.len() - text.trim_start().len();
    let text = text.trim();
    At {
        value: text.to_owned(),
        span: start..start + text.len(),
    }
}
