use leptos::prelude::*;

use crate::{t, ui::PageHead, visitor::Visitor};

/// The head of the administration with its three views.
#[component]
pub(super) fn Head(visitor: Visitor, #[prop(optional)] children: Option<Children>) -> AnyView {
    let texts = visitor.texts;
    let views = [
        ("/admin", t!(texts, "admin-accounts")),
        ("/admin/teams", t!(texts, "admin-teams")),
        ("/admin/tokens", t!(texts, "admin-tokens")),
    ];
    let views = views.map(|(path, word)| {
        let current = (visitor.path == path).then_some("page");
        view! { <li><a href=path aria-current=current>{word}</a></li> }
    });
    view! {
        <PageHead title=t!(texts, "admin-title") lead=t!(texts, "admin-lead")>
            {children.map(|children| children())}
        </PageHead>
        <nav class="tabs" aria-label=t!(texts, "admin-views")>
            <ul>{views.collect_view()}</ul>
        </nav>
    }
    .into_any()
}
