//! `knowledge/1`: a question customers ask, and the approved wording of the answer.

use super::doc::{Doc, Head, Reading};
use super::markdown::{Block, BlockKind, plain_blocks};
use super::problem::faults;
use crate::lang::Text;

/// An entry of the knowledge base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knowledge {
    /// Id, version, title (the question), languages.
    pub head: Head,
    /// What it is found by.
    pub tags: Vec<String>,
    /// The approved wording, as HTML.
    pub wording: Text,
    /// The approved wording without marking, to be copied.
    pub plain: Text,
    /// What stands around the wording, as HTML.
    pub body: Text,
}

faults! {
    /// What can be wrong with an entry.
    KnowledgeFault:
    NoWording {} Error "no-wording"
        en "the approved wording is missing" "write it as a block quote, `> …`"
        zh "缺少标准答复" "请用引用块写出：`> …`"
}

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Knowledge> {
    let fields = doc.fields(&["title"], &["tags"], reading)?;
    let head = doc.head(&fields, reading);
    let tags = fields.texts("tags", &mut reading.problems).unwrap_or_default();
    let parts = parts(doc, reading);
    Some(Knowledge {
        head,
        tags: tags.into_iter().map(|tag| tag.value).collect(),
        wording: Text::new(parts.wording),
        plain: Text::new(parts.plain),
        body: Text::new(parts.body),
    })
}

/// Adds a translation.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, entry: &mut Knowledge) {
    let Some(fields) = doc.fields(&["title"], &["tags"], reading) else {
        return;
    };
    doc.translate_head(&mut entry.head, &fields, reading);
    let parts = parts(doc, reading);
    entry.wording.translate(doc.lang, parts.wording);
    entry.plain.translate(doc.lang, parts.plain);
    doc.translate_body(parts.body, &mut entry.body);
}

struct Parts {
    wording: String,
    plain: String,
    body: String,
}

/// Every block quote is wording; the rest is for the person who uses it.
fn parts(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Parts {
    let mut wording: Vec<Block> = Vec::new();
    let mut body: Vec<Block> = Vec::new();
    for block in doc.blocks() {
        match block.kind {
            BlockKind::Quote(inner) => wording.extend(inner),
            kind => body.push(Block {
                span: block.span,
                kind,
            }),
        }
    }
    if plain_blocks(&wording).is_empty() {
        reading.report(doc, doc.body_start(), &KnowledgeFault::NoWording {});
    }
    Parts {
        plain: plain_blocks(&wording),
        wording: reading.html(doc, &wording),
        body: reading.html(doc, &body),
    }
}
