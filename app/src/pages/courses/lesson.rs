use domain::{access::Access, content::lesson};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{lesson_checks, lesson_places};

use super::{
    check::{self, Answered},
    lesson_foot::foot,
    lesson_head::{head, resume},
    lesson_outline::Outline,
    lesson_terms::terms,
};
use crate::{
    frame::{Page, page},
    islands::LessonReader,
    learn::{self, Standing, before, in_order},
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
        if let Some(first) = before(course, &progress, &id) {
            return Err(Refusal::Cannot(in_order(&visitor, &first)));
        }
        let learner = visitor.session()?.learner();
        let right = match &learner {
            Some(learner) if !lesson.checks.is_empty() => {
                lesson_checks::right(&visitor.site.store, learner, &id).await?
            }
            _ => Default::default(),
        };
        let place = match &learner {
            Some(learner) => lesson_places::of(&visitor.site.store, learner, &id).await?,
            None => None,
        };
        // Trainers read lessons; learners also do them.
        let learns = visitor.has(Access::Learner);
        let standing = Standing {
            learns,
            done: progress.has(&id),
            checks_left: learn::checks_left(lesson, &right),
            wait: if learns {
                learn::waits(&visitor, &person, lesson)
            } else {
                0
            },
        };
        let answered = Answered {
            person,
            right,
            learns,
        };
        let language = super::language_of(&visitor, &lesson.head);
        let title = lesson.head.title.get(&visitor.lang()).to_owned();
        let (done, all) = (progress.done(course), course.lessons.len());
        let unsent = t!(visitor.texts, "check-unsent");
        let outline = Outline::of(&visitor, course, &progress, lesson);
        let body = view! {
            <progress class="lesson-line" id="lesson-line" value=done max=all.max(1)>
                {t!(visitor.texts, "note-lessons", done = done, of = all)}
            </progress>
            <div class="lesson" id="lesson" data-lesson=id data-keeps=learner.map(|_| "")>
                {outline.in_margin()}
                <article>
                    {head(&visitor, course, lesson, &standing)}
                    {outline.folded()}
                    {super::untranslated(&visitor, &lesson.head)}
                    {place.and_then(|place| resume(&visitor, lesson, &place))}
                    <div lang=language.clone()>{text(&visitor, lesson, &answered)}</div>
                    {terms(&visitor, lesson, language)}
                    {foot(&visitor, course, lesson, &standing)}
                </article>
            </div>
            <p class="visually-hidden" id="lesson-said" role="status" data-unsent=unsent></p>
            <LessonReader />
        };
        Ok(Page::new(title, body))
    })
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
