use std::collections::BTreeSet;

use domain::content::{course, requirement::Requirement};
use leptos::prelude::*;

use crate::{
    frame::{Page, page},
    gate_view,
    learn::Progress,
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// `/courses`
#[component]
pub(crate) fn Courses() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let (person, progress) = super::reader(&visitor).await?;
        let texts = visitor.texts;
        let reports = gate_view::reports(&visitor, &person).await?;
        let required: BTreeSet<&str> = reports
            .iter()
            .flat_map(|report| &report.items)
            .filter(|item| matches!(item.requirement, Requirement::Course { .. }))
            .map(|item| item.id.as_str())
            .collect();
        let (own, others): (Vec<_>, Vec<_>) = visitor
            .library
            .courses
            .values()
            .partition(|course| required.contains(course.head.id.as_str()));
        let nothing = own.is_empty() && others.is_empty();
        let body = view! {
            <PageHead title=t!(texts, "nav-learn") lead=t!(texts, "courses-lead") />
            {(!own.is_empty()).then(|| section(&visitor, t!(texts, "courses-own"), &own, &progress))}
            {(!others.is_empty()).then(|| section(&visitor, t!(texts, "courses-other"), &others, &progress))}
            {nothing
                .then(|| {
                    view! {
                        <Empty title=t!(texts, "courses-none") hint=t!(texts, "courses-none-hint") />
                    }
                })}
        };
        Ok(Page::new(t!(texts, "nav-learn"), body))
    })
}

fn section(visitor: &Visitor, title: String, courses: &[&course::Course], progress: &Progress) -> AnyView {
    let cards: Vec<_> = courses
        .iter()
        .map(|course| card(visitor, course, progress))
        .collect();
    view! {
        <section class="section">
            <h2>{title}</h2>
            <ul class="cards">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(visitor: &Visitor, course: &course::Course, progress: &Progress) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let (done, all) = (progress.done(course), course.lessons.len());
    let summary = course.summary.as_ref().map(|text| text.get(&lang).to_owned());
    let facts = [
        Some(t!(texts, "course-lessons", n = all)),
        super::duration(visitor, course),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    view! {
        <li class="card" lang=super::language_of(visitor, &course.head)>
            <h3 class="card-title">
                <a href=format!("/courses/{}", course.head.id)>{course.head.title.get(&lang).to_owned()}</a>
            </h3>
            {summary.map(|summary| view! { <p>{summary}</p> })}
            <p class="muted">{facts.join(" · ")}</p>
            <div class="progress-line">
                <p>
                    <span>{t!(texts, "course-progress")}</span>
                    <span>{format!("{done} / {all}")}</span>
                </p>
                <progress class="thin" value=done max=all.max(1)>
                    {t!(texts, "note-lessons", done = done, of = all)}
                </progress>
            </div>
        </li>
    }
    .into_any()
}
