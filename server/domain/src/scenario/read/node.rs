//! A node: its chips, what is said and shown, and its way out.

use super::super::faults::ScenarioFault;
use super::super::model::{Exit, Go, Node, Within};
use super::Reader;
use crate::content::faults::BodyFault;
use crate::content::front::{At, is_id};
use crate::content::markdown::{Block, BlockKind, Inline, InlineKind, Item, plain};
use crate::content::sections::{Section, chip, is_space, unknown_chip};
use crate::content::values::Period;
use crate::lang::Text;

impl Reader<'_, '_, '_> {
    /// Reads a node.
    pub(super) fn node(&mut self, section: Section) -> Node {
        let Section { id, chips, blocks } = section;
        let within = self.within(&chips);
        let mut body = Vec::new();
        let mut exit = None;
        let last = blocks.len().saturating_sub(1);
        for (at, block) in blocks.into_iter().enumerate() {
            if exit.is_some() {
                self.report(block.span, &ScenarioFault::BehindExit {});
                continue;
            }
            match way_out(&block, at == last) {
                Some(way) => exit = Some(self.exit(&block, way)),
                None => body.push(block),
            }
        }
        if exit.is_none() {
            self.reject(id.span.clone(), &ScenarioFault::NoWayOut {});
        }
        if let (Some(within), Some(Exit::End(_))) = (&within, &exit) {
            self.report(within.place.clone(), &ScenarioFault::TimedEnd {});
        }
        let html = self.reading.html(self.doc, &body);
        let exit = exit.unwrap_or(Exit::Choices(Vec::new()));
        Node {
            id: id.value,
            body: Text::new(html),
            within,
            exit,
            place: id.span,
        }
    }

    /// Reads the chips under a node's heading.
    fn within(&mut self, chips: &[At<String>]) -> Option<Within> {
        let mut within = None;
        for chip in chips {
            let words: Vec<&str> = chip.value.split_whitespace().collect();
            if words.first() != Some(&"within") {
                self.notes.incomplete = true;
                let problem = unknown_chip(self.doc.source, chip, &["within"]);
                self.reading.problems.push(problem);
                continue;
            }
            if within.is_some() {
                self.report(
                    chip.span.clone(),
                    &BodyFault::DuplicateChip {
                        chip: chip.value.clone(),
                    },
                );
                continue;
            }
            let seconds = words.get(1).and_then(|length| Period::parse(length)?.seconds());
            let target = match words.get(2..).unwrap_or_default() {
                [] => Some(None),
                ["else", target] if target.starts_with('#') => Some(Some(*target)),
                _ => None,
            };
            let (Some(seconds), Some(target)) = (seconds, target) else {
                let (want_en, want_zh) = (
                    "`within 30s` or `within 30s else #node`",
                    "“within 30s”或“within 30s else #节点”",
                );
                self.reject(chip.span.clone(), &bad_chip(chip, want_en, want_zh));
                continue;
            };
            let or_else = target.map(|target| self.target(target, chip.span.clone()));
            within = Some(Within {
                seconds,
                or_else,
                place: chip.span.clone(),
            });
        }
        within
    }

    fn exit(&mut self, block: &Block, way: Way<'_>) -> Exit {
        match way {
            Way::Choices(items) => Exit::Choices(self.choices(items)),
            Way::Reply(text) => Exit::Reply(self.reply(block, text)),
            Way::Go(target, text, rest) => {
                for inline in rest.iter().filter_map(chip) {
                    let problem = unknown_chip(self.doc.source, &inline, &[]);
                    self.reading.problems.push(problem);
                }
                if plain(text).is_empty() {
                    self.report(block.span.clone(), &ScenarioFault::EmptyChoice {});
                }
                let html = self.reading.inline_html(self.doc, text);
                Exit::Go(Go {
                    text: Text::new(html),
                    target: self.target(target, block.span.clone()),
                })
            }
            Way::End(word) => match word.as_str() {
                "pass" => Exit::End(true),
                "fail" => Exit::End(false),
                _ => {
                    self.reject(block.span.clone(), &ScenarioFault::BadEnd { word });
                    Exit::Choices(Vec::new())
                }
            },
        }
    }
}

/// A block that ends a node.
pub(super) enum Way<'b> {
    /// A list of links.
    Choices(&'b [Item]),
    /// A reply block: where its text stands.
    Reply(&'b crate::content::source::Span),
    /// A paragraph that is one link: target, text, and chips that do not belong there.
    Go(&'b str, &'b [Inline], &'b [Inline]),
    /// `**End:** …`: the word.
    End(String),
}

/// Whether a block ends a node; `last` when it is the last one, where a list can only be meant as choices.
pub(super) fn way_out(block: &Block, last: bool) -> Option<Way<'_>> {
    match &block.kind {
        BlockKind::List(_, items) if last || items.iter().any(|item| node_link(item).is_some()) => {
            Some(Way::Choices(items))
        }
        BlockKind::Code(info, _, span) if info.trim() == "reply" => Some(Way::Reply(span)),
        BlockKind::Paragraph(inlines) => go(inlines).or_else(|| end(inlines)),
        _ => None,
    }
}

/// The link an item begins with, when it leads to a node: target, text, and what stands behind it.
pub(super) fn node_link(item: &Item) -> Option<(&str, &[Inline], &[Inline])> {
    match item.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(inlines)) if item.task.is_none() => leading_link(inlines),
        _ => None,
    }
}

fn leading_link(inlines: &[Inline]) -> Option<(&str, &[Inline], &[Inline])> {
    let (first, rest) = inlines.split_first()?;
    match &first.kind {
        // `look-up` for `#look-up` is a slip worth a word of its own; other links are links.
        InlineKind::Link(target, text) if target.starts_with('#') || target.is_empty() || is_id(target) => {
            Some((target, text, rest))
        }
        _ => None,
    }
}

fn go(inlines: &[Inline]) -> Option<Way<'_>> {
    let (target, text, rest) = leading_link(inlines)?;
    let alone = rest
        .iter()
        .all(|inline| is_space(inline) || chip(inline).is_some());
    alone.then_some(Way::Go(target, text, rest))
}

fn end(inlines: &[Inline]) -> Option<Way<'_>> {
    let (first, rest) = inlines.split_first()?;
    let InlineKind::Strong(strong) = &first.kind else {
        return None;
    };
    let said = plain(strong);
    let word = plain(rest);
    let colon = [':', '：'];
    let inside = said.strip_suffix(colon);
    let label = inside.unwrap_or(&said).trim();
    let word = if inside.is_some() {
        Some(word.as_str())
    } else {
        word.strip_prefix(colon)
    };
    (label == "End").then(|| Way::End(word.unwrap_or("").trim().to_owned()))
}

/// A chip that is known but cannot be read.
pub(super) fn bad_chip(chip: &At<String>, want_en: &str, want_zh: &str) -> ScenarioFault {
    ScenarioFault::BadChip {
        chip: chip.value.clone(),
        want_en: want_en.to_owned(),
        want_zh: want_zh.to_owned(),
    }
}
