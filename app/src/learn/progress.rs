use std::collections::BTreeSet;

use domain::{
    content::course::Course,
    evidence::{Entry, Fact},
};

/// The lessons a person has done, in any version.
pub(crate) struct Progress(BTreeSet<String>);

impl Progress {
    /// From the person's evidence.
    pub(crate) fn of(entries: &[Entry]) -> Self {
        let voided = voided(entries);
        let lessons = entries.iter().filter_map(|entry| match &entry.fact {
            Fact::LessonCompleted { lesson, .. } if !voided.contains(entry.id.as_str()) => {
                Some(lesson.clone())
            }
            _ => None,
        });
        Self(lessons.collect())
    }

    /// Whether the lesson `course/lesson` is done.
    pub(crate) fn has(&self, lesson: &str) -> bool {
        self.0.contains(lesson)
    }

    /// How many lessons of a course are done.
    pub(crate) fn done(&self, course: &Course) -> usize {
        course
            .lessons
            .iter()
            .filter(|lesson| self.has(&id(course, lesson)))
            .count()
    }

    /// The first lesson of a course that is not done, as `course/lesson`.
    pub(crate) fn first_open(&self, course: &Course) -> Option<String> {
        let mut lessons = course.lessons.iter().map(|lesson| id(course, lesson));
        lessons.find(|lesson| !self.has(lesson))
    }
}

/// Where the lessons of a course must be taken in order: the one to do before this one.
pub(crate) fn before(course: &Course, progress: &Progress, lesson: &str) -> Option<String> {
    let open = progress.first_open(course).filter(|_| course.sequential)?;
    let place = |of: &str| course.lessons.iter().position(|lesson| id(course, lesson) == of);
    (place(&open) < place(lesson)).then_some(open)
}

/// The entry by which a policy was acknowledged in an edition.
pub(crate) fn acknowledged<'a>(entries: &'a [Entry], policy: &str, edition: &str) -> Option<&'a Entry> {
    let voided = voided(entries);
    let of = |fact: &Fact| matches!(fact, Fact::Acknowledged { policy: p, edition: e, .. } if p == policy && e == edition);
    entries
        .iter()
        .find(|entry| of(&entry.fact) && !voided.contains(entry.id.as_str()))
}

/// The ids of entries that do not count any more.
fn voided(entries: &[Entry]) -> BTreeSet<&str> {
    let voided = entries.iter().filter_map(|entry| match &entry.fact {
        Fact::Voided { entry } => Some(entry.as_str()),
        _ => None,
    });
    voided.collect()
}

fn id(course: &Course, lesson: &str) -> String {
    format!("{}/{lesson}", course.head.id)
}
