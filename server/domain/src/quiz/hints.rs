//! Hints of an interactive quiz: paragraphs whose every line begins with `? `.

use super::parts::Line;
use super::question::{Asked, Reader};
use crate::content::markdown::{Block, BlockKind, parse};
use crate::content::sections::Section;
use crate::lang::Text;

/// The hint lines of a section, and the section without them.
fn split(text: &str, section: &Section) -> (Vec<Line>, Section) {
    let mut hints = Vec::new();
    let mut rest = Section {
        blocks: Vec::new(),
        ..section.clone()
    };
    for block in &section.blocks {
        match lines(text, block) {
            Some(lines) => hints.extend(lines),
            None => rest.blocks.push(block.clone()),
        }
    }
    (hints, rest)
}

fn lines(text: &str, block: &Block) -> Option<Vec<Line>> {
    let source = text.get(block.span.clone())?;
    if !matches!(block.kind, BlockKind::Paragraph(_)) {
        return None;
    }
    let mut lines = Vec::new();
    let mut at = block.span.start;
    for whole in source.split_inclusive('\n') {
        let line = whole.trim();
        let start = at + (whole.len() - whole.trim_start().len());
        at += whole.len();
        let hint = line.strip_prefix('?').or_else(|| line.strip_prefix('？'))?;
        if hint.trim().is_empty() {
            return None;
        }
        let inner = start + line.len() - hint.trim_start().len();
        lines.push(Line {
            text: hint.trim().to_owned(),
            span: inner..start + line.len(),
        });
    }
    Some(lines)
}

impl Reader<'_, '_, '_, '_> {
    /// The hints of a section and the rest of it; where hints mean nothing, everything is the rest.
    pub(super) fn without_hints(&self, section: &Section) -> (Vec<Line>, Section) {
        if self.hinted {
            split(&self.body.text, section)
        } else {
            (Vec::new(), section.clone())
        }
    }

    /// Each hint as inline HTML; in a translation there must be as many as in the default file.
    pub(super) fn hints(&mut self, asked: &Asked<'_>, lines: &[Line]) -> Vec<Text> {
        if let Some(default) = asked.default {
            let places: Vec<_> = lines.iter().map(|line| line.span.clone()).collect();
            let otherwise = asked.section.id.span.clone();
            self.same_count(default.hints.len(), &places, &otherwise, ("hints", "提示"));
        }
        let hint = |line: &Line| {
            let blocks = parse(&self.body.text, line.span.clone());
            Text::new(self.inline_html(&blocks))
        };
        lines.iter().map(hint).collect()
    }
}
