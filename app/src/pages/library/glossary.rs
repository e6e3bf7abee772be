use leptos::prelude::*;

use super::head::Head;
use crate::{
    frame::{Page, page},
    t,
    ui::Empty,
    visitor::Visitor,
};

/// `/glossary`
#[component]
pub(crate) fn Glossary() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let (texts, lang) = (visitor.texts, visitor.lang());
        let title = t!(texts, "glossary");
        let terms: Vec<_> = visitor
            .library
            .glossary
            .iter()
            .flat_map(|glossary| &glossary.terms)
            .map(|term| {
                view! {
                    <div id=format!("term-{}", term.term.default())>
                        <dt>{term.term.get(&lang).to_owned()}</dt>
                        <dd inner_html=term.meaning.get(&lang).to_owned()></dd>
                    </div>
                }
            })
            .collect();
        let list = if terms.is_empty() {
            let (title, hint) = (t!(texts, "glossary-none"), t!(texts, "courses-none-hint"));
            view! { <Empty title hint /> }.into_any()
        } else {
            view! { <dl class="terms">{terms}</dl> }.into_any()
        };
        let body = view! {
            <Head visitor=visitor.clone() title=title.clone() lead=t!(texts, "glossary-lead") />
            {list}
        };
        Ok(Page::new(title, body))
    })
}
