use domain::{
    time::Moment,
    upkeep::{self as rule, BACKUP_DAYS, CHECK_DAYS, Due},
};
use leptos::prelude::*;
use store::{accounts, upkeep};

use crate::{pages::ratings::stuck, refusal::Refusal, t, visitor::Visitor};

/// What an administrator sees: how the system is, and accounts that were never activated.
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
        {stuck(visitor).await?}
        {system(visitor).await?}
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

/// That it runs; when the data was last backed up and looked through, and what to do when that is long ago.
async fn system(visitor: &Visitor) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    let last = upkeep::last(&visitor.site.store).await?;
    let shown = |at: Option<Moment>| match at {
        Some(at) => visitor.site.calendar.date_time(at),
        None => t!(texts, "upkeep-never"),
    };
    let due = rule::due(last.backup, last.check, visitor.now);
    let todo = due.into_iter().map(|due| {
        let (kind, words) = match due {
            Due::Faults(n) => ("error", t!(texts, "upkeep-faults", n = n)),
            Due::Backup => ("warn", t!(texts, "upkeep-backup-due", n = BACKUP_DAYS)),
            Due::Check => ("warn", t!(texts, "upkeep-check-due", n = CHECK_DAYS)),
        };
        view! { <div class="notice" data-kind=kind><p>{words}</p></div> }
    });
    Ok(view! {
        <section class="section">
            <h2>{t!(texts, "upkeep")}</h2>
            <div class="stack">
            {todo.collect_view()}
            <dl class="particulars">
                <dt>{t!(texts, "upkeep-state")}</dt>
                <dd>{t!(texts, "upkeep-runs", version = env!("CARGO_PKG_VERSION"))}</dd>
                <dt>{t!(texts, "upkeep-backup")}</dt>
                <dd>{shown(last.backup)}</dd>
                <dt>{t!(texts, "upkeep-check")}</dt>
                <dd>{shown(last.check.map(|(at, _)| at))}</dd>
            </dl>
            </div>
        </section>
    }
    .into_any())
}
