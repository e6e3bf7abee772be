use domain::evidence::ExtraTime;
use leptos::prelude::*;
use store::accounts::Account;

use crate::{
    actions::{GrantAttempt, GrantTime, VoidAttempt},
    forms::{Form, action},
    gate_view::extra_time,
    staff::powers::{EXTRA, code},
    t,
    ui::{Remark, Select},
    visitor::Visitor,
};

/// What was typed into one of several forms of the same kind, when it is the one that came back.
struct Typed {
    back: bool,
    reason: String,
    error: Option<String>,
}

impl Typed {
    fn of(visitor: &Visitor, form: &str, field: &str, value: &str) -> Self {
        let back = visitor.typed(form, field) == Some(value);
        let reason = visitor.typed(form, "reason").filter(|_| back);
        let error = visitor.error(form, "reason").filter(|_| back);
        Self {
            back,
            reason: reason.unwrap_or_default().to_owned(),
            error: error.map(ToOwned::to_owned),
        }
    }
}

/// The form that takes an attempt out of account.
pub(super) fn void(visitor: &Visitor, attempt: &str, number: i64) -> AnyView {
    let texts = visitor.texts;
    let Typed { back, reason, error } = Typed::of(visitor, "void-attempt", "attempt", attempt);
    let (id, attempt) = (format!("void-{attempt}"), attempt.to_owned());
    view! {
        <details class="confirm" open=back>
            <summary class="button danger small">{t!(texts, "powers-void-ask", n = number)}</summary>
            <Form action={action::<VoidAttempt>()} class="confirm-body">
                <input type="hidden" name="attempt" value=attempt />
                <p>{t!(texts, "powers-void-lead")}</p>
                <Remark id name="reason" label=t!(texts, "approvals-reason") value=reason error required=true />
                <div class="actions">
                    <button class="button danger">{t!(texts, "powers-void")}</button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}

/// The form that grants one more attempt.
pub(super) fn grant_attempt(visitor: &Visitor, account: &Account, quiz: &str) -> AnyView {
    let texts = visitor.texts;
    let Typed { back, reason, error } = Typed::of(visitor, "grant-attempt", "quiz", quiz);
    let (login, quiz) = (account.login.clone(), quiz.to_owned());
    let lead = t!(texts, "powers-grant-lead", name = account.shown());
    view! {
        <details class="confirm" open=back>
            <summary class="button quiet">{t!(texts, "powers-grant-ask")}</summary>
            <Form action={action::<GrantAttempt>()} class="confirm-body">
                <input type="hidden" name="login" value=login />
                <input type="hidden" name="quiz" value=quiz />
                <p>{lead}</p>
                <Remark
                    id="grant-reason"
                    name="reason"
                    label=t!(texts, "approvals-reason")
                    value=reason
                    error
                    required=true
                />
                <div class="actions">
                    <button class="button quiet">{t!(texts, "powers-grant")}</button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}

/// The form that grants more time for all quizzes.
pub(super) fn grant_time(visitor: &Visitor, account: &Account, now: ExtraTime) -> AnyView {
    let texts = visitor.texts;
    let login = account.login.clone();
    let lead = t!(texts, "powers-time-lead", name = account.shown());
    let Typed { back, reason, error } = Typed::of(visitor, "grant-time", "login", &login);
    let options = EXTRA
        .into_iter()
        .map(|time| (code(time), extra_time(texts, time)))
        .collect();
    let typed = visitor.typed("grant-time", "time").filter(|_| back);
    let chosen = typed.map_or_else(|| code(now), ToOwned::to_owned);
    let unknown = visitor.error("grant-time", "time").filter(|_| back);
    let unknown = unknown.map(ToOwned::to_owned);
    view! {
        <details class="confirm" open=back>
            <summary class="button quiet">{t!(texts, "powers-time-ask")}</summary>
            <Form action={action::<GrantTime>()} class="confirm-body">
                <input type="hidden" name="login" value=login />
                <p>{lead}</p>
                <Select name="time" label=t!(texts, "powers-time") options chosen error=unknown />
                <Remark
                    id="time-reason"
                    name="reason"
                    label=t!(texts, "approvals-reason")
                    value=reason
                    error
                    required=true
                />
                <div class="actions">
                    <button class="button quiet">{t!(texts, "powers-time-grant")}</button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}
