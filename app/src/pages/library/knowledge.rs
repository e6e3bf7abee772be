use domain::content::knowledge;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::head::Head;
use crate::{
    frame::{Page, crumbs, page},
    islands::Copy,
    refusal::Refusal,
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// `/knowledge`
#[component]
pub(crate) fn KnowledgeList() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let (texts, lang) = (visitor.texts, visitor.lang());
        let title = t!(texts, "knowledge");
        let rows: Vec<_> = visitor
            .library
            .knowledge
            .values()
            .map(|entry| {
                view! {
                    <li class="row">
                        <div class="row-main">
                            <a class="row-title" href=format!("/knowledge/{}", entry.head.id)>
                                {entry.head.title.get(&lang).to_owned()}
                            </a>
                            <span class="row-note">{entry.plain.get(&lang).to_owned()}</span>
                        </div>
                    </li>
                }
            })
            .collect();
        let list = if rows.is_empty() {
            let (title, hint) = (t!(texts, "knowledge-none"), t!(texts, "courses-none-hint"));
            view! { <Empty title hint /> }.into_any()
        } else {
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        let body = view! {
            <Head visitor=visitor.clone() title=title.clone() lead=t!(texts, "knowledge-lead") />
            {list}
        };
        Ok(Page::new(title, body))
    })
}

/// `/knowledge/{entry}`
#[component]
pub(crate) fn KnowledgeEntry() -> impl IntoView {
    let id = use_params_map().get_untracked().get("entry").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let library = visitor.library.clone();
        let entry = library.knowledge.get(&id).ok_or(Refusal::NotFound)?;
        let title = entry.head.title.get(&visitor.lang()).to_owned();
        Ok(Page::new(title, shown(&visitor, entry)))
    })
}

fn shown(visitor: &Visitor, entry: &knowledge::Knowledge) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let translated = entry.head.languages.contains(&lang);
    let language = entry.head.languages.first().filter(|_| !translated);
    let language = language.map(ToString::to_string);
    let body = entry.body.get(&lang).to_owned();
    let body = (!body.is_empty()).then(|| {
        view! { <div class="prose section" lang=language.clone() inner_html=body></div> }
    });
    // Tags are written once, in the default language.
    let written = entry.head.languages.first().map(ToString::to_string);
    let tags = entry.tags.iter().map(|tag| {
        let path = format!("/search?q={tag}");
        view! { <a class="chip" lang=written.clone() href=path>{tag.clone()}</a> }
    });
    let back = crumbs(texts, [("/knowledge", t!(texts, "knowledge"))]);
    view! {
        <PageHead title=entry.head.title.get(&lang).to_owned() crumbs=back />
        {(!translated)
            .then(|| view! { <div class="notice" data-kind="info"><p>{t!(texts, "not-translated")}</p></div> })}
        <section class="card" aria-labelledby="wording">
            <h2 class="card-title" id="wording">{t!(texts, "knowledge-wording")}</h2>
            <div class="prose" lang=language.clone() inner_html=entry.wording.get(&lang).to_owned()></div>
            <div class="actions">
                <button
                    type="button"
                    class="button quiet small"
                    id="copy"
                    hidden
                    data-text=entry.plain.get(&lang).to_owned()
                >
                    {t!(texts, "knowledge-copy")}
                </button>
                <span class="muted" id="copied" role="status" data-done=t!(texts, "knowledge-copied")></span>
                <Copy />
            </div>
        </section>
        {body}
        <p class="chips section">{tags.collect_view()}</p>
    }
    .into_any()
}
