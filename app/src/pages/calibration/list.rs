use leptos::prelude::*;
use store::calibrations::{self, Summary};

use crate::{
    frame::{Page, crumbs, page},
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// `/ratings/calibrations`
#[component]
pub(crate) fn Calibrations() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let texts = visitor.texts;
        let all = calibrations::all(&visitor.site.store, &trainer).await?;
        let back = crumbs(texts, [("/ratings", t!(texts, "ratings-title"))]);
        let add = view! {
            <div class="actions"><a class="button" href="/ratings/calibrations/new">{t!(texts, "calibration-new")}</a></div>
        };
        let title = t!(texts, "calibration-title");
        if all.is_empty() {
            let body = view! {
                <PageHead title=title.clone() crumbs=back lead=t!(texts, "calibration-lead") />
                <Empty title=t!(texts, "calibration-none") hint=t!(texts, "calibration-none-hint")>{add}</Empty>
            };
            return Ok(Page::new(title, body));
        }
        let rows: Vec<_> = all.iter().map(|one| row(&visitor, one)).collect();
        let body = view! {
            <PageHead title=title.clone() crumbs=back lead=t!(texts, "calibration-lead")>{add}</PageHead>
            <ul class="rows">{rows}</ul>
        };
        Ok(Page::new(title, body))
    })
}

fn row(visitor: &Visitor, one: &Summary) -> AnyView {
    let texts = visitor.texts;
    let (tone, word) = match one.closed {
        Some(_) => (None, t!(texts, "calibration-is-closed")),
        None if one.own < one.items => (Some("amber"), t!(texts, "calibration-to-rate")),
        None => (Some("jade"), t!(texts, "calibration-rated")),
    };
    let note = t!(texts, "calibration-progress", n = one.items, own = one.own);
    let made = visitor.site.calendar.date(one.made);
    view! {
        <li class="row">
            <div class="row-main">
                <a class="row-title" href=format!("/ratings/calibrations/{}", one.id)>{one.title.clone()}</a>
                <span class="row-note">{note}" · "<time>{made}</time></span>
            </div>
            <div class="row-end"><span class="chip" data-tone=tone>{word}</span></div>
        </li>
    }
    .into_any()
}
