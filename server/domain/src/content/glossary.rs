//! `glossary/1`: the words of the trade and what they mean.

use super::doc::{Doc, Head, Reading};
use super::faults::TranslationFault;
use super::items::{Labelled, take_items};
use super::problem::faults;
use crate::lang::Text;

/// The words of the trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glossary {
    /// Id, version, title, languages.
    pub head: Head,
    /// In the order written.
    pub terms: Vec<Term>,
}

/// One word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub term: Text,
    /// What it means, as inline HTML.
    pub meaning: Text,
}

faults! {
    /// What can be wrong with a glossary.
    GlossaryFault:
    NotATerm {} Error "not-a-term"
        en "this item has no meaning" "write `- TERM: meaning`, with a half-width colon and a space"
        zh "这一项没有释义" "请写成 `- 术语: 释义`，用半角冒号加空格"
    TermTwice { term: String } Error "term-twice"
        en "`{term}` stands here twice" "keep one of them"
        zh "“{term}”出现了两次" "请只保留一个"
}

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Glossary> {
    let fields = doc.fields(&["title"], &[], reading)?;
    let head = doc.head(&fields, reading);
    let terms = terms(doc, reading).into_iter();
    let terms = terms.map(|(term, meaning)| Term {
        term: Text::new(term),
        meaning: Text::new(meaning),
    });
    Some(Glossary {
        head,
        terms: terms.collect(),
    })
}

/// Adds a translation: the same terms in the same order.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, glossary: &mut Glossary) {
    let Some(fields) = doc.fields(&["title"], &[], reading) else {
        return;
    };
    doc.translate_head(&mut glossary.head, &fields, reading);
    let translated = terms(doc, reading);
    let (there, here) = (glossary.terms.len(), translated.len());
    if there != here {
        let (what_en, what_zh) = (
            format!("{there} terms there, {here} here"),
            format!("原文有 {there} 个术语，这里有 {here} 个"),
        );
        reading.report(
            doc,
            doc.body_start(),
            &TranslationFault::Differs { what_en, what_zh },
        );
    }
    for (known, (term, meaning)) in glossary.terms.iter_mut().zip(translated) {
        known.term.translate(doc.lang, term);
        known.meaning.translate(doc.lang, meaning);
    }
}

fn terms(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Vec<(String, String)> {
    let (items, others) = take_items(doc.blocks());
    reading.html(doc, &others);
    let mut terms: Vec<(String, String)> = Vec::new();
    for item in &items {
        let labelled =
            Labelled::read(doc.source, item).filter(|term| !term.is_empty() && !term.label.value.is_empty());
        let Some(labelled) = labelled else {
            reading.report(doc, item.span.clone(), &GlossaryFault::NotATerm {});
            continue;
        };
        let meaning = labelled.html(doc, reading);
        let term = labelled.label.value;
        if terms.iter().any(|(known, _)| *known == term) {
            reading.report(doc, labelled.label.span, &GlossaryFault::TermTwice { term });
        } else {
            terms.push((term, meaning));
        }
    }
    terms
}
