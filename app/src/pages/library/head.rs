use leptos::prelude::*;

use crate::{t, ui::PageHead, visitor::Visitor};

/// The head of what is looked up while serving: phrases, approved answers, terms.
#[component]
pub(super) fn Head(visitor: Visitor, title: String, lead: String) -> AnyView {
    let texts = visitor.texts;
    let views = [
        ("/phrases", t!(texts, "nav-phrases")),
        ("/knowledge", t!(texts, "knowledge")),
        ("/glossary", t!(texts, "glossary")),
    ];
    let views = views.map(|(path, word)| {
        let current = (visitor.path == path).then_some("page");
        view! { <li><a href=path aria-current=current>{word}</a></li> }
    });
    view! {
        <PageHead title=title lead=lead />
        <nav class="tabs" aria-label=t!(texts, "library-views")>
            <ul>{views.collect_view()}</ul>
        </nav>
    }
    .into_any()
}
