//! The result of a play: what it says first, what each criterion earned, the transcript with notes.

use domain::{
    content::html::escape,
    evidence::Outcome,
    rating::Points,
    scenario::{
        Critical,
        play::{Did, Play},
    },
};
use leptos::prelude::*;
use store::plays::{Mode, Verdict};

use super::{
    begin::begin,
    hint::beside,
    look::{Drawn, Look, drawn},
    note::line_note,
};
use crate::{
    frame::crumbs,
    play::{CriterionBar, Line, Mishap, Opened, ResultSheet, critical_word},
    refusal::Refusal,
    t,
    texts::Texts,
    ui::PageHead,
    visitor::Visitor,
};

/// The body of the page.
pub(super) fn result(
    visitor: &Visitor,
    opened: &Opened,
    play: &Play,
    sheet: ResultSheet,
    lines: Vec<Line>,
    verdict: AnyView,
    dispute: AnyView,
) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    let untrue = (!opened.is_true(play)).then(|| {
        view! { <div class="notice" data-kind="error"><p>{t!(texts, "play-untrue")}</p></div> }
    });
    let back = play.steps.iter().filter(|step| step.did == Did::TookBack).count();
    let practice = opened.is_practice().then(|| {
        let back = (back > 0).then(|| t!(texts, "play-taken-back", n = back));
        view! { <p class="muted">{t!(texts, "play-practice-private")} {back}</p> }
    });
    let title = opened.scenario()?.head.title.get(&visitor.lang()).to_owned();
    let scenario = opened.record.scenario.clone();
    let mishaps: Vec<_> = sheet
        .mishaps
        .iter()
        .map(|mishap| critical_box(texts, mishap))
        .collect();
    let look = Look::of(opened.scenario()?.channel);
    let drawn = drawn(texts, look, &title, &lines);
    let notes = lines
        .iter()
        .zip(drawn)
        .map(|(line, drawn)| noted(texts, line, drawn))
        .collect_view();
    let script = format!("/scenarios/{scenario}");
    let back = crumbs(texts, [(&script, title.clone())]);
    Ok(view! {
        <PageHead title=t!(texts, "play-result-of", name = title) crumbs=back />
        <div class="result">
            {untrue}
            {beside(visitor, opened)}
            {verdict}
            {summary(texts, &sheet, opened)}
            {practice}
            {mishaps}
            {dispute}
            <section>
                <h2>{t!(texts, "play-conversation")}</h2>
                <ol class="transcript">{notes}</ol>
            </section>
        </div>
    }
    .into_any())
}

fn summary(texts: Texts, sheet: &ResultSheet, opened: &Opened) -> AnyView {
    let (scenario, practice) = (opened.record.scenario.as_str(), opened.is_practice());
    let held = opened.record.verdict == Some(Verdict::Waiting);
    let (code, word) = match sheet.outcome {
        Outcome::Pending if practice => ("pending", t!(texts, "play-unrated")),
        Outcome::Passed => ("passed", t!(texts, "play-passed")),
        Outcome::Pending if held => ("pending", t!(texts, "play-held")),
        Outcome::Pending => ("pending", t!(texts, "play-provisional")),
        Outcome::Failed if sheet.lacks > 0 => ("failed", t!(texts, "play-lacks", n = sheet.lacks)),
        Outcome::Failed => ("failed", t!(texts, "play-not-yet")),
    };
    let points = match sheet.score {
        Some(score) => view! {
            <span class="score-figure">{score.rounded()}<small>{t!(texts, "play-points-unit")}</small></span>
        }
        .into_any(),
        None => view! { <span class="score-figure" aria-hidden="true">"–"</span> }.into_any(),
    };
    view! {
        <section class="card">
            <p class="score">{points}<span class="score-word" data-outcome=code>{word}</span></p>
            <p class="score-say">{say(texts, sheet, practice, held)}</p>
            <ul class="criteria">{sheet.criteria.iter().map(|bar| criterion(texts, bar)).collect_view()}</ul>
            {next(texts, sheet.outcome, scenario, practice)}
        </section>
    }
    .into_any()
}

/// What the figure means and what to look at, in one or two sentences.
fn say(texts: Texts, sheet: &ResultSheet, practice: bool, held: bool) -> String {
    let weakest = sheet.weakest.as_ref();
    let weakest = weakest.map(|name| t!(texts, "play-say-weakest", name = name.clone()));
    let first = match sheet.outcome {
        Outcome::Pending if practice => return t!(texts, "play-say-unrated"),
        Outcome::Pending if held => return t!(texts, "play-verdict-waits"),
        Outcome::Pending => return t!(texts, "play-say-pending"),
        Outcome::Passed => Some(t!(texts, "play-say-passed")),
        Outcome::Failed if !sheet.mishaps.is_empty() => Some(critical(texts, sheet)),
        Outcome::Failed if !sheet.ended_well => Some(t!(texts, "play-say-ended")),
        Outcome::Failed => None,
    };
    let gap = if texts == Texts::English { " " } else { "" };
    let sentences: Vec<String> = first.into_iter().chain(weakest).collect();
    sentences.join(gap)
}

/// The exact score and how many critical errors of each kind stand beside it.
fn critical(texts: Texts, sheet: &ResultSheet) -> String {
    let word = |kind: Critical| {
        let n = sheet
            .mishaps
            .iter()
            .filter(|mishap| mishap.critical == kind)
            .count();
        let word = match kind {
            Critical::Customer => t!(texts, "play-critical-count-customer", n = n),
            Critical::Business => t!(texts, "play-critical-count-business", n = n),
            Critical::Compliance => t!(texts, "play-critical-count-compliance", n = n),
        };
        (n > 0).then_some(word)
    };
    let kinds = [Critical::Customer, Critical::Business, Critical::Compliance];
    let errors: Vec<String> = kinds.into_iter().filter_map(word).collect();
    let score = sheet.score.unwrap_or_default().to_string();
    let errors = errors.join(texts.get("list-comma").as_str());
    t!(texts, "play-say-critical", score = score, errors = errors)
}

fn criterion(texts: Texts, bar: &CriterionBar) -> AnyView {
    let of = match (bar.waits, bar.earned > Points::NONE) {
        (false, _) => t!(texts, "play-of", n = bar.earned.to_string(), max = bar.max),
        (true, false) => t!(texts, "play-of-waits", max = bar.max),
        (true, true) => t!(texts, "play-of-so-far", n = bar.earned.to_string(), max = bar.max),
    };
    view! {
        <li>
            <span>{bar.title.clone()}</span>
            <meter value=bar.earned.to_string() max=bar.max.to_string() aria-label=bar.title.clone()>{of.clone()}</meter>
            <span class="criterion-points">{of}</span>
        </li>
    }
    .into_any()
}

/// After practice both ways stand open; an assessed play that failed asks for practice first.
fn next(texts: Texts, outcome: Outcome, scenario: &str, practice: bool) -> AnyView {
    let again = |class| begin(scenario, Mode::Assessed, class, t!(texts, "play-assess-again"));
    let practise = |class| begin(scenario, Mode::Practice, class, t!(texts, "play-practise"));
    let on = t!(texts, "back-to-today");
    match outcome {
        _ if practice => view! {
            <div class="actions">
                {begin(scenario, Mode::Assessed, "button", t!(texts, "play-start"))}
                {practise("button quiet")}
            </div>
        }
        .into_any(),
        Outcome::Failed => view! {
            <div class="actions">
                {practise("button")}
                {again("button quiet")}
                <a class="button quiet" href="/">{on}</a>
            </div>
        }
        .into_any(),
        Outcome::Passed | Outcome::Pending => view! {
            <div class="actions">
                <a class="button" href="/">{on}</a>
                {again("button quiet")}
                {practise("button quiet")}
            </div>
        }
        .into_any(),
    }
}

fn critical_box(texts: Texts, mishap: &Mishap) -> AnyView {
    let quoted = match &mishap.said {
        Some(said) => t!(texts, "play-quoted", text = said.clone()),
        None => escape(&t!(texts, "play-critical-reply")),
    };
    let why = mishap.why.clone().map(|why| view! { <div inner_html=why></div> });
    view! {
        <div class="critical-box">
            <p class="critical-title">{critical_word(texts, mishap.critical)}</p>
            <p inner_html=quoted></p>
            {why}
        </div>
    }
    .into_any()
}

fn noted(texts: Texts, line: &Line, (class, html): Drawn) -> AnyView {
    let note = line.note().and_then(|note| line_note(texts, note));
    view! {
        <li>
            <div class=class inner_html=html></div>
            {note}
        </li>
    }
    .into_any()
}
