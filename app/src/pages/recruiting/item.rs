//! One item of a sheet: what is asked, the script, first the note, then the rating.

use domain::{
    interview::{Answer, Item, Kind, Kit, Side},
    lang::Lang,
};
use leptos::prelude::*;
use store::sheets::{SheetMark, SheetRating};

use crate::{
    recruiting::{TICK, UNSEEN, headline, kind_word, tick_rows},
    t,
    texts::Texts,
    visitor::Visitor,
};

/// The name of the form's action.
const FORM: &str = "save-rating";

/// What an item's fields hold: as typed when the form came back, else as saved.
#[derive(Clone)]
pub(super) struct Filled {
    note: String,
    rating: String,
    answers: Vec<String>,
    /// Whether the form came back with errors.
    pub(super) returned: bool,
    rating_error: Option<String>,
    answer_error: Option<String>,
}

impl Filled {
    pub(super) fn of(visitor: &Visitor, item: &Item, saved: Option<&SheetRating>) -> Self {
        let error = |field| visitor.error(FORM, field).map(ToOwned::to_owned);
        let returned = visitor
            .flash
            .as_ref()
            .filter(|flash| flash.form == FORM && visitor.typed(FORM, "item") == Some(item.id.as_str()));
        if let Some(flash) = returned {
            let all = |name: &'static str| {
                flash
                    .fields
                    .iter()
                    .filter(move |(field, _)| field == name)
                    .map(|(_, value)| value.clone())
            };
            let ticks = flash
                .fields
                .iter()
                .filter_map(|(field, _)| field.strip_prefix(TICK));
            return Self {
                note: all("note").next().unwrap_or_default(),
                rating: all("rating").next().unwrap_or_default(),
                answers: all("answer").chain(ticks.map(ToOwned::to_owned)).collect(),
                returned: true,
                rating_error: error("rating"),
                answer_error: error("answer"),
            };
        }
        let rating = match saved.map(|saved| saved.mark) {
            None | Some(SheetMark::Open) => String::new(),
            Some(SheetMark::NotObserved) => UNSEEN.to_owned(),
            Some(SheetMark::Level(level)) => level.get().to_string(),
        };
        Self {
            note: saved.map(|saved| saved.evidence.clone()).unwrap_or_default(),
            rating,
            answers: saved.map(|saved| saved.answer.clone()).unwrap_or_default(),
            returned: false,
            rating_error: None,
            answer_error: None,
        }
    }
}

#[component]
pub(super) fn ItemForm(texts: Texts, lang: Lang, kit: Kit, item: Item, filled: Filled) -> AnyView {
    let (question, more) = headline(item.body.get(&lang));
    let (question, more) = (question.to_owned(), more.to_owned());
    let script = item.script.as_ref().map(|script| {
        view! {
            <details class="script fold">
                <summary>{t!(texts, "sheet-script")}</summary>
                <div class="prose" inner_html=script.get(&lang).to_owned()></div>
            </details>
        }
    });
    let right = if item.kind.is_rated() {
        view! { <Anchors texts lang=lang.clone() item=item.clone() filled=filled.clone() /> }.into_any()
    } else {
        view! { <Screen texts item=item.clone() filled=filled.clone() /> }.into_any()
    };
    view! {
        <div class="sheet-main">
            <div>
                <p class="cluster">
                    <span class="chip">{kind_word(&item.kind, texts)}</span>
                    <span class="muted">{facts(texts, &lang, &kit, &item)}</span>
                </p>
                <h2 class="sheet-question" inner_html=question></h2>
                {(!more.trim().is_empty()).then(|| view! { <div class="prose" inner_html=more></div> })}
            </div>
            {script}
            <div class="field">
                <label class="sheet-step" for="note"><span>"1"</span>{t!(texts, "sheet-note")}</label>
                <textarea id="note" name="note" rows="6">{filled.note.clone()}</textarea>
            </div>
            <Ticks texts item=item.clone() ticked=filled.answers />
        </div>
        {right}
    }
    .into_any()
}

/// What the item rates, and how long it takes.
fn facts(texts: Texts, lang: &Lang, kit: &Kit, item: &Item) -> String {
    let rated = item.rates.iter().filter_map(|at| kit.competencies.get(*at));
    let rated: Vec<&str> = rated.map(|competency| competency.title.get(lang)).collect();
    let mut facts = Vec::new();
    if !rated.is_empty() {
        facts.push(t!(
            texts,
            "sheet-rates",
            what = rated.join(&t!(texts, "list-joint"))
        ));
    }
    if let Some(seconds) = item.seconds {
        facts.push(t!(texts, "sheet-suggested", n = seconds.div_ceil(60)));
    }
    if let Some(pieces) = item.pieces {
        facts.push(t!(texts, "sheet-pieces", n = pieces));
    }
    if item.group {
        facts.push(t!(texts, "sheet-group"));
    }
    facts.join(" · ")
}

/// The ratings as steps, the best on top, and "not observed".
#[component]
fn Anchors(texts: Texts, lang: Lang, item: Item, filled: Filled) -> AnyView {
    let step = |level: u8| {
        let value = level.to_string();
        let anchor = item.anchors.iter().find(|(number, _)| *number == level);
        let between = t!(texts, "sheet-between", low = level - 1, high = level + 1);
        let words = anchor.map_or(between, |(_, text)| text.get(&lang).to_owned());
        view! {
            <label class="anchor" data-between=anchor.is_none().then_some("")>
                <input type="radio" name="rating" value=value.clone() checked={filled.rating == value} />
                <span class="anchor-number">{value.clone()}</span>
                <span inner_html=words></span>
            </label>
        }
    };
    let error = filled.rating_error.clone();
    let described = error.as_ref().map(|_| "rating-error");
    view! {
        <fieldset class="anchors" aria-describedby=described>
            <legend class="sheet-step"><span>"2"</span>{t!(texts, "sheet-rating")}</legend>
            {error.map(|error| view! { <p class="error" id="rating-error">{error}</p> })}
            {[5, 4, 3, 2, 1].map(step).collect_view()}
            <label class="anchor" data-none="">
                <input type="radio" name="rating" value=UNSEEN checked={filled.rating == UNSEEN} />
                <span class="anchor-number">"–"</span>
                <span>{t!(texts, "sheet-unseen")}</span>
            </label>
        </fieldset>
    }
    .into_any()
}

/// A fact or a measurement: it screens.
#[component]
fn Screen(texts: Texts, item: Item, filled: Filled) -> AnyView {
    let value = filled.answers.first().cloned().unwrap_or_default();
    let error = filled.answer_error.clone();
    let invalid = error.is_some().then_some("true");
    let described = error.as_ref().map(|_| "answer-error");
    let control = match &item.kind {
        Kind::Fact(Answer::YesNo) => {
            let choice = |sent: &'static str, words: String| {
                view! {
                    <label class="choice-row">
                        <input class="box" type="radio" name="answer" value=sent checked={value == sent} />
                        <span>{words}</span>
                    </label>
                }
            };
            view! {
                <div class="choice-rows">
                    {choice("yes", t!(texts, "sheet-yes"))} {choice("no", t!(texts, "sheet-no"))}
                </div>
            }
            .into_any()
        }
        Kind::Fact(Answer::Date) => {
            view! { <input class="input" type="date" name="answer" aria-label=t!(texts, "sheet-answer") value=value aria-invalid=invalid aria-describedby=described /> }
                .into_any()
        }
        Kind::Measure(threshold) => {
            let side = match threshold.side {
                Side::AtLeast => t!(texts, "sheet-at-least", n = threshold.number.to_string(), unit = threshold.unit.clone()),
                Side::AtMost => t!(texts, "sheet-at-most", n = threshold.number.to_string(), unit = threshold.unit.clone()),
            };
            view! {
                <p class="hint">{t!(texts, "sheet-threshold", what = side)}</p>
                <div class="with-unit">
                    <input class="input" inputmode="decimal" name="answer" aria-label=t!(texts, "sheet-answer") value=value aria-invalid=invalid aria-describedby=described />
                    <span>{threshold.unit.clone()}</span>
                </div>
            }
            .into_any()
        }
        Kind::Question | Kind::Task | Kind::Simulation => ().into_any(),
    };
    view! {
        <fieldset class="anchors">
            <legend class="sheet-step"><span>"2"</span>{t!(texts, "sheet-answer")}</legend>
            {control}
            {error.map(|error| view! { <p class="error" id="answer-error">{error}</p> })}
            <p class="hint">{t!(texts, "sheet-screens-only")}</p>
        </fieldset>
    }
    .into_any()
}

/// What was observed at intervals: times as rows, ticks as columns.
#[component]
fn Ticks(texts: Texts, item: Item, ticked: Vec<String>) -> AnyView {
    let rows = tick_rows(&item);
    let Some((every, columns)) = rows.first().cloned() else {
        return ().into_any();
    };
    let word = |tick: &str| {
        let key = format!("tick-{tick}");
        let word = texts.get(&key);
        if word == key { tick.to_owned() } else { word }
    };
    let heads = columns
        .iter()
        .map(|(_, tick)| view! { <th scope="col">{word(tick)}</th> })
        .collect_view();
    let row = |(at, ticks): &(u32, Vec<(String, String)>)| {
        let time = t!(texts, "sheet-tick-time", n = at.div_ceil(60));
        let cell = |(value, tick): &(String, String)| {
            let label = format!("{time} {}", word(tick));
            let checked = ticked.contains(value);
            view! {
                <td>
                    <input class="box" type="checkbox" name=format!("{TICK}{value}") value="1" checked=checked aria-label=label />
                </td>
            }
        };
        view! {
            <tr>
                <th scope="row">{time.clone()}</th>
                {ticks.iter().map(cell).collect_view()}
            </tr>
        }
    };
    let label = t!(texts, "sheet-ticks", n = every.div_ceil(60));
    view! {
        <div>
            <p class="sheet-step">{label.clone()}</p>
            <div class="table-scroll" role="region" tabindex="0" aria-label=label>
                <table class="table group-task">
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">{t!(texts, "interview-at")}</span></th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}
