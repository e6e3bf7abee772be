use leptos::prelude::*;
use store::missed_searches;

use crate::{missed::SHOWN_DAYS, t, texts::Texts};

/// What people searched for and did not find: what could be written next.
#[component]
pub(super) fn Missed(texts: Texts, missed: Vec<missed_searches::Missed>) -> AnyView {
    let none = missed.is_empty();
    let rows: Vec<_> = missed
        .into_iter()
        .map(|missed| {
            let times = t!(texts, "missed-times", n = missed.times, last = missed.last);
            view! {
                <li class="row">
                    <div class="row-main">
                        <span class="row-title">{missed.words}</span>
                        <span class="row-note">{times}</span>
                    </div>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section" id="missed">
            <h2>{t!(texts, "missed-title")}</h2>
            <p class="muted">{t!(texts, "missed-lead", days = SHOWN_DAYS)}</p>
            {if none {
                view! { <p>{t!(texts, "missed-none")}</p> }.into_any()
            } else {
                view! { <ul class="rows">{rows}</ul> }.into_any()
            }}
        </section>
    }
    .into_any()
}
