//! Reading one question, in the default language or in a translation of it.

use super::body::Body;
use super::chips::{Chips, swallowed};
use super::faults::{DifferenceFault, QuestionFault};
use super::gaps;
use super::model::{Kind, Question};
use super::parts::{Form, Parts, is_quote, is_task_list, marks, within};
use crate::content::doc::{Doc, Reading};
use crate::content::faults::BodyFault;
use crate::content::markdown::{Block, BlockKind};
use crate::content::problem::Fault;
use crate::content::sections::Section;
use crate::content::source::Span;
use crate::hash::Hash;
use crate::lang::Text;

/// What reading a question needs.
pub(crate) struct Reader<'a, 'd, 'r, 'p> {
    pub(super) doc: &'a Doc<'d>,
    pub(super) reading: &'r mut Reading<'p>,
    pub(super) body: &'a Body,
    /// Whether options are shown in another order than written.
    pub(super) shuffled: bool,
    /// Whether lines that begin with `? ` are hints.
    pub(super) hinted: bool,
}

/// A question and where it stands.
pub(super) struct Asked<'q> {
    pub(super) section: &'q Section,
    pub(super) chips: &'q Chips,
    pub(super) parts: &'q Parts<'q>,
    /// In a translation, the question of the default file.
    pub(super) default: Option<&'q Question>,
}

impl Reader<'_, '_, '_, '_> {
    pub(super) fn report(&mut self, span: Span, fault: &impl Fault) {
        self.reading.report(self.doc, span, fault);
    }

    pub(super) fn html(&mut self, blocks: &[Block]) -> String {
        self.reading.html(self.doc, blocks)
    }

    /// Blocks as HTML, a single paragraph without its tags.
    pub(super) fn inline_html(&mut self, blocks: &[Block]) -> String {
        match blocks {
            [
                Block {
                    kind: BlockKind::Paragraph(inlines),
                    ..
                },
            ] => self.reading.inline_html(self.doc, inlines),
            blocks => self.html(blocks),
        }
    }

    /// Reads a question of the default file; `version` is hashed to be the question's version.
    pub(crate) fn question(
        &mut self,
        section: &Section,
        chips: &Chips,
        version: &[&str],
    ) -> Option<Question> {
        let (hints, section) = &self.without_hints(section);
        let form = self.form(section, chips)?;
        let parts = Parts::of(
            form,
            &self.body.text,
            &section.blocks,
            within(section, &self.body.gaps),
        );
        let asked = Asked {
            section,
            chips,
            parts: &parts,
            default: None,
        };
        self.misfits(&asked, form);
        if let Some(span) = section.blocks.first().and_then(swallowed) {
            self.report(span, &QuestionFault::ChipsInText {});
        }
        let (prompt, kind, explanation) = self.read(form, &asked);
        let hints = self.hints(&asked, hints);
        Some(Question {
            id: section.id.value.clone(),
            hash: Hash::of_parts(version.iter().map(|part| part.as_bytes())),
            tags: chips.tags.clone(),
            points: chips.points,
            practice: chips.practice.is_some(),
            prompt: Text::new(prompt),
            kind: kind?,
            hints,
            explanation: explanation.map(Text::new),
        })
    }

    /// Reads a translation of `default`; what comes back has the same shape, its texts in the translation's language.
    pub(crate) fn translation(&mut self, section: &Section, default: &Question) -> Option<Question> {
        for chip in &section.chips {
            let fault = DifferenceFault::Chip {
                chip: chip.value.clone(),
            };
            self.report(chip.span.clone(), &fault);
        }
        let chips = Chips::none();
        let (hints, section) = &self.without_hints(section);
        let form = Form::of(&default.kind);
        if let Some((_, span)) = self
            .marks(section, &chips)
            .into_iter()
            .find(|(mark, _)| *mark != form)
        {
            let (kind_en, kind_zh) = form.name();
            self.report(span, &DifferenceFault::Kind { kind_en, kind_zh });
            self.inspect(section);
            return None;
        }
        let mut parts = Parts::of(
            form,
            &self.body.text,
            &section.blocks,
            within(section, &self.body.gaps),
        );
        if form == Form::Lines && parts.lines.is_empty() && default.explanation.is_some() {
            // The line of a number may be left out; then only the quotes at the end can be the explanation.
            let quotes = section
                .blocks
                .iter()
                .rev()
                .take_while(|block| is_quote(block))
                .count();
            let at = section.blocks.len() - quotes;
            parts.prompt.truncate(at);
            parts.after = &section.blocks[at..];
        }
        let asked = Asked {
            section,
            chips: &chips,
            parts: &parts,
            default: Some(default),
        };
        let (prompt, kind, explanation) = self.read(form, &asked);
        let hints = self.hints(&asked, hints);
        self.same_presence(
            explanation.is_some(),
            default.explanation.is_some(),
            &self.explanation_place(&asked),
            ("an explanation", "解析"),
        );
        Some(Question {
            prompt: Text::new(prompt),
            kind: kind?,
            hints,
            explanation: explanation.map(Text::new),
            ..default.clone()
        })
    }

    fn explanation_place(&self, asked: &Asked<'_>) -> Span {
        let quote = asked.parts.after.iter().find(|block| is_quote(block));
        quote.map_or_else(|| asked.section.id.span.clone(), |block| block.span.clone())
    }

    /// A brace that opens no gap shows that a cloze was meant, too.
    fn marks(&self, section: &Section, chips: &Chips) -> Vec<(Form, Span)> {
        marks(&self.body.text, section, chips, &self.body.braces)
    }

    /// The one form a question's marks have; reports none, and more than one.
    fn form(&mut self, section: &Section, chips: &Chips) -> Option<Form> {
        let marks = self.marks(section, chips);
        match marks.as_slice() {
            [] => {
                self.report(section.id.span.clone(), &QuestionFault::NoAnswer {});
                self.inspect(section);
                None
            }
            [(form, _)] => Some(*form),
            [(first, _), (second, span), ..] => {
                let ((first_en, first_zh), (second_en, second_zh)) = (first.name(), second.name());
                let fault = QuestionFault::Mixed {
                    first_en,
                    first_zh,
                    second_en,
                    second_zh,
                };
                self.report(span.clone(), &fault);
                self.inspect(section);
                None
            }
        }
    }

    /// What is wrong anywhere is also found in a question that cannot be read.
    fn inspect(&mut self, section: &Section) {
        let _ = self.html(&section.blocks);
    }

    fn misfits(&mut self, asked: &Asked<'_>, form: Form) {
        for (flag, wanted) in [
            ("multiple", Form::Choice),
            ("all-or-nothing", Form::Choice),
            ("contains", Form::Lines),
            ("text", Form::Lines),
        ] {
            if let Some(span) = asked.chips.place(flag).filter(|_| form != wanted) {
                self.misfit(flag, span, form.name());
            }
        }
    }

    fn read(&mut self, form: Form, asked: &Asked<'_>) -> (String, Option<Kind>, Option<String>) {
        let prompt = self.prompt(asked);
        let kind = match form {
            Form::Choice => self.choice(asked),
            Form::Lines => self.lines(asked),
            Form::Order => self.order(asked),
            Form::Match => self.matching(asked),
            Form::Cloze => self.cloze(asked),
            Form::Essay => self.essay(asked),
        };
        (prompt, kind, self.explanation(asked, form))
    }

    fn prompt(&mut self, asked: &Asked<'_>) -> String {
        if asked.parts.prompt.is_empty() {
            self.report(asked.section.id.span.clone(), &QuestionFault::NoText {});
        }
        let html = self.html(&asked.parts.prompt);
        gaps::placeholders(&html)
    }

    /// The quotes behind the answer part; reports anything else there.
    fn explanation(&mut self, asked: &Asked<'_>, form: Form) -> Option<String> {
        for stray in &asked.parts.strays {
            self.report(stray.clone(), &QuestionFault::BetweenAnswers {});
        }
        let mut quoted: Vec<Block> = Vec::new();
        for block in asked.parts.after {
            match &block.kind {
                BlockKind::Quote(inner) => quoted.extend(inner.iter().cloned()),
                BlockKind::Rule => {}
                BlockKind::List(..) if form == Form::Choice && is_task_list(block) => {
                    self.report(block.span.clone(), &QuestionFault::SplitOptions {});
                }
                _ => {
                    let (where_en, where_zh) = (
                        "the question, its answers and the quoted explanation",
                        "题目、答案和引用的解析",
                    );
                    self.report(block.span.clone(), &BodyFault::Stray { where_en, where_zh });
                }
            }
        }
        (!quoted.is_empty()).then(|| self.html(&quoted))
    }

    /// Reports gaps that stand in this question, but not in its text.
    pub(super) fn gaps_of(&mut self, asked: &Asked<'_>) -> Vec<Span> {
        let places = gaps::places(&asked.parts.prompt);
        let fits = |gap: &Span| {
            let behind = places.partition_point(|place| place.start <= gap.start);
            behind > 0 && gap.end <= places[behind - 1].end
        };
        let all = within(asked.section, &self.body.gaps).iter().cloned();
        let (good, bad): (Vec<Span>, Vec<Span>) = all.partition(fits);
        for gap in bad {
            self.report(gap, &QuestionFault::GapPlace {});
        }
        good
    }
}
