//! Level-2 headings as ids, and the chips under them.

use super::faults::{BodyFault, hint};
use super::front::{At, is_id};
use super::markdown::{Block, BlockKind, Inline, InlineKind, plain};
use super::problem::{Problem, Problems};
use super::source::{Source, Span};

/// What stands under one level-2 heading: a question, a node, an item, a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading's text, which is the id.
    pub id: At<String>,
    /// The chips directly under the heading, without their back-ticks.
    pub chips: Vec<At<String>>,
    /// The rest.
    pub blocks: Vec<Block>,
}

/// Cuts a body at its level-2 headings; what stands before the first is returned apart.
///
/// Reports headings that are no ids, and ids that occur twice (the second one is dropped).
pub fn split(source: &Source, blocks: Vec<Block>, problems: &mut Problems) -> (Vec<Block>, Vec<Section>) {
    let (mut outside, sections) = split_where(blocks, |_| true, |_| false);
    (outside.swap_remove(0), with_good_ids(source, sections, problems))
}

/// Cuts sections out of a body: each begins at a level-2 heading whose text `starts` accepts, and ends at the next
/// such one or at a heading whose level `ends` accepts.
///
/// Returns what stands outside, one piece more than there are sections, and the sections with their ids unchecked.
pub fn split_where(
    blocks: Vec<Block>,
    starts: impl Fn(&str) -> bool,
    ends: impl Fn(u8) -> bool,
) -> (Vec<Vec<Block>>, Vec<Section>) {
    let mut outside = vec![Vec::new()];
    let mut sections: Vec<Section> = Vec::new();
    let mut inside = false;
    for block in blocks {
        if let BlockKind::Heading(level, inlines) = &block.kind {
            let id = At {
                value: plain(inlines),
                span: heading_text(inlines, &block.span),
            };
            if *level == 2 && starts(&id.value) {
                sections.push(Section {
                    id,
                    chips: Vec::new(),
                    blocks: Vec::new(),
                });
                outside.push(Vec::new());
                inside = true;
                continue;
            }
            inside = inside && !ends(*level);
        }
        match (inside, sections.last_mut(), outside.last_mut()) {
            (true, Some(section), _) => section.blocks.push(block),
            (_, _, Some(piece)) => piece.push(block),
            _ => {}
        }
    }
    sections.iter_mut().for_each(take_chips);
    (outside, sections)
}

/// Moves the chips at the head of a section's blocks into its `chips`.
pub fn take_chips(section: &mut Section) {
    while let Some(chips) = section.blocks.first().and_then(chips_of) {
        section.chips.extend(chips);
        section.blocks.remove(0);
    }
}

/// Reports ids that are none or occur twice, and keeps the first of each.
pub fn with_good_ids(source: &Source, sections: Vec<Section>, problems: &mut Problems) -> Vec<Section> {
    let mut kept: Vec<Section> = Vec::new();
    for section in sections {
        let At { value: id, span } = &section.id;
        if !is_id(id) {
            problems.push(source.problem(span.clone(), &BodyFault::BadId { id: id.clone() }));
        }
        if kept.iter().any(|other| other.id.value == *id) {
            problems.push(source.problem(span.clone(), &BodyFault::DuplicateId { id: id.clone() }));
        } else {
            kept.push(section);
        }
    }
    kept
}

/// The chips of a paragraph that is inline code only.
fn chips_of(block: &Block) -> Option<Vec<At<String>>> {
    let BlockKind::Paragraph(inlines) = &block.kind else {
        return None;
    };
    let chips: Option<Vec<_>> = inlines
        .iter()
        .filter(|inline| !is_space(inline))
        .map(chip)
        .collect();
    chips.filter(|chips| !chips.is_empty())
}

/// Inline code as a chip.
#[must_use]
pub fn chip(inline: &Inline) -> Option<At<String>> {
    match &inline.kind {
        InlineKind::Code(text) => Some(At {
            value: text.trim().to_owned(),
            span: inline.span.clone(),
        }),
        _ => None,
    }
}

/// Whether an inline is nothing but white space.
#[must_use]
pub fn is_space(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        _ => false,
    }
}

/// Reports a chip nobody knows; `known` are the words chips here begin with.
#[must_use]
pub fn unknown_chip(source: &Source, chip: &At<String>, known: &[&str]) -> Problem {
    let first = chip.value.split([' ', ':']).next().unwrap_or("");
    let (mut hint_en, mut hint_zh) = hint(first, known.iter().copied());
    if hint_en.is_empty() && !known.is_empty() {
        let list = known.join(", ");
        (hint_en, hint_zh) = (format!("possible here: {list}"), format!("这里可以用：{list}"));
    }
    let fault = BodyFault::UnknownChip {
        chip: chip.value.clone(),
        hint_en,
        hint_zh,
    };
    source.problem(chip.span.clone(), &fault)
}

fn heading_text(inlines: &[Inline], whole: &Span) -> Span {
    match (inlines.first(), inlines.last()) {
        (Some(first), Some(last)) => first.span.start..last.span.end,
        _ => whole.clone(),
    }
}
