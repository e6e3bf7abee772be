use domain::content::{
    course,
    lesson::{Complete, Lesson},
};
use leptos::prelude::*;

use crate::{frame::crumbs, learn::Standing, t, ui::CrumbTrail, visitor::Visitor};

/// Where one is, what it is called, how long it takes and when it is done.
pub(super) fn head(
    visitor: &Visitor,
    course: &course::Course,
    lesson: &Lesson,
    standing: &Standing,
) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let place = super::lessons(&visitor.library, course)
        .position(|(of, _)| of == lesson.head.id)
        .map_or(1, |place| place + 1);
    let above = format!("/courses/{}", course.head.id);
    let back = crumbs(
        texts,
        [
            ("/courses", t!(texts, "nav-learn")),
            (&above, course.head.title.get(&lang).to_owned()),
        ],
    );
    view! {
        <header class="lesson-head">
            <CrumbTrail crumbs=back />
            <h1>{lesson.head.title.get(&lang).to_owned()}</h1>
            <p class="facts">
                <span>{t!(texts, "lesson-place", n = place, of = course.lessons.len())}</span>
                <span>{t!(texts, "about-minutes", n = lesson.minutes(&lang))}</span>
                <span id="lesson-rule">{rule(visitor, lesson, standing)}</span>
            </p>
        </header>
    }
    .into_any()
}

/// When the lesson counts as done, and how far one is from that.
fn rule(visitor: &Visitor, lesson: &Lesson, standing: &Standing) -> String {
    let texts = visitor.texts;
    if standing.done {
        return t!(texts, "lesson-done");
    }
    match lesson.complete {
        Complete::Read => t!(texts, "lesson-rule-read"),
        Complete::Checks if standing.learns && standing.checks_left < lesson.checks.len() => {
            t!(texts, "lesson-checks-more", n = standing.checks_left)
        }
        Complete::Checks => t!(texts, "lesson-rule-checks", n = lesson.checks.len()),
        Complete::Time(seconds) => t!(texts, "lesson-rule-time", n = seconds.div_ceil(60)),
    }
}

/// The way back to where one stopped reading; nothing when that was the beginning, or is gone.
pub(super) fn resume(visitor: &Visitor, lesson: &Lesson, place: &str) -> Option<AnyView> {
    let mut parts = lesson.layout(&visitor.lang()).parts.iter().skip(1);
    let part = parts.find(|part| part.id == place)?;
    let words = t!(visitor.texts, "lesson-resume", part = part.title.clone());
    Some(view! { <p class="resume"><a href=format!("#{}", part.id)>{words}</a></p> }.into_any())
}
