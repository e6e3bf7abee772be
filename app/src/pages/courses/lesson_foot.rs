use domain::content::{
    course,
    lesson::{Complete, Lesson},
};
use leptos::prelude::*;

use crate::{
    actions::CompleteLesson,
    forms::{Form, action},
    learn::Standing,
    t,
    visitor::Visitor,
};

/// The id and the title of a lesson.
type Named = (String, String);

/// What unlocks the next lesson; previous, done, next.
pub(super) fn foot(
    visitor: &Visitor,
    course: &course::Course,
    lesson: &Lesson,
    standing: &Standing,
) -> AnyView {
    let texts = visitor.texts;
    let lessons: Vec<_> = super::lessons(&visitor.library, course).collect();
    let place = lessons.iter().position(|(id, _)| *id == lesson.head.id);
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
    let unlocks = next
        .as_ref()
        .filter(|_| course.sequential && standing.learns && !standing.done)
        .map(|(_, title)| t!(texts, "lesson-unlocks", title = title.clone()));
    view! {
        {unlocks.map(|words| view! { <p class="lesson-unlocks" id="lesson-unlocks">{words}</p> })}
        <div class="foot-bar" id="lesson-foot">
            {previous}
            <div class="actions">{forward(visitor, lesson, standing, next)}</div>
        </div>
    }
    .into_any()
}

fn forward(visitor: &Visitor, lesson: &Lesson, standing: &Standing, next: Option<Named>) -> AnyView {
    if standing.learns && !standing.done {
        return finish(visitor, lesson, standing, next.is_some());
    }
    let texts = visitor.texts;
    match next {
        Some((id, title)) => view! {
            <a class="button next" href=format!("/courses/{id}")>
                <small>{t!(texts, "lesson-next")}</small>
                {title}
            </a>
        }
        .into_any(),
        None => {
            view! { <a class="button" href=format!("/courses/{}", lesson.course)>{t!(texts, "lesson-to-course")}</a> }
                .into_any()
        }
    }
}

/// How far it is to being done, and the button for it. Waiting is the reader's own affair: the button is there, and
/// says why when it is too early.
fn finish(visitor: &Visitor, lesson: &Lesson, standing: &Standing, leads_on: bool) -> AnyView {
    let texts = visitor.texts;
    if lesson.complete == Complete::Checks && standing.checks_left > 0 {
        return view! { <p class="foot-note">{t!(texts, "lesson-checks-more", n = standing.checks_left)}</p> }
            .into_any();
    }
    let words = if leads_on {
        t!(texts, "lesson-finish-next")
    } else {
        t!(texts, "lesson-finish")
    };
    let wait = u32::try_from(standing.wait).ok().filter(|wait| *wait > 0);
    let wait = wait.map(|seconds| {
        let now = seconds.div_ceil(60);
        let minutes = |n: u32| t!(texts, "lesson-wait", n = n);
        let lines: Vec<_> = (1..=now).map(minutes).collect();
        view! {
            <p
                class="foot-note"
                id="lesson-wait"
                role="status"
                data-left=seconds
                data-minutes=lines.join("\n")
                data-over=t!(texts, "lesson-wait-over")
            >
                {minutes(now)}
            </p>
        }
    });
    let id = lesson.head.id.clone();
    view! {
        {wait}
        <Form action={action::<CompleteLesson>()}>
            <input type="hidden" name="lesson" value=id />
            <button class="button">{words}</button>
        </Form>
    }
    .into_any()
}
