//! `=` lines: short answers and numbers.

use super::decimal::Decimal;
use super::faults::{DifferenceFault, QuestionFault};
use super::model::{Accepted, Kind};
use super::number::{self, Key};
use super::parts::Line;
use super::question::{Asked, Reader};
use crate::lang::Text;

impl Reader<'_, '_, '_, '_> {
    pub(super) fn lines(&mut self, asked: &Asked<'_>) -> Option<Kind> {
        let lines = &asked.parts.lines;
        let mut complete = true;
        for line in lines.iter().filter(|line| line.text.is_empty()) {
            self.report(line.span.clone(), &QuestionFault::EmptyAnswer {});
            complete = false;
        }
        match asked.default.map(|question| &question.kind) {
            Some(Kind::Number {
                value,
                tolerance,
                unit,
            }) => self.number_again(lines, *value, *tolerance, unit.as_ref()),
            Some(Kind::Short { contains, .. }) => {
                if lines.is_empty() {
                    let (what_en, what_zh) = ("answers", "答案");
                    self.report(
                        asked.section.id.span.clone(),
                        &DifferenceFault::Without { what_en, what_zh },
                    );
                }
                Some(self.short(lines, *contains))
            }
            _ => match lines.as_slice() {
                [line] if number::begins(&line.text) && !asked.chips.has("text") => self.number(asked, line),
                lines => complete.then(|| self.short(lines, asked.chips.has("contains"))),
            },
        }
    }

    fn short(&self, lines: &[Line], contains: bool) -> Kind {
        let accepted = lines
            .iter()
            .filter(|line| !line.text.is_empty())
            .map(|line| Accepted {
                lang: self.doc.lang.clone(),
                text: line.text.clone(),
            });
        Kind::Short {
            accepted: accepted.collect(),
            contains,
        }
    }

    fn number(&mut self, asked: &Asked<'_>, line: &Line) -> Option<Kind> {
        if let Some(span) = asked.chips.place("contains") {
            self.misfit("contains", span, ("a number", "数值题"));
        }
        let key = self.key(line)?;
        Some(Kind::Number {
            value: key.value,
            tolerance: key.tolerance.unwrap_or(Decimal::ZERO),
            unit: key.unit.map(Text::new),
        })
    }

    fn key(&mut self, line: &Line) -> Option<Key> {
        let key = number::key(&line.text);
        if key.is_none() && !line.text.is_empty() {
            let text = line.text.clone();
            self.report(line.span.clone(), &QuestionFault::NotANumber { text });
        }
        key
    }

    /// A translation may repeat the number with a unit in its own words, or leave it out.
    fn number_again(
        &mut self,
        lines: &[Line],
        value: Decimal,
        tolerance: Decimal,
        unit: Option<&Text>,
    ) -> Option<Kind> {
        let mut words = None;
        for line in lines {
            let Some(key) = self.key(line) else { continue };
            let others = key.tolerance.unwrap_or(Decimal::ZERO) != tolerance;
            if key.value != value || others || (key.unit.is_some() && unit.is_none()) {
                let mut want = value.to_string();
                if tolerance != Decimal::ZERO {
                    want = format!("{want} ± {tolerance}");
                }
                if let Some(unit) = unit {
                    want = format!("{want} {}", unit.default());
                }
                self.report(line.span.clone(), &DifferenceFault::Number { want });
            }
            words = key.unit;
        }
        let words = words.or_else(|| unit.map(|unit| unit.default().to_owned()));
        Some(Kind::Number {
            value,
            tolerance,
            unit: words.map(Text::new),
        })
    }
}
