use leptos::{prelude::*, tachys::html::InertElement};

/// The shape of a requirement's state: `met`, `pending`, `missing` or `expired`.
#[component]
pub fn StateShape(
    /// The state.
    state: &'static str,
) -> AnyView {
    InertElement::new([OPEN, shape(state), "</svg>"].concat()).into_any()
}

const OPEN: &str =
    r#"<svg class="shape" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">"#;

/// One line of a gate report.
#[component]
pub fn RequirementRow(
    /// `met`, `pending`, `missing` or `expired`.
    state: &'static str,
    /// What is required.
    #[prop(into)]
    title: String,
    /// Where what was done about it stands.
    #[prop(default = None, into)]
    leads: Option<String>,
    /// The state in a word.
    #[prop(into)]
    word: String,
    /// Since when, how far, from whom.
    #[prop(default = None, into)]
    note: Option<String>,
    /// The next step: where it leads, and its words.
    #[prop(default = None, into)]
    next: Option<(String, String)>,
) -> AnyView {
    let title = match leads {
        Some(leads) => view! { <a href=leads>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <li class="requirement" data-state=state>
            <StateShape state />
            <div>
                <span class="requirement-title">{title}</span>
                <span class="requirement-note">
                    <span class="state">{word}</span>
                    {note.map(|note| format!(" · {note}"))}
                </span>
            </div>
            {next.map(|(href, words)| view! { <a class="button quiet small" href=href>{words}</a> })}
        </li>
    }
    .into_any()
}

fn shape(state: &str) -> &'static str {
    match state {
        "met" => concat!(
            r#"<path d="M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM5.4 10.2l3.3 3.3 6-6.1-1.3-1.3-4.7 4.8-2-2z" "#,
            r#"fill="currentColor" fill-rule="evenodd"/>"#
        ),
        "pending" => concat!(
            r#"<circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.75"/>"#,
            r#"<circle cx="10" cy="10" r="3.25" fill="currentColor"/>"#
        ),
        "expired" => concat!(
            r#"<path d="M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM9.1 5.2v5.4l4 2.4.9-1.5-3.1-1.9V5.2z" "#,
            r#"fill="currentColor" fill-rule="evenodd"/>"#
        ),
        _ => r#"<circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.75"/>"#,
    }
}
