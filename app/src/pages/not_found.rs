use leptos::prelude::*;

use crate::{frame::page, refusal::Refusal, visitor::Visitor};

/// What an address that leads nowhere answers: status 404, and a way on.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    page(move |_: Visitor| async { Err(Refusal::NotFound) })
}
