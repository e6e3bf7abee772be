//! The total, or why there is none.

use domain::{interview::Kit, score::Milli};
use leptos::prelude::*;
use store::sheets::Sheet;

use crate::{
    recruiting::{Debrief, is_done, rating},
    t,
    visitor::Visitor,
};

/// The total, or why there is none; and what to bear in mind.
pub(super) fn score(visitor: &Visitor, kit: &Kit, sheets: &[Sheet], debrief: &Debrief) -> AnyView {
    let first = match debrief.total() {
        Some(total) => reached(visitor, kit, debrief, total),
        None => incomplete(visitor, kit, debrief),
    };
    let remarks = remarks(visitor, kit, sheets, debrief);
    let remarks = (!remarks.is_empty()).then(|| {
        let items = remarks.into_iter().map(|remark| view! { <li>{remark}</li> });
        view! { <ul class="muted">{items.collect_view()}</ul> }
    });
    view! { {first} {remarks} }.into_any()
}

fn reached(visitor: &Visitor, kit: &Kit, debrief: &Debrief, total: Milli) -> AnyView {
    let texts = visitor.texts;
    let pass = kit.pass.shown();
    let word = if total >= kit.pass {
        t!(texts, "debrief-reached", pass = pass)
    } else {
        t!(texts, "debrief-not-reached", pass = pass)
    };
    // Over the pass mark with a competency under its minimum is not jade.
    let outcome = if debrief.passed() { "passed" } else { "failed" };
    view! {
        <h2 class="visually-hidden">{t!(texts, "debrief-score")}</h2>
        <p class="score">
            <span class="score-figure">{total.shown()}</span>
            <span class="score-word" data-outcome=outcome>{word}</span>
        </p>
    }
    .into_any()
}

/// What a total still lacks: sheets, raters, a competency that somebody observed.
fn incomplete(visitor: &Visitor, kit: &Kit, debrief: &Debrief) -> AnyView {
    let texts = visitor.texts;
    let mut reasons = Vec::new();
    if !debrief.waiting.is_empty() {
        let names = debrief.waiting.join(&t!(texts, "list-joint"));
        reasons.push(t!(texts, "debrief-waiting", names = names));
    }
    if debrief.short > 0 {
        let short = debrief.short;
        reasons.push(t!(texts, "debrief-short", all = kit.raters, short = short));
    }
    let means = debrief.result.iter().flat_map(|result| &result.means);
    let unseen = kit
        .competencies
        .iter()
        .zip(means)
        .filter(|(_, mean)| mean.is_none());
    reasons.extend(unseen.map(|(competency, _)| {
        let what = competency.title.get(&visitor.lang());
        t!(texts, "debrief-unseen", what = what)
    }));
    let reasons = reasons.into_iter().map(|reason| view! { <p>{reason}</p> });
    view! {
        <div class="notice" data-kind="warn">
            <p class="notice-title">{t!(texts, "debrief-incomplete")}</p>
            {reasons.collect_view()}
        </div>
    }
    .into_any()
}

/// Items left open, and competencies under their minimum.
fn remarks(visitor: &Visitor, kit: &Kit, sheets: &[Sheet], debrief: &Debrief) -> Vec<String> {
    let texts = visitor.texts;
    let open = |sheet: &Sheet| {
        let items = kit.items.iter();
        items
            .filter(|item| !is_done(item, rating(sheet, &item.id)))
            .count()
    };
    let left_open = sheets
        .iter()
        .map(|sheet| (&sheet.name, open(sheet)))
        .filter(|(_, open)| *open > 0)
        .map(|(name, open)| t!(texts, "debrief-open-items", name = name.clone(), n = open));
    let below = debrief.result.iter().flat_map(|result| &result.below);
    let below = below
        .filter_map(|at| kit.competencies.get(*at))
        .map(|competency| {
            let what = competency.title.get(&visitor.lang());
            t!(texts, "debrief-below", what = what)
        });
    left_open.chain(below).collect()
}
