use domain::{
    calibration::{Agreement, FEWEST, NoFigures},
    content::excerpt,
    score::Milli,
};
use leptos::prelude::*;
use store::calibrations::{Calibration, Rater};

use crate::{
    calibration::{Figures, Task, figures},
    t,
    texts::Texts,
    ui::{Column, Row, Table},
};

/// How much of an answer stands in the table, in narrow characters.
const SHOWN: usize = 120;

/// So many levels apart two ratings are worth talking about: the gap that calls a third rater.
const FAR: u32 = 2;

/// What everybody gave who rated everything, and how far they agree.
pub(super) fn results(texts: Texts, calibration: &Calibration, task: &Task) -> AnyView {
    let names: Vec<_> = calibration
        .raters
        .iter()
        .map(|rater| rater.name.clone())
        .collect();
    let who = if names.is_empty() {
        t!(texts, "calibration-done-by-nobody")
    } else {
        let names = names.join(texts.get("list-comma").as_str());
        t!(texts, "calibration-done-by", names = names)
    };
    let sections: Vec<_> = figures(calibration, task)
        .iter()
        .enumerate()
        .map(|(at, figures)| {
            (
                section(texts, calibration, at, figures),
                figures.agreement.is_ok(),
            )
        })
        .collect();
    let has_figures = sections.iter().any(|(_, has_figures)| *has_figures);
    let hint = has_figures.then(|| view! { <p class="muted">{t!(texts, "calibration-icc-hint")}</p> });
    let sections: Vec<_> = sections.into_iter().map(|(section, _)| section).collect();
    view! {
        <p class="muted">{who}</p>
        {hint}
        {sections}
    }
    .into_any()
}

fn section(texts: Texts, calibration: &Calibration, criterion: usize, figures: &Figures) -> AnyView {
    let told = match &figures.agreement {
        Ok(agreement) => told(texts, &figures.title, agreement, &calibration.raters),
        Err(NoFigures::TooFewItems { items }) => {
            let words = t!(texts, "calibration-few-items", n = *items, least = FEWEST);
            view! { <p>{words}</p> }.into_any()
        }
        Err(NoFigures::TooFewRaters | NoFigures::Incomplete) => {
            view! { <p>{t!(texts, "calibration-few-raters")}</p> }.into_any()
        }
    };
    view! {
        <section class="section">
            <h2>{figures.title.clone()}</h2>
            {told}
            {table(texts, &figures.title, calibration, criterion)}
        </section>
    }
    .into_any()
}

fn told(texts: Texts, title: &str, agreement: &Agreement, raters: &[Rater]) -> AnyView {
    let label = labelled(title, t!(texts, "calibration-pairs"));
    let percent = |share: Milli| t!(texts, "report-percent", n = share.rounded());
    let figure = |figure: Option<Milli>| figure.map_or_else(|| t!(texts, "calibration-undefined"), decimals);
    let name = |at: usize| raters.get(at).map_or("", |rater| &rater.name).to_owned();
    let rows = agreement.kappas.iter().map(|(one, other, kappa)| {
        let with = t!(texts, "calibration-with", one = name(*one), other = name(*other));
        Row::new([with.into_any(), figure(*kappa).into_any()])
    });
    let rows = rows.collect();
    let columns = vec![
        Column::words(t!(texts, "calibration-pair")),
        Column::number(t!(texts, "calibration-kappa")),
    ];
    view! {
        <dl class="particulars">
            <dt>{t!(texts, "calibration-exact")}</dt>
            <dd>{percent(agreement.exact)}</dd>
            <dt>{t!(texts, "calibration-within")}</dt>
            <dd>{percent(agreement.within_one)}</dd>
            <dt>{t!(texts, "calibration-icc")}</dt>
            <dd>{figure(agreement.icc)}</dd>
        </dl>
        <section class="section">
            <h3>{t!(texts, "calibration-pairs")}</h3>
            <Table label columns rows />
        </section>
    }
    .into_any()
}

/// Three decimals, as such figures are written.
fn decimals(figure: Milli) -> String {
    let sign = if figure.0 < 0 { "−" } else { "" };
    let figure = figure.0.abs();
    format!("{sign}{}.{:03}", figure / 1000, figure % 1000)
}

/// What a table holds and of which criterion: each has tables of its own.
fn labelled(title: &str, table: String) -> String {
    format!("{title} · {table}")
}

fn table(texts: Texts, title: &str, calibration: &Calibration, criterion: usize) -> AnyView {
    let label = labelled(title, t!(texts, "calibration-table"));
    if calibration.raters.is_empty() {
        return ().into_any();
    }
    let mut columns = vec![
        Column::words(t!(texts, "calibration-number")),
        Column::words(t!(texts, "calibration-answer")),
    ];
    columns.extend(
        calibration
            .raters
            .iter()
            .map(|rater| Column::number(rater.name.clone())),
    );
    let rows = calibration.items.iter().enumerate().map(|(at, item)| {
        let levels: Vec<u32> = calibration
            .raters
            .iter()
            .filter_map(|rater| rater.levels.get(at)?.get(criterion).copied())
            .collect();
        let apart = levels.iter().max().zip(levels.iter().min());
        let far = apart.filter(|(most, least)| *most - *least >= FAR).map(|_| {
            view! { <br /><span class="chip" data-tone="amber">{t!(texts, "calibration-far")}</span> }
        });
        let number = (at + 1).into_any();
        let answer = view! { {excerpt(&domain::content::html::escape(&item.text), SHOWN)} {far} };
        let cells = levels.into_iter().map(IntoAny::into_any);
        Row::new([number, answer.into_any()].into_iter().chain(cells))
    });
    let rows = rows.collect();
    view! {
        <section class="section">
            <h3>{t!(texts, "calibration-table")}</h3>
            <Table label columns rows />
        </section>
    }
    .into_any()
}
