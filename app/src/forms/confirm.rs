use leptos::prelude::*;

use super::{Form, Returned};
use crate::{t, ui::Remark, visitor::Visitor};

/// A deed that needs a reason: folded behind its question, and open again when it came back with what is wrong.
#[component]
pub(crate) fn WithReason(
    /// Who looks at it.
    visitor: Visitor,
    /// The action's address: `action::<Decline>()`.
    action: &'static str,
    /// The hidden fields that say what it is about; they tell it from others of its kind on the same page.
    about: Vec<(&'static str, String)>,
    /// The words that open it.
    #[prop(into)]
    question: String,
    /// What follows from it.
    #[prop(into)]
    lead: String,
    /// The word on the button that does it.
    #[prop(into)]
    button: String,
    /// Whether something is taken away.
    #[prop(default = false)]
    danger: bool,
    /// Whether it stands in a row.
    #[prop(default = false)]
    small: bool,
    /// Further fields, above the reason.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let texts = visitor.texts;
    let back = Returned::to(&visitor, action, &about);
    let typed = back.typed("reason").unwrap_or_default().to_owned();
    let error = back.error("reason");
    let tone = if danger { "danger" } else { "quiet" };
    let size = if small { " small" } else { "" };
    let name = action.rsplit('/').next().unwrap_or_default();
    let id = about
        .iter()
        .fold(name.to_owned(), |id, (_, value)| format!("{id}-{value}"));
    let about = about.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value /> }
    });
    view! {
        <details class="confirm" open=back.is_here()>
            <summary class=format!("button {tone}{size}")>{question}</summary>
            <Form action class="confirm-body">
                {about.collect_view()}
                <p>{lead}</p>
                {children.map(|children| children())}
                <Remark id name="reason" label=t!(texts, "reason") value=typed error required=true />
                <div class="actions">
                    <button class=format!("button {tone}")>{button}</button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}
