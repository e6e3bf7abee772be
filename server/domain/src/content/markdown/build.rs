//! The tree from the parser's events. The one place where the parser's options are chosen.

use super::super::source::Span;
use super::{Block, BlockKind, Cell, Inline, InlineKind, Item};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

/// How deep quotes, lists and emphasis may nest: walking the tree must not exhaust the stack.
const MAX_DEPTH: usize = 32;

/// Reads the Markdown of `text[span]`; all places count from the beginning of `text`.
#[must_use]
pub fn parse(text: &str, span: Span) -> Vec<Block> {
    let base = span.start;
    let events = TextMergeWithOffset::new(parser(&text[span]).into_offset_iter());
    let events = events.map(|(event, at)| (event, at.start + base..at.end + base));
    let mut builder = Builder {
        stack: vec![Frame::default()],
        flattened: 0,
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

/// Where the Markdown of `text[span]` begins to nest deeper than [`parse`] follows; deeper marks are dropped.
#[must_use]
pub fn too_deep(text: &str, span: Span) -> Option<Span> {
    let base = span.start;
    let mut depth = 0;
    for (event, at) in parser(&text[span]).into_offset_iter() {
        match event {
            Event::Start(_) if depth == MAX_DEPTH => return Some(at.start + base..at.start + base),
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    None
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS)
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
    /// How many elements are open that nest too deep to be kept.
    flattened: usize,
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
            Event::Start(_) if self.stack.len() > MAX_DEPTH => self.flattened += 1,
            Event::End(_) if self.flattened > 0 => self.flattened -= 1,
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
            Tag::Link { dest_url, .. } => frame.target = dest_url.into_string(),
            Tag::Image { dest_url, title, .. } => {
                (frame.target, frame.info) = (dest_url.into_string(), title.into_string());
            }
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
            TagEnd::Image => {
                self.inline(at, InlineKind::Image(frame.target, frame.inlines, frame.info));
            }
            _ => self.top().inlines.extend(frame.inlines),
        }
    }
}
