//! Reading `scenario/1`: first the front matter, then the nodes, whose ids everything else refers to.

mod chips;
mod choices;
mod node;
mod reply;
mod tests;
mod translate;

use super::faults::ScenarioFault;
use super::model::{Channel, Criterion, Notes, Scenario, Variable};
use super::score::exact;
use crate::content::doc::{Doc, Reading};
use crate::content::faults::{FrontFault, hint};
use crate::content::front::{At, Fields};
use crate::content::markdown::{Block, BlockKind, plain};
use crate::content::problem::{Fault, nearest};
use crate::content::sections;
use crate::content::source::Span;
use crate::lang::Text;
use crate::rating::Points;
use crate::ratio::Ratio;
use crate::score::{FULL, Milli};

pub use translate::translate;

/// What a translation has too.
const TEXTS: [&str; 2] = ["title", "criteria"];
/// What only the default file has.
const BEHAVIOUR: [&str; 4] = ["channel", "start", "pass", "vars"];
/// What only the default file says about a criterion.
const OF_CRITERION: [&str; 2] = ["weight", "max"];
/// The score from which an attempt can pass when the file does not say.
const PASS: Milli = Milli::whole(80);
/// The weight of a criterion that does not say.
const WEIGHT: Milli = Milli::whole(1);
/// The most points a criterion can have, or a step can earn.
const POINTS: i64 = 1000;
/// The widest a variable can be.
const RANGE: i64 = 1_000_000;

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Scenario> {
    let fields = doc.fields(&TEXTS, &BEHAVIOUR, reading)?;
    let head = doc.head(&fields, reading);
    let channel = channel(&fields, reading);
    let pass = fields.decimal("pass", Milli(0), FULL, &mut reading.problems);
    let (blocks, test_blocks) = split_tests(doc.blocks());
    let (before, sections) = sections::split(doc.source, blocks, &mut reading.problems);
    let criteria = criteria(doc, &fields, reading);
    let vars = variables(doc, &fields, &criteria, reading);
    let place = |key: &str| {
        fields
            .get(key)
            .map_or(fields.place(), |entry| entry.node.span.clone())
    };
    let notes = Notes {
        start: place("start"),
        criteria: place("criteria"),
        ..Notes::default()
    };
    let mut reader = Reader {
        doc,
        nodes: sections.iter().map(|section| section.id.value.clone()).collect(),
        criteria: criteria.iter().map(|criterion| criterion.id.clone()).collect(),
        vars: vars.iter().map(|var| var.id.clone()).collect(),
        notes,
        reading,
    };
    let start = reader.start(&fields);
    let intro = Text::new(reader.reading.html(doc, &before));
    let nodes = sections.into_iter().map(|section| reader.node(section)).collect();
    let tests = reader.tests(test_blocks);
    let notes = reader.notes;
    let pass = pass.map_or(PASS, |pass| pass.value);
    let scenario = Scenario {
        head,
        channel,
        start,
        pass,
        criteria,
        vars,
        nodes,
        intro,
        tests,
        notes,
    };
    check_fineness(doc, &scenario, reading);
    Some(scenario)
}

/// What the parts of a file are read with: the names they may use.
struct Reader<'r, 'a, 'p> {
    doc: &'r Doc<'a>,
    reading: &'r mut Reading<'p>,
    nodes: Vec<String>,
    criteria: Vec<String>,
    vars: Vec<String>,
    notes: Notes,
}

impl Reader<'_, '_, '_> {
    fn report(&mut self, span: Span, fault: &impl Fault) {
        self.reading.report(self.doc, span, fault);
    }

    /// Reports something that could have scored or led on: what is lacking proves nothing then.
    fn reject(&mut self, span: Span, fault: &impl Fault) {
        self.notes.incomplete = true;
        self.report(span, fault);
    }

    /// The place of a node that is no node.
    fn nowhere(&self) -> usize {
        self.nodes.len()
    }

    /// Reads a link's target, `#node`.
    fn target(&mut self, link: &str, span: Span) -> usize {
        match link.strip_prefix('#') {
            Some(id) if !id.is_empty() => self.node_named(id, span),
            _ => {
                self.notes
                    .meant
                    .extend(self.nodes.iter().position(|node| node == link));
                self.reject(
                    span,
                    &ScenarioFault::BadTarget {
                        target: link.to_owned(),
                    },
                );
                self.nowhere()
            }
        }
    }

    fn node_named(&mut self, id: &str, span: Span) -> usize {
        if let Some(at) = self.nodes.iter().position(|node| node == id) {
            return at;
        }
        let known = || self.nodes.iter().map(String::as_str);
        let (hint_en, hint_zh) = hint(id, known());
        let meant = nearest(id, known()).and_then(|near| known().position(|node| node == near));
        self.notes.meant.extend(meant);
        self.reject(
            span,
            &ScenarioFault::UnknownTarget {
                id: id.to_owned(),
                hint_en,
                hint_zh,
            },
        );
        self.nowhere()
    }

    fn start(&mut self, fields: &Fields<'_>) -> usize {
        if fields.get("start").is_none() {
            self.reject(fields.place(), &ScenarioFault::NoStart {});
        }
        match fields.text("start", &mut self.reading.problems) {
            Some(At { value, span }) => self.node_named(&value, span),
            None => self.nowhere(),
        }
    }

    fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|known| known == id)
    }

    fn var(&self, id: &str) -> Option<usize> {
        self.vars.iter().position(|known| known == id)
    }
}

/// Takes out what stands under `## Tests`.
fn split_tests(blocks: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
    let mut inside = false;
    blocks.into_iter().partition(|block| {
        if let BlockKind::Heading(2, inlines) = &block.kind {
            inside = plain(inlines) == "Tests";
        }
        !inside
    })
}

fn channel(fields: &Fields<'_>, reading: &mut Reading<'_>) -> Option<Channel> {
    let known = [
        ("phone", Channel::Phone),
        ("chat", Channel::Chat),
        ("email", Channel::Email),
        ("on-site", Channel::OnSite),
    ];
    Some(fields.word("channel", &known, &mut reading.problems)?.value)
}

fn criteria(doc: &Doc<'_>, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Vec<Criterion> {
    let Some(entries) = fields.ids("criteria", &mut reading.problems) else {
        return Vec::new();
    };
    let mut criteria = Vec::new();
    for entry in entries.entries() {
        let inner = Fields::of(
            doc.source,
            &entry.node,
            &["title", "weight", "max"],
            &mut reading.problems,
        );
        let inner = inner.as_ref();
        let title = inner.and_then(|inner| inner.required_text("title", &mut reading.problems));
        let weight = inner.and_then(|inner| inner.weight("weight", &mut reading.problems));
        if let Some(inner) = inner.filter(|inner| inner.get("max").is_none()) {
            inner.missing("max", &mut reading.problems);
        }
        let max = inner.and_then(|inner| inner.integer("max", 1..=POINTS, &mut reading.problems));
        criteria.push(Criterion {
            id: entry.key.clone(),
            title: Text::new(title.map_or_else(|| entry.key.clone(), |title| title.value)),
            weight: weight.map_or(WEIGHT, |weight| weight.value),
            // Without a maximum nothing can be proved of it: 0 says so.
            max: max
                .as_ref()
                .and_then(|max| u32::try_from(max.value).ok())
                .unwrap_or(0),
            place: max.map_or_else(|| entry.key_span.clone(), |max| max.span),
        });
    }
    // A weight that could not be read counts as 1, so it does not make the sum look like 0.
    if criteria.iter().all(|criterion| criterion.weight == Milli(0)) {
        let span = fields
            .get("criteria")
            .map_or(fields.place(), |entry| entry.key_span.clone());
        reading.report(doc, span, &FrontFault::NoWeight {});
    }
    criteria
}

fn variables(
    doc: &Doc<'_>,
    fields: &Fields<'_>,
    criteria: &[Criterion],
    reading: &mut Reading<'_>,
) -> Vec<Variable> {
    let Some(entries) = fields.ids("vars", &mut reading.problems) else {
        return Vec::new();
    };
    let mut vars = Vec::new();
    for entry in entries.entries() {
        if criteria.iter().any(|criterion| criterion.id == entry.key) {
            let fault = ScenarioFault::BothDeclared {
                id: entry.key.clone(),
            };
            reading.report(doc, entry.key_span.clone(), &fault);
        }
        let known = ["min", "max", "start"];
        let inner = Fields::of(doc.source, &entry.node, &known, &mut reading.problems);
        let mut number = |key: &str, low: i64, high: i64| {
            let inner = inner.as_ref()?;
            if inner.get(key).is_none() {
                inner.missing(key, &mut reading.problems);
            }
            Some(inner.integer(key, low..=high, &mut reading.problems)?.value)
        };
        let min = number("min", -RANGE, RANGE);
        let max = number("max", min.unwrap_or(-RANGE), RANGE);
        let start = number("start", min.unwrap_or(-RANGE), max.unwrap_or(RANGE));
        let narrow = |number: Option<i64>| number.and_then(|number| i32::try_from(number).ok()).unwrap_or(0);
        vars.push(Variable {
            id: entry.key.clone(),
            min: narrow(min),
            max: narrow(max),
            start: narrow(start),
        });
    }
    vars
}

/// Refuses maxima whose fractions have no common denominator that fits: an exact score would be impossible.
fn check_fineness(doc: &Doc<'_>, scenario: &Scenario, reading: &mut Reading<'_>) {
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
