use leptos::{prelude::*, server_fn::ServerFn};
use store::chance;

use crate::visitor::Visitor;

/// The address of an action, for [`Form`]: `action::<SignIn>()`.
pub(crate) fn action<A: ServerFn>() -> &'static str {
    A::PATH
}

/// A form that posts to an action, with the session's token and a key that makes sending twice one deed.
#[component]
pub(crate) fn Form(
    /// The action's address: `action::<SignIn>()`.
    action: &'static str,
    /// The class of the form.
    #[prop(optional, into)]
    class: Option<String>,
    /// The id of the form, for buttons outside it.
    #[prop(optional, into)]
    id: Option<String>,
    /// The fields and the button.
    children: Children,
) -> AnyView {
    let visitor = Visitor::current();
    let key = visitor
        .as_ref()
        .and_then(|visitor| chance::id(visitor.now).ok())
        .unwrap_or_default();
    let token = visitor
        .and_then(|visitor| visitor.session.as_ref().map(store::sessions::Session::csrf))
        .unwrap_or_default();
    view! {
        <form method="post" action=action class=class id=id>
            <input type="hidden" name="token" value=token />
            <input type="hidden" name="key" value=key />
            {children()}
        </form>
    }
    .into_any()
}
