//! Options of a choice.

use super::above::speaks_of_others;
use super::faults::{DifferenceFault, QuestionFault};
use super::model::{ChoiceOption, Kind};
use super::normalise::normalise;
use super::parts::{is_quote, is_task_list};
use super::question::{Asked, Reader};
use crate::content::markdown::{Block, BlockKind, Item, plain_blocks};
use crate::content::source::Span;
use crate::lang::Text;
use std::collections::BTreeSet;

impl Reader<'_, '_, '_, '_> {
    pub(super) fn choice(&mut self, asked: &Asked<'_>) -> Option<Kind> {
        let items = asked.parts.items;
        let default = match asked.default.map(|question| &question.kind) {
            Some(Kind::Choice { options, .. }) => Some(options),
            _ => None,
        };
        let places: Vec<Span> = items.iter().map(|item| self.item_place(item)).collect();
        let same = default.is_none_or(|options| {
            self.same_count(
                options.len(),
                &places,
                &asked.section.id.span,
                ("options", "选项"),
            )
        });
        let mut options = Vec::new();
        let mut texts = Vec::new();
        for (number, (item, place)) in items.iter().zip(&places).enumerate() {
            let right = item.task == Some(true);
            if right && default.is_some() {
                self.report(place.clone(), &DifferenceFault::Tick {});
            }
            let (option, text) = self.option(item, place, right);
            if let Some(there) = default.and_then(|options| options.get(number)).filter(|_| same) {
                let (here, there) = (option.feedback.is_some(), there.feedback.is_some());
                self.same_presence(here, there, place, ("feedback", "反馈"));
            }
            texts.push((text, place.clone()));
            options.push(option);
        }
        self.report_same(&texts);
        self.report_about_others(&texts);
        // Options that are cut off are reported as such; how many there are is not known then.
        if default.is_none() && !asked.parts.after.iter().any(is_task_list) {
            self.enough_options(asked, &options);
        }
        let ticks = options.iter().filter(|option| option.right).count();
        Some(Kind::Choice {
            options,
            multiple: ticks > 1 || asked.chips.has("multiple"),
            all_or_nothing: asked.chips.has("all-or-nothing"),
        })
    }

    fn option(&mut self, item: &Item, place: &Span, right: bool) -> (ChoiceOption, String) {
        let (quotes, blocks): (Vec<Block>, Vec<Block>) = item.blocks.iter().cloned().partition(is_quote);
        if item.task.is_none() {
            self.report(place.clone(), &QuestionFault::NoBox {});
        } else if blocks.is_empty() {
            self.report(place.clone(), &QuestionFault::EmptyOption {});
        }
        let quoted = quotes.into_iter().flat_map(|quote| match quote.kind {
            BlockKind::Quote(inner) => inner,
            _ => Vec::new(),
        });
        let quoted: Vec<Block> = quoted.collect();
        let html = self.inline_html(&blocks);
        let plain = plain_blocks(&blocks);
        let text = if plain.is_empty() { html.clone() } else { plain };
        let option = ChoiceOption {
            text: Text::new(html),
            right,
            feedback: (!quoted.is_empty()).then(|| Text::new(self.html(&quoted))),
        };
        (option, text)
    }

    fn enough_options(&mut self, asked: &Asked<'_>, options: &[ChoiceOption]) {
        let list = asked
            .parts
            .answer
            .map_or(&asked.section.id.span, |block| &block.span)
            .clone();
        if options.len() < 2 {
            self.report(list.clone(), &QuestionFault::FewOptions {});
        }
        if !options.iter().any(|option| option.right) {
            self.report(list, &QuestionFault::NoRight {});
        }
    }

    /// Reports texts that read the same as one before.
    pub(super) fn report_same(&mut self, texts: &[(String, Span)]) {
        let mut known = BTreeSet::new();
        for (text, span) in texts {
            let normal = normalise(text);
            if !normal.is_empty() && !known.insert(normal) {
                let text = text.clone();
                self.report(span.clone(), &QuestionFault::SameOptions { text });
            }
        }
    }

    fn report_about_others(&mut self, texts: &[(String, Span)]) {
        for (text, span) in texts
            .iter()
            .filter(|(text, _)| self.shuffled && speaks_of_others(text))
        {
            let text = text.clone();
            self.reading
                .report(self.doc, span.clone(), &QuestionFault::AboveOption { text });
        }
    }

    /// Where an item of a list stands, without the line breaks behind it.
    pub(super) fn item_place(&self, item: &Item) -> Span {
        let text = self.body.text.get(item.span.clone()).unwrap_or("");
        item.span.start..item.span.start + text.trim_end().len()
    }
}
