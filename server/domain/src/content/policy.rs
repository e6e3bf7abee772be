//! `policy/1`: a text to read and to acknowledge.

use super::doc::{Doc, Head, Reading};
use super::faults::TranslationFault;
use crate::hash::Hash;
use crate::lang::{Lang, Text};

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Id, version (of the file), title, languages.
    pub head: Head,
    /// The policy's own version: a new one asks everybody to acknowledge again.
    pub version: String,
    /// The text, as HTML.
    pub body: Text,
    /// The hash of the text in each language, the default first.
    hashes: Vec<(Lang, Hash)>,
}

impl Policy {
    /// The hash of the text a reader of `lang` is shown: what an acknowledgement records.
    #[must_use]
    pub fn text_hash(&self, lang: &Lang) -> Hash {
        let own = self
            .hashes
            .iter()
            .find(|(known, _)| known == lang)
            .or(self.hashes.first());
        own.map_or(self.head.version, |(_, hash)| *hash)
    }
}

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Policy> {
    let fields = doc.fields(&["title"], &["version"], reading)?;
    let head = doc.head(&fields, reading);
    let version = fields.required_text("version", &mut reading.problems);
    Some(Policy {
        head,
        version: version.map_or_else(String::new, |version| version.value),
        body: Text::new(reading.html(doc, &doc.blocks())),
        hashes: vec![(doc.lang.clone(), hash(doc))],
    })
}

/// Adds a translation.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, policy: &mut Policy) {
    let Some(fields) = doc.fields(&["title"], &["version"], reading) else {
        return;
    };
    doc.translate_head(&mut policy.head, &fields, reading);
    let body = reading.html(doc, &doc.blocks());
    if body.is_empty() && !policy.body.default().is_empty() {
        let (what_en, what_zh) = ("the text is missing here".to_owned(), "这里缺少正文".to_owned());
        reading.report(
            doc,
            doc.body_start(),
            &TranslationFault::Differs { what_en, what_zh },
        );
    }
    policy.body.translate(doc.lang, body);
    policy.hashes.push((doc.lang.clone(), hash(doc)));
}

/// Of the Markdown with the standards filled in: what it says, whatever HTML a later release makes of it.
fn hash(doc: &Doc<'_>) -> Hash {
    Hash::of(doc.source.text[doc.body.clone()].trim().as_bytes())
}
