//! The choices of a node: links with chips behind them and feedback below.

use super::super::faults::ScenarioFault;
use super::super::map::Way;
use super::super::model::{Choice, Doubt, Effect};
use super::Reader;
use super::chips::ANY;
use super::node::any_link;
use crate::content::doc::{Doc, Reading};
use crate::content::faults::BodyFault;
use crate::content::markdown::{Block, BlockKind, Inline, InlineKind, Item, plain, plain_blocks};
use crate::content::sections::{chip, is_space};
use crate::content::source::Span;
use crate::lang::Text;

impl Reader<'_, '_, '_> {
    /// Reads a list of choices. What is none is reported and keeps its place, so that the others keep their numbers.
    pub(super) fn choices(&mut self, items: &[Item]) -> Vec<Choice> {
        let (node, _) = self.here;
        let numbered = (0..).zip(items);
        let choices = numbered.map(|(at, item)| {
            self.here = (node, Some(Way::Choice(at)));
            self.choice(item)
        });
        choices.collect()
    }

    fn choice(&mut self, item: &Item) -> Choice {
        let Some((link, text, tail)) = any_link(item) else {
            let meant = [
                Doubt::Target(None),
                Doubt::Points(None, None),
                Doubt::Change(None),
                Doubt::Condition,
            ];
            self.reject(item.span.clone(), &ScenarioFault::NotALink {}, &meant);
            let said = plain_blocks(&item.blocks);
            return bare(Text::new(String::new()), said, self.nowhere(), item.span.clone());
        };
        let place = item
            .blocks
            .first()
            .map_or(item.span.clone(), |block| block.span.clone());
        let said = plain(text);
        if said.is_empty() {
            self.report(place.clone(), &ScenarioFault::EmptyChoice {});
        }
        let text = Text::new(self.reading.inline_html(self.doc, text));
        let target = self.target(link, place.clone());
        let mut choice = bare(text, said, target, place);
        self.tail(tail, &mut choice);
        choice.feedback =
            feedback(self.doc, item.blocks.get(1..).unwrap_or_default(), self.reading).map(Text::new);
        choice
    }

    /// Reads what stands behind a choice's link: chips. What follows other text on another line belongs to that text.
    fn tail(&mut self, tail: &[Inline], choice: &mut Choice) {
        let (mut stray, mut is_chip) = (None, false);
        for (at, inline) in tail.iter().enumerate().filter(|(_, inline)| !is_space(inline)) {
            if let Some(chip) = chip(inline) {
                self.choice_chip(&chip, choice);
                continue;
            }
            stray = stray.or(Some(inline.span.clone()));
            if at > 0 && matches!(tail[at - 1].kind, InlineKind::SoftBreak) {
                is_chip = true;
                break;
            }
        }
        if let Some(span) = stray {
            // Chips are letters and digits; anything else is no more than a remark.
            let said = &self.doc.source.text[span.clone()];
            is_chip |= said.contains(|c: char| c.is_ascii_alphanumeric());
            let meant = if is_chip { &ANY[..] } else { &[Doubt::Words] };
            self.reject(span, &ScenarioFault::BehindLink {}, meant);
        }
    }
}

fn bare(text: Text, said: String, target: usize, place: Span) -> Choice {
    Choice {
        text,
        plain: Text::new(said),
        target,
        effects: Vec::new(),
        critical: Vec::new(),
        conditions: Vec::new(),
        feedback: None,
        place,
        translated: Vec::new(),
    }
}

/// Reads what stands below a choice: block quotes for whoever chose it.
pub(super) fn feedback(doc: &Doc<'_>, blocks: &[Block], reading: &mut Reading<'_>) -> Option<String> {
    let mut html = None;
    for block in blocks {
        if let BlockKind::Quote(inner) = &block.kind {
            html.get_or_insert_with(String::new)
                .push_str(&reading.html(doc, inner));
        } else {
            let fault = BodyFault::Stray {
                where_en: "the choice and its feedback",
                where_zh: "选项和它的反馈",
            };
            reading.report(doc, block.span.clone(), &fault);
        }
    }
    html
}

/// Cuts off the inline code at the end, which is how chips are written.
pub(super) fn split_tail(inlines: &[Inline]) -> (&[Inline], &[Inline]) {
    let is_tail = |inline: &Inline| is_space(inline) || chip(inline).is_some();
    let text = inlines
        .iter()
        .rposition(|inline| !is_tail(inline))
        .map_or(0, |last| last + 1);
    inlines.split_at(text)
}

impl Effect {
    /// What it is about, so that a choice does each thing once.
    pub(super) fn subject(&self) -> (bool, usize) {
        match self {
            Self::Earn { criterion, .. } => (true, *criterion),
            Self::Change { var, .. } => (false, *var),
        }
    }
}
