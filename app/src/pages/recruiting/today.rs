//! The recruiter's part of today: interviews with time, candidate, room and one button; own sheets still open.

use leptos::prelude::*;
use store::{
    actors::Recruiter,
    interviews::{self, Interview},
};

use super::row::row;
use crate::{refusal::Refusal, t, visitor::Visitor};

/// Seconds from the first moment of a day to one that surely is in the next one.
const A_DAY: i64 = 26 * 3600;

/// What a recruiter sees of today.
pub(crate) async fn today(visitor: &Visitor, recruiter: &Recruiter) -> Result<AnyView, Refusal> {
    let calendar = &visitor.site.calendar;
    let from = calendar.start_of_day(visitor.now);
    // A day may have 23 or 25 hours.
    let until = calendar.start_of_day(from.plus_seconds(A_DAY));
    let all = interviews::list(&visitor.site.store, recruiter, from, until).await?;
    let (today, earlier): (Vec<Interview>, Vec<Interview>) =
        all.into_iter().partition(|each| each.at >= from);
    let texts = visitor.texts;
    let rows = |list: &[Interview]| {
        let rows = list
            .iter()
            .map(|each| row(visitor, each, &recruiter.account, true));
        view! { <ul class="rows">{rows.collect_view()}</ul> }
    };
    let planned = if today.is_empty() {
        view! { <p class="muted">{t!(texts, "interviews-today-none")}</p> }.into_any()
    } else {
        rows(&today).into_any()
    };
    Ok(view! {
        <section class="section">
            <div class="section-head">
                <h2>{t!(texts, "interviews-today")}</h2>
                <a href="/candidates">{t!(texts, "candidates-title")}</a>
            </div>
            {planned}
        </section>
        {(!earlier.is_empty())
            .then(|| {
                view! {
                    <section class="section">
                        <h2>{t!(texts, "interviews-open-sheets")}</h2>
                        {rows(&earlier)}
                    </section>
                }
            })}
    }
    .into_any())
}
