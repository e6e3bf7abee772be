use domain::gate::Report;
use leptos::prelude::*;

use crate::{
    actions::Withdraw,
    forms::{WithReason, action},
    t,
    visitor::Visitor,
};

/// The form that ends a live status at once.
pub(crate) fn withdraw(visitor: &Visitor, report: &Report, login: &str, name: &str) -> AnyView {
    let texts = visitor.texts;
    view! {
        <WithReason
            visitor=visitor.clone()
            action={action::<Withdraw>()}
            about=vec![("login", login.to_owned()), ("role", report.role.clone())]
            question=t!(texts, "approvals-withdraw-ask")
            lead=t!(texts, "approvals-withdraw-lead", name = name)
            button=t!(texts, "approvals-withdraw")
            danger=true
            small=true
        />
    }
    .into_any()
}
