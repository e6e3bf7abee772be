//! Walking front matter: every key known, every value of its type, every mistake found.

use super::faults::{BodyFault, FrontFault, hint};
use super::front::{At, is_id};
use super::front_words::called;
use super::problem::{Fault, Problems};
use super::source::{Source, Span};
use super::values::{Percent, Period};
use super::yaml::{Entry, Node, Value};
use crate::score::Milli;

/// A map being read: hands out typed values and reports what does not fit.
pub struct Fields<'a> {
    source: &'a Source,
    entries: &'a [Entry],
    /// Where to report what is missing.
    place: Span,
}

impl<'a> Fields<'a> {
    /// Reads `node` as a map with only the `known` keys.
    pub fn of(source: &'a Source, node: &'a Node, known: &[&str], problems: &mut Problems) -> Option<Self> {
        let fields = Self::open(source, node, problems)?;
        for entry in fields.entries {
            if !known.contains(&entry.key.as_str()) {
                let (hint_en, hint_zh) = hint(&entry.key, known.iter().copied());
                let list = known.join(", ");
                let (hint_en, hint_zh) = if hint_en.is_empty() {
                    (format!("possible here: {list}"), format!("这里可以用：{list}"))
                } else {
                    (hint_en, hint_zh)
                };
                let fault = FrontFault::UnknownKey {
                    key: entry.key.clone(),
                    hint_en,
                    hint_zh,
                };
                problems.push(source.problem(entry.key_span.clone(), &fault));
            }
        }
        Some(fields)
    }

    /// Reads `node` as a map whose keys are ids chosen by the author.
    pub fn open(source: &'a Source, node: &'a Node, problems: &mut Problems) -> Option<Self> {
        if let Value::Map(entries) = &node.value {
            return Some(Self {
                source,
                entries,
                place: node.span.start..node.span.start,
            });
        }
        if node.value == Value::Unread {
            return None;
        }
        let fault = FrontFault::WrongValue {
            key: called(source, node),
            want_en: "a map of `key: value`".to_owned(),
            want_zh: "“键: 值”的列表".to_owned(),
        };
        problems.push(source.problem(node.span.clone(), &fault));
        None
    }

    /// Every entry, in the order written.
    #[must_use]
    pub fn entries(&self) -> &'a [Entry] {
        self.entries
    }

    /// The entry of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Where the map begins: the place to report what it lacks.
    #[must_use]
    pub fn place(&self) -> Span {
        self.place.clone()
    }

    /// Reports a missing key.
    pub fn missing(&self, key: &str, problems: &mut Problems) {
        let fault = FrontFault::MissingKey { key: key.to_owned() };
        problems.push(self.source.problem(self.place.clone(), &fault));
    }

    /// A text that must be there.
    pub fn required_text(&self, key: &str, problems: &mut Problems) -> Option<At<String>> {
        if self.get(key).is_none() {
            self.missing(key, problems);
        }
        self.text(key, problems)
    }

    /// A text; numbers and words alike, but not empty.
    pub fn text(&self, key: &str, problems: &mut Problems) -> Option<At<String>> {
        self.scalar(key, "a text", "一段文字", problems, |text| {
            (!text.trim().is_empty()).then(|| text.trim().to_owned())
        })
    }

    /// `true` or `false`.
    pub fn boolean(&self, key: &str, problems: &mut Problems) -> Option<At<bool>> {
        self.scalar(
            key,
            "true or false",
            " true 或 false",
            problems,
            |text| match text {
                "true" => Some(true),
                "false" => Some(false),
                _ => None,
            },
        )
    }

    /// A whole number within bounds.
    pub fn integer(
        &self,
        key: &str,
        bounds: std::ops::RangeInclusive<i64>,
        problems: &mut Problems,
    ) -> Option<At<i64>> {
        let (low, high) = (*bounds.start(), *bounds.end());
        let (en, zh) = if high == i64::MAX {
            (
                format!("a whole number of at least {low}"),
                format!("不小于 {low} 的整数"),
            )
        } else {
            (
                format!("a whole number from {low} to {high}"),
                format!(" {low} 到 {high} 的整数"),
            )
        };
        self.scalar(key, &en, &zh, problems, |text| {
            text.parse().ok().filter(|number| bounds.contains(number))
        })
    }

    /// A decimal number within bounds, at most three places.
    pub fn decimal(&self, key: &str, low: Milli, high: Milli, problems: &mut Problems) -> Option<At<Milli>> {
        let en = format!("a number from {low} to {high}");
        let zh = format!(" {low} 到 {high} 的数");
        self.scalar(key, &en, &zh, problems, |text| {
            Milli::parse(text).filter(|number| (low..=high).contains(number))
        })
    }

    /// A weight: a decimal number of at least 0.
    pub fn weight(&self, key: &str, problems: &mut Problems) -> Option<At<Milli>> {
        self.decimal(key, Milli(0), Milli::whole(1_000_000), problems)
    }

    /// A percentage such as `80%`.
    pub fn percent(&self, key: &str, problems: &mut Problems) -> Option<At<Percent>> {
        self.scalar(
            key,
            "a percentage from 0% to 100%, such as 80%",
            " 0% 到 100% 的百分比，例如 80%",
            problems,
            Percent::parse,
        )
    }

    /// A duration such as `30s`, `15min`, `1h`, `90d`, `12mo`.
    pub fn period(&self, key: &str, problems: &mut Problems) -> Option<At<Period>> {
        self.scalar(
            key,
            "a duration such as 30s, 15min, 1h, 90d or 12mo",
            "时长，例如 30s、15min、1h、90d、12mo",
            problems,
            Period::parse,
        )
    }

    /// One of a few words.
    pub fn word<T: Copy>(&self, key: &str, known: &[(&str, T)], problems: &mut Problems) -> Option<At<T>> {
        let text = self.text(key, problems)?;
        let found = known.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            self.unknown_word(key, &text, known.iter().map(|(word, _)| *word), problems);
        }
        found.map(|(_, value)| At {
            value: *value,
            span: text.span,
        })
    }

    /// Reports a word that is none of the known ones.
    pub fn unknown_word<'k>(
        &self,
        key: &str,
        text: &At<String>,
        known: impl Iterator<Item = &'k str>,
        problems: &mut Problems,
    ) {
        let known: Vec<_> = known.collect();
        let fault = FrontFault::UnknownWord {
            key: key.to_owned(),
            word: text.value.clone(),
            known: known.join(", "),
        };
        self.report(text.span.clone(), &fault, problems);
    }

    /// A list of texts: ids or words.
    pub fn texts(&self, key: &str, problems: &mut Problems) -> Option<Vec<At<String>>> {
        let entry = self.get(key)?;
        let Value::List(items) = &entry.node.value else {
            self.wrong(entry, "a list, such as [a, b]", "列表，例如 [a, b]", problems);
            return None;
        };
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                Value::Scalar { text, .. } if !text.trim().is_empty() => {
                    texts.push(At {
                        value: text.trim().to_owned(),
                        span: item.span.clone(),
                    });
                }
                Value::Unread => {}
                _ => {
                    let fault = wrong_value(key, "a list of words", "文字的列表");
                    self.report(item.span.clone(), &fault, problems);
                }
            }
        }
        Some(texts)
    }

    /// A map inside this one, with only the `known` keys.
    pub fn map(&self, key: &str, known: &[&str], problems: &mut Problems) -> Option<Fields<'a>> {
        Self::of(self.source, &self.get(key)?.node, known, problems)
    }

    /// A map whose keys are ids; ids that are none are reported.
    pub fn ids(&self, key: &str, problems: &mut Problems) -> Option<Fields<'a>> {
        let fields = Self::open(self.source, &self.get(key)?.node, problems)?;
        for entry in fields.entries {
            if !is_id(&entry.key) {
                self.report(
                    entry.key_span.clone(),
                    &BodyFault::BadId {
                        id: entry.key.clone(),
                    },
                    problems,
                );
            }
        }
        Some(fields)
    }

    /// Reports that an entry's value is of the wrong kind, unless that it is none was reported.
    pub fn wrong(&self, entry: &Entry, want_en: &str, want_zh: &str, problems: &mut Problems) {
        if entry.node.value == Value::Unread {
            return;
        }
        let fault = wrong_value(&entry.key, want_en, want_zh);
        self.report(entry.node.span.clone(), &fault, problems);
    }

    fn report(&self, span: Span, fault: &impl Fault, problems: &mut Problems) {
        problems.push(self.source.problem(span, fault));
    }

    fn scalar<T>(
        &self,
        key: &str,
        want_en: &str,
        want_zh: &str,
        problems: &mut Problems,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<At<T>> {
        let entry = self.get(key)?;
        let value = match &entry.node.value {
            Value::Scalar { text, .. } => read(text),
            _ => None,
        };
        if value.is_none() {
            self.wrong(entry, want_en, want_zh, problems);
        }
        value.map(|value| At {
            value,
            span: entry.node.span.clone(),
        })
    }
}

fn wrong_value(key: &str, want_en: &str, want_zh: &str) -> FrontFault {
    FrontFault::WrongValue {
        key: key.to_owned(),
        want_en: want_en.to_owned(),
        want_zh: want_zh.to_owned(),
    }
}
