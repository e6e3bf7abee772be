use domain::quiz::Quiz;
use leptos::prelude::*;
use store::attempts::Totals;

use crate::{
    frame::{Page, page},
    refusal::Refusal,
    reports::may_read,
    t,
    ui::{Column, Empty, PageHead, Row, Table},
    visitor::Visitor,
};

/// `/reports`: there is one kind of report so far.
#[component]
pub(crate) fn Reports() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        may_read(&visitor)?;
        Err(Refusal::Elsewhere("/reports/quizzes".to_owned()))
    })
}

/// `/reports/quizzes`: every quiz with how many took it and passed.
#[component]
pub(crate) fn QuizReports() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let reader = may_read(&visitor)?;
        let totals = reader.totals(&visitor).await?;
        let texts = visitor.texts;
        let of = |quiz: &Quiz| totals.iter().find(|totals| totals.quiz == quiz.head.id);
        let rows: Vec<_> = visitor
            .library
            .quizzes
            .values()
            .map(|quiz| row(&visitor, quiz, of(quiz)))
            .collect();
        let list = if rows.is_empty() {
            let (title, hint) = (t!(texts, "reports-none"), t!(texts, "reports-none-hint"));
            view! { <Empty title hint /> }.into_any()
        } else {
            let columns = vec![
                Column::words(t!(texts, "report-quiz")),
                Column::number(t!(texts, "report-attempts")),
                Column::number(t!(texts, "report-people")),
                Column::number(t!(texts, "report-passed-people")),
                Column::number(t!(texts, "report-pending")),
                Column::words(t!(texts, "report-last")),
            ];
            view! {
                <Table label=t!(texts, "reports-quizzes") columns rows />
            }
            .into_any()
        };
        let scenarios = reader.sees_questions().then(|| scenarios(&visitor));
        let title = t!(texts, "reports-quizzes");
        let body = view! {
            <PageHead title=title.clone() lead=t!(texts, "reports-lead") />
            {list}
            {scenarios}
        };
        Ok(Page::new(title, body))
    })
}

fn row(visitor: &Visitor, quiz: &Quiz, totals: Option<&Totals>) -> Row {
    let count = |of: fn(&Totals) -> i64| totals.map_or(0, of);
    let last = totals.map(|totals| visitor.site.calendar.date(totals.last));
    let path = format!("/reports/quizzes/{}", quiz.head.id);
    let title = quiz.head.title.get(&visitor.lang()).to_owned();
    Row::new([
        view! { <a href=path>{title}</a> }.into_any(),
        count(|totals| totals.attempts).into_any(),
        count(|totals| totals.people).into_any(),
        count(|totals| totals.passed).into_any(),
        count(|totals| totals.pending).into_any(),
        last.unwrap_or_else(|| "–".to_owned()).into_any(),
    ])
}

/// The role-plays, each with a report of its own.
fn scenarios(visitor: &Visitor) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let rows: Vec<_> = visitor
        .library
        .scenarios
        .values()
        .map(|scenario| {
            let path = format!("/reports/scenarios/{}", scenario.head.id);
            view! {
                <li class="row">
                    <div class="row-main">
                        <a class="row-title" href=path>{scenario.head.title.get(&lang).to_owned()}</a>
                    </div>
                </li>
            }
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <h2>{t!(texts, "traffic-title")}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
