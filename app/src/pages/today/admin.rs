use leptos::prelude::*;
use store::accounts;

use crate::{refusal::Refusal, t, visitor::Visitor};

/// What an administrator sees: accounts that were never activated.
pub(super) async fn section(visitor: &Visitor) -> Result<AnyView, Refusal> {
    visitor.admin()?;
    let texts = visitor.texts;
    let never: Vec<_> = accounts::list(&visitor.site.store)
        .await?
        .into_iter()
        .filter(|account| !account.has_password && account.disabled.is_none())
        .collect();
    let rows: Vec<_> = never
        .iter()
        .map(|account| {
            let created = visitor.site.calendar.date(account.created);
            view! {
                <li class="row">
                    <div class="row-main">
                        <span class="row-title">{account.shown().to_owned()}</span>
                        <span class="row-note">{account.login.clone()}</span>
                    </div>
                    <div class="row-end">{t!(texts, "note-since", date = created)}</div>
                </li>
            }
        })
        .collect();
    let body = if rows.is_empty() {
        view! { <p class="muted">{t!(texts, "today-all-active")}</p> }.into_any()
    } else {
        view! {
            <p>{t!(texts, "today-never-active", n = rows.len())}</p>
            <p class="muted">{t!(texts, "today-never-active-hint")}</p>
            <ul class="rows">{rows}</ul>
        }
        .into_any()
    };
    Ok(view! {
        <section class="section">
            <div class="section-head">
                <h2>{t!(texts, "today-admin")}</h2>
                <a href="/admin">{t!(texts, "nav-accounts")}</a>
            </div>
            {body}
        </section>
    }
    .into_any())
}
