//! All the questions of a quiz or a lesson.

use super::behaviour::Behaviour;
use super::body::Body;
use super::chips::Chips;
use super::faults::{DifferenceFault, QuestionFault, QuizFault};
use super::graft::graft;
use super::model::{Kind, Question};
use super::question::Reader;
use crate::content::doc::{Doc, Reading};
use crate::content::sections::{Section, with_good_ids};
use crate::content::source::Span;
use crate::score::Milli;

/// The questions of a document in the default language.
pub(crate) struct Questions {
    /// Those that could be read.
    pub(crate) read: Vec<Question>,
    /// The ids of all, as written.
    pub(crate) outline: Vec<String>,
    /// Tags and points of all that may be drawn.
    pub(super) pool: Vec<(Vec<String>, Milli)>,
    /// The tags of those that are for practice only, and where they say so.
    pub(crate) practice: Vec<(Vec<String>, Span)>,
}

impl Questions {
    /// Reads the questions of a default file. `behaviour` is part of each one's version.
    pub(crate) fn read(
        doc: &Doc<'_>,
        reading: &mut Reading<'_>,
        body: &Body,
        shuffled: bool,
        behaviour: &str,
    ) -> Self {
        let sections = sections(doc, reading, body);
        let slices = body.slices(doc);
        let starts: Vec<usize> = body
            .sections
            .iter()
            .map(|section| section.id.span.start)
            .collect();
        let mut questions = Self {
            read: Vec::new(),
            outline: Vec::new(),
            pool: Vec::new(),
            practice: Vec::new(),
        };
        let mut reader = Reader {
            doc,
            reading,
            body,
            shuffled,
            hinted: behaviour == Behaviour::Interactive.as_str(),
        };
        for section in &sections {
            let slice = starts.iter().position(|start| *start == section.id.span.start);
            let slice = slice.and_then(|place| slices.get(place)).copied().unwrap_or("");
            let chips = Chips::read(doc.source, &section.chips, &mut reader.reading.problems);
            questions.outline.push(section.id.value.clone());
            let practice = chips.practice.clone();
            match &practice {
                Some(span) => questions.practice.push((chips.tags.clone(), span.clone())),
                None => questions.pool.push((chips.tags.clone(), chips.points)),
            }
            let question = reader.question(section, &chips, &[slice, behaviour]);
            let is_essay = |question: &Question| matches!(question.kind, Kind::Essay { .. });
            if let Some(span) = practice.filter(|_| question.as_ref().is_some_and(is_essay)) {
                reader.report(span, &QuizFault::PracticeEssay {});
            }
            questions.read.extend(question);
        }
        questions
    }
}

/// Reads the questions of a translation into those of the default file.
pub(crate) fn translate(
    doc: &Doc<'_>,
    reading: &mut Reading<'_>,
    body: &Body,
    shuffled: bool,
    hinted: bool,
    outline: &[String],
    questions: &mut [Question],
) {
    let sections = sections(doc, reading, body);
    same_ids(doc, reading, outline, &sections);
    let mut reader = Reader {
        doc,
        reading,
        body,
        shuffled,
        hinted,
    };
    for section in &sections {
        let default = questions
            .iter_mut()
            .find(|question| question.id == section.id.value);
        match default {
            Some(default) => {
                if let Some(translated) = reader.translation(section, default) {
                    graft(default, translated, doc.lang);
                }
            }
            None => drop(reader.html(&section.blocks)),
        }
    }
}

fn sections(doc: &Doc<'_>, reading: &mut Reading<'_>, body: &Body) -> Vec<Section> {
    for open in &body.open {
        reading.report(doc, open.clone(), &QuestionFault::GapOpen {});
    }
    with_good_ids(doc.source, body.sections.clone(), &mut reading.problems)
}

/// Reports ids that are missing, too many or in another order.
fn same_ids(doc: &Doc<'_>, reading: &mut Reading<'_>, outline: &[String], sections: &[Section]) {
    let here = |id: &String| sections.iter().find(|section| section.id.value == *id);
    for section in sections
        .iter()
        .filter(|section| !outline.contains(&section.id.value))
    {
        let id = section.id.value.clone();
        reading.report(doc, section.id.span.clone(), &DifferenceFault::Extra { id });
    }
    let end = doc.source.text[doc.body.clone()].trim_end().len() + doc.body.start;
    let mut behind: Span = end..end;
    for id in outline.iter().rev() {
        match here(id) {
            Some(section) => behind = section.id.span.clone(),
            None => reading.report(doc, behind.clone(), &DifferenceFault::Missing { id: id.clone() }),
        }
    }
    let wanted = outline.iter().filter(|id| here(id).is_some());
    let found = sections
        .iter()
        .filter(|section| outline.contains(&section.id.value));
    if let Some((_, section)) = wanted.zip(found).find(|(id, section)| **id != section.id.value) {
        let id = section.id.value.clone();
        reading.report(doc, section.id.span.clone(), &DifferenceFault::Order { id });
    }
}
