use leptos::prelude::*;

/// A box for a note or a reason, with an id of its own, for pages that have several of the same name.
#[component]
pub fn Remark(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The name it is sent under.
    name: &'static str,
    /// The label.
    #[prop(into)]
    label: String,
    /// What was typed before.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with it.
    #[prop(default = None, into)]
    error: Option<String>,
    /// Whether it must be filled in.
    #[prop(default = false)]
    required: bool,
) -> AnyView {
    let described = error.as_ref().map(|_| format!("{id}-error"));
    let invalid = error.is_some().then_some("true");
    let error = error.zip(described.clone()).map(|(error, id)| {
        view! {
            <p class="error" id=id>
                {error}
            </p>
        }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <textarea
                id=id
                name=name
                rows="3"
                maxlength="1000"
                required=required
                aria-invalid=invalid
                aria-describedby=described
            >
                {value}
            </textarea>
            {error}
        </div>
    }
    .into_any()
}
