use std::collections::BTreeMap;

use domain::{
    content::lesson::{Complete, Lesson},
    hash::Hash,
};
use store::{evidence, lesson_checks, training};

use super::progress::{Progress, before};
use crate::{
    forms::{Act, Done},
    go_live,
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// How many checks of the lesson were not answered right yet, in the version they have now.
pub(crate) fn checks_left(lesson: &Lesson, right: &BTreeMap<String, Hash>) -> usize {
    lesson
        .checks
        .iter()
        .filter(|check| right.get(&check.id) != Some(&check.hash))
        .count()
}

/// How a reader stands with a lesson.
pub(crate) struct Standing {
    /// Whether the reader does lessons rather than only reads them.
    pub(crate) learns: bool,
    /// Whether it is done.
    pub(crate) done: bool,
    /// How many of its checks were not answered right yet.
    pub(crate) checks_left: usize,
    /// Seconds before it can be done.
    pub(crate) wait: i64,
}

/// Why a lesson is not open: the one that comes first, `course/lesson`, in words.
pub(crate) fn in_order(visitor: &Visitor, first: &str) -> String {
    let lesson = visitor.library.lessons.get(first);
    let title = lesson.map_or(first, |lesson| lesson.head.title.get(&visitor.lang()));
    t!(visitor.texts, "lesson-in-order", title = title.to_owned())
}

/// How many seconds the person has to wait before the lesson can be done; 0 when it takes no time.
pub(crate) fn waits(visitor: &Visitor, person: &str, lesson: &Lesson) -> i64 {
    let Complete::Time(seconds) = lesson.complete else {
        return 0;
    };
    let first = visitor.site.first_sent.note(person, &lesson.head.id, visitor.now);
    (i64::from(seconds) - visitor.now.seconds_since(first)).max(0)
}

/// Marks a lesson done, when its own rule allows it, and goes on to the next one.
pub(crate) async fn complete_lesson(act: &Act, id: &str) -> Result<Done, Refusal> {
    let (learner, texts) = (act.learner()?, act.texts);
    let lesson = act.library.lessons.get(id).ok_or(Refusal::NotFound)?;
    let course = act.library.courses.get(&lesson.course).ok_or(Refusal::NotFound)?;
    let entries = evidence::of_person(&act.site.store, &learner.person).await?;
    if let Some(first) = before(course, &Progress::of(&entries), id) {
        return Err(Refusal::Cannot(in_order(act, &first)));
    }
    let wait = waits(act, &learner.person, lesson);
    if wait > 0 {
        return Err(Refusal::Cannot(t!(
            texts,
            "lesson-too-early",
            n = (wait + 59) / 60
        )));
    }
    if lesson.complete == Complete::Checks {
        let right = lesson_checks::right(&act.site.store, &learner, id).await?;
        let left = checks_left(lesson, &right);
        if left > 0 {
            return Err(Refusal::Cannot(t!(texts, "lesson-checks-more", n = left)));
        }
    }
    let place = course
        .lessons
        .iter()
        .position(|name| format!("{}/{name}", lesson.course) == id);
    let next = place.and_then(|place| course.lessons.get(place + 1));
    let to = next.map_or_else(
        || format!("/courses/{}", lesson.course),
        |next| format!("/courses/{}/{next}", lesson.course),
    );
    let title = lesson.head.title.get(&act.lang()).to_owned();
    let (id, version) = (id.to_owned(), lesson.head.version);
    let (site, library, now) = (act.site.clone(), act.library.clone(), act.now);
    let work = act.site.store.write(move |tx| {
        Box::pin(async move {
            training::complete_lesson(tx, &learner, &id, version, now).await?;
            go_live::settle(tx, &library, &*site.calendar, &learner.person, &learner, now).await
        })
    });
    work.await?;
    Ok(Done::to(to).saying(t!(texts, "lesson-completed", title = title)))
}
