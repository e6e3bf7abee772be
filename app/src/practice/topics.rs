use std::collections::BTreeMap;

use domain::{hash::Hash, quiz::Question};

use crate::visitor::Visitor;

/// Something to practise: a course, or what one of its questions' tags names.
pub(crate) struct Topic {
    /// The course.
    pub(crate) course: String,
    /// The tag; none for all of the course.
    pub(crate) tag: Option<String>,
    /// How many questions there are.
    pub(crate) count: usize,
}

impl Topic {
    /// Its page.
    pub(crate) fn path(&self) -> String {
        path(&self.course, self.tag.as_deref())
    }

    /// Its title: of a tag that is a lesson's id, the lesson's; of another one, the tag itself.
    pub(crate) fn title(&self, visitor: &Visitor) -> String {
        title(visitor, &self.course, self.tag.as_deref())
    }
}

/// What there is to practise: each course, then its tags.
pub(crate) fn topics(visitor: &Visitor) -> Vec<Topic> {
    let mut counts: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    for quiz in visitor.library.quizzes.values() {
        for question in quiz.questions.iter().filter(|question| question.practice) {
            let tags = question.tags.iter().cloned().map(Some);
            for tag in std::iter::once(None).chain(tags) {
                *counts.entry((quiz.course.clone(), tag)).or_default() += 1;
            }
        }
    }
    let topics = counts.into_iter();
    topics
        .map(|((course, tag), count)| Topic { course, tag, count })
        .collect()
}

/// The questions of a topic with their quizzes, in the order this person has today.
pub(crate) fn questions<'v>(
    visitor: &'v Visitor,
    person: &str,
    course: &str,
    tag: Option<&str>,
) -> Vec<(&'v str, &'v Question)> {
    let quizzes = visitor
        .library
        .quizzes
        .values()
        .filter(|quiz| quiz.course == course);
    let all = quizzes.flat_map(|quiz| {
        quiz.questions
            .iter()
            .map(|question| (quiz.head.id.as_str(), question))
    });
    let wanted = |question: &Question| {
        question.practice && tag.is_none_or(|tag| question.tags.iter().any(|own| own == tag))
    };
    let mut questions: Vec<_> = all.filter(|(_, question)| wanted(question)).collect();
    let day = visitor.site.calendar.date(visitor.now);
    questions.sort_by_key(|(quiz, question)| {
        Hash::of_parts([
            person.as_bytes(),
            day.as_bytes(),
            quiz.as_bytes(),
            question.id.as_bytes(),
        ])
    });
    questions
}

/// The page of a topic.
pub(crate) fn path(course: &str, tag: Option<&str>) -> String {
    let query = tag.map(|tag| {
        let tag: String = form_urlencoded::byte_serialize(tag.as_bytes()).collect();
        format!("?tag={tag}")
    });
    format!("/practice/topics/{course}{}", query.unwrap_or_default())
}

/// The title of a topic.
pub(crate) fn title(visitor: &Visitor, course: &str, tag: Option<&str>) -> String {
    let (library, lang) = (&visitor.library, visitor.lang());
    let Some(tag) = tag else {
        let course = library.courses.get(course);
        return course.map_or_else(String::new, |course| course.head.title.get(&lang).to_owned());
    };
    let lesson = library.lessons.get(&format!("{course}/{tag}"));
    lesson.map_or_else(
        || tag.to_owned(),
        |lesson| lesson.head.title.get(&lang).to_owned(),
    )
}
