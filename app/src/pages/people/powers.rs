use domain::evidence::ExtraTime;
use leptos::prelude::*;
use store::accounts::Account;

use crate::{
    actions::{GrantAttempt, GrantTime, VoidAttempt},
    forms::{Returned, WithReason, action},
    gate_view::extra_time,
    staff::powers::{EXTRA, code},
    t,
    ui::Select,
    visitor::Visitor,
};

/// The form that takes an attempt out of account.
pub(super) fn void(visitor: &Visitor, attempt: &str, number: i64) -> AnyView {
    let texts = visitor.texts;
    view! {
        <WithReason
            visitor=visitor.clone()
            action={action::<VoidAttempt>()}
            about=vec![("attempt", attempt.to_owned())]
            question=t!(texts, "powers-void-ask", n = number)
            lead=t!(texts, "powers-void-lead")
            button=t!(texts, "powers-void")
            danger=true
            small=true
        />
    }
    .into_any()
}

/// The form that grants one more attempt.
pub(super) fn grant_attempt(visitor: &Visitor, account: &Account, quiz: &str) -> AnyView {
    let texts = visitor.texts;
    view! {
        <WithReason
            visitor=visitor.clone()
            action={action::<GrantAttempt>()}
            about=vec![("login", account.login.clone()), ("quiz", quiz.to_owned())]
            question=t!(texts, "powers-grant-ask")
            lead=t!(texts, "powers-grant-lead", name = account.shown())
            button=t!(texts, "powers-grant")
        />
    }
    .into_any()
}

/// The form that grants more time for all quizzes.
pub(super) fn grant_time(visitor: &Visitor, account: &Account, now: ExtraTime) -> AnyView {
    let texts = visitor.texts;
    let about = vec![("login", account.login.clone())];
    let back = Returned::to(visitor, action::<GrantTime>(), &about);
    let chosen = back.typed("time").map_or_else(|| code(now), ToOwned::to_owned);
    let error = back.error("time");
    let options = EXTRA
        .into_iter()
        .map(|time| (code(time), extra_time(texts, time)))
        .collect();
    view! {
        <WithReason
            visitor=visitor.clone()
            action={action::<GrantTime>()}
            about
            question=t!(texts, "powers-time-ask")
            lead=t!(texts, "powers-time-lead", name = account.shown())
            button=t!(texts, "powers-time-grant")
        >
            <Select name="time" label=t!(texts, "powers-time") options chosen error />
        </WithReason>
    }
    .into_any()
}
