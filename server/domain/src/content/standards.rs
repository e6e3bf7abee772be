//! `standards/1`: the centre's own figures, which every other text can mention as `{{std.ID}}`.

use super::doc::{Doc, Head, Reading};
use super::front::Fields;
use crate::lang::Text;
use std::collections::BTreeMap;

/// The centre's own figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standards {
    /// Id, version, title, languages.
    pub head: Head,
    /// In the order written.
    pub values: Vec<Standard>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// What `{{std.ID}}` calls it.
    pub id: String,
    /// What it is the figure of.
    pub title: Text,
    /// What stands for it in every text, in all languages the same.
    pub value: String,
}

impl Standards {
    /// The values by their ids.
    #[must_use]
    pub fn by_id(&self) -> BTreeMap<String, String> {
        let pairs = self
            .values
            .iter()
            .map(|standard| (standard.id.clone(), standard.value.clone()));
        pairs.collect()
    }
}

const TEXTS: [&str; 2] = ["title", "values"];

/// Reads the default file. A standard without a good value is kept with `?`, so that nobody who mentions it
/// is blamed for it.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Standards> {
    let fields = doc.fields(&TEXTS, &[], reading)?;
    let head = doc.head(&fields, reading);
    let values = values(doc, &fields, reading);
    reading.html(doc, &doc.blocks());
    Some(Standards {
        head,
        values: values?,
    })
}

/// Adds a translation of the titles.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, standards: &mut Standards) {
    let Some(fields) = doc.fields(&TEXTS, &[], reading) else {
        return;
    };
    doc.translate_head(&mut standards.head, &fields, reading);
    let Standards { values, .. } = standards;
    let ids: Vec<String> = values.iter().map(|standard| standard.id.clone()).collect();
    doc.translate_titles("values", &ids, &["value"], &fields, reading, |at, title| {
        values[at].title.translate(doc.lang, title);
    });
    reading.html(doc, &doc.blocks());
}

fn values(doc: &Doc<'_>, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Option<Vec<Standard>> {
    if fields.get("values").is_none() {
        return Some(Vec::new());
    }
    let map = fields.ids("values", &mut reading.problems)?;
    let mut values = Vec::new();
    for entry in map.entries() {
        let mut standard = Standard {
            id: entry.key.clone(),
            title: Text::new(entry.key.as_str()),
            value: "?".to_owned(),
        };
        if let Some(inner) = Fields::of(
            doc.source,
            &entry.node,
            &["title", "value"],
            &mut reading.problems,
        ) {
            if let Some(title) = inner.required_text("title", &mut reading.problems) {
                standard.title = Text::new(title.value);
            }
            if let Some(value) = inner.required_text("value", &mut reading.problems) {
                // One line: a value must not be able to begin a heading or end the front matter.
                if value.value.contains('\n')
                    && let Some(entry) = inner.get("value")
                {
                    inner.wrong(entry, "a text of one line", "一行文字", &mut reading.problems);
                } else {
                    standard.value = value.value;
                }
            }
        }
        values.push(standard);
    }
    Some(values)
}
