use domain::time::Moment;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::attempts::State;

use super::{open, result};
use crate::{frame::page, quiz::pinned::Pinned, visitor::Visitor};

/// `/attempts/ID`: the questions while it is open, the result afterwards.
#[component]
pub(crate) fn Attempt() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let pinned = Pinned::own(&visitor, &id).await?;
        if pinned.attempt.state == State::Open {
            return open::page(&visitor, &pinned);
        }
        let learner = visitor.learner()?;
        let attempts = store::attempts::list(&visitor.site.store, &learner.person).await?;
        let entries = store::evidence::of_person(&visitor.site.store, &learner.person).await?;
        result::page(&visitor, &pinned, &attempts, &entries)
    })
}

/// Whole seconds until a moment, none once it is over.
pub(super) fn seconds_left(deadline: Moment, now: Moment) -> u32 {
    u32::try_from(deadline.seconds_since(now)).unwrap_or(0)
}
