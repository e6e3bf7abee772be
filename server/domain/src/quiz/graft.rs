//! Putting a translated question's texts into the question of the default file.

use super::model::{Gap, Kind, Question};
use crate::lang::{Lang, Text};

/// Adds the texts of `translated`; what has no counterpart there stays in the default language.
pub(super) fn graft(question: &mut Question, translated: Question, lang: &Lang) {
    text(&mut question.prompt, &translated.prompt, lang);
    texts(&mut question.hints, &translated.hints, lang);
    optional(&mut question.explanation, translated.explanation.as_ref(), lang);
    match (&mut question.kind, translated.kind) {
        (Kind::Choice { options, .. }, Kind::Choice { options: other, .. }) => {
            for (option, other) in options.iter_mut().zip(&other) {
                text(&mut option.text, &other.text, lang);
                optional(&mut option.feedback, other.feedback.as_ref(), lang);
            }
        }
        (Kind::Short { accepted, .. }, Kind::Short { accepted: other, .. }) => accepted.extend(other),
        (Kind::Number { unit, .. }, Kind::Number { unit: other, .. }) => optional(unit, other.as_ref(), lang),
        (Kind::Order { items }, Kind::Order { items: other }) => texts(items, &other, lang),
        (
            Kind::Match { columns, pairs },
            Kind::Match {
                columns: heads,
                pairs: other,
            },
        ) => {
            texts(columns, &heads, lang);
            for (pair, other) in pairs.iter_mut().zip(&other) {
                text(&mut pair.left, &other.left, lang);
                text(&mut pair.right, &other.right, lang);
            }
        }
        (Kind::Cloze { gaps }, Kind::Cloze { gaps: other }) => {
            gaps.iter_mut()
                .zip(other)
                .for_each(|(gap, other)| graft_gap(gap, other, lang));
        }
        (Kind::Essay { criteria }, Kind::Essay { criteria: other }) => {
            for (criterion, other) in criteria.iter_mut().zip(&other) {
                text(&mut criterion.name, &other.name, lang);
                text(&mut criterion.meaning, &other.meaning, lang);
            }
        }
        _ => {}
    }
}

fn graft_gap(gap: &mut Gap, other: Gap, lang: &Lang) {
    match (gap, other) {
        (Gap::Typed { accepted }, Gap::Typed { accepted: other }) => accepted.extend(other),
        (Gap::DropDown { options, .. }, Gap::DropDown { options: other, .. }) => texts(options, &other, lang),
        _ => {}
    }
}

fn text(into: &mut Text, from: &Text, lang: &Lang) {
    into.translate(lang, from.default());
}

fn texts(into: &mut [Text], from: &[Text], lang: &Lang) {
    into.iter_mut()
        .zip(from)
        .for_each(|(into, from)| text(into, from, lang));
}

fn optional(into: &mut Option<Text>, from: Option<&Text>, lang: &Lang) {
    if let (Some(into), Some(from)) = (into, from) {
        text(into, from, lang);
    }
}
