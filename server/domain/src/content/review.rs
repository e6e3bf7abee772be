//! `review/1`: probation reviews, the monitoring of calls and chats.

use super::anchors;
use super::doc::{Doc, Head, Reading};
use super::faults::{FrontFault, hint};
use super::front::{At, Fields};
use super::problem::faults;
use super::sections::{Section, split, unknown_chip};
use super::texts::{missing_here, unknown_here};
use super::yaml::{Entry, Value};
use crate::lang::Text;
use crate::score::{FULL, Milli};

/// A form for reviews; it scores like an interview with one item per criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Id, version, title, languages.
    pub head: Head,
    /// The total, from 0 to 100, from which it is passed.
    pub pass: Milli,
    /// What is rated, in the order written.
    pub criteria: Vec<Criterion>,
    /// Errors that fail the review whatever the total: id and title.
    pub critical: Vec<(String, Text)>,
    /// What stands before the first criterion, as HTML.
    pub body: Text,
}

/// One thing that is rated from 1 to 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its share of the total.
    pub weight: Milli,
    /// What stands beside the anchors, as HTML.
    pub body: Text,
    /// What ratings look like, as HTML without a paragraph, by rating in rising order: 1, 3 and 5 at least.
    pub anchors: Vec<(u8, Text)>,
}

faults! {
    /// What can be wrong with a review.
    ReviewFault:
    NoSection { id: String } Error "criterion-without-section"
        en "the criterion `{id}` has no section" "add a heading `## {id}` with its anchors"
        zh "评分项“{id}”没有对应的小节" "请加一个标题 `## {id}`，写出行为标准"
    NoCriterion { id: String, hint_en: String, hint_zh: String } Error "section-without-criterion"
        en "`{id}` is no criterion of this review" "{hint_en}"
        zh "“{id}”不是这份评估的评分项" "{hint_zh}"
}

const TEXTS: [&str; 3] = ["title", "criteria", "critical"];
const BEHAVIOUR: [&str; 1] = ["pass"];
/// Points from which a review is passed when its file does not say.
const PASS: Milli = Milli::whole(80);
/// The weight of a criterion that does not say.
const WEIGHT: Milli = Milli::whole(1);

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Review> {
    let fields = doc.fields(&TEXTS, &BEHAVIOUR, reading)?;
    let head = doc.head(&fields, reading);
    let pass = fields.decimal("pass", Milli(0), FULL, &mut reading.problems);
    let mut criteria = criteria(doc, &fields, reading);
    let (before, sections) = split(doc.source, doc.blocks(), &mut reading.problems);
    if let Some(map) = fields.get("criteria") {
        every_criterion_has_its_section(doc, map, &sections, reading);
    }
    for section in sections {
        let Section { id, blocks, .. } = section_without_chips(doc, section, reading);
        let (anchors, others) = anchors::take(doc, blocks, &id.span, reading);
        let html = reading.html(doc, &others);
        if let Some(criterion) = criteria.iter_mut().find(|criterion| criterion.id == id.value) {
            criterion.anchors = anchors::texts(anchors);
            criterion.body = Text::new(html);
        } else if !criteria.is_empty() {
            let (hint_en, hint_zh) = hint(&id.value, criteria.iter().map(|known| known.id.as_str()));
            reading.report(
                doc,
                id.span,
                &ReviewFault::NoCriterion {
                    id: id.value,
                    hint_en,
                    hint_zh,
                },
            );
        }
    }
    let critical = critical(&fields, reading)
        .into_iter()
        .map(|(id, text)| (id.value, Text::new(text)));
    Some(Review {
        head,
        pass: pass.map_or(PASS, |pass| pass.value),
        critical: critical.collect(),
        body: Text::new(reading.html(doc, &before)),
        criteria,
    })
}

/// Adds a translation: the same criteria and critical errors with their titles, the same anchors.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, review: &mut Review) {
    let Some(fields) = doc.fields(&TEXTS, &BEHAVIOUR, reading) else {
        return;
    };
    doc.translate_head(&mut review.head, &fields, reading);
    let ids: Vec<String> = review
        .criteria
        .iter()
        .map(|criterion| criterion.id.clone())
        .collect();
    let criteria = &mut review.criteria;
    doc.translate_titles("criteria", &ids, &["weight"], &fields, reading, |at, title| {
        criteria[at].title.translate(doc.lang, title);
    });
    translate_critical(doc, &fields, &mut review.critical, reading);
    let (before, sections) = split(doc.source, doc.blocks(), &mut reading.problems);
    let body = reading.html(doc, &before);
    doc.translate_body(body, &mut review.body);
    for id in ids
        .iter()
        .filter(|id| !sections.iter().any(|section| section.id.value == **id))
    {
        reading.report(doc, doc.body_start(), &missing_here(id));
    }
    for section in sections {
        let Section { id, blocks, .. } = section_without_chips(doc, section, reading);
        let (anchors, others) = anchors::take(doc, blocks, &id.span, reading);
        let html = reading.html(doc, &others);
        if let Some(criterion) = review
            .criteria
            .iter_mut()
            .find(|criterion| criterion.id == id.value)
        {
            doc.translate_body(html, &mut criterion.body);
            anchors::translate(doc, &mut criterion.anchors, anchors, &id.span, reading);
        } else {
            reading.report(doc, id.span.clone(), &unknown_here(&id.value, &ids));
        }
    }
}

fn criteria(doc: &Doc<'_>, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Vec<Criterion> {
    let Some(entry) = fields.get("criteria") else {
        fields.missing("criteria", &mut reading.problems);
        return Vec::new();
    };
    let Some(map) = fields.ids("criteria", &mut reading.problems) else {
        return Vec::new();
    };
    let mut criteria = Vec::new();
    let mut sum = Milli(0);
    for entry in map.entries() {
        let inner = Fields::of(
            doc.source,
            &entry.node,
            &["title", "weight"],
            &mut reading.problems,
        );
        let title = inner
            .as_ref()
            .and_then(|inner| inner.required_text("title", &mut reading.problems));
        let written = inner.as_ref().is_some_and(|inner| inner.get("weight").is_some());
        let weight = inner
            .as_ref()
            .and_then(|inner| inner.weight("weight", &mut reading.problems));
        let weight = weight.map_or(WEIGHT, |weight| weight.value);
        // A weight that could not be read may have been any: it must not make the sum look like 0.
        sum.0 += if written { weight.0 } else { WEIGHT.0 };
        criteria.push(Criterion {
            id: entry.key.clone(),
            title: Text::new(title.map_or_else(|| entry.key.clone(), |title| title.value)),
            weight,
            body: Text::new(""),
            anchors: Vec::new(),
        });
    }
    if sum == Milli(0) {
        reading.report(doc, entry.key_span.clone(), &FrontFault::NoWeight {});
    }
    criteria
}

fn every_criterion_has_its_section(
    doc: &Doc<'_>,
    criteria: &Entry,
    sections: &[Section],
    reading: &mut Reading<'_>,
) {
    let Value::Map(entries) = &criteria.node.value else {
        return;
    };
    for entry in entries
        .iter()
        .filter(|entry| !sections.iter().any(|section| section.id.value == entry.key))
    {
        reading.report(
            doc,
            entry.key_span.clone(),
            &ReviewFault::NoSection {
                id: entry.key.clone(),
            },
        );
    }
}

fn critical(fields: &Fields<'_>, reading: &mut Reading<'_>) -> Vec<(At<String>, String)> {
    if fields.get("critical").is_none() {
        return Vec::new();
    }
    let Some(map) = fields.ids("critical", &mut reading.problems) else {
        return Vec::new();
    };
    let mut critical = Vec::new();
    for entry in map.entries() {
        if let Some(title) = map.text(&entry.key, &mut reading.problems) {
            critical.push((
                At {
                    value: entry.key.clone(),
                    span: entry.key_span.clone(),
                },
                title.value,
            ));
        }
    }
    critical
}

fn translate_critical(
    doc: &Doc<'_>,
    fields: &Fields<'_>,
    known: &mut [(String, Text)],
    reading: &mut Reading<'_>,
) {
    let ids: Vec<String> = known.iter().map(|(id, _)| id.clone()).collect();
    let here = critical(fields, reading);
    let place = fields
        .get("critical")
        .map_or_else(|| fields.place(), |entry| entry.key_span.clone());
    for id in ids
        .iter()
        .filter(|id| !here.iter().any(|(at, _)| at.value == **id))
    {
        reading.report(doc, place.clone(), &missing_here(id));
    }
    for (id, title) in here {
        match known.iter_mut().find(|(known, _)| *known == id.value) {
            Some((_, text)) => text.translate(doc.lang, title),
            None => reading.report(doc, id.span, &unknown_here(&id.value, &ids)),
        }
    }
}

/// Reviews know no chips.
fn section_without_chips(doc: &Doc<'_>, section: Section, reading: &mut Reading<'_>) -> Section {
    for chip in &section.chips {
        reading.problems.push(unknown_chip(doc.source, chip, &[]));
    }
    section
}
