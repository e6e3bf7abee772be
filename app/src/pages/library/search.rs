use domain::{
    access::Access,
    search::{Hit, Kind, Piece},
};
use leptos::prelude::*;

use crate::{
    frame::{Page, page},
    t,
    texts::Texts,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// How many results are shown; whoever gets more asks more exactly.
const MOST: usize = 50;

/// `/search?q=…`: a look through the titles and texts of the published content, which is in memory.
#[component]
pub(crate) fn Search() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let texts = visitor.texts;
        let asked = visitor.query("q").unwrap_or_default().trim().to_owned();
        let index = visitor.library.search.of(&visitor.lang());
        let found = index
            .filter(|_| !asked.is_empty())
            .map(|index| index.search(&asked, |kind| may(&visitor, kind), MOST));
        let (hits, total, near) =
            found.map_or_else(Default::default, |found| (found.hits, found.total, found.near));
        let lead = if asked.is_empty() || total == 0 {
            t!(texts, "search-how")
        } else if near {
            t!(texts, "search-near", q = asked.clone())
        } else {
            t!(texts, "search-count", n = total, q = asked.clone())
        };
        let none = total == 0 && !asked.is_empty();
        // What others may open is there: only what nobody can find is missing.
        if none && index.is_some_and(|index| index.search(&asked, |_| true, 1).total == 0) {
            let day = visitor.site.calendar.date(visitor.now);
            visitor.site.missed.note(&day, &asked);
        }
        let more = (total > MOST).then(|| {
            view! { <p class="muted">{t!(texts, "search-more", n = MOST)}</p> }
        });
        let rows = hits.iter().map(|hit| row(hit, texts)).collect_view();
        let body = view! {
            <PageHead title=t!(texts, "search") lead=lead />
            <form class="filters" action="/search">
                <div class="field">
                    <label for="q">{t!(texts, "search-words")}</label>
                    <input id="q" type="search" name="q" value=asked />
                </div>
                <button class="button">{t!(texts, "search")}</button>
            </form>
            {none.then(|| view! { <Empty title=t!(texts, "search-none") hint=t!(texts, "search-none-hint") /> })}
            <ul class="rows">{rows}</ul>
            {more}
        };
        Ok(Page::new(t!(texts, "search"), body))
    })
}

/// Whether the visitor may open what of this kind is found.
fn may(visitor: &Visitor, kind: Kind) -> bool {
    match kind {
        Kind::Course | Kind::Lesson | Kind::Policy => {
            visitor.has(Access::Learner) || visitor.has(Access::Trainer)
        }
        Kind::Scenario | Kind::Quiz => visitor.has(Access::Learner),
        Kind::Phrase | Kind::Forbidden | Kind::Knowledge | Kind::Term => true,
    }
}

/// Where it is shown.
fn path(kind: Kind, id: &str) -> String {
    match kind {
        Kind::Course | Kind::Lesson => format!("/courses/{id}"),
        Kind::Policy => format!("/policies/{id}"),
        Kind::Scenario => format!("/scenarios/{id}"),
        Kind::Quiz => format!("/quizzes/{id}"),
        Kind::Phrase | Kind::Forbidden => format!("/phrases#{id}"),
        Kind::Knowledge => format!("/knowledge/{id}"),
        Kind::Term => "/glossary".to_owned(),
    }
}

fn word(kind: Kind, texts: Texts) -> String {
    match kind {
        Kind::Course => t!(texts, "search-course"),
        Kind::Lesson => t!(texts, "search-lesson"),
        Kind::Policy => t!(texts, "search-policy"),
        Kind::Scenario => t!(texts, "search-scenario"),
        Kind::Quiz => t!(texts, "search-quiz"),
        Kind::Phrase => t!(texts, "search-phrase"),
        Kind::Forbidden => t!(texts, "phrases-forbidden"),
        Kind::Knowledge => t!(texts, "search-knowledge"),
        Kind::Term => t!(texts, "search-term"),
    }
}

fn row(hit: &Hit, texts: Texts) -> AnyView {
    let kind = hit.document.kind;
    let tone = (kind == Kind::Forbidden).then_some("vermilion");
    let word = word(kind, texts);
    let excerpt =
        (!hit.excerpt.is_empty()).then(|| view! { <span class="row-note">{pieces(&hit.excerpt)}</span> });
    view! {
        <li class="row">
            <div class="row-main">
                <a class="row-title" href=path(kind, &hit.document.id)>
                    {pieces(&hit.title)}
                </a>
                {excerpt}
            </div>
            <div class="row-end">
                <span class="chip" data-tone=tone>{word}</span>
            </div>
        </li>
    }
    .into_any()
}

fn pieces(pieces: &[Piece]) -> Vec<AnyView> {
    let show = |piece: &Piece| {
        let text = piece.text.clone();
        if piece.found {
            view! { <mark>{text}</mark> }.into_any()
        } else {
            text.into_any()
        }
    };
    pieces.iter().map(show).collect()
}
