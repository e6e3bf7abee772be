use domain::content::{
    course,
    lesson::{Complete, Lesson},
};
use leptos::prelude::*;

use crate::{
    actions::CompleteLesson,
    forms::{Form, action},
    t,
    visitor::Visitor,
};

/// What the foot of a lesson depends on.
pub(super) struct Foot<'a> {
    /// `course/lesson`.
    pub(super) id: &'a str,
    /// The lesson.
    pub(super) lesson: &'a Lesson,
    /// Whether it is done.
    pub(super) done: bool,
    /// Whether all its checks were answered right.
    pub(super) answered: bool,
    /// Seconds before it can be done.
    pub(super) wait: i64,
    /// Whether the reader does lessons rather than only reads them.
    pub(super) learns: bool,
}

/// Previous, done, next.
pub(super) fn foot(visitor: &Visitor, course: &course::Course, foot: &Foot<'_>) -> AnyView {
    let texts = visitor.texts;
    let lessons: Vec<_> = super::lessons(&visitor.library, course).collect();
    let place = lessons.iter().position(|(id, _)| id == foot.id);
    let named = |place: usize| {
        let (id, lesson) = lessons.get(place)?;
        Some((id.clone(), lesson.head.title.get(&visitor.lang()).to_owned()))
    };
    let previous = place.and_then(|place| named(place.checked_sub(1)?));
    let next = place.and_then(|place| named(place + 1));
    let previous = previous.map(|(id, title)| {
        view! {
            <a class="button bare prev" href=format!("/courses/{id}")>
                <small>{t!(texts, "lesson-previous")}</small>
                {title}
            </a>
        }
    });
    view! {
        <div class="foot-bar">
            {previous}
            <div class="actions">{forward(visitor, foot, next)}</div>
        </div>
    }
    .into_any()
}

fn forward(visitor: &Visitor, foot: &Foot<'_>, next: Option<(String, String)>) -> AnyView {
    let texts = visitor.texts;
    if foot.learns && !foot.done {
        let blocked = match foot.lesson.complete {
            Complete::Checks if !foot.answered => Some(t!(texts, "lesson-checks-left")),
            _ if foot.wait > 0 => Some(t!(texts, "lesson-wait", n = (foot.wait + 59) / 60)),
            _ => None,
        };
        let words = if next.is_some() {
            t!(texts, "lesson-finish-next")
        } else {
            t!(texts, "lesson-finish")
        };
        // Waiting is the reader's own affair: the button is there, and says why when it is too early.
        let by_checks = foot.lesson.complete == Complete::Checks && !foot.answered;
        let id = foot.id.to_owned();
        return view! {
            {blocked.map(|why| view! { <p class="foot-note">{why}</p> })}
            {(!by_checks)
                .then(|| {
                    view! {
                        <Form action={action::<CompleteLesson>()}>
                            <input type="hidden" name="lesson" value=id />
                            <button class="button">{words}</button>
                        </Form>
                    }
                })}
        }
        .into_any();
    }
    match next {
        Some((id, title)) => view! {
            <a class="button next" href=format!("/courses/{id}")>
                <small>{t!(texts, "lesson-next")}</small>
                {title}
            </a>
        }
        .into_any(),
        None => view! {
            <a class="button" href=format!("/courses/{}", foot.lesson.course)>{t!(texts, "lesson-to-course")}</a>
        }
        .into_any(),
    }
}
