//! Reading `interview/1` and its translations.

use super::chips::Chips;
use super::faults::KitFault;
use super::model::{Competency, Item, Kind, Kit};
use crate::content::anchors;
use crate::content::doc::{Doc, Reading, Target};
use crate::content::faults::{FrontFault, TranslationFault};
use crate::content::front::Fields;
use crate::content::markdown::{Block, BlockKind, plain};
use crate::content::sections::{Section, split};
use crate::content::source::Span;
use crate::content::texts::{missing_here, unknown_here};
use crate::lang::Text;
use crate::score::{FULL, Milli};

/// What a translation has too.
const TEXTS: [&str; 2] = ["title", "competencies"];
/// What only the default file has.
const BEHAVIOUR: [&str; 3] = ["roles", "raters", "pass"];
/// What only the default file says about a competency.
const OF_COMPETENCY: [&str; 2] = ["weight", "min"];
/// The total from which a candidate passes when the file does not say.
const PASS: Milli = Milli::whole(80);
/// The weight of a competency that does not say.
const WEIGHT: Milli = Milli::whole(1);
/// The most people who can rate one candidate.
const RATERS: i64 = 20;

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Kit> {
    let fields = doc.fields(&TEXTS, &BEHAVIOUR, reading)?;
    let head = doc.head(&fields, reading);
    let roles = fields.texts("roles", &mut reading.problems).unwrap_or_default();
    for role in &roles {
        reading.refer(doc, Target::Role, role);
    }
    let raters = fields.integer("raters", 1..=RATERS, &mut reading.problems);
    let pass = fields.decimal("pass", Milli(0), FULL, &mut reading.problems);
    let (competencies, places) = competencies(doc, &fields, reading);
    let ids: Vec<String> = competencies
        .iter()
        .map(|competency| competency.id.clone())
        .collect();
    let (before, sections) = split(doc.source, doc.blocks(), &mut reading.problems);
    let intro = Text::new(reading.html(doc, &before));
    let mut meant = Vec::new();
    let items: Vec<Item> = sections
        .into_iter()
        .map(|section| item(doc, section, &ids, &mut meant, reading))
        .collect();
    for (at, (id, place)) in ids.iter().zip(places).enumerate() {
        if !meant.contains(&at) && !items.iter().any(|item| item.rates.contains(&at)) {
            reading.report(doc, place, &KitFault::Unrated { id: id.clone() });
        }
    }
    Some(Kit {
        head,
        roles: roles.into_iter().map(|role| role.value).collect(),
        raters: raters
            .and_then(|raters| u32::try_from(raters.value).ok())
            .unwrap_or(1),
        pass: pass.map_or(PASS, |pass| pass.value),
        competencies,
        intro,
        items,
    })
}

/// Reads the competencies, and where each stands.
fn competencies(
    doc: &Doc<'_>,
    fields: &Fields<'_>,
    reading: &mut Reading<'_>,
) -> (Vec<Competency>, Vec<Span>) {
    let Some(entries) = fields.ids("competencies", &mut reading.problems) else {
        return (Vec::new(), Vec::new());
    };
    let mut competencies = Vec::new();
    for entry in entries.entries() {
        let inner = Fields::of(
            doc.source,
            &entry.node,
            &["title", "weight", "min"],
            &mut reading.problems,
        );
        let inner = inner.as_ref();
        let title = inner.and_then(|inner| inner.required_text("title", &mut reading.problems));
        let weight = inner.and_then(|inner| inner.weight("weight", &mut reading.problems));
        let (low, high) = (Milli::whole(1), Milli::whole(5));
        let min = inner.and_then(|inner| inner.decimal("min", low, high, &mut reading.problems));
        competencies.push(Competency {
            id: entry.key.clone(),
            title: Text::new(title.map_or_else(|| entry.key.clone(), |title| title.value)),
            weight: weight.map_or(WEIGHT, |weight| weight.value),
            min: min.map(|min| min.value),
        });
    }
    // A weight that could not be read counts as 1, so it does not make the sum look like 0.
    if competencies
        .iter()
        .all(|competency| competency.weight == Milli(0))
    {
        let span = fields
            .get("competencies")
            .map_or(fields.place(), |entry| entry.key_span.clone());
        reading.report(doc, span, &FrontFault::NoWeight {});
    }
    let places = entries
        .entries()
        .iter()
        .map(|entry| entry.key_span.clone())
        .collect();
    (competencies, places)
}

fn item(
    doc: &Doc<'_>,
    section: Section,
    competencies: &[String],
    meant: &mut Vec<usize>,
    reading: &mut Reading<'_>,
) -> Item {
    let Section { id, chips, blocks } = section;
    let chips = Chips::read(doc, &chips, &id.span, competencies, reading);
    meant.extend(&chips.meant);
    let kind = chips.kind.unwrap_or(Kind::Question);
    let (anchors, blocks) = if kind.is_rated() {
        anchors::take(doc, blocks, &id.span, reading)
    } else {
        (Vec::new(), blocks)
    };
    let (blocks, script) = split_script(blocks);
    let body = Text::new(reading.html(doc, &blocks));
    let script = script.map(|(heading, blocks)| {
        if kind != Kind::Simulation {
            reading.report(doc, heading, &KitFault::ScriptUnused {});
        }
        Text::new(reading.html(doc, &blocks))
    });
    if kind == Kind::Simulation && script.as_ref().is_none_or(|script| script.default().is_empty()) {
        reading.report(doc, id.span, &KitFault::NoScript {});
    }
    Item {
        id: id.value,
        kind,
        rates: chips.rates,
        group: chips.group,
        seconds: chips.seconds,
        pieces: chips.pieces,
        observe: chips.observe,
        body,
        script,
        anchors: anchors::texts(anchors),
    }
}

/// Takes out what stands under `### Script`, up to the next heading: where its heading stands, and its blocks.
fn split_script(blocks: Vec<Block>) -> (Vec<Block>, Option<(Span, Vec<Block>)>) {
    let (mut others, mut script) = (Vec::new(), None::<(Span, Vec<Block>)>);
    let mut inside = false;
    for block in blocks {
        if let BlockKind::Heading(level, inlines) = &block.kind {
            inside = *level == 3 && plain(inlines) == "Script";
            if inside {
                script.get_or_insert_with(|| (block.span.clone(), Vec::new()));
                continue;
            }
        }
        match &mut script {
            Some((_, blocks)) if inside => blocks.push(block),
            _ => others.push(block),
        }
    }
    (others, script)
}

/// Reads a translation into the kit of the default file.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, into: &mut Kit) {
    let Some(fields) = doc.fields(&TEXTS, &BEHAVIOUR, reading) else {
        return;
    };
    doc.translate_head(&mut into.head, &fields, reading);
    let ids: Vec<String> = into
        .competencies
        .iter()
        .map(|competency| competency.id.clone())
        .collect();
    doc.translate_titles(
        "competencies",
        &ids,
        &OF_COMPETENCY,
        &fields,
        reading,
        |at, title| {
            if let Some(competency) = into.competencies.get_mut(at) {
                competency.title.translate(doc.lang, title);
            }
        },
    );
    let (before, sections) = split(doc.source, doc.blocks(), &mut reading.problems);
    let place = before
        .first()
        .map_or(doc.body_start(), |block| block.span.clone());
    doc.translate_blocks(&mut into.intro, &before, place, reading);
    let names: Vec<String> = into.items.iter().map(|item| item.id.clone()).collect();
    for id in names
        .iter()
        .filter(|id| !sections.iter().any(|section| section.id.value == **id))
    {
        reading.report(doc, doc.body_start(), &missing_here(id));
    }
    for section in sections {
        match into.items.iter_mut().find(|item| item.id == section.id.value) {
            Some(item) => translate_item(doc, section, item, reading),
            None => reading.report(doc, section.id.span, &unknown_here(&section.id.value, &names)),
        }
    }
}

fn translate_item(doc: &Doc<'_>, section: Section, item: &mut Item, reading: &mut Reading<'_>) {
    let Section { id, chips, blocks } = section;
    for chip in chips {
        reading.report(doc, chip.span, &TranslationFault::Behaviour { key: chip.value });
    }
    let blocks = if item.kind.is_rated() {
        let (here, blocks) = anchors::take(doc, blocks, &id.span, reading);
        anchors::translate(doc, &mut item.anchors, here, &id.span, reading);
        blocks
    } else {
        blocks
    };
    let (blocks, script) = split_script(blocks);
    doc.translate_blocks(&mut item.body, &blocks, id.span.clone(), reading);
    match (&mut item.script, script) {
        (Some(there), Some((heading, blocks))) => doc.translate_blocks(there, &blocks, heading, reading),
        (Some(_), None) => {
            doc.differs(id.span, "the script is missing here", "这里缺少脚本", reading);
        }
        (None, Some((heading, _))) => {
            doc.differs(heading, "only this one has a script", "只有译文有脚本", reading);
        }
        (None, None) => {}
    }
}
