//! `/ratings/mine`: a rater's own ratings of replies.

use leptos::prelude::*;
use store::ratings::{self, Listed};

use crate::{
    frame::{Page, crumbs, page},
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// `/ratings/mine`
#[component]
pub(crate) fn OwnRatings() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let texts = visitor.texts;
        let title = t!(texts, "ratings-mine");
        let own = ratings::own(&visitor.site.store, &trainer).await?;
        let rows: Vec<_> = own.iter().map(|listed| row(&visitor, listed)).collect();
        let list = if rows.is_empty() {
            view! {
                <Empty title=t!(texts, "ratings-mine-empty") hint=t!(texts, "ratings-mine-empty-text")>
                    <div class="actions"><a class="button" href="/ratings">{t!(texts, "ratings-title")}</a></div>
                </Empty>
            }
            .into_any()
        } else {
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        let trail = crumbs(texts, [("/ratings", t!(texts, "ratings-title"))]);
        let body = view! {
            <PageHead title=title.clone() crumbs=trail lead=t!(texts, "ratings-mine-lead") />
            {list}
        };
        Ok(Page::new(title, body))
    })
}

/// A rating in the list, in the words of the current content: the reply and its own release are read when it is opened.
fn row(visitor: &Visitor, listed: &Listed) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let path = format!("/ratings/mine/{}", listed.rating.id);
    let when = visitor.site.calendar.date_time(listed.rating.at);
    let given = &listed.rating.given;
    let note = if given.quote.is_empty() {
        when
    } else {
        let quote = given.quote.replace('\n', " ");
        format!("{when} · {}", t!(texts, "rating-quoted", text = quote))
    };
    let scenario = visitor.library.scenarios.get(&listed.scenario);
    let title = scenario.map_or(&listed.scenario[..], |scenario| scenario.head.title.get(&lang));
    let criterion = |id: &str| {
        let mut criteria = scenario.into_iter().flat_map(|scenario| &scenario.criteria);
        let found = criteria.find(|criterion| criterion.id == id);
        found.map_or_else(
            || id.to_owned(),
            |criterion| criterion.title.get(&lang).to_owned(),
        )
    };
    let points = given.points.iter();
    let points = points.map(|(id, points)| format!("{} {points}", criterion(id)));
    let critical = given.critical.then(|| t!(texts, "play-critical-customer"));
    let points = points.chain(critical).collect::<Vec<_>>().join(" · ");
    view! {
        <li class="row">
            <div class="row-main">
                <a class="row-title" href=path>{title.to_owned()}</a>
                <span class="row-note">{note}</span>
            </div>
            <div class="row-end">{points}</div>
        </li>
    }
    .into_any()
}
