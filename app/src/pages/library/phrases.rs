use domain::content::phrases;
use leptos::prelude::*;

use super::head::Head;
use crate::{
    frame::{Page, page},
    t,
    ui::Empty,
    visitor::Visitor,
};

/// `/phrases`
#[component]
pub(crate) fn Phrases() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let texts = visitor.texts;
        let mut lists: Vec<_> = visitor.library.phrases.values().collect();
        lists.sort_by_key(|list| list.forbidden);
        let none = lists.is_empty();
        let sections: Vec<_> = lists.into_iter().map(|list| section(&visitor, list)).collect();
        let body = view! {
            <Head visitor=visitor.clone() title=t!(texts, "nav-phrases") lead=t!(texts, "phrases-lead") />
            {none.then(|| view! { <Empty title=t!(texts, "phrases-none") hint=t!(texts, "courses-none-hint") /> })}
            {sections}
        };
        Ok(Page::new(t!(texts, "nav-phrases"), body))
    })
}

fn section(visitor: &Visitor, list: &phrases::Phrases) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let word = if list.forbidden {
        t!(texts, "phrases-forbidden")
    } else {
        t!(texts, "phrases-polite")
    };
    let rows: Vec<_> = list
        .of(&lang)
        .iter()
        .map(|phrase| {
            let except = (!phrase.except.is_empty()).then(|| {
                let except = phrase.except.join(texts.get("list-comma").as_str());
                view! { <span class="row-note">{t!(texts, "phrases-except", except = except)}</span> }
            });
            view! {
                <li class="row">
                    <div class="row-main">
                        <span class="row-title">{phrase.text.clone()}</span>
                        {except}
                    </div>
                </li>
            }
        })
        .collect();
    let translated = list.head.languages.contains(&lang);
    let language = list
        .head
        .languages
        .first()
        .filter(|_| !translated)
        .map(ToString::to_string);
    view! {
        <section class="section" id=list.head.id.clone() lang=language>
            <div class="section-head">
                <h2>{list.head.title.get(&lang).to_owned()}</h2>
                <span class="chip" data-tone=(!list.forbidden).then_some("jade")>{word}</span>
            </div>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
