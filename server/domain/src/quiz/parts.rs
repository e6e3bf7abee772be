//! The parts of a question: which kind of answer it has, and which of its blocks is what.

use super::chips::Chips;
use super::model::Kind;
use crate::content::markdown::{Block, BlockKind, Inline, InlineKind, Item, parse, plain};
use crate::content::sections::Section;
use crate::content::source::Span;
use std::ops::Range;

/// How the answer part of a question is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Choice,
    Lines,
    Order,
    Match,
    Cloze,
    Essay,
}

impl Form {
    pub(super) fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Choice { .. } => Self::Choice,
            Kind::Short { .. } | Kind::Number { .. } => Self::Lines,
            Kind::Order { .. } => Self::Order,
            Kind::Match { .. } => Self::Match,
            Kind::Cloze { .. } => Self::Cloze,
            Kind::Essay { .. } => Self::Essay,
        }
    }

    /// Its name in English and in Chinese.
    pub(super) fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Choice => ("a choice", "选择题"),
            Self::Lines => ("a short answer or a number", "简答题或数值题"),
            Self::Order => ("an order", "排序题"),
            Self::Match => ("a match", "配对题"),
            Self::Cloze => ("a cloze", "填空题"),
            Self::Essay => ("an essay", "问答题"),
        }
    }
}

/// The marks of a question, each form where it first shows, in the order of the source.
pub(super) fn marks(text: &str, section: &Section, chips: &Chips, gaps: &[Span]) -> Vec<(Form, Span)> {
    let mut marks: Vec<(Form, Span)> = Vec::new();
    for (flag, form) in [
        ("order", Form::Order),
        ("match", Form::Match),
        ("essay", Form::Essay),
    ] {
        marks.extend(chips.place(flag).map(|span| (form, span)));
    }
    let tasks = section.blocks.iter().find(|block| is_task_list(block));
    marks.extend(tasks.map(|block| (Form::Choice, block.span.clone())));
    let lines = section.blocks.iter().find_map(|block| first_line(text, block));
    marks.extend(lines.map(|span| (Form::Lines, span)));
    marks.extend(
        within(section, gaps)
            .first()
            .map(|gap| (Form::Cloze, gap.clone())),
    );
    marks.sort_by_key(|(_, span)| span.start);
    marks
}

/// The gaps that stand in a section; `gaps` are in order.
pub(super) fn within<'g>(section: &Section, gaps: &'g [Span]) -> &'g [Span] {
    let start = section.blocks.first().map_or(0, |block| block.span.start);
    let end = section.blocks.last().map_or(0, |block| block.span.end);
    let first = gaps.partition_point(|gap| gap.start < start);
    let last = gaps.partition_point(|gap| gap.end <= end);
    gaps.get(first..last).unwrap_or(&[])
}

pub(super) fn is_task_list(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::List(_, items) if items.iter().any(|item| item.task.is_some()))
}

/// Where the first `=` line of a block stands; also one that a task list swallowed because no empty line parts them.
fn first_line(text: &str, block: &Block) -> Option<Span> {
    if let BlockKind::List(_, items) = &block.kind {
        return items
            .iter()
            .filter(|item| item.task.is_some())
            .flat_map(|item| &item.blocks)
            .find_map(swallowed_line);
    }
    let lines = Lines::read(text, block)?;
    lines.answers.first().map(|line| line.span.clone())
}

fn swallowed_line(block: &Block) -> Option<Span> {
    let BlockKind::Paragraph(inlines) = &block.kind else {
        return None;
    };
    let breaks = inlines.windows(2).find(|pair| {
        let begins =
            |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if text.starts_with('='));
        pair[0].kind == InlineKind::SoftBreak && begins(&pair[1])
    });
    breaks.map(|pair| pair[1].span.clone())
}

/// One `= answer`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) span: Span,
}

/// A paragraph with `=` lines.
pub(super) struct Lines {
    /// What stands before them in the same paragraph: part of the question.
    pub(super) before: Option<Range<usize>>,
    pub(super) answers: Vec<Line>,
    /// Lines among them that begin otherwise.
    pub(super) strays: Vec<Span>,
}

impl Lines {
    /// The `=` lines of a paragraph, if it has any.
    ///
    /// Each line is read as Markdown on its own, so an answer is what a reader of the file sees. A lone `=` below a
    /// line of text makes that a heading in Markdown, but is an empty answer here.
    pub(super) fn read(text: &str, block: &Block) -> Option<Self> {
        let source = text.get(block.span.clone())?;
        match &block.kind {
            BlockKind::Paragraph(_) => {}
            BlockKind::Heading(1, _) if source.lines().last().is_some_and(|last| last.trim() == "=") => {}
            _ => return None,
        }
        let mut lines = Self {
            before: None,
            answers: Vec::new(),
            strays: Vec::new(),
        };
        let mut at = block.span.start;
        for whole in source.split_inclusive('\n') {
            let line = whole.trim();
            let start = at + (whole.len() - whole.trim_start().len());
            let span = start..start + line.len();
            at += whole.len();
            if line.starts_with('=') && !line.starts_with("==") {
                let text = answer(text, span.clone());
                lines.answers.push(Line { text, span });
            } else if lines.answers.is_empty() {
                lines.before = Some(block.span.start..span.end);
            } else {
                lines.strays.push(span);
            }
        }
        (!lines.answers.is_empty()).then_some(lines)
    }
}

fn answer(text: &str, line: Span) -> String {
    let blocks = parse(text, line.clone());
    let shown = match blocks.as_slice() {
        [
            Block {
                kind: BlockKind::Paragraph(inlines),
                ..
            },
        ] => plain(inlines),
        _ => text[line].to_owned(),
    };
    shown.trim_start_matches('=').trim().to_owned()
}

/// The blocks of a question, sorted by what they are.
#[derive(Default)]
pub(super) struct Parts<'b> {
    /// The question.
    pub(super) prompt: Vec<Block>,
    /// Options, items or criteria.
    pub(super) items: &'b [Item],
    /// The block they, or the pairs, stand in.
    pub(super) answer: Option<&'b Block>,
    /// `=` lines.
    pub(super) lines: Vec<Line>,
    /// Lines among those that begin otherwise.
    pub(super) strays: Vec<Span>,
    /// What stands behind the answer part.
    pub(super) after: &'b [Block],
}

impl<'b> Parts<'b> {
    /// Sorts the blocks of a section whose answer part is of this form; without one, everything is the question.
    pub(super) fn of(form: Form, text: &str, blocks: &'b [Block], gaps: &[Span]) -> Self {
        let place = match form {
            Form::Choice => blocks.iter().position(is_task_list),
            Form::Order => blocks
                .iter()
                .rposition(|block| matches!(block.kind, BlockKind::List(Some(_), _))),
            Form::Essay => blocks
                .iter()
                .rposition(|block| matches!(block.kind, BlockKind::List(None, _))),
            Form::Match => blocks
                .iter()
                .rposition(|block| matches!(block.kind, BlockKind::Table(..))),
            Form::Lines => return Self::with_lines(text, blocks),
            Form::Cloze => return Self::with_gaps(blocks, gaps),
        };
        let Some(place) = place else {
            return Self {
                prompt: blocks.to_vec(),
                ..Self::default()
            };
        };
        Self {
            prompt: blocks[..place].to_vec(),
            items: match &blocks[place].kind {
                BlockKind::List(_, items) => items,
                _ => &[],
            },
            answer: Some(&blocks[place]),
            after: &blocks[place + 1..],
            ..Self::default()
        }
    }

    fn with_lines(text: &str, blocks: &'b [Block]) -> Self {
        let mut parts = Self::default();
        for (place, block) in blocks.iter().enumerate() {
            match Lines::read(text, block) {
                Some(lines) => {
                    if let Some(before) = lines.before {
                        // Behind an answer, a paragraph that begins without `=` is no longer the question.
                        match parts.lines.is_empty() {
                            true => parts.prompt.extend(parse(text, before)),
                            false => parts.strays.push(before),
                        }
                    }
                    parts.lines.extend(lines.answers);
                    parts.strays.extend(lines.strays);
                }
                None if parts.lines.is_empty() => parts.prompt.push(block.clone()),
                None => {
                    parts.after = &blocks[place..];
                    break;
                }
            }
        }
        parts
    }

    /// The answer part of a cloze ends with the last block that has a gap; only a quote behind it is no question.
    fn with_gaps(blocks: &'b [Block], gaps: &[Span]) -> Self {
        let has_gap = |block: &Block| {
            gaps.iter()
                .any(|gap| block.span.start <= gap.start && gap.end <= block.span.end)
        };
        let last = blocks
            .iter()
            .rposition(has_gap)
            .map_or(blocks.len(), |last| last + 1);
        let quotes = blocks[last..]
            .iter()
            .rev()
            .take_while(|block| is_quote(block))
            .count();
        let (prompt, after) = blocks.split_at(blocks.len() - quotes);
        Self {
            prompt: prompt.to_vec(),
            after,
            ..Self::default()
        }
    }
}

pub(super) fn is_quote(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Quote(_))
}
