//! The texts of front matter, in the default file and in its translations.

use super::doc::{Doc, Head, Reading};
use super::faults::{TranslationFault, hint};
use super::front::Fields;
use super::markdown::Block;
use super::source::Span;
use crate::lang::Text;

impl Doc<'_> {
    /// What the documents of every format have; one without a title is reported and goes by its id.
    pub fn head(&self, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Head {
        self.head_by("title", fields, reading)
    }

    /// The same for a format that calls its title otherwise.
    pub fn head_by(&self, key: &str, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Head {
        let title = fields.required_text(key, &mut reading.problems);
        Head {
            id: self.id.to_owned(),
            version: self.source.version(),
            title: Text::new(title.map_or_else(|| self.id.to_owned(), |title| title.value)),
            languages: vec![self.lang.clone()],
        }
    }

    /// Adds this translation's title and language to the head of the default file.
    pub fn translate_head(&self, head: &mut Head, fields: &Fields<'_>, reading: &mut Reading<'_>) {
        self.translate_head_by("title", head, fields, reading);
    }

    /// The same for a format that calls its title otherwise.
    pub fn translate_head_by(
        &self,
        key: &str,
        head: &mut Head,
        fields: &Fields<'_>,
        reading: &mut Reading<'_>,
    ) {
        if let Some(title) = fields.required_text(key, &mut reading.problems) {
            head.title.translate(self.lang, title.value);
        }
        head.languages.push(self.lang.clone());
    }

    /// A text that may be left out.
    pub fn optional_text(&self, key: &str, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Option<Text> {
        fields
            .text(key, &mut reading.problems)
            .map(|text| Text::new(text.value))
    }

    /// Adds this translation of a text that may be left out; the default file decides whether there is one.
    pub fn translate_text(
        &self,
        key: &str,
        text: &mut Option<Text>,
        fields: &Fields<'_>,
        reading: &mut Reading<'_>,
    ) {
        let translated = fields.text(key, &mut reading.problems);
        match (text, translated) {
            (Some(text), Some(translated)) => text.translate(self.lang, translated.value),
            (Some(_), None) if fields.get(key).is_none() => {
                let fault = TranslationFault::MissingText { key: key.to_owned() };
                reading.report(self, fields.place(), &fault);
            }
            (None, Some(translated)) => {
                let (what_en, what_zh) = (
                    format!("only this one has `{key}`"),
                    format!("只有译文写了“{key}”"),
                );
                reading.report(
                    self,
                    translated.span,
                    &TranslationFault::Differs { what_en, what_zh },
                );
            }
            _ => {}
        }
    }

    /// Adds the translation of a body; without one, readers keep the default file's.
    pub fn translate_body(&self, html: String, body: &mut Text) {
        if !html.is_empty() {
            body.translate(self.lang, html);
        }
    }

    /// Checks and adds this translation of blocks of text: both files have a text there, or neither.
    pub fn translate_blocks(
        &self,
        text: &mut Text,
        blocks: &[Block],
        place: Span,
        reading: &mut Reading<'_>,
    ) {
        let html = reading.html(self, blocks);
        match (text.default().is_empty(), html.is_empty()) {
            (false, false) => text.translate(self.lang, html),
            (false, true) => self.differs(place, "its text is missing here", "这里缺少正文", reading),
            (true, false) => {
                let en = "only this one has a text here";
                self.differs(place, en, "只有译文在这里有正文", reading);
            }
            (true, true) => {}
        }
    }

    /// Reports a difference between this translation and the default file.
    pub fn differs(&self, place: Span, what_en: &str, what_zh: &str, reading: &mut Reading<'_>) {
        let (what_en, what_zh) = (what_en.to_owned(), what_zh.to_owned());
        reading.report(self, place, &TranslationFault::Differs { what_en, what_zh });
    }

    /// Reads a translation's map of titles: the ids of the default file, each with `title` only.
    ///
    /// `behaviour` are the other keys each may have in the default file. Calls `found` with the place of each id
    /// in `ids` and its title.
    pub fn translate_titles(
        &self,
        key: &str,
        ids: &[String],
        behaviour: &[&str],
        fields: &Fields<'_>,
        reading: &mut Reading<'_>,
        mut found: impl FnMut(usize, String),
    ) {
        let Some(entry) = fields.get(key) else {
            if !ids.is_empty() {
                let (what_en, what_zh) = (format!("`{key}` is missing"), format!("缺少“{key}”"));
                reading.report(
                    self,
                    fields.place(),
                    &TranslationFault::Differs { what_en, what_zh },
                );
            }
            return;
        };
        let Some(titles) = Fields::open(self.source, &entry.node, &mut reading.problems) else {
            return;
        };
        self.same_ids(ids, &titles, &entry.key_span, reading);
        let known: Vec<&str> = ["title"].iter().chain(behaviour).copied().collect();
        for title in titles.entries() {
            let Some(inner) = Fields::of(self.source, &title.node, &known, &mut reading.problems) else {
                continue;
            };
            for other in inner
                .entries()
                .iter()
                .filter(|entry| behaviour.contains(&entry.key.as_str()))
            {
                let fault = TranslationFault::Behaviour {
                    key: other.key.clone(),
                };
                reading.report(self, other.key_span.clone(), &fault);
            }
            let text = inner.required_text("title", &mut reading.problems);
            if let (Some(text), Some(at)) = (text, ids.iter().position(|id| *id == title.key)) {
                found(at, text.value);
            }
        }
    }

    /// Reports the ids a translation's map has too many or too few.
    pub(crate) fn same_ids(&self, ids: &[String], map: &Fields<'_>, place: &Span, reading: &mut Reading<'_>) {
        for entry in map.entries().iter().filter(|entry| !ids.contains(&entry.key)) {
            let fault = unknown_here(&entry.key, ids);
            reading.report(self, entry.key_span.clone(), &fault);
        }
        for id in ids.iter().filter(|id| map.get(id).is_none()) {
            reading.report(self, place.clone(), &missing_here(id));
        }
    }
}

/// An id the default file does not have.
pub(crate) fn unknown_here(id: &str, known: &[String]) -> TranslationFault {
    let (hint_en, hint_zh) = hint(id, known.iter().map(String::as_str));
    let mut what_en = format!("`{id}` does not stand there");
    let mut what_zh = format!("原文里没有“{id}”");
    if !hint_en.is_empty() {
        what_en = format!("{what_en}; {hint_en}");
        what_zh = format!("{what_zh}，{hint_zh}");
    }
    TranslationFault::Differs { what_en, what_zh }
}

/// An id the translation lacks.
pub(crate) fn missing_here(id: &str) -> TranslationFault {
    TranslationFault::Differs {
        what_en: format!("`{id}` is missing here"),
        what_zh: format!("这里缺少“{id}”"),
    }
}
