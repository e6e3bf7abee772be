//! One's own sheet: the items left, one item a view, and at the end what is still open.

use domain::interview::{Item, Kit};
use leptos::prelude::*;
use store::sheets::{Sheet, SheetRating};

use super::{
    interview::{Shown, path},
    item::{Filled, ItemForm},
    shown,
};
use crate::{
    actions::{SaveRating, SubmitSheet},
    forms::{Form, action},
    frame::Page,
    recruiting::{Loaded, excerpt, is_done, rating},
    t,
    ui::StateShape,
    visitor::Visitor,
};

/// How wide the beginning of an item is in the list, in narrow characters.
const TITLE: usize = 20;

/// The page.
pub(super) fn page(visitor: &Visitor, loaded: &Loaded, own: &Sheet) -> Shown {
    let kit = loaded.kit()?;
    let count = kit.items.len();
    let asked = visitor.query("at").and_then(|at| at.parse::<usize>().ok());
    let at = match asked {
        Some(at) if (1..=count + 1).contains(&at) => at - 1,
        _ => kit
            .items
            .iter()
            .position(|item| !is_done(item, rating(own, &item.id)))
            .unwrap_or(count),
    };
    let title = t!(
        visitor.texts,
        "sheet-title",
        name = shown(loaded.interview.name.as_deref(), visitor.texts)
    );
    let main = match kit.items.get(at) {
        Some(item) => one_item(visitor, loaded, kit, item, rating(own, &item.id)),
        None => check(visitor, loaded, kit, own),
    };
    let body = view! {
        <h1 class="visually-hidden">{title.clone()}</h1>
        <p class="muted">{title.clone()} " · " {visitor.site.calendar.date_time(loaded.interview.at)}</p>
        {items(visitor, loaded, kit, own, at, main)}
    };
    Ok(Page::new(title, body).task())
}

/// The list of items beside what is being done.
fn items(visitor: &Visitor, loaded: &Loaded, kit: &Kit, own: &Sheet, at: usize, main: Main) -> AnyView {
    let texts = visitor.texts;
    let lang = visitor.lang();
    let link = |(number, item): (usize, &Item)| {
        let done = is_done(item, rating(own, &item.id));
        let state = if done { "met" } else { "missing" };
        let word = if done {
            t!(texts, "sheet-done")
        } else {
            t!(texts, "sheet-open")
        };
        view! {
            <li>
                <a
                    href=format!("{}?at={}", path(loaded), number + 1)
                    data-state=state
                    aria-current=(number == at).then_some("step")
                >
                    <StateShape state />
                    <span>{number + 1}</span>
                    <span class="sheet-item-title">{excerpt(item.body.get(&lang), TITLE)}</span>
                    <span class="visually-hidden">{word}</span>
                </a>
            </li>
        }
    };
    let links = kit.items.iter().enumerate().map(link).collect_view();
    let count = kit.items.len();
    view! {
        <div class="sheet">
            <nav class="sheet-items" aria-label=t!(texts, "sheet-items")>
                <ol>
                    {links}
                    <li>
                        <a
                            href=format!("{}?at={}", path(loaded), count + 1)
                            aria-current=(at >= count).then_some("step")
                        >
                            <span>{t!(texts, "sheet-check")}</span>
                        </a>
                    </li>
                </ol>
            </nav>
            {main.content}
        </div>
        {main.foot}
    }
    .into_any()
}

/// What stands beside the list, and the bar at the foot.
struct Main {
    content: AnyView,
    foot: AnyView,
}

fn one_item(visitor: &Visitor, loaded: &Loaded, kit: &Kit, item: &Item, saved: Option<&SheetRating>) -> Main {
    let texts = visitor.texts;
    let filled = Filled::of(visitor, item, saved);
    let (state, word) = if filled.returned {
        ("unsaved", t!(texts, "sheet-not-kept"))
    } else if saved.is_some() {
        ("saved", t!(texts, "sheet-saved"))
    } else {
        ("unsaved", t!(texts, "sheet-unsaved"))
    };
    let content = {
        let fields =
            view! {             <input type="hidden" name="interview" value=loaded.interview.id.clone() />
               <input type="hidden" name="item" value=item.id.clone() />
               <ItemForm texts lang=visitor.lang() kit=kit.clone() item=item.clone() filled />
            }
            .into_any();
        view! {
                <Form action={action::<SaveRating>()} class="sheet-item" id="sheet-item">
        {fields}</Form>
            }
    };
    let foot = view! {
        <div class="foot-bar">
            <p class="foot-note">{t!(texts, "sheet-blind")}</p>
            <p class="save-state" data-state=state role="status">{word}</p>
            <div class="actions">
                <button class="button quiet" form="sheet-item" name="go" value="before">
                    {t!(texts, "sheet-before")}
                </button>
                <button class="button quiet" form="sheet-item" name="go" value="stay">
                    {t!(texts, "sheet-stay")}
                </button>
                <button class="button" form="sheet-item" name="go" value="next">
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

/// The last step: what is still open, and submitting.
fn check(visitor: &Visitor, loaded: &Loaded, kit: &Kit, own: &Sheet) -> Main {
    let texts = visitor.texts;
    let lang = visitor.lang();
    let open: Vec<(usize, &Item)> = kit
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| !is_done(item, rating(own, &item.id)))
        .collect();
    let complete = open.is_empty();
    let count = open.len();
    let rows = open.iter().map(|(number, item)| {
        view! {
            <li class="row">
                <div class="row-main">
                    <a class="row-title" href=format!("{}?at={}", path(loaded), number + 1)>
                        {number + 1} ". " {excerpt(item.body.get(&lang), 2 * TITLE)}
                    </a>
                </div>
                <div class="row-end">{t!(texts, "sheet-open")}</div>
            </li>
        }
    });
    let left = if complete {
        view! { <p>{t!(texts, "sheet-complete")}</p> }.into_any()
    } else {
        view! {
            <div class="notice" data-kind="warn">
                <p class="notice-title">{t!(texts, "sheet-left", n = count)}</p>
                <p>{t!(texts, "sheet-left-text")}</p>
            </div>
            <ul class="rows">{rows.collect_view()}</ul>
        }
        .into_any()
    };
    let submit = if complete {
        t!(texts, "sheet-submit")
    } else {
        t!(texts, "sheet-submit-anyway")
    };
    let content = {
        let fields = view! {                 <input type="hidden" name="interview" value=loaded.interview.id.clone() />
                <button class="button">{submit}</button>
             }.into_any();
        view! {
                <div class="sheet-main">
                    <h2 class="sheet-question">{t!(texts, "sheet-check")}</h2>
                    <p>{t!(texts, "sheet-check-lead")}</p>
                    {left}
                    <Form action={action::<SubmitSheet>()}>
        {fields}</Form>
                </div>
            }
    };
    let foot = view! {
        <div class="foot-bar">
            <p class="foot-note">{t!(texts, "sheet-blind")}</p>
        </div>
    };
    Main {
        content: content.into_any(),
        foot: foot.into_any(),
    }
}
