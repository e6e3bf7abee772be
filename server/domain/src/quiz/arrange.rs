//! Questions about order and about pairs.

use super::faults::QuestionFault;
use super::model::{Kind, Pair};
use super::parts::{Form, is_quote};
use super::question::{Asked, Reader};
use crate::content::markdown::{BlockKind, Cell, Inline, plain, plain_blocks};
use crate::content::source::Span;
use crate::lang::Text;

impl Reader<'_, '_, '_, '_> {
    pub(super) fn order(&mut self, asked: &Asked<'_>) -> Option<Kind> {
        let Some(list) = asked.parts.answer else {
            return self.absent(asked, "order", Form::Order, &QuestionFault::NoList {});
        };
        let places: Vec<Span> = asked
            .parts
            .items
            .iter()
            .map(|item| self.item_place(item))
            .collect();
        match asked.default.map(|question| &question.kind) {
            Some(Kind::Order { items }) => {
                self.same_count(items.len(), &places, &list.span, ("items", "条目"));
            }
            _ if places.len() < 2 => self.report(list.span.clone(), &QuestionFault::FewItems {}),
            _ => {}
        }
        let mut items = Vec::new();
        let mut texts = Vec::new();
        for (item, place) in asked.parts.items.iter().zip(places) {
            if item.blocks.is_empty() {
                self.report(place.clone(), &QuestionFault::EmptyItem {});
            }
            for quote in item.blocks.iter().filter(|block| is_quote(block)) {
                self.report(quote.span.clone(), &QuestionFault::Feedback {});
            }
            items.push(Text::new(self.inline_html(&item.blocks)));
            texts.push((plain_blocks(&item.blocks), place));
        }
        self.report_same(&texts);
        Some(Kind::Order { items })
    }

    pub(super) fn matching(&mut self, asked: &Asked<'_>) -> Option<Kind> {
        let Some((table, head, rows)) = asked.parts.answer.and_then(|block| match &block.kind {
            BlockKind::Table(head, rows) => Some((block, head, rows)),
            _ => None,
        }) else {
            return self.absent(asked, "match", Form::Match, &QuestionFault::NoTable {});
        };
        let [left, right] = head.as_slice() else {
            let count = head.len();
            self.report(table.span.clone(), &QuestionFault::Columns { count });
            return None;
        };
        let columns = [self.cell(&left.inlines), self.cell(&right.inlines)];
        let places: Vec<Span> = rows.iter().map(|row| row_place(row, &table.span)).collect();
        match asked.default.map(|question| &question.kind) {
            Some(Kind::Match { pairs, .. }) => {
                self.same_count(pairs.len(), &places, &table.span, ("rows", "行"));
            }
            _ if rows.len() < 2 => self.report(table.span.clone(), &QuestionFault::FewPairs {}),
            _ => {}
        }
        for column in 0..2 {
            let texts = rows.iter().filter_map(|row| row.get(column));
            let texts: Vec<(String, Span)> = texts
                .map(|cell| (plain(&cell.inlines), cell.span.clone()))
                .collect();
            self.report_same(&texts);
        }
        let pairs = rows
            .iter()
            .zip(places)
            .map(|(row, place)| self.pair(row, &place))
            .collect();
        Some(Kind::Match { columns, pairs })
    }

    fn pair(&mut self, row: &[Cell], place: &Span) -> Pair {
        let mut side = |column: usize| {
            let inlines = row.get(column).map_or(&[][..], |cell| &cell.inlines);
            if inlines.is_empty() {
                let span = row.get(column).map_or(place, |cell| &cell.span);
                self.report(span.clone(), &QuestionFault::EmptyCell {});
            }
            self.cell(inlines)
        };
        Pair {
            left: side(0),
            right: side(1),
        }
    }

    fn cell(&mut self, inlines: &[Inline]) -> Text {
        Text::new(self.reading.inline_html(self.doc, inlines))
    }
}

fn row_place(row: &[Cell], table: &Span) -> Span {
    match (row.first(), row.last()) {
        (Some(first), Some(last)) => first.span.start..last.span.end.max(first.span.start),
        _ => table.clone(),
    }
}
