use leptos::prelude::*;

use super::{CrumbTrail, Crumbs};

/// The head of a page: the ways back, its one `<h1>`, a sentence that says what the page is for, and its one main action.
#[component]
pub fn PageHead(
    /// The heading.
    #[prop(into)]
    title: String,
    /// The ways back, above it.
    #[prop(default = None, into)]
    crumbs: Option<Crumbs>,
    /// The sentence under it.
    #[prop(default = None, into)]
    lead: Option<String>,
    /// What stands at the right: the main action, a lamp.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <header class="page-head">
            <div>
                {crumbs.map(|crumbs| view! { <CrumbTrail crumbs /> })}
                <h1>{title}</h1>
                {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
            {children.map(|children| children())}
        </header>
    }
    .into_any()
}
