//! The choices of a node: links with chips behind them and feedback below.

use super::super::faults::ScenarioFault;
use super::super::model::{Choice, Effect};
use super::Reader;
use super::node::node_link;
use crate::content::doc::{Doc, Reading};
use crate::content::faults::BodyFault;
use crate::content::markdown::{Block, BlockKind, Item, plain};
use crate::content::sections::{chip, is_space};
use crate::lang::Text;

impl Reader<'_, '_, '_> {
    /// Reads a list of choices; what is none is reported and left out.
    pub(super) fn choices(&mut self, items: &[Item]) -> Vec<Choice> {
        items.iter().filter_map(|item| self.choice(item)).collect()
    }

    fn choice(&mut self, item: &Item) -> Option<Choice> {
        let Some((link, text, tail)) = node_link(item) else {
            self.reject(item.span.clone(), &ScenarioFault::NotALink {});
            return None;
        };
        let place = item
            .blocks
            .first()
            .map_or(item.span.clone(), |block| block.span.clone());
        let said = plain(text);
        if said.is_empty() {
            self.report(place.clone(), &ScenarioFault::EmptyChoice {});
        }
        let mut choice = Choice {
            text: Text::new(self.reading.inline_html(self.doc, text)),
            plain: Text::new(said),
            target: self.target(link, place.clone()),
            effects: Vec::new(),
            critical: Vec::new(),
            conditions: Vec::new(),
            feedback: None,
            place,
            translated: Vec::new(),
        };
        let mut stray = None;
        for inline in tail.iter().filter(|inline| !is_space(inline)) {
            match chip(inline) {
                Some(chip) => self.choice_chip(&chip, &mut choice),
                None => stray = stray.or(Some(inline.span.clone())),
            }
        }
        if let Some(span) = stray {
            self.report(span, &ScenarioFault::BehindLink {});
        }
        choice.feedback =
            feedback(self.doc, item.blocks.get(1..).unwrap_or_default(), self.reading).map(Text::new);
        Some(choice)
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

impl Effect {
    /// What it is about, so that a choice does each thing once.
    pub(super) fn subject(&self) -> (bool, usize) {
        match self {
            Self::Earn { criterion, .. } => (true, *criterion),
            Self::Change { var, .. } => (false, *var),
        }
    }
}
