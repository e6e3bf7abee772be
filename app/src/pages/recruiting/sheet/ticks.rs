//! What was observed at intervals.

use domain::interview::Item;
use leptos::prelude::*;

use crate::{
    recruiting::{TICK, tick_rows, tick_word},
    t,
    texts::Texts,
    ui::Scroll,
};

/// Times as rows, ticks as columns.
#[component]
pub(super) fn Ticks(texts: Texts, item: Item, ticked: Vec<String>) -> AnyView {
    let rows = tick_rows(&item);
    let Some((every, columns)) = rows.first().cloned() else {
        return ().into_any();
    };
    let heads = columns
        .iter()
        .map(|(_, tick)| view! { <th scope="col">{tick_word(texts, tick)}</th> })
        .collect_view();
    let row = |(at, ticks): &(u32, Vec<(String, String)>)| {
        let time = t!(texts, "sheet-tick-time", n = at.div_ceil(60));
        let cell = |(value, tick): &(String, String)| {
            let label = format!("{time} {}", tick_word(texts, tick));
            let checked = ticked.contains(value);
            view! {
                <td>
                    <input
                        class="box"
                        type="checkbox"
                        name=format!("{TICK}{value}")
                        value="1"
                        checked=checked
                        aria-label=label
                    />
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
    let rows = rows.iter().map(row).collect_view();
    let label = t!(texts, "sheet-ticks", n = every.div_ceil(60));
    view! {
        <div>
            <p class="sheet-step">{label.clone()}</p>
            <Scroll label=label>
                <table class="table group-task">
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">{t!(texts, "interview-at")}</span></th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </Scroll>
        </div>
    }
    .into_any()
}
