//! `phrases/1`: polite phrases, and those nobody should say to a customer.

use super::doc::{Doc, Head, Reading};
use super::faults::hint;
use super::items::{Labelled, take_items};
use super::markdown::{Block, BlockKind, Item, plain};
use super::problem::faults;
use crate::lang::Lang;

/// A list of phrases, in each language its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrases {
    /// What the documents of every format have.
    pub head: Head,
    /// Whether the phrases are forbidden rather than polite.
    pub forbidden: bool,
    /// The phrases of each language the list exists in, the default first: every language has its own.
    pub items: Vec<(Lang, Vec<Phrase>)>,
}

/// A phrase and the wordings in which it does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What is looked for.
    pub text: String,
    /// Wordings that contain it and are fine.
    pub except: Vec<String>,
}

impl Phrases {
    /// The phrases of a language; those of the default language when the list is not translated.
    #[must_use]
    pub fn of(&self, lang: &Lang) -> &[Phrase] {
        let own = self.items.iter().find(|(known, _)| known == lang);
        own.or(self.items.first()).map_or(&[], |(_, phrases)| phrases)
    }

    /// The phrases of every language.
    pub fn all(&self) -> impl Iterator<Item = &Phrase> {
        self.items.iter().flat_map(|(_, phrases)| phrases)
    }
}

faults! {
    /// What can be wrong with a list of phrases.
    PhrasesFault:
    NoPhrase {} Error "no-phrase"
        en "the list has no phrase" "write each phrase as an item, `- …`"
        zh "列表里没有用语" "请把每句话写成一项：`- …`"
    OnlyExcept { hint_en: String, hint_zh: String } Error "only-except"
        en "under a phrase only `- except: …` can stand" "{hint_en}"
        zh "用语下面只能写 `- except: …`" "{hint_zh}"
}

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Phrases> {
    let fields = doc.fields(&["title"], &["kind"], reading)?;
    let head = doc.head(&fields, reading);
    if fields.get("kind").is_none() {
        fields.missing("kind", &mut reading.problems);
    }
    let kind = fields.word(
        "kind",
        &[("forbidden", true), ("polite", false)],
        &mut reading.problems,
    );
    let phrases = phrases(doc, reading);
    Some(Phrases {
        head,
        forbidden: kind.is_some_and(|kind| kind.value),
        items: vec![(doc.lang.clone(), phrases)],
    })
}

/// Adds that language's own phrases.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, list: &mut Phrases) {
    let Some(fields) = doc.fields(&["title"], &["kind"], reading) else {
        return;
    };
    doc.translate_head(&mut list.head, &fields, reading);
    let phrases = phrases(doc, reading);
    list.items.push((doc.lang.clone(), phrases));
}

fn phrases(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Vec<Phrase> {
    let (items, others) = take_items(doc.blocks());
    reading.html(doc, &others);
    if items.is_empty() {
        reading.report(doc, doc.body_start(), &PhrasesFault::NoPhrase {});
    }
    items
        .iter()
        .filter_map(|item| phrase(doc, item, reading))
        .collect()
}

fn phrase(doc: &Doc<'_>, item: &Item, reading: &mut Reading<'_>) -> Option<Phrase> {
    reading.html(doc, &item.blocks);
    let text = match item.blocks.first() {
        Some(Block {
            kind: BlockKind::Paragraph(inlines),
            ..
        }) => plain(inlines),
        _ => String::new(),
    };
    if text.is_empty() {
        reading.report(doc, item.span.clone(), &PhrasesFault::NoPhrase {});
        return None;
    }
    let mut except = Vec::new();
    for block in &item.blocks[1..] {
        let BlockKind::List(None, inner) = &block.kind else {
            reading.report(doc, block.span.clone(), &only_except(""));
            continue;
        };
        for exception in inner {
            match Labelled::read(doc.source, exception) {
                Some(labelled) if labelled.label.value == "except" && !labelled.is_empty() => {
                    except.push(plain(&labelled.text));
                }
                other => {
                    let label = other.map_or_else(String::new, |labelled| labelled.label.value);
                    reading.report(doc, exception.span.clone(), &only_except(&label));
                }
            }
        }
    }
    Some(Phrase { text, except })
}

fn only_except(found: &str) -> PhrasesFault {
    let (hint_en, hint_zh) = hint(found, ["except"]);
    PhrasesFault::OnlyExcept { hint_en, hint_zh }
}
