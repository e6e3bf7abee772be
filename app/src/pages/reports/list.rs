use domain::quiz::Quiz;
use leptos::prelude::*;
use store::attempts::Totals;

use crate::{
    frame::{Page, page},
    refusal::Refusal,
    reports::may_read,
    t,
    ui::{Empty, PageHead},
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
        let totals = may_read(&visitor)?.totals(&visitor).await?;
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
            view! {
                <div class="table-scroll" role="region" tabindex="0" aria-label=t!(texts, "reports-quizzes")>
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{t!(texts, "report-quiz")}</th>
                                <th scope="col" class="num">{t!(texts, "report-attempts")}</th>
                                <th scope="col" class="num">{t!(texts, "report-people")}</th>
                                <th scope="col" class="num">{t!(texts, "report-passed-people")}</th>
                                <th scope="col" class="num">{t!(texts, "report-pending")}</th>
                                <th scope="col">{t!(texts, "report-last")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
            .into_any()
        };
        let title = t!(texts, "reports-quizzes");
        let body = view! {
            <PageHead title=title.clone() lead=t!(texts, "reports-lead") />
            {list}
        };
        Ok(Page::new(title, body))
    })
}

fn row(visitor: &Visitor, quiz: &Quiz, totals: Option<&Totals>) -> AnyView {
    let count = |of: fn(&Totals) -> i64| totals.map_or(0, of);
    let last = totals.map(|totals| visitor.site.calendar.date(totals.last));
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/reports/quizzes/{}", quiz.head.id)>{quiz.head.title.get(&visitor.lang()).to_owned()}</a>
            </th>
            <td class="num">{count(|totals| totals.attempts)}</td>
            <td class="num">{count(|totals| totals.people)}</td>
            <td class="num">{count(|totals| totals.passed)}</td>
            <td class="num">{count(|totals| totals.pending)}</td>
            <td>{last.unwrap_or_else(|| "–".to_owned())}</td>
        </tr>
    }
    .into_any()
}
