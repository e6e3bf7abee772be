use leptos::prelude::*;

/// A labelled text field with its hint and its error.
#[component]
pub fn Field(
    /// The name it is sent under; also its id.
    name: &'static str,
    /// The label.
    #[prop(into)]
    label: String,
    /// What it holds.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with it.
    #[prop(default = None, into)]
    error: Option<String>,
    /// A sentence under the label.
    #[prop(default = None, into)]
    hint: Option<String>,
    /// The `type` of the input; `textarea` makes a box of several lines.
    #[prop(default = "text")]
    kind: &'static str,
    /// What browsers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether it must be filled in.
    #[prop(default = false)]
    required: bool,
) -> AnyView {
    let invalid = error.is_some().then_some("true");
    let described = match (&error, &hint) {
        (None, None) => None,
        (Some(_), None) => Some(format!("{name}-error")),
        (None, Some(_)) => Some(format!("{name}-hint")),
        (Some(_), Some(_)) => Some(format!("{name}-error {name}-hint")),
    };
    let control = if kind == "textarea" {
        view! {
            <textarea id=name name=name required=required aria-invalid=invalid aria-describedby=described>
                {value}
            </textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                id=name
                name=name
                type=kind
                value=value
                required=required
                autocomplete=autocomplete
                autocapitalize="none"
                aria-invalid=invalid
                aria-describedby=described
            />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            {control}
            {error.map(|error| view! { <p class="error" id=format!("{name}-error")>{error}</p> })}
        </div>
    }
    .into_any()
}
