//! `checklist/1`: skills that are signed off on the job.

use super::doc::{Doc, Head, Reading};
use super::faults::BodyFault;
use super::front::{At, is_id};
use super::items::{Labelled, take_items};
use super::problem::faults;
use super::texts::{missing_here, unknown_here};
use crate::lang::Text;

/// A checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// Id, version, title, languages.
    pub head: Head,
    /// Each item's id and what must be seen, as inline HTML, in the order written.
    pub items: Vec<(String, Text)>,
    /// What stands around the items, as HTML.
    pub body: Text,
}

faults! {
    /// What can be wrong with a checklist.
    ChecklistFault:
    NoItem {} Error "no-item"
        en "the checklist has no item" "write each as `- ID: what must be seen`"
        zh "清单里没有条目" "请把每一条写成 `- 编号: 要看到什么`"
    ItemWithoutId {} Error "item-without-id"
        en "this item has no id" "write `- ID: what must be seen`, with a half-width colon"
        zh "这一条没有编号" "请写成 `- 编号: 要看到什么`，用半角冒号"
    ItemWithoutText { id: String } Error "item-without-text"
        en "`{id}` does not say what must be seen" "write it behind the colon"
        zh "“{id}”没有写要看到什么" "请写在冒号后面"
}

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Checklist> {
    let fields = doc.fields(&["title"], &[], reading)?;
    let head = doc.head(&fields, reading);
    let (items, body) = items(doc, reading);
    let items = items
        .into_iter()
        .map(|(id, text)| (id.value, Text::new(text)))
        .collect();
    Some(Checklist {
        head,
        items,
        body: Text::new(body),
    })
}

/// Adds a translation: the same ids, each with its text.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, checklist: &mut Checklist) {
    let Some(fields) = doc.fields(&["title"], &[], reading) else {
        return;
    };
    doc.translate_head(&mut checklist.head, &fields, reading);
    let (translated, body) = items(doc, reading);
    doc.translate_body(body, &mut checklist.body);
    let ids: Vec<String> = checklist.items.iter().map(|(id, _)| id.clone()).collect();
    for id in ids
        .iter()
        .filter(|id| !translated.iter().any(|(at, _)| at.value == **id))
    {
        reading.report(doc, doc.body_start(), &missing_here(id));
    }
    for (id, text) in translated {
        match checklist.items.iter_mut().find(|(known, _)| *known == id.value) {
            Some((_, known)) => known.translate(doc.lang, text),
            None => reading.report(doc, id.span, &unknown_here(&id.value, &ids)),
        }
    }
}

fn items(doc: &Doc<'_>, reading: &mut Reading<'_>) -> (Vec<(At<String>, String)>, String) {
    let (listed, others) = take_items(doc.blocks());
    let body = reading.html(doc, &others);
    if listed.is_empty() {
        reading.report(doc, doc.body_start(), &ChecklistFault::NoItem {});
    }
    let mut items: Vec<(At<String>, String)> = Vec::new();
    for item in &listed {
        let Some(labelled) = Labelled::read(doc.source, item) else {
            reading.report(doc, item.span.clone(), &ChecklistFault::ItemWithoutId {});
            continue;
        };
        let At { value: id, span } = labelled.label.clone();
        if !is_id(&id) {
            reading.report(doc, span, &BodyFault::BadId { id });
        } else if items.iter().any(|(known, _)| known.value == id) {
            reading.report(doc, span, &BodyFault::DuplicateId { id });
        } else if labelled.is_empty() {
            reading.report(doc, span, &ChecklistFault::ItemWithoutText { id });
        } else {
            let text = labelled.html(doc, reading);
            items.push((labelled.label, text));
        }
    }
    (items, body)
}
