//! Courses and their lessons.

mod check;
mod check_fields;
mod course;
mod lesson;
mod lesson_foot;
mod lesson_head;
mod lesson_outline;
mod lesson_terms;
mod list;

pub(in crate::pages) use check_fields::{Picked, fields};
pub(crate) use course::Course;
pub(crate) use lesson::Lesson;
pub(crate) use list::Courses;

use domain::{
    access::Access,
    content::{self, Library, doc::Head},
};
use leptos::prelude::*;
use store::evidence;

use crate::{learn::Progress, refusal::Refusal, t, visitor::Visitor};

/// Whoever learns, and trainers, who read what they publish. The person's id and what the person has done.
async fn reader(visitor: &Visitor) -> Result<(String, Progress), Refusal> {
    let person = visitor.session()?.actor().person.clone();
    if !visitor.has(Access::Learner) && !visitor.has(Access::Trainer) {
        return Err(Refusal::Forbidden);
    }
    let entries = evidence::of_person(&visitor.site.store, &person).await?;
    Ok((person, Progress::of(&entries)))
}

/// How long a course takes: as its author says, else the sum of its lessons; in words.
fn duration(visitor: &Visitor, course: &content::course::Course) -> Option<String> {
    let texts = visitor.texts;
    if let Some(hours) = course.hours {
        return Some(t!(texts, "course-hours", n = hours.to_string()));
    }
    let minutes: u32 = lessons(&visitor.library, course)
        .map(|(_, lesson)| lesson.minutes(&visitor.lang()))
        .sum();
    (minutes > 0).then(|| t!(texts, "about-minutes", n = minutes))
}

/// The lessons of a course in order, with their ids.
fn lessons<'a>(
    library: &'a Library,
    course: &'a content::course::Course,
) -> impl Iterator<Item = (String, &'a content::lesson::Lesson)> {
    let ids = course
        .lessons
        .iter()
        .map(|name| format!("{}/{name}", course.head.id));
    ids.filter_map(|id| library.lessons.get(&id).map(|lesson| (id, lesson)))
}

/// What is said where a text does not exist in the visitor's language.
fn untranslated(visitor: &Visitor, head: &Head) -> Option<AnyView> {
    let missing = !head.languages.contains(&visitor.lang());
    missing.then(|| {
        view! {
            <div class="notice" data-kind="info">
                <p>{t!(visitor.texts, "not-translated")}</p>
            </div>
        }
        .into_any()
    })
}

/// The language a document is shown in, where that is not the page's own.
fn language_of(visitor: &Visitor, head: &Head) -> Option<String> {
    let default = head
        .languages
        .first()
        .filter(|_| !head.languages.contains(&visitor.lang()));
    default.map(ToString::to_string)
}
