//! The criteria of an essay.

use super::faults::{DifferenceFault, QuestionFault};
use super::model::{Criterion, Kind};
use super::parts::{Form, is_quote};
use super::question::{Asked, Reader};
use crate::content::markdown::{Item, plain_blocks};
use crate::content::source::Span;
use crate::lang::Text;

/// The highest number of levels; more would be points in disguise.
const MAX_LEVEL: u32 = 100;

impl Reader<'_, '_, '_, '_> {
    pub(super) fn essay(&mut self, asked: &Asked<'_>) -> Option<Kind> {
        let items = asked.parts.items;
        if items.is_empty() {
            return self.absent(asked, "essay", Form::Essay, &QuestionFault::NoCriteria {});
        }
        let default = match asked.default.map(|question| &question.kind) {
            Some(Kind::Essay { criteria }) => Some(criteria),
            _ => None,
        };
        let places: Vec<Span> = items.iter().map(|item| self.item_place(item)).collect();
        let same = default.is_none_or(|criteria| {
            self.same_count(
                criteria.len(),
                &places,
                &asked.section.id.span,
                ("criteria", "评分标准"),
            )
        });
        let mut criteria = Vec::new();
        for (number, (item, place)) in items.iter().zip(&places).enumerate() {
            let default = default.and_then(|criteria| criteria.get(number));
            criteria.extend(self.criterion(item, place, asked.default.is_some(), default.filter(|_| same)));
        }
        (criteria.len() == items.len()).then_some(Kind::Essay { criteria })
    }

    fn criterion(
        &mut self,
        item: &Item,
        place: &Span,
        translation: bool,
        default: Option<&Criterion>,
    ) -> Option<Criterion> {
        for quote in item.blocks.iter().filter(|block| is_quote(block)) {
            self.report(quote.span.clone(), &QuestionFault::Feedback {});
        }
        let _ = self.html(&item.blocks);
        let text = plain_blocks(&item.blocks);
        let read = read(&text).filter(|(_, levels, _)| levels.is_some() || translation);
        let Some((name, levels, meaning)) = read else {
            self.report(place.clone(), &QuestionFault::Criterion {});
            return None;
        };
        let there = default.map(|criterion| criterion.max);
        if let Some(want) = there.filter(|want| levels.is_some_and(|levels| levels != *want)) {
            self.report(place.clone(), &DifferenceFault::Levels { want });
        }
        Some(Criterion {
            name: Text::new(name),
            max: there.or(levels).unwrap_or_default(),
            meaning: Text::new(meaning),
        })
    }
}

/// Reads `name (0..3): what earns it`, brackets and colon of any width; the levels may be missing.
fn read(text: &str) -> Option<(&str, Option<u32>, &str)> {
    let (head, meaning) = text.split_once([':', '：'])?;
    let (head, meaning) = (head.trim(), meaning.trim());
    let (name, levels) = match head.strip_suffix([')', '）']) {
        Some(open) => {
            let at = open.rfind(['(', '（'])?;
            let levels = open[at..].trim_start_matches(['(', '（']);
            match levels.split_once("..") {
                Some((low, high)) => (open[..at].trim(), Some(top(low, high)?)),
                None => (head, None),
            }
        }
        None => (head, None),
    };
    (!name.is_empty() && !meaning.is_empty()).then_some((name, levels, meaning))
}

fn top(low: &str, high: &str) -> Option<u32> {
    let digits = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse::<u32>().ok())
            .flatten()
    };
    (digits(low.trim())? == 0)
        .then_some(digits(high.trim())?)
        .filter(|top| (1..=MAX_LEVEL).contains(top))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn criteria_read() {
        assert_eq!(
            read("共情 (0..3): 先为体验道歉"),
            Some(("共情", Some(3), "先为体验道歉"))
        );
        assert_eq!(read("共情（0..3）：先道歉"), Some(("共情", Some(3), "先道歉")));
        assert_eq!(
            read("Tone (voice) (0..12): calm: always"),
            Some(("Tone (voice)", Some(12), "calm: always"))
        );
        assert_eq!(read("Empathy: says sorry"), Some(("Empathy", None, "says sorry")));
        for bad in [
            "共情",
            "(0..3): x",
            "a (0..0): x",
            "a (1..3): x",
            "a (3..0): x",
            "a (0..101): x",
            "a (0..3):",
            "a (0..x): y",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
