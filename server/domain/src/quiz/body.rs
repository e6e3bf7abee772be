//! The body of a quiz or a lesson: its gaps cut out, its questions parted from the rest.

use super::gaps;
use crate::content::doc::Doc;
use crate::content::markdown::{Block, parse};
use crate::content::sections::{Section, split_where};
use crate::content::source::Span;

/// Where questions stand in a document.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// Under every level-2 heading.
    Quiz,
    /// Under `## check-…`, up to the next heading of level 1 or 2.
    Lesson,
}

/// A body, taken apart.
pub(crate) struct Body {
    /// The document's text with the gaps cut out; every place in it is the same place in the document.
    pub(super) text: String,
    /// The gaps, braces included.
    pub(super) gaps: Vec<Span>,
    /// Braces that open a gap which does not end.
    pub(super) open: Vec<Span>,
    /// Both, in order: what shows that a cloze is meant.
    pub(super) braces: Vec<Span>,
    /// What stands before, between and behind the questions, one piece more than there are questions.
    pub(crate) outside: Vec<Vec<Block>>,
    /// The questions, their ids unchecked.
    pub(crate) sections: Vec<Section>,
}

impl Body {
    pub(crate) fn of(doc: &Doc<'_>, place: Where) -> Self {
        let text = &doc.source.text;
        let blocks = doc.blocks();
        if !text[doc.body.clone()].contains("{{") {
            let (outside, sections) = place.split(blocks);
            return Self {
                text: text.clone(),
                gaps: Vec::new(),
                open: Vec::new(),
                braces: Vec::new(),
                outside,
                sections,
            };
        }
        // Where the questions are is read with the gaps still in: a gap stands on one line, so it moves no heading.
        let (_, sections) = place.split(blocks);
        let within = sections
            .iter()
            .flat_map(|section| &section.blocks)
            .map(|block| block.span.clone());
        let cut = gaps::cut(text, within);
        let (outside, sections) = place.split(parse(&cut.text, doc.body.clone()));
        let mut braces = [cut.gaps.as_slice(), cut.open.as_slice()].concat();
        braces.sort_by_key(|brace| brace.start);
        Self {
            text: cut.text,
            gaps: cut.gaps,
            open: cut.open,
            braces,
            outside,
            sections,
        }
    }

    /// The source of each section, from its heading to the next one or to what follows it.
    pub(crate) fn slices<'d>(&self, doc: &'d Doc<'_>) -> Vec<&'d str> {
        let text = &doc.source.text;
        let line = |at: usize| text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let starts: Vec<usize> = self
            .sections
            .iter()
            .map(|section| line(section.id.span.start))
            .collect();
        let outside = |place: usize| self.outside.get(place + 1).and_then(|piece| piece.first());
        let end = |place: usize| {
            let next = starts.get(place + 1).copied().unwrap_or(doc.body.end);
            outside(place).map_or(next, |block| block.span.start.min(next))
        };
        let slice = |(place, start): (usize, &usize)| text.get(*start..end(place)).unwrap_or("").trim_end();
        starts.iter().enumerate().map(slice).collect()
    }
}

impl Where {
    fn split(self, blocks: Vec<Block>) -> (Vec<Vec<Block>>, Vec<Section>) {
        match self {
            Self::Quiz => split_where(blocks, |_| true, |_| false),
            Self::Lesson => split_where(blocks, |id| id.starts_with("check-"), |level| level <= 2),
        }
    }
}
