use domain::quiz::statistics::{LEAST, Statistics, Whole};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    chart::distribution,
    questions::{look, table},
};
use crate::{
    frame::{Page, crumbs, page},
    reports::{QuizReport, length, may_read, share},
    t,
    texts::Texts,
    ui::PageHead,
    visitor::Visitor,
};

/// `/reports/quizzes/COURSE/QUIZ`: how a quiz went, and which of its questions should be looked at.
#[component]
pub(crate) fn QuizReportPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let part = |name| params.get(name).unwrap_or_default();
    let id = format!("{}/{}", part("course"), part("quiz"));
    page(move |visitor: Visitor| async move {
        let reader = may_read(&visitor)?;
        let report = QuizReport::of(&visitor, &reader, &id).await?;
        let texts = visitor.texts;
        let title = report.quiz.head.title.get(&visitor.lang()).to_owned();
        let whole = match &report.statistics.whole {
            Some(whole) => as_a_whole(&visitor, &report, whole),
            None => few(texts, report.statistics.finished),
        };
        let questions = reader.sees_questions().then(|| {
            view! {
                {look(&visitor, &report)}
                {table(&visitor, &report)}
            }
        });
        let csv = reader.sees_questions().then(|| {
            let path = format!("/reports/quizzes/{id}/statistics.csv");
            view! { <a class="button" href=path download="">{t!(texts, "report-csv")}</a> }
        });
        let regrade = reader.sees_questions().then(|| {
            let path = format!("/reports/quizzes/{id}/regrade");
            view! {
                <p class="section">
                    <a href=path>{t!(texts, "regrade-link")}</a>
                </p>
            }
        });
        let back = crumbs(texts, [("/reports/quizzes", t!(texts, "reports-quizzes"))]);
        let body = view! {
            <PageHead title=title.clone() crumbs=back lead=t!(texts, "report-first-only")>
                {csv}
            </PageHead>
            {figures(texts, &report.statistics)}
            {whole}
            {questions}
            {regrade}
            {explained(texts)}
        };
        Ok(Page::new(title, body))
    })
}

/// The quiz in a few numbers.
fn figures(texts: Texts, statistics: &Statistics) -> AnyView {
    let whole = statistics.whole.as_ref().map(|whole| {
        let passed = t!(texts, "report-percent", n = whole.pass_rate.rounded());
        let of = format!(" {} / {}", whole.passed, statistics.finished);
        view! {
            <div>
                <dt>{t!(texts, "report-pass-rate")}</dt>
                <dd>{passed} <small>{of}</small></dd>
            </div>
            <div>
                <dt>{t!(texts, "report-mean")}</dt>
                <dd>{t!(texts, "quiz-score", n = whole.mean.rounded())}</dd>
            </div>
            <div>
                <dt>{t!(texts, "report-median-time")}</dt>
                <dd>{length(texts, whole.median_seconds)}</dd>
            </div>
        }
    });
    let pending = statistics.sittings - statistics.finished;
    let pending = (pending > 0).then(|| {
        view! {
            <div>
                <dt>{t!(texts, "report-pending")}</dt>
                <dd>{pending}</dd>
            </div>
        }
    });
    view! {
        <dl class="stats">
            <div>
                <dt>{t!(texts, "report-sittings")}</dt>
                <dd>{statistics.sittings}</dd>
            </div>
            {whole}
            {pending}
        </dl>
    }
    .into_any()
}

/// Too few to say anything.
fn few(texts: Texts, finished: usize) -> AnyView {
    view! {
        <div class="notice section" data-kind="info">
            <p class="notice-title">{t!(texts, "report-few", n = finished, least = LEAST)}</p>
            <p>{t!(texts, "report-few-why")}</p>
        </div>
    }
    .into_any()
}

/// The scores, as a chart and as a table.
fn as_a_whole(visitor: &Visitor, report: &QuizReport, whole: &Whole) -> AnyView {
    let texts = visitor.texts;
    let rows = whole.distribution.iter().enumerate().map(|(bar, count)| {
        let (from, to) = (bar * 10, if bar == 9 { 100 } else { bar * 10 + 9 });
        let percent = t!(
            texts,
            "report-percent",
            n = share(*count, report.statistics.finished)
        );
        view! {
            <tr>
                <th scope="row">{format!("{from}–{to}")}</th>
                <td class="num">{*count}</td>
                <td class="num">{percent}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="section" aria-labelledby="scores">
            <h2 id="scores">{t!(texts, "report-scores")}</h2>
            <div class="columns" data-columns="even">
                {distribution(texts, whole, report.quiz.pass)}
                <table class="table">
                    <caption class="visually-hidden">{t!(texts, "report-scores")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(texts, "report-score")}</th>
                            <th scope="col" class="num">{t!(texts, "report-people")}</th>
                            <th scope="col" class="num">{t!(texts, "report-share")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// What the numbers mean.
fn explained(texts: Texts) -> AnyView {
    view! {
        <details class="fold section">
            <summary>{t!(texts, "report-explained")}</summary>
            <dl class="particulars">
                <dt>{t!(texts, "report-facility")}</dt>
                <dd>{t!(texts, "report-facility-means")}</dd>
                <dt>{t!(texts, "report-discrimination")}</dt>
                <dd>{t!(texts, "report-discrimination-means")}</dd>
                <dt>{t!(texts, "report-pull")}</dt>
                <dd>{t!(texts, "report-pull-means")}</dd>
                <dt>{t!(texts, "report-least")}</dt>
                <dd>{t!(texts, "report-least-means", least = LEAST)}</dd>
            </dl>
        </details>
    }
    .into_any()
}
