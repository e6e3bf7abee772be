use domain::{
    access::Access,
    content::{course, lesson},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::lesson_checks;

use super::{
    check::{self, Answered},
    lesson_foot::{Foot, foot},
};
use crate::{
    frame::{Page, page},
    learn::{self, Progress, before},
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// `/courses/{course}/{lesson}`
#[component]
pub(crate) fn Lesson() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let course = params.get("course").unwrap_or_default();
    let id = format!("{course}/{}", params.get("lesson").unwrap_or_default());
    page(move |visitor: Visitor| async move {
        if visitor.library.quizzes.contains_key(&id) {
            return Err(Refusal::Elsewhere(format!("/quizzes/{id}")));
        }
        let (person, progress) = super::reader(&visitor).await?;
        let library = visitor.library.clone();
        let course = library.courses.get(&course).ok_or(Refusal::NotFound)?;
        let lesson = library.lessons.get(&id).ok_or(Refusal::NotFound)?;
        if before(course, &progress, &id).is_some() {
            return Err(Refusal::Cannot(t!(visitor.texts, "lesson-in-order")));
        }
        let right = match visitor.session()?.learner() {
            Some(learner) if !lesson.checks.is_empty() => {
                lesson_checks::right(&visitor.site.store, &learner, &id).await?
            }
            _ => Default::default(),
        };
        // Trainers read lessons; learners also do them.
        let learns = visitor.has(Access::Learner);
        let wait = if learns {
            learn::waits(&visitor, &person, lesson)
        } else {
            0
        };
        let foot = foot(
            &visitor,
            course,
            &Foot {
                id: &id,
                lesson,
                done: progress.has(&id),
                answered: learn::is_answered(lesson, &right),
                wait,
                learns,
            },
        );
        let answered = Answered {
            person,
            right,
            learns,
        };
        let language = super::language_of(&visitor, &lesson.head);
        let title = lesson.head.title.get(&visitor.lang()).to_owned();
        let (done, all) = (progress.done(course), course.lessons.len());
        let body = view! {
            <progress class="lesson-line" value=done max=all.max(1)>
                {t!(visitor.texts, "note-lessons", done = done, of = all)}
            </progress>
            <div class="lesson">
                {outline(&visitor, course, &progress, &id)}
                <article>
                    {head(&visitor, course, lesson, &id)}
                    {super::untranslated(&visitor, &lesson.head)}
                    <div lang=language>{text(&visitor, lesson, &answered)}</div>
                    {foot}
                </article>
            </div>
        };
        Ok(Page::new(title, body))
    })
}

fn outline(visitor: &Visitor, course: &course::Course, progress: &Progress, current: &str) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let links: Vec<_> = super::lessons(&visitor.library, course)
        .map(|(id, lesson)| {
            let here = (id == current).then_some("page");
            let done = progress.has(&id).then(|| {
                view! { <span class="visually-hidden">{format!(" · {}", t!(texts, "lesson-done"))}</span> }
            });
            view! {
                <li>
                    <a href=format!("/courses/{id}") aria-current=here>
                        {lesson.head.title.get(&lang).to_owned()}
                        {done}
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <nav class="outline" aria-label=t!(texts, "course-outline")>
            <ol>{links}</ol>
        </nav>
    }
    .into_any()
}

fn head(visitor: &Visitor, course: &course::Course, lesson: &lesson::Lesson, id: &str) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let place = super::lessons(&visitor.library, course)
        .position(|(of, _)| of == id)
        .map_or(1, |place| place + 1);
    let rule = match lesson.complete {
        lesson::Complete::Read => t!(texts, "lesson-rule-read"),
        lesson::Complete::Checks => t!(texts, "lesson-rule-checks"),
        lesson::Complete::Time(seconds) => t!(texts, "lesson-rule-time", n = seconds.div_ceil(60)),
    };
    view! {
        <header class="lesson-head">
            <nav class="crumbs" aria-label=t!(texts, "crumbs")>
                <ol>
                    <li><a href="/courses">{t!(texts, "nav-learn")}</a></li>
                    <li><a href=format!("/courses/{}", course.head.id)>{course.head.title.get(&lang).to_owned()}</a></li>
                </ol>
            </nav>
            <h1>{lesson.head.title.get(&lang).to_owned()}</h1>
            <p class="facts">
                <span>{t!(texts, "lesson-place", n = place, of = course.lessons.len())}</span>
                {lesson.minutes.map(|n| view! { <span>{t!(texts, "about-minutes", n = n)}</span> })}
                <span>{rule}</span>
            </p>
        </header>
    }
    .into_any()
}

/// Prose and checks in turn.
fn text(visitor: &Visitor, lesson: &lesson::Lesson, answered: &Answered) -> Vec<AnyView> {
    let lang = visitor.lang();
    let mut pieces = Vec::new();
    for (place, prose) in lesson.prose.iter().enumerate() {
        let html = prose.get(&lang).to_owned();
        if !html.is_empty() {
            pieces.push(view! { <div class="prose" inner_html=html></div> }.into_any());
        }
        if let Some(question) = lesson.checks.get(place) {
            pieces.push(check::check(visitor, lesson, question, answered));
        }
    }
    pieces
}
