use leptos::prelude::*;

/// The head of a page: its one `<h1>`, and a sentence that says what the page is for.
#[component]
pub fn PageHead(
    /// The heading.
    #[prop(into)]
    title: String,
    /// The sentence under it.
    #[prop(into, optional)]
    lead: Option<String>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <h1>{title}</h1>
            {lead.map(|lead| view! { <p class="page-head__lead">{lead}</p> })}
        </header>
    }
}
