//! Markdown as a small tree in which every block and inline knows its place.

use super::source::Span;

mod build;

pub use build::{parse, too_deep};

/// A block and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without the line break behind it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of blocks content can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph, or the text of a tight list item.
    Paragraph(Vec<Inline>),
    /// A block quote.
    Quote(Vec<Block>),
    /// A list; ordered ones with their first number.
    List(Option<u64>, Vec<Item>),
    /// A fenced or indented code block: the word behind the fence, the text and where the text stands.
    Code(String, String, Span),
    /// A table: head cells, then rows.
    Table(Vec<Cell>, Vec<Vec<Cell>>),
    /// A horizontal rule.
    Rule,
    /// Raw HTML, shown as text.
    Html(String),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub span: Span,
    /// The box in front of it: `Some(true)` when ticked.
    pub task: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands.
    pub span: Span,
    /// What it holds.
    pub inlines: Vec<Inline>,
}

/// An inline and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// The kinds of inlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InlineKind {
    /// Text.
    Text(String),
    /// Inline code, which is also how chips are written.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link: target and text.
    Link(String, Vec<Inline>),
    /// A picture: target, description, and the caption written as its title.
    Image(String, Vec<Inline>, String),
    /// A line break in the source.
    SoftBreak,
    /// A forced line break.
    HardBreak,
    /// Raw HTML, shown as text.
    Html(String),
}

/// The text of inlines without any marking, code included.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(part) | InlineKind::Code(part) | InlineKind::Html(part) => text.push_str(part),
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Link(_, inner)
            | InlineKind::Image(_, inner, _) => {
                text.push_str(&plain(inner));
            }
            InlineKind::SoftBreak | InlineKind::HardBreak => text.push(' '),
        }
    }
    text.trim().to_owned()
}

/// The text of blocks without any marking, one block a line.
#[must_use]
pub fn plain_blocks(blocks: &[Block]) -> String {
    let lines = blocks.iter().map(|block| match &block.kind {
        BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) => plain(inlines),
        BlockKind::Quote(inner) => plain_blocks(inner),
        BlockKind::List(_, items) => items
            .iter()
            .map(|item| plain_blocks(&item.blocks))
            .collect::<Vec<_>>()
            .join("\n"),
        BlockKind::Code(_, text, _) | BlockKind::Html(text) => text.clone(),
        BlockKind::Table(head, rows) => std::iter::once(head)
            .chain(rows)
            .map(|row| {
                row.iter()
                    .map(|cell| plain(&cell.inlines))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect::<Vec<_>>()
            .join("\n"),
        BlockKind::Rule => String::new(),
    });
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Block> {
        parse(text, 0..text.len())
    }

    #[test]
    fn options_keep_their_boxes_and_feedback() {
        let blocks = read("- [ ] 30 秒\n  > 在线才是。\n- [x] 1 分钟\n");
        let BlockKind::List(None, items) = &blocks[0].kind else {
            panic!("a list: {blocks:?}")
        };
        assert_eq!(
            items.iter().map(|item| item.task).collect::<Vec<_>>(),
            [Some(false), Some(true)]
        );
        assert_eq!(items[0].blocks.len(), 2);
        let BlockKind::Paragraph(inlines) = &items[0].blocks[0].kind else {
            panic!("text")
        };
        assert_eq!(plain(inlines), "30 秒");
        assert!(matches!(items[0].blocks[1].kind, BlockKind::Quote(_)));
    }

    #[test]
    fn a_loose_list_keeps_its_boxes_too() {
        let blocks = read("- [x] a\n\n  b\n\n- [ ] c\n");
        let BlockKind::List(None, items) = &blocks[0].kind else {
            panic!("a list")
        };
        assert_eq!(
            items.iter().map(|item| item.task).collect::<Vec<_>>(),
            [Some(true), Some(false)]
        );
    }

    #[test]
    fn tables_and_code_keep_their_places() {
        let text = "| a | b |\n|---|---|\n| 一 | 二 |\n\n```reply\nto: #x\n```\n";
        let blocks = read(text);
        let BlockKind::Table(head, rows) = &blocks[0].kind else {
            panic!("a table")
        };
        assert_eq!((head.len(), rows.len()), (2, 1));
        assert_eq!(plain(&rows[0][1].inlines), "二");
        let BlockKind::Code(info, code, span) = &blocks[1].kind else {
            panic!("code")
        };
        assert_eq!((info.as_str(), code.as_str()), ("reply", "to: #x\n"));
        assert_eq!(&text[span.clone()], "to: #x\n");
    }

    #[test]
    fn a_colon_inside_bold_before_chinese_does_not_close() {
        assert_eq!(plain_blocks(&read("**王女士：**我的")), "**王女士：**我的");
        assert_eq!(plain_blocks(&read("**王女士**：我的")), "王女士：我的");
    }

    #[test]
    fn nesting_ends_somewhere() {
        assert_eq!(too_deep("> a", 0..3), None);
        for unit in ["> ", "- "] {
            let text = unit.repeat(10_000) + "a";
            assert!(too_deep(&text, 0..text.len()).is_some(), "{unit}");
            assert_eq!(plain_blocks(&read(&text)), "a");
        }
    }
}
