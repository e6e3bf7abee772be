//! Translations: the texts of the default file in another language, and nothing else.
//!
//! Choices may be plain items or links that lead where the default's do; an end and a reply's target may be
//! repeated or left out.

mod reply;

use super::super::faults::ScenarioFault;
use super::super::map;
use super::super::model::{Choice, Doubt, Exit, Go, Scenario};
use super::choices::{feedback, split_tail};
use super::node::{Way, node_link, way_out};
use super::{BEHAVIOUR, OF_CRITERION, TEXTS, parts};
use crate::content::doc::{Doc, Reading};
use crate::content::faults::TranslationFault;
use crate::content::front::At;
use crate::content::markdown::{Block, BlockKind, Item, plain};
use crate::content::problem::Fault;
use crate::content::sections::{self, Section, chip, is_space};
use crate::content::source::Span;
use crate::content::texts::{missing_here, unknown_here};

/// Reads a translation into the scenario of the default file.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, into: &mut Scenario) {
    let Some(fields) = doc.fields(&TEXTS, &BEHAVIOUR, reading) else {
        return;
    };
    doc.translate_head(&mut into.head, &fields, reading);
    let ids: Vec<String> = into
        .criteria
        .iter()
        .map(|criterion| criterion.id.clone())
        .collect();
    doc.translate_titles("criteria", &ids, &OF_CRITERION, &fields, reading, |at, title| {
        if let Some(criterion) = into.criteria.get_mut(at) {
            criterion.title.translate(doc.lang, title);
        }
    });
    let (blocks, tests) = parts::of(doc, reading);
    if let Some(heading) = tests.first() {
        let fault = TranslationFault::Behaviour {
            key: "## Tests".to_owned(),
        };
        reading.report(doc, heading.span.clone(), &fault);
    }
    let (before, sections) = sections::split(doc.source, blocks, &mut reading.problems);
    let names: Vec<String> = into.nodes.iter().map(|node| node.id.clone()).collect();
    let mut translator = Translator {
        doc,
        reading,
        names,
        criteria: ids,
    };
    let place = before
        .first()
        .map_or(doc.body_start(), |block| block.span.clone());
    doc.translate_blocks(&mut into.intro, &before, place, translator.reading);
    for id in &translator.names {
        if !sections.iter().any(|section| section.id.value == *id) {
            translator
                .reading
                .report(doc, doc.body_start(), &missing_here(id));
        }
    }
    for section in sections {
        translator.node(section, into);
    }
}

struct Translator<'r, 'a, 'p> {
    doc: &'r Doc<'a>,
    reading: &'r mut Reading<'p>,
    /// The ids of the default file's nodes.
    names: Vec<String>,
    /// The ids of the default file's criteria.
    criteria: Vec<String>,
}

impl Translator<'_, '_, '_> {
    fn report(&mut self, span: Span, fault: &impl Fault) {
        self.reading.report(self.doc, span, fault);
    }

    fn differs(&mut self, span: Span, en: &str, zh: &str) {
        self.doc.differs(span, en, zh, self.reading);
    }

    fn behaviour(&mut self, chip: At<String>) {
        self.report(chip.span, &TranslationFault::Behaviour { key: chip.value });
    }

    fn node(&mut self, section: Section, into: &mut Scenario) {
        let Section {
            id,
            chips,
            mut blocks,
        } = section;
        for chip in chips {
            self.behaviour(chip);
        }
        let Some(at) = self.names.iter().position(|name| *name == id.value) else {
            let fault = unknown_here(&id.value, &self.names);
            self.report(id.span, &fault);
            return;
        };
        let (node, doubts) = (&mut into.nodes[at], into.notes.doubts.at(at));
        // Where the default file's own way out could not be read, nothing can be compared.
        if doubts
            .iter()
            .any(|(_, doubt)| matches!(doubt, Doubt::Ways | Doubt::End))
        {
            return;
        }
        let end = blocks.last().map_or(id.span.clone(), |block| block.span.clone());
        match &mut node.exit {
            // Without choices the default file is broken, and nothing can be compared.
            Exit::Choices(choices) if choices.is_empty() => return,
            Exit::Choices(choices) => {
                let list = blocks
                    .iter()
                    .rposition(|block| matches!(block.kind, BlockKind::List(..)));
                match self.take(&mut blocks, list) {
                    Some(Block {
                        kind: BlockKind::List(_, items),
                        span,
                    }) => self.choices(choices, &items, span, doubts),
                    _ => self.differs(id.span.clone(), "the choices are missing here", "这里缺少选项"),
                }
            }
            Exit::Reply(reply) => {
                let block = self.take_way(&mut blocks, |way| matches!(way, Way::Reply(_)));
                if let Some(Block {
                    kind: BlockKind::Code(_, _, span),
                    ..
                }) = block
                {
                    self.reply(reply, &span);
                }
            }
            Exit::Go(go) => self.go(go, &mut blocks, &id.span),
            Exit::End(pass) => {
                let pass = *pass;
                if let Some(block) = self.take_way(&mut blocks, |way| matches!(way, Way::End(_))) {
                    let agrees = matches!(way_out(&block, false), Some(Way::End(word)) if word == if pass { "pass" } else { "fail" });
                    if !agrees {
                        self.differs(block.span, "the end is another", "结局不同");
                    }
                }
            }
        }
        // Lists are ordinary text where the default file has no choices; other ways out are not.
        for block in &blocks {
            if matches!(
                way_out(block, false),
                Some(Way::Reply(_) | Way::Go(..) | Way::End(_))
            ) {
                self.differs(
                    block.span.clone(),
                    "the node goes on in another way there",
                    "节点的出口不同",
                );
            }
        }
        self.doc
            .translate_blocks(&mut node.body, &blocks, end, self.reading);
    }

    /// Takes the block at `at` out; nothing may stand behind it.
    fn take(&mut self, blocks: &mut Vec<Block>, at: Option<usize>) -> Option<Block> {
        let at = at?;
        for block in blocks.split_off(at + 1) {
            self.report(block.span, &ScenarioFault::BehindExit {});
        }
        blocks.pop()
    }

    fn take_way(&mut self, blocks: &mut Vec<Block>, is_it: impl Fn(&Way<'_>) -> bool) -> Option<Block> {
        let at = blocks
            .iter()
            .position(|block| way_out(block, false).is_some_and(|way| is_it(&way)));
        self.take(blocks, at)
    }

    fn choices(
        &mut self,
        choices: &mut [Choice],
        items: &[Item],
        span: Span,
        doubts: &[(Option<map::Way>, Doubt)],
    ) {
        let (here, there) = (items.len(), choices.len());
        if here != there {
            let en = format!("the number of choices is {here} here, {there} there");
            self.differs(span, &en, &format!("这里有 {here} 个选项，原文有 {there} 个"));
            return;
        }
        for ((at, choice), item) in (0..).zip(choices).zip(items) {
            let way = Some(map::Way::Choice(at));
            if !doubts.iter().any(|(known, _)| *known == way) {
                self.choice(choice, item);
            }
        }
    }

    fn choice(&mut self, choice: &mut Choice, item: &Item) {
        let Some((
            Block {
                kind: BlockKind::Paragraph(inlines),
                span,
            },
            below,
        )) = item.blocks.split_first()
        else {
            self.report(item.span.clone(), &ScenarioFault::EmptyChoice {});
            return;
        };
        let (text, tail) = match node_link(item) {
            Some((link, text, tail)) => {
                self.same_target(choice.target, link, span.clone());
                (text, tail)
            }
            None => split_tail(inlines),
        };
        for inline in tail.iter().filter(|inline| !is_space(inline)) {
            match chip(inline) {
                Some(chip) => self.behaviour(chip),
                None => self.report(inline.span.clone(), &ScenarioFault::BehindLink {}),
            }
        }
        let said = plain(text);
        if said.is_empty() {
            self.report(span.clone(), &ScenarioFault::EmptyChoice {});
            return;
        }
        choice
            .text
            .translate(self.doc.lang, self.reading.inline_html(self.doc, text));
        choice.plain.translate(self.doc.lang, said);
        choice.translated.push((self.doc.lang.clone(), span.clone()));
        let feedback = feedback(self.doc, below, self.reading);
        match (&mut choice.feedback, feedback) {
            (Some(text), Some(html)) => text.translate(self.doc.lang, html),
            (Some(_), None) => self.differs(span.clone(), "the feedback is missing here", "这里缺少反馈"),
            (None, Some(_)) => self.differs(span.clone(), "only this one has feedback", "只有译文有反馈"),
            (None, None) => {}
        }
    }

    fn go(&mut self, go: &mut Go, blocks: &mut Vec<Block>, heading: &Span) {
        let link = blocks
            .iter()
            .position(|block| matches!(way_out(block, false), Some(Way::Go(..))));
        let last = blocks.len().checked_sub(1);
        let block = self.take(blocks, link.or(last));
        let Some(Block {
            kind: BlockKind::Paragraph(inlines),
            span,
        }) = block
        else {
            self.differs(heading.clone(), "the link is missing here", "这里缺少链接");
            return;
        };
        let whole = Block {
            span: span.clone(),
            kind: BlockKind::Paragraph(inlines.clone()),
        };
        let text = match way_out(&whole, false) {
            Some(Way::Go(target, text, rest)) => {
                self.same_target(go.target, target, span);
                rest.iter().filter_map(chip).for_each(|chip| self.behaviour(chip));
                text.to_vec()
            }
            _ => inlines,
        };
        let html = self.reading.inline_html(self.doc, &text);
        go.text.translate(self.doc.lang, html);
    }

    /// A target that is repeated must be the default's.
    fn same_target(&mut self, target: usize, link: &str, span: Span) {
        let Some(there) = self.names.get(target).cloned() else {
            return;
        };
        if link.strip_prefix('#') != Some(there.as_str()) {
            let en = format!("it leads to `{link}` here, to `#{there}` there");
            self.differs(span, &en, &format!("这里通向“{link}”，原文通向“#{there}”"));
        }
    }
}
