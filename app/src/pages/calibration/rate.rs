use leptos::prelude::*;
use store::calibrations::{Calibration, Item};

use crate::{
    actions::RateCalibration,
    calibration::{Criterion, Task},
    forms::{Form, Returned, action},
    t,
    texts::Texts,
    visitor::Visitor,
};

/// The next answer that the visitor has not rated, or the one asked for with `?item=`, and the form.
pub(super) fn rating(visitor: &Visitor, calibration: &Calibration, task: &Task) -> AnyView {
    let texts = visitor.texts;
    let items = &calibration.items;
    let wanted = visitor.query("item").and_then(|item| item.parse().ok());
    let asked = items.iter().position(|item| Some(item.position) == wanted);
    let at = asked.or_else(|| items.iter().position(|item| item.own.is_none()));
    let Some((at, item)) = at.and_then(|at| Some((at, items.get(at)?))) else {
        return ().into_any();
    };
    let answer = item.text.lines().filter(|line| !line.trim().is_empty());
    let answer: Vec<_> = answer.map(|line| view! { <p>{line.to_owned()}</p> }).collect();
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "calibration-item", n = at + 1, of = items.len())}</h2>
            <progress class="progress" value=at max=items.len() aria-hidden="true"></progress>
            <p class="muted">{t!(texts, "calibration-blind")}</p>
            <h3>{t!(texts, "calibration-question")}</h3>
            <div class="prose" inner_html=task.prompt.clone()></div>
            <h3>{t!(texts, "calibration-answer")}</h3>
            <blockquote class="feedback">{answer}</blockquote>
            {task.guide.clone().map(|guide| view! { <p class="muted">{guide}</p> })}
            {form(visitor, &calibration.id, item, &task.criteria)}
        </section>
        {earlier(texts, calibration, item)}
    }
    .into_any()
}

fn form(visitor: &Visitor, calibration: &str, item: &Item, criteria: &[Criterion]) -> AnyView {
    let texts = visitor.texts;
    let action = action::<RateCalibration>();
    let position = item.position.to_string();
    let about = [
        ("calibration", calibration.to_owned()),
        ("item", position.clone()),
    ];
    let back = Returned::to(visitor, action, &about);
    let error = back.error("levels");
    let described = error.is_some().then_some("levels-error");
    let fields: Vec<_> = criteria
        .iter()
        .enumerate()
        .map(|(at, criterion)| {
            let own = item.own.as_ref().and_then(|levels| levels.get(at));
            let chosen = back.typed(&format!("level{at}")).map(str::to_owned);
            field(
                texts,
                at,
                criterion,
                chosen.or_else(|| own.map(ToString::to_string)),
            )
        })
        .collect();
    let word = match item.own {
        Some(_) => t!(texts, "calibration-save-change"),
        None => t!(texts, "calibration-save"),
    };
    let calibration = calibration.to_owned();
    view! {
        <Form action class="form">
            <input type="hidden" name="calibration" value=calibration />
            <input type="hidden" name="item" value=position />
            <div class="stack" aria-describedby=described>{fields}</div>
            {error.map(|error| view! { <p class="error" id="levels-error">{error}</p> })}
            <div class="actions"><button class="button">{word}</button></div>
        </Form>
    }
    .into_any()
}

fn field(texts: Texts, at: usize, criterion: &Criterion, chosen: Option<String>) -> AnyView {
    let levels = criterion.levels.iter().enumerate().map(|(level, seen)| {
        let level = level.to_string();
        let seen = seen
            .clone()
            .map(|seen| view! { <span class="hint">{seen}</span> });
        let checked = chosen.as_ref() == Some(&level);
        view! {
            <label class="choice-row">
                <input
                    class="box"
                    type="radio"
                    name=format!("level{at}")
                    value=level.clone()
                    checked=checked
                    required=true
                />
                <span>{level.clone()}{seen}</span>
            </label>
        }
    });
    let levels: Vec<_> = levels.collect();
    let meaning = criterion.meaning.clone();
    let inline = criterion.levels.iter().all(Option::is_none).then_some("");
    view! {
        <fieldset class="field">
            <legend>{t!(texts, "calibration-level-of", name = criterion.title.clone())}</legend>
            {meaning.map(|meaning| view! { <p class="hint">{meaning}</p> })}
            <div class="choice-rows" data-inline=inline>{levels}</div>
        </fieldset>
    }
    .into_any()
}

/// The ways back to what was rated: until all is done it may be changed.
fn earlier(texts: Texts, calibration: &Calibration, shown: &Item) -> Option<AnyView> {
    let ways: Vec<_> = calibration
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.own.is_some() && item.position != shown.position)
        .map(|(at, item)| {
            let path = format!("/ratings/calibrations/{}?item={}", calibration.id, item.position);
            view! { <a class="button quiet small" href=path>{at + 1}</a> }
        })
        .collect();
    (!ways.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t!(texts, "calibration-earlier")}</h2>
                <div class="actions">{ways}</div>
            </section>
        }
        .into_any()
    })
}
