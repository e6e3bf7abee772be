use leptos::prelude::*;

/// What may be wider than the page and scrolls in itself: by finger, by wheel, and by keyboard.
#[component]
pub fn Scroll(
    /// What it holds, for those who do not see it.
    #[prop(into)]
    label: String,
    /// The table.
    children: Children,
) -> AnyView {
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=label>
            {children()}
        </div>
    }
    .into_any()
}
