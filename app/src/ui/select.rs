use leptos::prelude::*;

/// A labelled list to choose one from.
#[component]
pub fn Select(
    /// The name it is sent under.
    name: &'static str,
    /// Its id; the name when none is given. Must differ where a page has two of the same name.
    #[prop(default = None, into)]
    id: Option<String>,
    /// The label.
    #[prop(into)]
    label: String,
    /// Value and words of each choice.
    options: Vec<(String, String)>,
    /// The value chosen.
    #[prop(optional, into)]
    chosen: String,
    /// What is wrong with it.
    #[prop(default = None, into)]
    error: Option<String>,
) -> AnyView {
    let id = id.unwrap_or_else(|| name.to_owned());
    let options = options.into_iter().map(|(value, words)| {
        let selected = value == chosen;
        view! {
            <option value=value selected=selected>
                {words}
            </option>
        }
    });
    let described = error.as_ref().map(|_| format!("{id}-error"));
    let error = error.map(|error| {
        let id = format!("{id}-error");
        view! {
            <p class="error" id=id>
                {error}
            </p>
        }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id name=name aria-invalid=described.is_some().then_some("true") aria-describedby=described>
                {options.collect_view()}
            </select>
            {error}
        </div>
    }
    .into_any()
}
