use leptos::prelude::*;

/// The ways back from a page, the farthest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumbs {
    /// What the list of them is called.
    pub nav: String,
    /// Path and words of each page above this one.
    pub ways: Vec<(String, String)>,
}

/// The ways back as links, above a page's heading.
#[component]
pub fn CrumbTrail(
    /// The ways back.
    crumbs: Crumbs,
) -> AnyView {
    let ways = crumbs.ways.into_iter().map(|(href, words)| {
        view! { <li><a href=href>{words}</a></li> }
    });
    view! {
        <nav class="crumbs" aria-label=crumbs.nav>
            <ol>{ways.collect_view()}</ol>
        </nav>
    }
    .into_any()
}
