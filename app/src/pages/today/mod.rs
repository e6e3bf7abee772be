//! `/`: what everybody sees first, one section for each access, stacked by urgency.

mod admin;
mod contact;
mod learner;
mod recruiter;
mod steps;
mod supervisor;
mod trainer;

use domain::access::Access;
use leptos::prelude::*;

use crate::{
    frame::{Page, page},
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// The order of the sections: what others wait for comes before what one does for oneself.
const ORDER: [Access; 5] = [
    Access::Supervisor,
    Access::Recruiter,
    Access::Trainer,
    Access::Learner,
    Access::Admin,
];

/// `/`
#[component]
pub(crate) fn Today() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let texts = visitor.texts;
        let mut sections = Vec::new();
        for access in ORDER.into_iter().filter(|access| visitor.has(*access)) {
            sections.push(match access {
                Access::Learner => learner::section(&visitor).await?,
                Access::Trainer => trainer::section(&visitor).await?,
                Access::Recruiter => recruiter::section(&visitor).await?,
                Access::Supervisor => supervisor::section(&visitor).await?,
                Access::Admin => admin::section(&visitor).await?,
            });
        }
        let body = view! {
            <PageHead title=t!(texts, "nav-today") />
            {sections}
        };
        Ok(Page::new(t!(texts, "nav-today"), body))
    })
}

/// A section with nothing in it: what it would hold, and how to get there.
fn empty(title: String, hint: String) -> AnyView {
    view! { <Empty title hint /> }.into_any()
}
