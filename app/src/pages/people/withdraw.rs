use domain::gate::Report;
use leptos::prelude::*;

use crate::{
    actions::Withdraw,
    forms::{Form, action},
    t,
    ui::Remark,
    visitor::Visitor,
};

/// The form that ends a live status at once.
pub(crate) fn withdraw(visitor: &Visitor, report: &Report, login: &str, name: &str) -> AnyView {
    let texts = visitor.texts;
    let (login, role) = (login.to_owned(), report.role.clone());
    let back = visitor.typed("withdraw", "login") == Some(&login)
        && visitor.typed("withdraw", "role") == Some(&role);
    let error = visitor.error("withdraw", "reason").filter(|_| back);
    let error = error.map(ToOwned::to_owned);
    let value = visitor.typed("withdraw", "reason").filter(|_| back);
    let value = value.unwrap_or_default().to_owned();
    let id = format!("withdraw-{login}-{role}");
    let lead = t!(texts, "approvals-withdraw-lead", name = name);
    view! {
        <details class="confirm" open=back>
            <summary class="button danger small">{t!(texts, "approvals-withdraw-ask")}</summary>
            <Form action={action::<Withdraw>()} class="confirm-body">
                <input type="hidden" name="login" value=login />
                <input type="hidden" name="role" value=role />
                <p>{lead}</p>
                <Remark id name="reason" label=t!(texts, "approvals-reason") value error required=true />
                <div class="actions">
                    <button class="button danger">{t!(texts, "approvals-withdraw")}</button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}
