//! The chips of a question.

use super::faults::QuestionFault;
use crate::content::faults::BodyFault;
use crate::content::front::At;
use crate::content::markdown::{Block, BlockKind, Inline, InlineKind};
use crate::content::problem::Problems;
use crate::content::sections::{is_space, unknown_chip};
use crate::content::source::{Source, Span};
use crate::score::Milli;
use std::collections::BTreeMap;

const FLAGS: [&str; 7] = [
    "multiple",
    "all-or-nothing",
    "contains",
    "text",
    "order",
    "match",
    "essay",
];
const KNOWN: [&str; 10] = [
    "tags:",
    "pool: practice",
    "points",
    "multiple",
    "all-or-nothing",
    "contains",
    "text",
    "order",
    "match",
    "essay",
];
const MAX_POINTS: Milli = Milli::whole(1000);

/// What the chips of a question say.
pub(super) struct Chips {
    pub(super) tags: Vec<String>,
    pub(super) points: Milli,
    /// Where `pool: practice` stands, when it does.
    pub(super) practice: Option<Span>,
    flags: BTreeMap<&'static str, Span>,
}

impl Chips {
    /// What a question without chips has.
    pub(super) fn none() -> Self {
        Self {
            tags: Vec::new(),
            points: Milli::whole(1),
            practice: None,
            flags: BTreeMap::new(),
        }
    }

    pub(super) fn read(source: &Source, chips: &[At<String>], problems: &mut Problems) -> Self {
        let mut read = Self::none();
        let mut said: Vec<&str> = Vec::new();
        for chip in chips {
            let fault = |fault| source.problem(chip.span.clone(), &fault);
            let name = if let Some(flag) = FLAGS.iter().find(|flag| **flag == chip.value) {
                read.flags.entry(flag).or_insert_with(|| chip.span.clone());
                flag
            } else if let Some(tags) = chip.value.strip_prefix("tags:") {
                read.tags = split_tags(tags);
                if read.tags.is_empty() {
                    problems.push(fault(QuestionFault::NoTags {}));
                }
                "tags:"
            } else if is_practice(&chip.value) {
                read.practice.get_or_insert_with(|| chip.span.clone());
                "pool:"
            } else if let Some(number) = points(&chip.value) {
                let number = Milli::parse(number).filter(|points| (Milli(0)..=MAX_POINTS).contains(points));
                if number.is_none() {
                    problems.push(fault(QuestionFault::Points {
                        chip: chip.value.clone(),
                    }));
                }
                read.points = number.unwrap_or(read.points);
                "points"
            } else {
                problems.push(unknown_chip(source, chip, &KNOWN));
                continue;
            };
            if said.contains(&name) {
                let fault = BodyFault::DuplicateChip {
                    chip: chip.value.clone(),
                };
                problems.push(source.problem(chip.span.clone(), &fault));
            }
            said.push(name);
        }
        read
    }

    pub(super) fn has(&self, flag: &str) -> bool {
        self.flags.contains_key(flag)
    }

    /// Where a flag stands, when it does.
    pub(super) fn place(&self, flag: &str) -> Option<Span> {
        self.flags.get(flag).cloned()
    }
}

/// The chips of a paragraph's first line, when the rest of the paragraph keeps them from being chips.
pub(super) fn swallowed(block: &Block) -> Option<Span> {
    let BlockKind::Paragraph(inlines) = &block.kind else {
        return None;
    };
    let line = inlines
        .iter()
        .take_while(|inline| inline.kind != InlineKind::SoftBreak);
    let line: Vec<&Inline> = line.filter(|inline| !is_space(inline)).collect();
    let known = line.iter().all(|inline| match &inline.kind {
        InlineKind::Code(text) => is_known(text.trim()),
        _ => false,
    });
    let span = line.first()?.span.start..line.last()?.span.end;
    known.then_some(span)
}

fn is_known(chip: &str) -> bool {
    FLAGS.contains(&chip)
        || chip.starts_with("tags:")
        || is_practice(chip)
        || points(chip).is_some_and(|number| Milli::parse(number).is_some())
}

fn is_practice(chip: &str) -> bool {
    chip.strip_prefix("pool:")
        .is_some_and(|pool| pool.trim() == "practice")
}

fn points(chip: &str) -> Option<&str> {
    let number = chip
        .strip_suffix(" points")
        .or_else(|| chip.strip_suffix(" point"))?;
    Some(number.trim())
}

fn split_tags(tags: &str) -> Vec<String> {
    let mut split: Vec<String> = Vec::new();
    for tag in tags
        .split([',', '，', '、'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
    {
        if !split.iter().any(|known| known == tag) {
            split.push(tag.to_owned());
        }
    }
    split
}
