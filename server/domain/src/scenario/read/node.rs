//! A node: its chips, what is said and shown, and its way out.

use super::super::faults::ScenarioFault;
use super::super::map::Way as MapWay;
use super::super::model::{Doubt, Exit, Go, Node, Within};
use super::Reader;
use crate::content::faults::BodyFault;
use crate::content::front::{At, is_id};
use crate::content::markdown::{Block, BlockKind, Inline, InlineKind, Item, plain};
use crate::content::sections::{Section, chip, is_space, unknown_chip};
use crate::content::source::Span;
use crate::content::values::Period;
use crate::lang::Text;

impl Reader<'_, '_, '_> {
    /// Reads the node at this place.
    pub(super) fn node(&mut self, at: usize, section: Section) -> Node {
        let Section {
            id,
            chips,
            mut blocks,
        } = section;
        self.here = (at, None);
        let within = self.within(&chips);
        let last = blocks.len().saturating_sub(1);
        let place = (0..blocks.len()).find(|at| way_out(&blocks[*at], *at == last).is_some());
        let place = place.or_else(|| self.unmarked_reply(&blocks));
        let behind = place.map(|place| blocks.split_off(place + 1)).unwrap_or_default();
        let block = place.and_then(|_| blocks.pop());
        let exit = block.map(|block| match way_out(&block, place == Some(last)) {
            Some(way) => self.exit(&block, way),
            None => self.exit(&block, Way::Reply(block.text())),
        });
        self.here = (at, None);
        self.behind(&behind);
        if exit.is_none() {
            self.reject(id.span.clone(), &ScenarioFault::NoWayOut {}, &[Doubt::Ways]);
        }
        if let (Some(within), Some(Exit::End(_))) = (&within, &exit) {
            self.report(within.place.clone(), &ScenarioFault::TimedEnd {});
        }
        let html = self.reading.html(self.doc, &blocks);
        let exit = exit.unwrap_or(Exit::Choices(Vec::new()));
        Node {
            id: id.value,
            body: Text::new(html),
            within,
            exit,
            place: id.span,
        }
    }

    /// Reports what stands behind the way out: once, and all that may be meant by it is in doubt.
    fn behind(&mut self, blocks: &[Block]) {
        let Some(first) = blocks.first() else { return };
        let may_matter = |block: &Block| {
            let is_text = matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Heading(..));
            !is_text || way_out(block, false).is_some()
        };
        if blocks.iter().any(may_matter) {
            self.doubt(Doubt::Ways);
        }
        self.report(first.span.clone(), &ScenarioFault::BehindExit {});
    }

    /// A block of code that says where a reply leads but not that it is a reply block, where nothing else leads on.
    fn unmarked_reply(&mut self, blocks: &[Block]) -> Option<usize> {
        let leads = |block: &Block| {
            matches!(&block.kind, BlockKind::Code(_, text, span)
                if span.start > block.span.start && text.lines().any(|line| line.trim_start().starts_with("to:")))
        };
        let at = blocks.iter().rposition(leads)?;
        let block = &blocks[at];
        self.report(
            block.span.start..block.text().start,
            &ScenarioFault::UnmarkedReply {},
        );
        Some(at)
    }

    /// Reads the chips under a node's heading.
    fn within(&mut self, chips: &[At<String>]) -> Option<Within> {
        let mut within = None;
        for chip in chips {
            let words: Vec<&str> = chip.value.split_whitespace().collect();
            if !chip.value.starts_with("within") {
                self.no_limit(&words);
                self.doubt(Doubt::Points(None, None));
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
            let words = if words.first() == Some(&"within") {
                &words[1..]
            } else {
                &[]
            };
            let seconds = words.first().and_then(|length| Period::parse(length)?.seconds());
            let target = match words.get(1..).unwrap_or_default() {
                [] => Some(None),
                ["else", target] if target.starts_with('#') => Some(Some(*target)),
                _ => None,
            };
            let (Some(seconds), Some(target)) = (seconds, target) else {
                let (want_en, want_zh) = (
                    "`within 30s` or `within 30s else #node`",
                    "“within 30s”或“within 30s else #节点”",
                );
                self.no_limit(&chip.value.split_whitespace().collect::<Vec<_>>());
                self.report(chip.span.clone(), &bad_chip(chip, want_en, want_zh));
                continue;
            };
            let (node, _) = self.here;
            self.here = (node, Some(MapWay::TimeOut));
            let or_else = target.map(|target| self.target(target, chip.span.clone()));
            self.here = (node, None);
            within = Some(Within {
                seconds,
                or_else,
                place: chip.span.clone(),
            });
        }
        within
    }

    /// Leaves open how long an answer may take, and where a late one leads: to what the last word may mean.
    fn no_limit(&mut self, words: &[&str]) {
        let (node, _) = self.here;
        let meant = words
            .last()
            .and_then(|word| self.names.find(word.trim_start_matches('#')));
        self.doubt(Doubt::Limit);
        let doubts = &mut self.notes.doubts;
        doubts.add(node, Some(MapWay::TimeOut), Doubt::Target(meant));
    }

    fn exit(&mut self, block: &Block, way: Way<'_>) -> Exit {
        let (node, _) = self.here;
        self.here = (node, Some(MapWay::On));
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
                    self.here = (node, None);
                    self.reject(block.span.clone(), &ScenarioFault::BadEnd { word }, &[Doubt::End]);
                    Exit::End(false)
                }
            },
        }
    }
}

impl Block {
    /// Where the text of a block of code stands, else the block.
    fn text(&self) -> &Span {
        match &self.kind {
            BlockKind::Code(_, _, text) => text,
            _ => &self.span,
        }
    }
}

/// A block that ends a node.
pub(super) enum Way<'b> {
    /// A list of links.
    Choices(&'b [Item]),
    /// A reply block: where its text stands.
    Reply(&'b Span),
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

/// The link an item begins with, wherever it leads.
pub(super) fn any_link(item: &Item) -> Option<(&str, &[Inline], &[Inline])> {
    let Some(BlockKind::Paragraph(inlines)) = item.blocks.first().map(|block| &block.kind) else {
        return None;
    };
    let (first, rest) = inlines.split_first()?;
    match &first.kind {
        InlineKind::Link(target, text) if item.task.is_none() => Some((target, text, rest)),
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
