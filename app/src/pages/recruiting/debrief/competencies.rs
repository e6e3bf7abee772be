//! What the total is made of.

use domain::{
    interview::{Kit, score::Total},
    score::Milli,
};
use leptos::prelude::*;

use crate::{
    recruiting::Debrief,
    t,
    ui::{Column, Row, Table},
    visitor::Visitor,
};

/// The mean of every competency, and the formula with the numbers.
pub(super) fn competencies(visitor: &Visitor, kit: &Kit, result: &Total, debrief: &Debrief) -> AnyView {
    let texts = visitor.texts;
    let lang = visitor.lang();
    let rows = kit
        .competencies
        .iter()
        .zip(&result.means)
        .map(|(competency, mean)| {
            let number =
                |number: Option<Milli>| number.map_or_else(|| "–".to_owned(), |number| number.to_string());
            Row::new([
                competency.title.get(&lang).to_owned().into_any(),
                competency.weight.to_string().into_any(),
                number(*mean).into_any(),
                number(competency.min).into_any(),
            ])
        });
    let rows = rows.collect();
    let columns = vec![
        Column::words(t!(texts, "debrief-competency")),
        Column::number(t!(texts, "debrief-weight")),
        Column::number(t!(texts, "debrief-mean")),
        Column::number(t!(texts, "debrief-min")),
    ];
    let terms: Option<Vec<String>> = kit
        .competencies
        .iter()
        .zip(&result.means)
        .map(|(competency, mean)| mean.map(|mean| format!("{} × ({mean} − 1)", competency.weight)))
        .collect();
    let weights: Vec<String> = kit
        .competencies
        .iter()
        .map(|each| each.weight.to_string())
        .collect();
    let formula = debrief.total().zip(terms).map(|(total, terms)| {
        let (terms, weights) = (terms.join(" + "), weights.join(" + "));
        view! { <p class="formula">{format!("100 × ({terms}) ÷ 4 ÷ ({weights}) = {total}")}</p> }
    });
    view! {
        <section class="section">
            <h2>{t!(texts, "debrief-competencies")}</h2>
            <Table label=t!(texts, "debrief-competencies") columns rows />
            {formula}
        </section>
    }
    .into_any()
}
