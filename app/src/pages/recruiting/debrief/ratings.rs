//! All sheets side by side.

use domain::{
    content::excerpt,
    interview::{Item, Kit},
};
use leptos::prelude::*;
use store::sheets::{Sheet, SheetMark};

use crate::{
    recruiting::rating,
    t,
    ui::{Column, Row, Table},
    visitor::Visitor,
};

/// How wide the beginning of an item is that names its row, in narrow characters.
const TITLE: usize = 56;

/// Items as rows, raters as columns, with what each noted.
pub(super) fn ratings(visitor: &Visitor, kit: &Kit, sheets: &[Sheet]) -> AnyView {
    let texts = visitor.texts;
    let raters = sheets.iter().map(|sheet| Column::words(sheet.name.clone()));
    let columns = std::iter::once(Column::words(t!(texts, "debrief-item")))
        .chain(raters)
        .collect();
    let rows = kit.items.iter().map(|item| item_row(visitor, item, sheets));
    let rows = rows.collect();
    view! {
        <section class="section">
            <h2>{t!(texts, "debrief-sheets")}</h2>
            <Table label=t!(texts, "debrief-sheets") columns rows />
        </section>
    }
    .into_any()
}

fn item_row(visitor: &Visitor, item: &Item, sheets: &[Sheet]) -> Row {
    let texts = visitor.texts;
    let given = sheets.iter().map(|sheet| rating(sheet, &item.id));
    let levels = given.clone().flatten().filter_map(|rating| match rating.mark {
        SheetMark::Level(level) => Some(level.get()),
        SheetMark::Open | SheetMark::NotObserved => None,
    });
    let apart = levels
        .clone()
        .max()
        .zip(levels.min())
        .map_or(0, |(most, least)| most - least);
    let cells = given.map(|given| {
        let mark = match given.map(|given| given.mark) {
            Some(SheetMark::Level(level)) => view! { <span class="rating">{level.get()}</span> }.into_any(),
            Some(SheetMark::NotObserved) => view! {
                <span class="rating" data-none="">
                    "–"<span class="visually-hidden">{t!(texts, "debrief-not-seen")}</span>
                </span>
            }
            .into_any(),
            _ if item.kind.is_rated() => {
                view! { <span class="chip" data-tone="amber">{t!(texts, "debrief-unrated")}</span> }
                    .into_any()
            }
            _ => {
                let answer = given.and_then(|given| given.answer.first()).map(String::as_str);
                let answer = match answer {
                    None => t!(texts, "debrief-unrated"),
                    Some("yes") => t!(texts, "sheet-yes"),
                    Some("no") => t!(texts, "sheet-no"),
                    Some(other) => other.to_owned(),
                };
                view! { <span>{answer}</span> }.into_any()
            }
        };
        let note = given.map(|given| given.evidence.clone()).unwrap_or_default();
        let note = if note.is_empty() {
            t!(texts, "debrief-no-note")
        } else {
            note
        };
        view! {
            {mark}
            <p class="muted">{note}</p>
        }
        .into_any()
    });
    let gap = (apart >= 2).then(|| {
        view! { <p><span class="chip" data-tone="amber">{t!(texts, "debrief-gap", n = apart)}</span></p> }
    });
    let task = excerpt(item.body.get(&visitor.lang()), TITLE);
    let head = view! { {task} {gap} }.into_any();
    Row::new(std::iter::once(head).chain(cells))
}
