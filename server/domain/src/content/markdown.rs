//! Markdown as a small tree in which every block and inline knows its place.
//!
//! The one place where the parser's options are chosen.

use super::source::Span;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

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
    /// A picture: target and description.
    Image(String, Vec<Inline>),
    /// A line break in the source.
    SoftBreak,
    /// A forced line break.
    HardBreak,
    /// Raw HTML, shown as text.
    Html(String),
}

/// Reads the Markdown of `text[span]`; all places count from the beginning of `text`.
#[must_use]
pub fn parse(text: &str, span: Span) -> Vec<Block> {
    let base = span.start;
    let body = &text[span];
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let events = Parser::new_ext(body, options).into_offset_iter();
    let events = TextMergeWithOffset::new(events).map(|(event, at)| (event, at.start + base..at.end + base));
    let mut builder = Builder {
        stack: vec![Frame::default()],
        text,
    };
    for (event, at) in events {
        builder.event(event, at);
    }
    builder
        .stack
        .into_iter()
        .next()
        .map(|frame| frame.blocks)
        .unwrap_or_default()
}

/// What is open: an element collects blocks, inlines, items, cells or rows until it ends.
#[derive(Default)]
struct Frame {
    start: usize,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<Item>,
    cells: Vec<Cell>,
    head: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    task: Option<bool>,
    text: String,
    text_span: Option<Span>,
    info: String,
    target: String,
    number: Option<u64>,
}

struct Builder<'t> {
    stack: Vec<Frame>,
    text: &'t str,
}

impl Builder<'_> {
    fn top(&mut self) -> &mut Frame {
        if self.stack.is_empty() {
            self.stack.push(Frame::default());
        }
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn inline(&mut self, span: Span, kind: InlineKind) {
        self.top().inlines.push(Inline { span, kind });
    }

    fn block(&mut self, span: Span, kind: BlockKind) {
        let end = span.start + self.text[span.clone()].trim_end().len();
        self.top().blocks.push(Block {
            span: span.start..end,
            kind,
        });
    }

    /// A tight list item holds inlines without a paragraph; make it one.
    fn close_loose_text(&mut self) {
        let inlines = std::mem::take(&mut self.top().inlines);
        if let (Some(first), Some(last)) = (inlines.first(), inlines.last()) {
            let span = first.span.start..last.span.end;
            self.block(span, BlockKind::Paragraph(inlines));
        }
    }

    fn event(&mut self, event: Event<'_>, at: Span) {
        match event {
            Event::Start(tag) => self.start(tag, &at),
            Event::End(tag) => self.end(tag, at),
            Event::Text(text) => {
                let top = self.top();
                top.text.push_str(&text);
                let start = top.text_span.as_ref().map_or(at.start, |span| span.start);
                top.text_span = Some(start..at.end);
                self.inline(at, InlineKind::Text(text.into_string()));
            }
            Event::Code(text) => self.inline(at, InlineKind::Code(text.into_string())),
            Event::InlineHtml(text) => self.inline(at, InlineKind::Html(text.into_string())),
            Event::Html(text) => self.top().text.push_str(&text),
            Event::SoftBreak => self.inline(at, InlineKind::SoftBreak),
            Event::HardBreak => self.inline(at, InlineKind::HardBreak),
            Event::Rule => self.block(at, BlockKind::Rule),
            Event::TaskListMarker(ticked) => {
                if let Some(frame) = self
                    .stack
                    .iter_mut()
                    .rev()
                    .find(|frame| frame.text_span.is_none())
                {
                    frame.task = Some(ticked);
                }
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: &Span) {
        let is_block = matches!(
            tag,
            Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::List(_)
                | Tag::Table(_)
        );
        if is_block {
            self.close_loose_text();
        }
        let mut frame = Frame {
            start: at.start,
            ..Frame::default()
        };
        match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => frame.info = info.into_string(),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => frame.target = dest_url.into_string(),
            Tag::List(number) => frame.number = number,
            _ => {}
        }
        self.stack.push(frame);
    }

    fn end(&mut self, tag: TagEnd, at: Span) {
        if matches!(tag, TagEnd::Item | TagEnd::BlockQuote(_)) {
            self.close_loose_text();
        }
        let Some(frame) = self.stack.pop() else { return };
        match tag {
            TagEnd::Paragraph => {
                let task = frame.task;
                self.block(at, BlockKind::Paragraph(frame.inlines));
                if task.is_some() {
                    self.top().task = task;
                }
            }
            TagEnd::Heading(level) => self.block(at, BlockKind::Heading(level as u8, frame.inlines)),
            TagEnd::BlockQuote(_) => self.block(at, BlockKind::Quote(frame.blocks)),
            TagEnd::CodeBlock => {
                let span = frame.text_span.unwrap_or(at.start..at.start);
                self.block(at, BlockKind::Code(frame.info, frame.text, span));
            }
            TagEnd::HtmlBlock => self.block(at, BlockKind::Html(frame.text)),
            TagEnd::List(_) => self.block(at, BlockKind::List(frame.number, frame.items)),
            TagEnd::Item => {
                let item = Item {
                    span: frame.start..at.end,
                    task: frame.task,
                    blocks: frame.blocks,
                };
                self.top().items.push(item);
            }
            TagEnd::Table => self.block(at, BlockKind::Table(frame.head, frame.rows)),
            TagEnd::TableHead => self.top().head = frame.cells,
            TagEnd::TableRow => self.top().rows.push(frame.cells),
            TagEnd::TableCell => self.top().cells.push(Cell {
                span: at,
                inlines: frame.inlines,
            }),
            TagEnd::Emphasis => self.inline(at, InlineKind::Emphasis(frame.inlines)),
            TagEnd::Strong => self.inline(at, InlineKind::Strong(frame.inlines)),
            TagEnd::Link => self.inline(at, InlineKind::Link(frame.target, frame.inlines)),
            TagEnd::Image => self.inline(at, InlineKind::Image(frame.target, frame.inlines)),
            _ => self.top().inlines.extend(frame.inlines),
        }
    }
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
            | InlineKind::Image(_, inner) => {
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
}
