//! The debrief: the total and what it is made of, all sheets side by side, the decision.

use domain::interview::{Item, Kit, score::Total};
use leptos::prelude::*;
use store::sheets::{Sheet, SheetMark};

use super::{interview::Shown, row::points, shown};
use crate::{
    actions::DecideInterview,
    forms::{Form, action},
    frame::Page,
    recruiting::{Debrief, Loaded, excerpt, is_done, rating},
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// How wide the beginning of an item is that names its row, in narrow characters.
const TITLE: usize = 56;

/// The page.
pub(super) fn page(visitor: &Visitor, loaded: &Loaded, sheets: &[Sheet]) -> Shown {
    let texts = visitor.texts;
    let kit = loaded.kit()?;
    let interview = &loaded.interview;
    let debrief = Debrief::of(kit, interview, sheets);
    let name = shown(interview.name.as_deref(), texts);
    let title = t!(texts, "debrief-title", name = name);
    let back = view! {
        <a class="button quiet" href=format!("/candidates/{}", interview.candidate)>
            {t!(texts, "interview-to-candidate")}
        </a>
    };
    let body = view! {
        <PageHead title=title.clone() lead=visitor.site.calendar.date_time(interview.at)>
            {back}
        </PageHead>
        <section class="section stack">{score(visitor, kit, sheets, &debrief)}</section>
        {debrief.result.as_ref().map(|result| competencies(visitor, kit, result, &debrief))}
        {ratings(visitor, kit, sheets)}
        {decision(visitor, loaded)}
    };
    Ok(Page::new(title, body))
}

/// The total, or why there is none.
fn score(visitor: &Visitor, kit: &Kit, sheets: &[Sheet], debrief: &Debrief) -> AnyView {
    let texts = visitor.texts;
    let lang = visitor.lang();
    let competency = |at: usize| kit.competencies.get(at).map(|each| each.title.get(&lang));
    let left_open = sheets.iter().filter_map(|sheet| {
        let open = kit
            .items
            .iter()
            .filter(|item| !is_done(item, rating(sheet, &item.id)))
            .count();
        (open > 0).then(|| t!(texts, "debrief-open-items", name = sheet.name.clone(), n = open))
    });
    let mut remarks: Vec<String> = left_open.collect();
    let below = debrief
        .result
        .iter()
        .flat_map(|result| &result.below)
        .filter_map(|at| competency(*at));
    remarks.extend(below.map(|what| t!(texts, "debrief-below", what = what)));
    let remarks = remarks
        .into_iter()
        .map(|remark| view! { <li>{remark}</li> })
        .collect_view();
    let Some(total) = debrief.total() else {
        let mut reasons = Vec::new();
        if !debrief.waiting.is_empty() {
            let names = debrief.waiting.join(&t!(texts, "list-joint"));
            reasons.push(t!(texts, "debrief-waiting", names = names));
        }
        if debrief.short > 0 {
            reasons.push(t!(
                texts,
                "debrief-short",
                all = kit.raters,
                short = debrief.short
            ));
        }
        let means = debrief
            .result
            .iter()
            .flat_map(|result| result.means.iter().enumerate());
        let unseen = means
            .filter(|(_, mean)| mean.is_none())
            .filter_map(|(at, _)| competency(at));
        reasons.extend(unseen.map(|what| t!(texts, "debrief-unseen", what = what)));
        let reasons = reasons
            .into_iter()
            .map(|reason| view! { <p>{reason}</p> })
            .collect_view();
        return view! {
            <div class="notice" data-kind="warn">
                <p class="notice-title">{t!(texts, "debrief-incomplete")}</p>
                {reasons}
            </div>
            <ul class="muted">{remarks}</ul>
        }
        .into_any();
    };
    let pass = points(kit.pass);
    let (outcome, word) = if total >= kit.pass {
        ("passed", t!(texts, "debrief-reached", pass = pass))
    } else {
        ("failed", t!(texts, "debrief-not-reached", pass = pass))
    };
    // Over the pass mark with a competency under its minimum is not jade.
    let outcome = if debrief.passed() { outcome } else { "failed" };
    view! {
        <h2 class="visually-hidden">{t!(texts, "debrief-score")}</h2>
        <p class="score">
            <span class="score-figure">{points(total)}</span>
            <span class="score-word" data-outcome=outcome>{word}</span>
        </p>
        <ul class="muted">{remarks}</ul>
    }
    .into_any()
}

/// The mean of every competency, and the formula with the numbers.
fn competencies(visitor: &Visitor, kit: &Kit, result: &Total, debrief: &Debrief) -> AnyView {
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

/// Items as rows, raters as columns, with what each noted.
fn ratings(visitor: &Visitor, kit: &Kit, sheets: &[Sheet]) -> AnyView {
    let texts = visitor.texts;
    let heads = sheets
        .iter()
        .map(|sheet| view! { <th scope="col">{sheet.name.clone()}</th> });
    let rows = kit.items.iter().map(|item| item_row(visitor, item, sheets));
    view! {
        <section class="section">
            <h2>{t!(texts, "debrief-sheets")}</h2>
            <div class="table-scroll" role="region" tabindex="0" aria-label=t!(texts, "debrief-sheets")>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t!(texts, "debrief-item")}</th>
                            {heads.collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn item_row(visitor: &Visitor, item: &Item, sheets: &[Sheet]) -> AnyView {
    let texts = visitor.texts;
    let given = sheets.iter().map(|sheet| rating(sheet, &item.id));
    let levels = given.clone().flatten().filter_map(|rating| match rating.mark {
        SheetMark::Level(level) => Some(level.get()),
        SheetMark::Open | SheetMark::NotObserved => None,
    });
    let apart = levels
        .clone()
        .max()
        .zip(levels.min())
        .map_or(0, |(most, least)| most - least);
    let cells = given.map(|given| {
        let mark = match given.map(|given| given.mark) {
            Some(SheetMark::Level(level)) => view! { <span class="rating">{level.get()}</span> }.into_any(),
            Some(SheetMark::NotObserved) => view! {
                <span class="rating" data-none="">
                    "–"<span class="visually-hidden">{t!(texts, "debrief-not-seen")}</span>
                </span>
            }
            .into_any(),
            _ if item.kind.is_rated() => {
                view! { <span class="chip" data-tone="amber">{t!(texts, "debrief-unrated")}</span> }
                    .into_any()
            }
            _ => {
                let answer = given.and_then(|given| given.answer.first()).map(String::as_str);
                let answer = match answer {
                    None => t!(texts, "debrief-unrated"),
                    Some("yes") => t!(texts, "sheet-yes"),
                    Some("no") => t!(texts, "sheet-no"),
                    Some(other) => other.to_owned(),
                };
                view! { <span>{answer}</span> }.into_any()
            }
        };
        let note = given.map(|given| given.evidence.clone()).unwrap_or_default();
        let note = if note.is_empty() {
            t!(texts, "debrief-no-note")
        } else {
            note
        };
        view! { <td>{mark}<p class="muted">{note}</p></td> }
    });
    let gap = (apart >= 2).then(|| {
        view! { <p><span class="chip" data-tone="amber">{t!(texts, "debrief-gap", n = apart)}</span></p> }
    });
    view! {
        <tr>
            <th scope="row">{excerpt(item.body.get(&visitor.lang()), TITLE)} {gap}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// The decision, or the form that makes it.
fn decision(visitor: &Visitor, loaded: &Loaded) -> AnyView {
    let texts = visitor.texts;
    if let Some(decision) = loaded.interview.decision {
        let word = if decision.passed {
            t!(texts, "interview-passed")
        } else {
            t!(texts, "interview-failed")
        };
        return view! {
            <section class="section">
                <h2>{t!(texts, "debrief-decision")}</h2>
                <p>{t!(texts, "debrief-outcome", what = word)}</p>
            </section>
        }
        .into_any();
    }
    let fields =
        view! {                 <input type="hidden" name="interview" value=loaded.interview.id.clone() />
           <button class="button" name="outcome" value="passed">{t!(texts, "debrief-pass")}</button>
           <button class="button quiet" name="outcome" value="failed">{t!(texts, "debrief-fail")}</button>
        }
        .into_any();
    view! {
            <section class="section stack">
                <h2>{t!(texts, "debrief-decision")}</h2>
                <p class="muted">{t!(texts, "debrief-decision-text")}</p>
                <Form action={action::<DecideInterview>()} class="actions">
    {fields}</Form>
            </section>
        }
    .into_any()
}
