//! What a page needs to know of a lesson's text, worked out once when the content is read: the ids of headings,
//! the terms that are explained, the time it takes to read.

mod headings;
mod pace;
mod pieces;
mod terms;

use super::glossary::Glossary;
use super::lesson::Lesson;
use crate::lang::{Lang, Text};
use terms::Terms;

/// What the text of a lesson is made of, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Its headings of level 2 and 3, in order.
    pub parts: Vec<Part>,
    /// The terms marked in it, as places in the glossary, in the order they come up.
    pub terms: Vec<usize>,
    /// How long it takes to read, in minutes: 1 at least.
    pub minutes: u32,
}

/// A heading of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The heading's id in the page: `part-1`, counted through the lesson, so the same in every language.
    pub id: String,
    /// Whether it stands below the one before it: a heading of level 3.
    pub below: bool,
    /// Its text.
    pub title: String,
}

/// The layout of a lesson that has none yet.
pub(super) static NONE: Layout = Layout {
    parts: Vec::new(),
    terms: Vec::new(),
    minutes: 1,
};

/// The id by which a page explains the term at this place of the glossary.
#[must_use]
pub fn term_id(place: usize) -> String {
    format!("term-{}", place + 1)
}

/// Lays out a lesson in each of its languages: gives its headings ids and marks the first mention of each term.
pub(super) fn lay_out(lesson: &mut Lesson, glossary: Option<&Glossary>) {
    let Some((default, translations)) = lesson.head.languages.split_first() else {
        return;
    };
    let (layout, prose) = in_language(lesson, glossary, default);
    let mut layouts = vec![(default.clone(), layout)];
    let mut laid_out: Vec<Text> = prose.into_iter().map(Text::new).collect();
    for lang in translations {
        let (layout, prose) = in_language(lesson, glossary, lang);
        for (text, html) in laid_out.iter_mut().zip(prose) {
            text.translate(lang, html);
        }
        layouts.push((lang.clone(), layout));
    }
    (lesson.prose, lesson.layouts) = (laid_out, layouts);
}

fn in_language(lesson: &Lesson, glossary: Option<&Glossary>, lang: &Lang) -> (Layout, Vec<String>) {
    let mut terms = Terms::new(glossary, lang);
    let mut layout = Layout::default();
    let prose = lesson.prose.iter().map(|text| {
        let html = headings::with_ids(text.get(lang), &mut layout.parts);
        terms.mark(&html)
    });
    let prose: Vec<String> = prose.collect();
    layout.minutes = pace::minutes(lesson.prose.iter().map(|text| text.get(lang)));
    layout.terms = terms.found();
    (layout, prose)
}

#[cfg(test)]
mod tests;
