//! What the total is made of.

use domain::interview::{Kit, score::Total};
use leptos::prelude::*;

use crate::{recruiting::Debrief, t, visitor::Visitor};

/// The mean of every competency, and the formula with the numbers.
pub(super) fn competencies(visitor: &Visitor, kit: &Kit, result: &Total, debrief: &Debrief) -> AnyView {
    let texts = visitor.texts;
    let lang = visitor.lang();
    let rows = kit.competencies.iter().zip(&result.means).map(|(competency, mean)| {
        view! {
            <tr>
                <th scope="row">{competency.title.get(&lang).to_owned()}</th>
                <td class="num">{competency.weight.to_string()}</td>
                <td class="num">{mean.map_or_else(|| "–".to_owned(), |mean| mean.to_string())}</td>
                <td class="num">{competency.min.map_or_else(|| "–".to_owned(), |min| min.to_string())}</td>
            </tr>
        }
    });
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
            <div class="table-scroll" role="region" tabindex="0" aria-label=t!(texts, "debrief-competencies")>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t!(texts, "debrief-competency")}</th>
                            <th scope="col" class="num">{t!(texts, "debrief-weight")}</th>
                            <th scope="col" class="num">{t!(texts, "debrief-mean")}</th>
                            <th scope="col" class="num">{t!(texts, "debrief-min")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            {formula}
        </section>
    }
    .into_any()
}
