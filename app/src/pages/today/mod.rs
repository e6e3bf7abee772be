//! `/`: what everybody sees first, one section for each access, stacked by urgency.

mod learner;

use domain::access::Access;
use leptos::prelude::*;

use crate::{
    frame::{Page, page},
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// `/`
#[component]
pub(crate) fn Today() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let texts = visitor.texts;
        let learning = if visitor.has(Access::Learner) {
            Some(learner::section(&visitor).await?)
        } else {
            None
        };
        let body = view! {
            <PageHead title=t!(texts, "nav-today") />
            {learning}
        };
        Ok(Page::new(t!(texts, "nav-today"), body))
    })
}
