//! `course/1`: lessons in an order.

use super::doc::{Doc, Head, Reading, Target};
use super::faults::BodyFault;
use super::front::{At, Fields};
use crate::lang::Text;
use crate::score::Milli;

/// A course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Id (the folder's name), version, title, languages.
    pub head: Head,
    /// What it is about, in a sentence or two.
    pub summary: Option<Text>,
    /// How long it takes.
    pub hours: Option<Milli>,
    /// The roles it is for.
    pub audience: Vec<String>,
    /// Who looks after it.
    pub owner: Option<Text>,
    /// Whether a lesson opens only when the one before it is complete.
    pub sequential: bool,
    /// The ids of its lessons inside the course, in order: `greeting`, not `phone-service/greeting`.
    pub lessons: Vec<String>,
    /// The introduction, as HTML.
    pub body: Text,
}

const TEXTS: [&str; 3] = ["title", "summary", "owner"];
const BEHAVIOUR: [&str; 4] = ["hours", "audience", "sequential", "lessons"];

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Course> {
    let fields = doc.fields(&TEXTS, &BEHAVIOUR, reading)?;
    let head = doc.head(&fields, reading);
    let audience = fields
        .texts("audience", &mut reading.problems)
        .unwrap_or_default();
    for role in &audience {
        reading.refer(doc, Target::Role, role);
    }
    let hours = fields.decimal("hours", Milli(0), Milli::whole(10_000), &mut reading.problems);
    let sequential = fields.boolean("sequential", &mut reading.problems);
    Some(Course {
        head,
        summary: doc.optional_text("summary", &fields, reading),
        hours: hours.map(|hours| hours.value),
        audience: audience.into_iter().map(|role| role.value).collect(),
        owner: doc.optional_text("owner", &fields, reading),
        sequential: sequential.is_some_and(|sequential| sequential.value),
        lessons: lessons(doc, &fields, reading),
        body: Text::new(reading.html(doc, &doc.blocks())),
    })
}

/// Adds a translation.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, course: &mut Course) {
    let Some(fields) = doc.fields(&TEXTS, &BEHAVIOUR, reading) else {
        return;
    };
    doc.translate_head(&mut course.head, &fields, reading);
    doc.translate_text("summary", &mut course.summary, &fields, reading);
    doc.translate_text("owner", &mut course.owner, &fields, reading);
    let body = reading.html(doc, &doc.blocks());
    doc.translate_body(body, &mut course.body);
}

/// The lessons are listed by their name in the course's folder, or by their full id.
fn lessons(doc: &Doc<'_>, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Vec<String> {
    let prefix = format!("{}/", doc.id);
    let mut lessons: Vec<String> = Vec::new();
    for listed in fields.texts("lessons", &mut reading.problems).unwrap_or_default() {
        let name = listed
            .value
            .strip_prefix(&prefix)
            .unwrap_or(&listed.value)
            .to_owned();
        if lessons.contains(&name) {
            reading.report(doc, listed.span, &BodyFault::DuplicateId { id: name });
            continue;
        }
        reading.refer(
            doc,
            Target::Lesson,
            &At {
                value: format!("{prefix}{name}"),
                span: listed.span,
            },
        );
        lessons.push(name);
    }
    lessons
}
