//! A task of many candidates at once: candidates as rows, ticks as columns, one clock above.

use domain::{content::excerpt, interview::Item, time::Moment};
use leptos::{prelude::*, server_fn::ServerFn as _};
use store::sheets::Member;

use super::{
    keeping::{Keeping, Kept},
    running,
};
use crate::{
    actions::{KeepTicks, SaveTicks},
    forms::{Form, action},
    frame::Page,
    islands::SHEET_ITEM,
    pages::recruiting::{interview::Shown, shown},
    recruiting::{Loaded, TICK, Ticks, due, tick_rows, tick_word},
    refusal::Refusal,
    t,
    ui::Scroll,
    visitor::Visitor,
};

/// How wide the beginning of the task is in the heading, in narrow characters.
const TITLE: usize = 40;

/// The page of one time of the task: number `asked`, from 1, or the one that is due.
pub(in crate::pages::recruiting) fn page(
    visitor: &Visitor,
    loaded: &Loaded,
    (place, item): (usize, &Item),
    members: &[Member],
    asked: usize,
) -> Shown {
    let texts = visitor.texts;
    let started = members.iter().find_map(|member| member.started);
    let rows = tick_rows(item);
    let number = match asked {
        0 => due(item, started, visitor.now),
        asked => asked.min(rows.len()),
    };
    let row = number.checked_sub(1).and_then(|at| rows.get(at));
    let row = row.ok_or(Refusal::NotFound)?;
    let title = t!(
        texts,
        "group-title",
        task = excerpt(item.body.get(&visitor.lang()), TITLE)
    );
    let fields = view! {
        <input type="hidden" name="interview" value=loaded.interview.id.clone() />
        <input type="hidden" name="item" value=item.id.clone() />
        <input type="hidden" name="time" value=row.0.to_string() />
        {table(visitor, place, row, members)}
    }
    .into_any();
    let body = view! {
        <button class="visually-hidden" form=SHEET_ITEM name="go" value=number.to_string() tabindex="-1">
            {t!(texts, "sheet-stay")}
        </button>
        <header class="sheet-head">
            <h1>{title.clone()}</h1>
            {clock(visitor, started)}
        </header>
        {times(visitor, &rows, number)}
        <Form action={action::<SaveTicks>()} id=SHEET_ITEM>
            {fields}
        </Form>
        {foot(visitor, (number < rows.len()).then_some(number + 1))}
    };
    Ok(Page::new(title, body).task())
}

/// The clock, or the button that starts it.
fn clock(visitor: &Visitor, started: Option<Moment>) -> AnyView {
    let texts = visitor.texts;
    match started {
        Some(started) => running(visitor, started),
        None => view! {
            <button class="button quiet small" form=SHEET_ITEM name="go" value="start">
                {t!(texts, "group-start")}
            </button>
        }
        .into_any(),
    }
}

/// The times to look at, in minutes; going to another one saves.
fn times(visitor: &Visitor, rows: &[Ticks], number: usize) -> AnyView {
    let texts = visitor.texts;
    let times = rows.iter().enumerate().map(|(at, (seconds, _))| {
        let label = t!(texts, "sheet-tick-time", n = seconds.div_ceil(60));
        view! {
            <li>
                <button
                    form=SHEET_ITEM
                    name="go"
                    value=(at + 1).to_string()
                    aria-current=(at + 1 == number).then_some("step")
                    aria-label=label
                >
                    {seconds.div_ceil(60)}
                </button>
            </li>
        }
    });
    view! {
        <nav class="sheet-times" aria-label=t!(texts, "group-times")>
            <span class="muted" aria-hidden="true">{t!(texts, "group-times")}</span>
            <ol>{times.collect_view()}</ol>
        </nav>
    }
    .into_any()
}

/// What is seen of everybody at one time.
fn table(visitor: &Visitor, place: usize, (seconds, ticks): &Ticks, members: &[Member]) -> AnyView {
    let texts = visitor.texts;
    let heads = ticks
        .iter()
        .map(|(_, tick)| view! { <th scope="col">{tick_word(texts, tick)}</th> })
        .collect_view();
    let row = |member: &Member| {
        let name = shown(member.name.as_deref(), texts);
        let cells = ticks.iter().map(|(value, tick)| {
            let label = format!("{name}{}{}", t!(texts, "list-colon"), tick_word(texts, tick));
            let checked = member.answer.contains(value);
            view! {
                <td>
                    <input
                        class="box"
                        type="checkbox"
                        name=format!("{TICK}{}:{value}", member.interview)
                        value="1"
                        checked=checked
                        aria-label=label
                    />
                </td>
            }
        });
        let href = format!("/interviews/{}?at={}", member.interview, place + 1);
        view! {
            <tr>
                <th scope="row"><a href=href>{name.clone()}</a></th>
                {cells.collect_view()}
            </tr>
        }
    };
    let rows = members.iter().map(row).collect_view();
    let caption = t!(texts, "group-seen", n = seconds.div_ceil(60));
    view! {
        <Scroll label=caption.clone()>
            <table class="table group-task">
                <caption>{caption.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(texts, "group-candidate")}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scroll>
    }
    .into_any()
}

/// Back to one's sheet, and on to the next time.
fn foot(visitor: &Visitor, next: Option<usize>) -> AnyView {
    let texts = visitor.texts;
    let next = next.map(|next| {
        view! {
            <button class="button" form=SHEET_ITEM name="go" value=next.to_string()>
                {t!(texts, "group-next")}
            </button>
        }
    });
    view! {
        <div class="foot-bar sheet-foot">
            <p class="foot-note">{t!(texts, "sheet-blind")}</p>
            <Keeping visitor=visitor.clone() address=KeepTicks::PATH kept=Kept::All />
            <div class="actions">
                <button class="button quiet" form=SHEET_ITEM name="go" value="sheet">
                    {t!(texts, "group-back")}
                </button>
                {next}
            </div>
        </div>
    }
    .into_any()
}
