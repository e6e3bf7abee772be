//! Anchors: what ratings from 1 to 5 look like, in interview kits and reviews.

use super::doc::{Doc, Reading};
use super::faults::TranslationFault;
use super::items::Labelled;
use super::markdown::{Block, BlockKind, Item};
use super::problem::faults;
use super::source::{Source, Span};
use crate::lang::Text;

/// One anchor as read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The rating, from 1 to 5.
    pub level: u8,
    /// What it looks like, as HTML without a paragraph.
    pub text: String,
    /// Where the item stands.
    pub span: Span,
}

faults! {
    /// What can be wrong with anchors.
    AnchorFault:
    MissingAnchor { level: u8 } Error "missing-anchor"
        en "the anchor {level} is missing" "write the items `- 1: …`, `- 3: …` and `- 5: …`"
        zh "缺少 {level} 分的行为标准" "请写出 `- 1: …`、`- 3: …` 和 `- 5: …`"
    NotAnAnchor {} Error "not-an-anchor"
        en "this item among the anchors is none" "begin it with a number from 1 to 5, a half-width colon and a space; put other lists apart"
        zh "这一项夹在行为标准里，却不是行为标准" "请以 1 到 5 的数字、半角冒号和空格开头；别的列表请分开写"
    AnchorTwice { level: u8 } Error "anchor-twice"
        en "the anchor {level} stands here twice" "keep one of them"
        zh "{level} 分的行为标准出现了两次" "请只保留一个"
}

/// Takes the anchors out of an item's blocks; what is left is the item's text.
///
/// Reports items among the anchors that are none. `place` is where a missing one is reported.
pub fn take(
    doc: &Doc<'_>,
    blocks: Vec<Block>,
    place: &Span,
    reading: &mut Reading<'_>,
) -> (Vec<Anchor>, Vec<Block>) {
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut others = Vec::new();
    let mut faulty = false;
    for block in blocks {
        match block.kind {
            BlockKind::List(None, items) if items.iter().any(|item| read(doc.source, item).is_some()) => {
                for item in &items {
                    let Some((level, labelled)) = read(doc.source, item) else {
                        reading.report(doc, item.span.clone(), &AnchorFault::NotAnAnchor {});
                        faulty = true;
                        continue;
                    };
                    let text = labelled.html(doc, reading);
                    if anchors.iter().any(|known| known.level == level) {
                        reading.report(doc, item.span.clone(), &AnchorFault::AnchorTwice { level });
                        continue;
                    }
                    anchors.push(Anchor {
                        level,
                        text,
                        span: item.span.clone(),
                    });
                }
            }
            kind => others.push(Block {
                span: block.span,
                kind,
            }),
        }
    }
    // An item that is no anchor is most likely the one that is missing.
    if !doc.translation && !faulty {
        for level in [1, 3, 5]
            .into_iter()
            .filter(|level| !anchors.iter().any(|known| known.level == *level))
        {
            reading.report(doc, place.clone(), &AnchorFault::MissingAnchor { level });
        }
    }
    anchors.sort_by_key(|anchor| anchor.level);
    (anchors, others)
}

/// Anchors as a model keeps them: by level, rising.
#[must_use]
pub fn texts(anchors: Vec<Anchor>) -> Vec<(u8, Text)> {
    anchors
        .into_iter()
        .map(|anchor| (anchor.level, Text::new(anchor.text)))
        .collect()
}

/// Adds a translation's anchors: the same levels, each with its text.
pub fn translate(
    doc: &Doc<'_>,
    known: &mut [(u8, Text)],
    here: Vec<Anchor>,
    place: &Span,
    reading: &mut Reading<'_>,
) {
    for (level, _) in known
        .iter()
        .filter(|(level, _)| !here.iter().any(|anchor| anchor.level == *level))
    {
        let (what_en, what_zh) = (
            format!("the anchor {level} is missing here"),
            format!("这里缺少 {level} 分的行为标准"),
        );
        reading.report(
            doc,
            place.clone(),
            &TranslationFault::Differs { what_en, what_zh },
        );
    }
    for anchor in here {
        let level = anchor.level;
        if let Some((_, text)) = known.iter_mut().find(|(known, _)| *known == level) {
            text.translate(doc.lang, anchor.text);
        } else {
            let (what_en, what_zh) = (
                format!("the anchor {level} is only here"),
                format!("只有译文有 {level} 分的行为标准"),
            );
            reading.report(doc, anchor.span, &TranslationFault::Differs { what_en, what_zh });
        }
    }
}

fn read(source: &Source, item: &Item) -> Option<(u8, Labelled)> {
    let labelled = Labelled::read(source, item)?;
    let level = match labelled.label.value.as_bytes() {
        [digit @ b'1'..=b'5'] => digit - b'0',
        _ => return None,
    };
    (!labelled.is_empty()).then_some((level, labelled))
}
