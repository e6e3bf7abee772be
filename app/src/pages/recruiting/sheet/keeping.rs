use leptos::prelude::*;

use crate::{islands::SheetKeeper, t, visitor::Visitor};

/// How keeping a form stood when its page was made.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kept {
    /// Nothing was written yet.
    Nothing,
    /// All is kept.
    All,
    /// A field cannot be kept as it is typed; the others are.
    NotAll,
}

/// Says how keeping stands, and lets the island keep what is written by the action at `address`.
#[component]
pub(super) fn Keeping(visitor: Visitor, address: &'static str, kept: Kept) -> AnyView {
    let texts = visitor.texts;
    let (saved, unfit) = (t!(texts, "sheet-saved"), t!(texts, "sheet-not-kept"));
    let (state, words) = match kept {
        Kept::Nothing => ("open", t!(texts, "sheet-unsaved")),
        Kept::All => ("saved", saved.clone()),
        Kept::NotAll => ("unsaved", unfit.clone()),
    };
    view! {
        <p
            class="save-state"
            id="sheet-state"
            role="status"
            data-state=state
            data-address=address
            data-made=visitor.now.0
            data-saved=saved
            data-saving=t!(texts, "sheet-saving")
            data-unreached=t!(texts, "sheet-unreached")
            data-unfit=unfit
            data-signed-out=t!(texts, "sheet-signed-out")
            data-closed=t!(texts, "sheet-closed")
        >
            {words}
        </p>
        <SheetKeeper />
    }
    .into_any()
}
