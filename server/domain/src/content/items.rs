//! Lists whose items are `- LABEL: text`: terms, skills, anchors.

use super::doc::{Doc, Reading};
use super::front::At;
use super::markdown::{Block, BlockKind, Inline, InlineKind, Item, plain};
use super::source::Source;

/// An item of the form `- LABEL: text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// What stands before the colon.
    pub label: At<String>,
    /// What stands behind it, as far as the first paragraph goes.
    pub text: Vec<Inline>,
    /// What else the item holds.
    pub rest: Vec<Block>,
}

impl Labelled {
    /// Reads an item; `None` when it has no colon.
    ///
    /// The label ends at the first colon before a space, or at the first colon when none has a space behind it.
    #[must_use]
    pub fn read(source: &Source, item: &Item) -> Option<Self> {
        let (
            Block {
                kind: BlockKind::Paragraph(inlines),
                ..
            },
            rest,
        ) = item.blocks.split_first()?
        else {
            return None;
        };
        let (at, colon) = find_colon(inlines)?;
        let inline = &inlines[at];
        let InlineKind::Text(text) = &inline.kind else {
            return None;
        };
        // Where the colon stands in the file: escapes make the text shorter than its source.
        let end = inline.span.start + source.text[inline.span.clone()].find(':').unwrap_or(0);
        let mut label: Vec<Inline> = inlines[..at].to_vec();
        label.push(Inline {
            span: inline.span.clone(),
            kind: InlineKind::Text(text[..colon].to_owned()),
        });
        let behind = text[colon + 1..].trim_start().to_owned();
        let mut following = vec![Inline {
            span: end..inline.span.end,
            kind: InlineKind::Text(behind),
        }];
        following.extend_from_slice(&inlines[at + 1..]);
        let span = inlines[0].span.start..end.max(inlines[0].span.start);
        Some(Self {
            label: At {
                value: plain(&label),
                span,
            },
            text: following,
            rest: rest.to_vec(),
        })
    }

    /// Whether nothing stands behind the colon.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        plain(&self.text).is_empty() && self.rest.is_empty()
    }

    /// What stands behind the colon, checked and rendered as HTML.
    pub fn html(&self, doc: &Doc<'_>, reading: &mut Reading<'_>) -> String {
        let mut html = reading.inline_html(doc, &self.text);
        html.push_str(&reading.html(doc, &self.rest));
        html
    }
}

fn find_colon(inlines: &[Inline]) -> Option<(usize, usize)> {
    let texts = || {
        inlines
            .iter()
            .enumerate()
            .filter_map(|(at, inline)| match &inline.kind {
                InlineKind::Text(text) => Some((at, text)),
                _ => None,
            })
    };
    let spaced = texts().find_map(|(at, text)| {
        let last = text.len().checked_sub(1).filter(|_| text.ends_with(':'));
        text.find(": ").or(last).map(|colon| (at, colon))
    });
    spaced.or_else(|| texts().find_map(|(at, text)| text.find(':').map(|colon| (at, colon))))
}

/// Splits blocks into the items of their unordered lists and everything else.
#[must_use]
pub fn take_items(blocks: Vec<Block>) -> (Vec<Item>, Vec<Block>) {
    let mut items = Vec::new();
    let mut others = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::List(None, list) => items.extend(list),
            kind => others.push(Block {
                span: block.span,
                kind,
            }),
        }
    }
    (items, others)
}

#[cfg(test)]
mod tests {
    use super::super::markdown::parse;
    use super::*;

    fn read(text: &str) -> Vec<Option<(String, String, usize)>> {
        let source = Source::plain("a.md", text.to_owned());
        let (items, _) = take_items(parse(text, 0..text.len()));
        let labelled = items.iter().map(|item| Labelled::read(&source, item));
        labelled
            .map(|item| item.map(|item| (item.label.value, plain(&item.text), item.label.span.end)))
            .collect()
    }

    #[test]
    fn a_label_ends_at_its_colon() {
        let text = "- greet: 问候：公司: 姓名\n- no label\n- a:b\n- 10:30: later\n- **首答**: 第一次 *回应*";
        let found = read(text);
        assert_eq!(
            found[0],
            Some(("greet".to_owned(), "问候：公司: 姓名".to_owned(), 7))
        );
        assert_eq!(found[1], None);
        assert_eq!(
            found[2].as_ref().map(|item| (item.0.as_str(), item.1.as_str())),
            Some(("a", "b"))
        );
        assert_eq!(found[3].as_ref().map(|item| item.0.as_str()), Some("10:30"));
        assert_eq!(
            found[4].as_ref().map(|item| (item.0.as_str(), item.1.as_str())),
            Some(("首答", "第一次 回应"))
        );
    }

    #[test]
    fn a_full_width_colon_is_text() {
        assert_eq!(read("- log：记录完整"), [None]);
    }
}
