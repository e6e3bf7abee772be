//! Reading `scenario/1`: first the front matter, then the nodes, whose ids everything else refers to.

mod chips;
mod choices;
mod declared;
pub(super) mod doubt;
mod lines;
mod names;
mod node;
mod parts;
mod reply;
mod tests;
mod translate;

use super::faults::ScenarioFault;
use super::map::Way;
use super::model::{Doubt, Doubts, Notes, Scenario};
use crate::content::doc::{Doc, Reading};
use crate::content::faults::hint;
use crate::content::problem::{Fault, nearest};
use crate::content::sections;
use crate::content::source::Span;
use crate::lang::Text;
use crate::score::{FULL, Milli};
use names::Names;

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
/// The most points a criterion can have, or a step can earn: far beyond what is of use, far below what would overflow.
const POINTS: i64 = 1_000_000;
/// The widest a variable can be.
const RANGE: i64 = 1_000_000;

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Scenario> {
    let fields = doc.fields(&TEXTS, &BEHAVIOUR, reading)?;
    let head = doc.head(&fields, reading);
    let mut doubts = Doubts::default();
    let channel = declared::channel(&fields, reading);
    let pass = fields.decimal("pass", Milli(0), FULL, &mut reading.problems);
    doubts.pass = pass.is_none() && fields.get("pass").is_some();
    let (blocks, test_blocks) = parts::of(doc, reading);
    let (before, mut sections) = sections::split(doc.source, blocks, &mut reading.problems);
    sections.retain(|section| !section.id.value.is_empty() || !section.blocks.is_empty());
    let criteria = declared::criteria(doc, &fields, reading, &mut doubts);
    let vars = declared::variables(doc, &fields, &criteria, reading, &mut doubts);
    let place = |key: &str| {
        fields
            .get(key)
            .map_or(fields.place(), |entry| entry.node.span.clone())
    };
    let notes = Notes {
        start: place("start"),
        criteria: place("criteria"),
        criteria_key: fields
            .get("criteria")
            .map_or(fields.place(), |entry| entry.key_span.clone()),
        doubts,
    };
    let nodes = sections.iter().map(|section| section.id.value.clone()).collect();
    let start = fields
        .get("start")
        .map(|entry| &doc.source.text[entry.node.span.clone()]);
    let mut reader = Reader {
        doc,
        names: Names::of(nodes, &doc.source.text[doc.body.clone()], start),
        criteria: criteria.iter().map(|criterion| criterion.id.clone()).collect(),
        vars: vars.iter().map(|var| var.id.clone()).collect(),
        notes,
        here: (0, None),
        reading,
    };
    let start = reader.start(&fields);
    let intro = Text::new(reader.reading.html(doc, &before));
    let numbered = sections.into_iter().enumerate();
    let nodes = numbered.map(|(at, section)| reader.node(at, section)).collect();
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
    declared::check_fineness(doc, &scenario, reading);
    Some(scenario)
}

/// What the parts of a file are read with: the names they may use.
struct Reader<'r, 'a, 'p> {
    doc: &'r Doc<'a>,
    reading: &'r mut Reading<'p>,
    names: Names,
    criteria: Vec<String>,
    vars: Vec<String>,
    notes: Notes,
    /// The node that is being read, and which of its ways on.
    here: (usize, Option<Way>),
}

impl Reader<'_, '_, '_> {
    fn report(&mut self, span: Span, fault: &impl Fault) {
        self.reading.report(self.doc, span, fault);
    }

    /// Reports something that may have meant any of these.
    fn reject(&mut self, span: Span, fault: &impl Fault, meant: &[Doubt]) {
        meant.iter().for_each(|doubt| self.doubt(*doubt));
        self.report(span, fault);
    }

    fn doubt(&mut self, doubt: Doubt) {
        let (node, way) = self.here;
        self.notes.doubts.add(node, way, doubt);
    }

    fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|known| known == id)
    }

    fn var(&self, id: &str) -> Option<usize> {
        self.vars.iter().position(|known| known == id)
    }

    /// The criterion that is probably meant by an id nobody declared.
    fn near_criterion(&self, id: &str) -> Option<usize> {
        let near = nearest(id, self.criteria.iter().map(String::as_str))?;
        self.criterion(near)
    }

    /// Reports points of a criterion nobody declared, at most so many; when the list of criteria could not be read, that
    /// is the mistake.
    fn no_criterion(&mut self, id: &str, span: Span, most: Option<u32>) {
        self.doubt(Doubt::Points(self.near_criterion(id), most));
        self.name_no_criterion(id, span);
    }

    fn name_no_criterion(&mut self, id: &str, span: Span) {
        if self.notes.doubts.names {
            return;
        }
        let (hint_en, hint_zh) = hint(id, self.criteria.iter().map(String::as_str));
        let id = id.to_owned();
        self.report(span, &ScenarioFault::NoCriterion { id, hint_en, hint_zh });
    }
}
