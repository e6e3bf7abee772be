//! Reply blocks: where a reply leads, what is looked for in it, what a rater may give.

use super::super::faults::ScenarioFault;
use super::super::model::{Anchor, Doubt, Rate, Reply, Wording, Wordings};
use super::super::wording::Normal;
use super::lines::{ANCHOR, Line, Lines, lines, parts, trimmed};
use super::{POINTS, Reader};
use crate::content::doc::{Doc, Reading, Target};
use crate::content::faults::FrontFault;
use crate::content::front::At;
use crate::content::markdown::Block;
use crate::content::source::Span;
use crate::lang::Text;

/// How many characters a reply may have when its block does not say.
const DEFAULT_MAX: u32 = 2000;
/// The most characters a reply block can allow.
const MOST: u32 = 1_000_000;

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
        let Lines { read: lines, unread } = lines(self.doc, text, self.reading);
        let leads = lines.iter().any(|line| line.key.value == "to");
        if !leads && unread.iter().all(|key| key.is_some_and(|key| key != "to")) {
            let key = "to".to_owned();
            self.report(block.span.start..text.start, &FrontFault::MissingKey { key });
        }
        if !leads {
            self.doubt(Doubt::Target(None));
        }
        // An empty block still is to say everything.
        if lines.is_empty() && unread.is_empty() {
            self.unread(None);
        }
        unread.into_iter().for_each(|key| self.unread(key));
        // What an anchor is about is said by `rate`, wherever that stands.
        let (anchors, lines): (Vec<Line>, Vec<Line>) =
            lines.into_iter().partition(|line| line.key.value == ANCHOR);
        for Line { key, value } in lines {
            match key.value.as_str() {
                "to" => reply.to = self.target(&value.value, value.span),
                "must" => reply.must.default = wordings(self.doc, &value, self.reading).0,
                "ban" => {
                    let (ban, is_whole) = wordings(self.doc, &value, self.reading);
                    reply.ban.default = ban;
                    if !is_whole {
                        self.doubt(Doubt::Reply);
                    }
                }
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

    /// What a line that could not be read may say, by its key.
    fn unread(&mut self, key: Option<&str>) {
        match key {
            Some("to") => self.doubt(Doubt::Target(None)),
            Some("rate") => self.doubt(Doubt::Points(None, None)),
            Some("ban" | "max") => self.doubt(Doubt::Reply),
            Some(_) => {}
            None => {
                self.doubt(Doubt::Points(None, None));
                self.doubt(Doubt::Reply);
            }
        }
    }

    fn anchor(&mut self, reply: &mut Reply, key: &At<String>, value: At<String>) {
        let Some(read) = anchor(self.doc, value, self.reading) else {
            return;
        };
        let id = read.id.value;
        let Some(criterion) = self.criterion(&id) else {
            return self.name_no_criterion(&id, read.id.span);
        };
        let (node, way) = self.here;
        let is_points = |doubt| matches!(doubt, Doubt::Points(..));
        let rate = reply.rate.iter().find(|rate| rate.criterion == criterion);
        // What could not be read of `rate` may be this criterion.
        if rate.is_none() && self.notes.doubts.of(node, way).any(is_points) {
            return;
        }
        let Some(rate) = rate else {
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
            let fits = |most: &u32| (1..=POINTS).contains(&i64::from(*most));
            let Some((id, most)) = read.filter(|(_, most)| fits(most)) else {
                let criterion = words.first().and_then(|id| self.criterion(id));
                let fault = match read {
                    Some((_, 1..)) => ScenarioFault::RateTooHigh { most: POINTS },
                    _ => ScenarioFault::BadRate { rate: part.value },
                };
                self.reject(part.span.clone(), &fault, &[Doubt::Points(criterion, None)]);
                continue;
            };
            let Some(criterion) = self.criterion(id) else {
                self.no_criterion(id, part.span, Some(most));
                continue;
            };
            if rates.iter().any(|rate| rate.criterion == criterion) {
                let fault = FrontFault::DuplicateKey { key: id.to_owned() };
                self.reject(part.span, &fault, &[Doubt::Points(None, Some(most))]);
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
            self.reject(value.span.clone(), &fault, &[Doubt::Reply]);
        }
        max.unwrap_or(DEFAULT_MAX)
    }
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

/// Reads words to look for, separated by bars; `@NAME` is a list of phrases. Also whether all of them could be read.
pub(super) fn wordings(doc: &Doc<'_>, value: &At<String>, reading: &mut Reading<'_>) -> (Vec<Wording>, bool) {
    let mut wordings = Vec::new();
    let mut is_whole = true;
    for part in parts(value, &['|']) {
        match part.value.strip_prefix('@') {
            Some(id) if !id.is_empty() => {
                wordings.push(Wording::List(id.to_owned()));
                let id = At {
                    value: id.to_owned(),
                    span: part.span.start + 1..part.span.end,
                };
                reading.refer(doc, Target::Phrases, &id);
            }
            None if !Normal::of(&part.value).is_empty() => wordings.push(Wording::Words(part.value)),
            _ => {
                is_whole = false;
                reading.report(doc, part.span, &ScenarioFault::EmptyWords {});
            }
        }
    }
    (wordings, is_whole)
}
