use domain::content::course;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    frame::{Page, crumbs, page},
    learn::{Progress, before, in_order},
    refusal::Refusal,
    t,
    ui::{PageHead, StateShape},
    visitor::Visitor,
};

/// `/courses/{course}`
#[component]
pub(crate) fn Course() -> impl IntoView {
    let id = use_params_map().get_untracked().get("course").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let (_, progress) = super::reader(&visitor).await?;
        let course = visitor.library.courses.get(&id).ok_or(Refusal::NotFound)?;
        let (texts, lang) = (visitor.texts, visitor.lang());
        let title = course.head.title.get(&lang).to_owned();
        let summary = course.summary.as_ref().map(|text| text.get(&lang).to_owned());
        let (done, all) = (progress.done(course), course.lessons.len());
        let intro = course.body.get(&lang).to_owned();
        let language = super::language_of(&visitor, &course.head);
        let go_on = go_on(&visitor, course, &progress);
        let back = crumbs(texts, [("/courses", t!(texts, "nav-learn"))]);
        let body = view! {
            <PageHead title=title.clone() crumbs=back lead=summary>
                {go_on}
            </PageHead>
            {super::untranslated(&visitor, &course.head)}
            <div class="progress-line">
                <p>
                    <span>{t!(texts, "course-progress")}</span>
                    <span>{t!(texts, "note-lessons", done = done, of = all)}</span>
                </p>
                <progress value=done max=all.max(1)>{format!("{done} / {all}")}</progress>
            </div>
            {(!intro.is_empty()).then(|| view! { <div class="prose section" lang=language inner_html=intro></div> })}
            <section class="section">
                <h2>{t!(texts, "course-outline")}</h2>
                <ol class="rows">{lesson_rows(&visitor, course, &progress)}</ol>
            </section>
            {quizzes(&visitor, &id)}
        };
        Ok(Page::new(title, body))
    })
}

/// The page's main action: the first lesson that is not done.
fn go_on(visitor: &Visitor, course: &course::Course, progress: &Progress) -> Option<AnyView> {
    let texts = visitor.texts;
    let next = progress.first_open(course)?;
    let words = if progress.done(course) == 0 {
        t!(texts, "course-start")
    } else {
        t!(texts, "course-continue")
    };
    Some(view! { <a class="button" href=format!("/courses/{next}")>{words}</a> }.into_any())
}

fn lesson_rows(visitor: &Visitor, course: &course::Course, progress: &Progress) -> Vec<AnyView> {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let rows = super::lessons(&visitor.library, course).map(|(id, lesson)| {
        let done = progress.has(&id);
        let first = before(course, progress, &id);
        let title = lesson.head.title.get(&lang).to_owned();
        let minutes = t!(texts, "about-minutes", n = lesson.minutes(&lang));
        let state = if done { "met" } else { "missing" };
        let word = if done {
            t!(texts, "lesson-done")
        } else {
            t!(texts, "lesson-open")
        };
        view! {
            <li class="row" data-done=done data-state=state>
                <StateShape state />
                <div class="row-main">
                    {if let Some(first) = first {
                        view! {
                            <span class="row-title">{title}</span>
                            <span class="row-note">{in_order(visitor, &first)}</span>
                        }
                            .into_any()
                    } else {
                        view! {
                            <a class="row-title" href=format!("/courses/{id}")>{title}</a>
                            <span class="row-note">{minutes}</span>
                        }
                            .into_any()
                    }}
                </div>
                <div class="row-end"><span class="state">{word}</span></div>
            </li>
        }
        .into_any()
    });
    rows.collect()
}

fn quizzes(visitor: &Visitor, course: &str) -> Option<AnyView> {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let rows: Vec<_> = visitor
        .library
        .quizzes
        .values()
        .filter(|quiz| quiz.course == course)
        .map(|quiz| {
            view! {
                <li class="row">
                    <div class="row-main">
                        <a class="row-title" href=format!("/quizzes/{}", quiz.head.id)>
                            {quiz.head.title.get(&lang).to_owned()}
                        </a>
                        {quiz
                            .summary
                            .as_ref()
                            .map(|text| view! { <span class="row-note">{text.get(&lang).to_owned()}</span> })}
                    </div>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t!(texts, "course-quiz")}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}
