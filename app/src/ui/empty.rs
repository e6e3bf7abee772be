use leptos::prelude::*;

/// What stands where a list would be when there is nothing in it: that it is empty, and what to do.
#[component]
pub fn Empty(
    /// That there is nothing.
    title: String,
    /// What to do about it.
    hint: String,
    /// The way to do it.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty">
            <p class="empty-title">{title}</p>
            <p>{hint}</p>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
