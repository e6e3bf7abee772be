use domain::content::{course, lesson::Lesson};
use leptos::prelude::*;

use crate::{
    learn::{Progress, before},
    t,
    visitor::Visitor,
};

/// The lessons of the course and the headings of this one: in the margin, and where there is none, folded above the text.
pub(super) struct Outline {
    words: String,
    /// Drawn once for both.
    list: String,
}

impl Outline {
    pub(super) fn of(
        visitor: &Visitor,
        course: &course::Course,
        progress: &Progress,
        lesson: &Lesson,
    ) -> Self {
        Self {
            words: t!(visitor.texts, "course-outline"),
            list: list(visitor, course, progress, lesson).to_html(),
        }
    }

    pub(super) fn in_margin(&self) -> AnyView {
        let (words, list) = (self.words.clone(), self.list.clone());
        view! { <nav class="outline" id="lesson-outline" aria-label=words inner_html=list></nav> }.into_any()
    }

    pub(super) fn folded(self) -> AnyView {
        view! {
            <details class="fold outline-fold">
                <summary>{self.words.clone()}</summary>
                <nav
                    class="outline-list"
                    id="lesson-outline-folded"
                    aria-label=self.words
                    inner_html=self.list
                ></nav>
            </details>
        }
        .into_any()
    }
}

fn list(visitor: &Visitor, course: &course::Course, progress: &Progress, current: &Lesson) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let (done, all) = (progress.done(course), course.lessons.len());
    let rows: Vec<_> = super::lessons(&visitor.library, course)
        .map(|(id, lesson)| {
            let title = lesson.head.title.get(&lang).to_owned();
            let here = id == current.head.id;
            let done = progress.has(&id);
            let word = if done {
                t!(texts, "lesson-done")
            } else {
                t!(texts, "lesson-open")
            };
            let word = view! { <span class="visually-hidden">{format!(" · {word}")}</span> };
            let line = if before(course, progress, &id).is_some() {
                view! { <span class="outline-locked">{title}{word}</span> }.into_any()
            } else {
                let page = here.then_some("page");
                view! {
                    <a href=format!("/courses/{id}") aria-current=page>
                        {title}
                        {word}
                    </a>
                }
                .into_any()
            };
            view! {
                <li data-done=done>
                    {line}
                    {here.then(|| parts(visitor, current))}
                </li>
            }
        })
        .collect();
    view! {
        <p class="outline-progress">{t!(texts, "note-lessons", done = done, of = all)}</p>
        <ol>{rows}</ol>
    }
    .into_any()
}

/// The headings of the lesson.
fn parts(visitor: &Visitor, lesson: &Lesson) -> Option<AnyView> {
    let parts = &lesson.layout(&visitor.lang()).parts;
    let row = |part: &domain::content::layout::Part| {
        view! {
            <li data-below=part.below>
                <a href=format!("#{}", part.id)>{part.title.clone()}</a>
            </li>
        }
    };
    let rows: Vec<_> = parts.iter().map(row).collect();
    (!rows.is_empty()).then(|| view! { <ol class="outline-parts">{rows}</ol> }.into_any())
}
