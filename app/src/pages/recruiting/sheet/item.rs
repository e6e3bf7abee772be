//! One item of a sheet: what is asked, the script, first the note, then the rating.

use domain::{
    interview::{Item, Kit},
    lang::Lang,
};
use leptos::{prelude::*, server_fn::ServerFn as _};

use store::sheets::SheetRating;

use super::{
    Main,
    filled::Filled,
    keeping::{Keeping, Kept},
    rating::{Anchors, Screen},
    ticks::Ticks,
};
use crate::{
    actions::{KeepRating, SaveRating},
    forms::{Form, action},
    islands::SHEET_ITEM,
    recruiting::{GROUP, Loaded, headline, is_watched, kind_word},
    t,
    texts::Texts,
    visitor::Visitor,
};

/// The item in view and the bar at its foot.
pub(super) fn main(
    visitor: &Visitor,
    loaded: &Loaded,
    kit: &Kit,
    item: &Item,
    saved: Option<&SheetRating>,
) -> Main {
    let texts = visitor.texts;
    let filled = Filled::of(visitor, item, saved);
    let kept = if filled.returned {
        Kept::NotAll
    } else if saved.is_some() {
        Kept::All
    } else {
        Kept::Nothing
    };
    let fields = view! {
        <input type="hidden" name="interview" value=loaded.interview.id.clone() />
        <input type="hidden" name="item" value=item.id.clone() />
        <ItemForm texts lang=visitor.lang() kit=kit.clone() item=item.clone() filled />
    }
    .into_any();
    let content = view! {
        <Form action={action::<SaveRating>()} class="sheet-item" id=SHEET_ITEM>
            {fields}
        </Form>
    };
    let foot = view! {
        <div class="foot-bar sheet-foot">
            <p class="foot-note">{t!(texts, "sheet-blind")}</p>
            <Keeping visitor=visitor.clone() address=KeepRating::PATH kept />
            <div class="actions">
                <button class="button quiet" form=SHEET_ITEM name="go" value="before">
                    {t!(texts, "sheet-before")}
                </button>
                <button class="button" form=SHEET_ITEM name="go" value="next">
                    {t!(texts, "sheet-next")}
                </button>
            </div>
        </div>
    };
    Main {
        content: content.into_any(),
        foot: foot.into_any(),
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
            {is_watched(&item).then(|| together(texts))}
        </div>
        {right}
    }
    .into_any()
}

/// The way to the table of all candidates of a group task.
fn together(texts: Texts) -> AnyView {
    view! {
        <p>
            <button class="button quiet" form=SHEET_ITEM name="go" value=GROUP>
                {t!(texts, "group-open")}
            </button>
        </p>
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
