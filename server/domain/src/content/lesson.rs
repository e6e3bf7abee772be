//! `lesson/1`: prose with checks in between.

use super::doc::{Doc, Head, Reading};
use super::front::Fields;
use super::layout::{self, Layout};
use super::values::Period;
use crate::lang::{Lang, Text};
use crate::quiz::body::{Body, Where};
use crate::quiz::faults::QuizFault;
use crate::quiz::questions::{self, Questions};
use crate::quiz::read::course_of;
use crate::quiz::{Kind, Question};

/// A lesson of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Id, version, title and languages.
    pub head: Head,
    /// The course it belongs to.
    pub course: String,
    /// How long it takes, in minutes, as the author says.
    pub minutes: Option<u32>,
    /// When it counts as done.
    pub complete: Complete,
    /// The text before, between and behind the checks, one piece more than there are checks; HTML.
    pub prose: Vec<Text>,
    /// Questions answered in place, in the order written.
    pub checks: Vec<Question>,
    /// What the text is made of, in each language it exists in, the default first.
    pub(crate) layouts: Vec<(Lang, Layout)>,
    /// The ids of all checks as written, also of those that could not be read.
    pub(crate) outline: Vec<String>,
}

impl Lesson {
    /// What the text is made of for a reader of `lang`.
    #[must_use]
    pub fn layout(&self, lang: &Lang) -> &Layout {
        let own = self.layouts.iter().find(|(known, _)| known == lang);
        own.or(self.layouts.first())
            .map_or(&layout::NONE, |(_, layout)| layout)
    }

    /// How long it takes for a reader of `lang`, in minutes: as the author says, else as the text is long.
    #[must_use]
    pub fn minutes(&self, lang: &Lang) -> u32 {
        self.minutes.unwrap_or_else(|| self.layout(lang).minutes)
    }
}

/// When a lesson counts as done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complete {
    /// When the learner says so.
    Read,
    /// When each check has been answered right once.
    Checks,
    /// When the learner says so, at the earliest that many seconds after the page was first sent.
    Time(u32),
}

const TEXTS: [&str; 1] = ["title"];
const BEHAVIOUR: [&str; 2] = ["minutes", "complete"];

/// Reads a lesson in the default language.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Lesson> {
    let fields = doc.fields(&TEXTS, &BEHAVIOUR, reading)?;
    let head = doc.head(&fields, reading);
    let minutes = fields.integer("minutes", 1..=10_000, &mut reading.problems);
    let complete = complete(&fields, reading);
    let body = Body::of(doc, Where::Lesson);
    let prose = prose(doc, reading, &body).into_iter().map(Text::new).collect();
    let questions = Questions::read(doc, reading, &body, false, "check");
    for (_, place) in &questions.practice {
        reading.report(doc, place.clone(), &QuizFault::PracticeCheck {});
    }
    if complete == Complete::Checks {
        completable(doc, &fields, reading, &body, &questions);
    }
    Some(Lesson {
        course: course_of(doc.id),
        head,
        minutes: minutes.and_then(|minutes| u32::try_from(minutes.value).ok()),
        complete,
        prose,
        checks: questions.read,
        layouts: Vec::new(),
        outline: questions.outline,
    })
}

/// Reads a translation into a lesson.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, into: &mut Lesson) {
    let Some(fields) = doc.fields(&TEXTS, &BEHAVIOUR, reading) else {
        return;
    };
    doc.translate_head(&mut into.head, &fields, reading);
    let body = Body::of(doc, Where::Lesson);
    for (piece, html) in into.prose.iter_mut().zip(prose(doc, reading, &body)) {
        doc.translate_body(html, piece);
    }
    let outline = into.outline.clone();
    questions::translate(doc, reading, &body, false, false, &outline, &mut into.checks);
}

fn prose(doc: &Doc<'_>, reading: &mut Reading<'_>, body: &Body) -> Vec<String> {
    body.outside
        .iter()
        .map(|blocks| reading.html(doc, blocks))
        .collect()
}

fn complete(fields: &Fields<'_>, reading: &mut Reading<'_>) -> Complete {
    let Some(written) = fields.text("complete", &mut reading.problems) else {
        return Complete::Read;
    };
    let time = written
        .value
        .strip_prefix("time(")
        .and_then(|time| time.strip_suffix(')'));
    let time = time.and_then(Period::parse).and_then(Period::seconds);
    match (written.value.as_str(), time) {
        ("read", _) => Complete::Read,
        ("checks", _) => Complete::Checks,
        (_, Some(seconds)) => Complete::Time(seconds),
        _ => {
            let known = ["read", "checks", "time(3min)"];
            fields.unknown_word("complete", &written, known.into_iter(), &mut reading.problems);
            Complete::Read
        }
    }
}

/// `complete: checks` needs checks, and each must be one that can be right without a rater.
fn completable(
    doc: &Doc<'_>,
    fields: &Fields<'_>,
    reading: &mut Reading<'_>,
    body: &Body,
    questions: &Questions,
) {
    if questions.outline.is_empty() {
        let place = fields
            .get("complete")
            .map_or_else(|| doc.start(), |entry| entry.node.span.clone());
        reading.report(doc, place, &QuizFault::NoChecks {});
    }
    let essay = |id: &str| {
        let check = questions.read.iter().find(|check| check.id == id);
        check.is_some_and(|check| matches!(check.kind, Kind::Essay { .. }))
    };
    for section in body.sections.iter().filter(|section| essay(&section.id.value)) {
        reading.report(doc, section.id.span.clone(), &QuizFault::EssayCheck {});
    }
}
