//! What the front matter declares: where the conversation takes place, what is rated, what is remembered.

use super::super::faults::ScenarioFault;
use super::super::model::{Channel, Criterion, Doubts, Scenario, Variable};
use super::super::score::exact;
use super::{POINTS, RANGE, WEIGHT};
use crate::content::doc::{Doc, Reading};
use crate::content::faults::FrontFault;
use crate::content::front::{Fields, is_id};
use crate::content::problem::nearest;
use crate::content::yaml::Entry;
use crate::lang::Text;
use crate::rating::Points;
use crate::ratio::Ratio;
use crate::score::Milli;

pub(super) fn channel(fields: &Fields<'_>, reading: &mut Reading<'_>) -> Option<Channel> {
    let known = [
        ("phone", Channel::Phone),
        ("chat", Channel::Chat),
        ("email", Channel::Email),
        ("on-site", Channel::OnSite),
    ];
    Some(fields.word("channel", &known, &mut reading.problems)?.value)
}

/// The entries of a map of ids; which ids there are is in doubt when it is none, or stands twice.
fn entries<'a>(
    fields: &Fields<'a>,
    key: &str,
    reading: &mut Reading<'_>,
    doubts: &mut Doubts,
) -> Option<&'a [Entry]> {
    let written = fields.get(key)?;
    let entries = fields.ids(key, &mut reading.problems);
    doubts.names |= written.repeated || entries.is_none();
    entries.map(|entries| entries.entries())
}

/// The keys that are not there, but for those that an unknown one probably means.
fn missing(inner: Option<&Fields<'_>>, known: &[&str], needed: &[&str], reading: &mut Reading<'_>) {
    let Some(inner) = inner else { return };
    let unknown = || {
        let keys = inner.entries().iter().map(|entry| entry.key.as_str());
        keys.filter(|key| !known.contains(key))
    };
    let is_meant = |key: &str| {
        unknown().any(|other| nearest(other, known.iter().copied()).is_none_or(|near| near == key))
    };
    for key in needed {
        if inner.get(key).is_none() && !is_meant(key) {
            inner.missing(key, &mut reading.problems);
        }
    }
}

/// Whether an id can be used, so that it can be told what is meant by it.
fn usable(entry: &Entry) -> bool {
    !entry.repeated && is_id(&entry.key)
}

pub(super) fn criteria(
    doc: &Doc<'_>,
    fields: &Fields<'_>,
    reading: &mut Reading<'_>,
    doubts: &mut Doubts,
) -> Vec<Criterion> {
    let Some(entries) = entries(fields, "criteria", reading, doubts) else {
        doubts.score |= doubts.names;
        return Vec::new();
    };
    let mut criteria = Vec::new();
    for entry in entries {
        let known = ["title", "weight", "max"];
        let inner = Fields::of(doc.source, &entry.node, &known, &mut reading.problems);
        let inner = inner.as_ref();
        missing(inner, &known, &["title", "max"], reading);
        let title = inner.and_then(|inner| inner.text("title", &mut reading.problems));
        let weight = inner.and_then(|inner| inner.weight("weight", &mut reading.problems));
        let max = inner.and_then(|inner| inner.integer("max", 1..=POINTS, &mut reading.problems));
        let unread = |key: &str| {
            inner
                .and_then(|inner| inner.get(key))
                .is_some_and(|entry| entry.repeated)
        };
        let place = max
            .as_ref()
            .map_or_else(|| entry.key_span.clone(), |max| max.span.clone());
        let is_said = usable(entry) && !unread("max");
        let max = max
            .filter(|_| is_said)
            .and_then(|max| u32::try_from(max.value).ok());
        let is_weighed = inner.is_some_and(|inner| inner.get("weight").is_none()) || weight.is_some();
        // A key that nobody knows may be the weight.
        let is_known = inner.is_some_and(|inner| {
            inner
                .entries()
                .iter()
                .all(|entry| known.contains(&entry.key.as_str()))
        });
        doubts.score |= max.is_none() || !is_weighed || unread("weight") || !is_known;
        criteria.push(Criterion {
            id: entry.key.clone(),
            title: Text::new(title.map_or_else(|| entry.key.clone(), |title| title.value)),
            weight: weight.map_or(WEIGHT, |weight| weight.value),
            // Without a maximum nothing can be proved of it: 0 says so.
            max: max.unwrap_or(0),
            place,
        });
    }
    // A weight that could not be read counts as 1, so it does not make the sum look like 0.
    if criteria.iter().all(|criterion| criterion.weight == Milli(0)) {
        let span = fields
            .get("criteria")
            .map_or(fields.place(), |entry| entry.key_span.clone());
        reading.report(doc, span, &FrontFault::NoWeight {});
        doubts.score = true;
        doubts.names |= criteria.is_empty();
    }
    criteria
}

pub(super) fn variables(
    doc: &Doc<'_>,
    fields: &Fields<'_>,
    criteria: &[Criterion],
    reading: &mut Reading<'_>,
    doubts: &mut Doubts,
) -> Vec<Variable> {
    let Some(entries) = entries(fields, "vars", reading, doubts) else {
        return Vec::new();
    };
    let mut vars = Vec::new();
    for entry in entries {
        let both = criteria.iter().any(|criterion| criterion.id == entry.key);
        if both {
            let fault = ScenarioFault::BothDeclared {
                id: entry.key.clone(),
            };
            reading.report(doc, entry.key_span.clone(), &fault);
        }
        let known = ["min", "max", "start"];
        let inner = Fields::of(doc.source, &entry.node, &known, &mut reading.problems);
        missing(inner.as_ref(), &known, &known, reading);
        let mut repeated = false;
        let mut number = |key: &str, low: i64, high: i64| {
            let inner = inner.as_ref()?;
            repeated |= inner.get(key).is_some_and(|entry| entry.repeated);
            Some(inner.integer(key, low..=high, &mut reading.problems)?.value)
        };
        let min = number("min", -RANGE, RANGE);
        let max = number("max", min.unwrap_or(-RANGE), RANGE);
        // Between bounds that are in doubt every value may lie.
        let (low, high) = min.zip(max).unwrap_or((-RANGE, RANGE));
        let start = number("start", low, high);
        let narrow = |number: Option<i64>| number.and_then(|number| i32::try_from(number).ok());
        let read = (narrow(min), narrow(max), narrow(start));
        let is_sure = usable(entry) && !both && !repeated;
        let (min, max, start) = match read {
            (Some(min), Some(max), Some(start)) if is_sure => (min, max, start),
            _ => {
                doubts.vars.insert(vars.len());
                (0, 0, 0)
            }
        };
        vars.push(Variable {
            id: entry.key.clone(),
            min,
            max,
            start,
        });
    }
    vars
}

/// Refuses maxima whose fractions have no common denominator that fits: an exact score would be impossible.
pub(super) fn check_fineness(doc: &Doc<'_>, scenario: &Scenario, reading: &mut Reading<'_>) {
    if scenario.criteria.iter().any(|criterion| criterion.max == 0) {
        return;
    }
    let of_each = |points: fn(&Criterion) -> u32| {
        scenario
            .criteria
            .iter()
            .map(points)
            .map(Points::whole)
            .collect::<Vec<_>>()
    };
    let scores = [
        of_each(|_| 1),
        of_each(|criterion| criterion.max.saturating_sub(1)),
    ];
    if scores
        .iter()
        .any(|earned| exact(scenario, earned).and_then(Ratio::milli).is_none())
    {
        reading.report(doc, scenario.notes.criteria.clone(), &ScenarioFault::TooFine {});
    }
}
