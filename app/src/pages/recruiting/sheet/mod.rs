//! One's own sheet: the items left, one item a view, and at the end what is still open.

mod check;
mod filled;
pub(super) mod group;
mod item;
mod keeping;
mod rating;
mod ticks;

use domain::{
    content::excerpt,
    interview::{Item, Kit},
    time::Moment,
};
use leptos::prelude::*;
use store::sheets::Sheet;

use super::{
    interview::{Shown, path},
    shown,
};
use crate::{
    frame::Page,
    islands::{SHEET_ITEM, SheetClock},
    recruiting::{Loaded, is_done, rating},
    t,
    ui::StateShape,
    visitor::Visitor,
};

/// How wide the beginning of an item is in the list, in narrow characters.
const TITLE: usize = 20;

/// How long a clock runs at most, in seconds.
const LONGEST: i64 = 4 * 3600;

/// What stands beside the list, and the bar at the foot.
struct Main {
    content: AnyView,
    foot: AnyView,
}

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
    let name = shown(loaded.interview.name.as_deref(), visitor.texts);
    let title = t!(visitor.texts, "sheet-title", name = name);
    let main = match kit.items.get(at) {
        Some(item) => item::main(visitor, loaded, kit, item, rating(own, &item.id)),
        None => check::main(visitor, loaded, kit, own),
    };
    let body = view! {
        <header class="sheet-head">
            <h1>{title.clone()}</h1>
            {running(visitor, loaded.interview.at)}
        </header>
        <div class="sheet">{items(visitor, loaded, kit, own, at)} {main.content}</div>
        {main.foot}
    };
    Ok(Page::new(title, body).task())
}

/// Since when something has been running, and with scripts how long.
fn running(visitor: &Visitor, since: Moment) -> AnyView {
    let texts = visitor.texts;
    let gone = visitor.now.seconds_since(since);
    let gone = Some(gone).filter(|gone| (0..LONGEST).contains(gone));
    let clock = gone.and_then(|gone| u32::try_from(gone).ok()).map(|gone| {
        let word = t!(texts, "sheet-running", time = "%");
        view! {
            <span class="sheet-running" id="sheet-running" data-gone=gone data-word=word></span>
            <SheetClock />
        }
    });
    let begin = visitor.site.calendar.date_time(since);
    view! {
        <p class="sheet-clock muted">
            <span>{t!(texts, "sheet-begins", at = begin)}</span>
            {clock}
        </p>
    }
    .into_any()
}

/// The list of items. Going to another one keeps what was typed: each is a button of the form in view, where
/// there is one.
fn items(visitor: &Visitor, loaded: &Loaded, kit: &Kit, own: &Sheet, at: usize) -> AnyView {
    let texts = visitor.texts;
    let lang = visitor.lang();
    let count = kit.items.len();
    let to = |number: usize, state: Option<&'static str>, inside: AnyView| {
        let current = (number == at).then_some("step");
        let place = number + 1;
        if at < count {
            view! {
                <button form=SHEET_ITEM name="go" value=place.to_string() data-state=state aria-current=current>
                    {inside}
                </button>
            }
            .into_any()
        } else {
            let href = format!("{}?at={place}", path(loaded));
            view! { <a href=href data-state=state aria-current=current>{inside}</a> }.into_any()
        }
    };
    let link = |(number, item): (usize, &Item)| {
        let (state, word) = if is_done(item, rating(own, &item.id)) {
            ("met", t!(texts, "sheet-done"))
        } else {
            ("missing", t!(texts, "sheet-open"))
        };
        let inside = view! {
            <StateShape state />
            <span>{number + 1}</span>
            <span class="sheet-item-title">{excerpt(item.body.get(&lang), TITLE)}</span>
            <span class="visually-hidden">{word}</span>
        };
        view! { <li>{to(number, Some(state), inside.into_any())}</li> }
    };
    let links = kit.items.iter().enumerate().map(link).collect_view();
    let check = view! { <span>{t!(texts, "sheet-check")}</span> };
    // The first button of a form is the one that the enter key presses.
    let enter = (at < count).then(|| {
        view! {
            <button class="visually-hidden" form=SHEET_ITEM name="go" value="stay" tabindex="-1">
                {t!(texts, "sheet-stay")}
            </button>
        }
    });
    view! {
        <nav class="sheet-items" aria-label=t!(texts, "sheet-items")>
            {enter}
            <ol>
                {links}
                <li>{to(count, None, check.into_any())}</li>
            </ol>
        </nav>
    }
    .into_any()
}
