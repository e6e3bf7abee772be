use leptos::prelude::*;
use store::ratings::{self, Stuck};

use crate::{refusal::Refusal, t, visitor::Visitor};

/// That something waits for a rater whom nobody can be, and what to do about it; nothing when all is well. For trainers and
/// for whoever looks after accounts.
pub(in crate::pages) async fn stuck(visitor: &Visitor) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    let Some(Stuck { count, since }) = ratings::stuck(&visitor.site.store).await? else {
        return Ok(().into_any());
    };
    let since = visitor.site.calendar.date_time(since);
    let link = visitor
        .admin()
        .is_ok()
        .then(|| view! { <a class="button quiet" href="/admin">{t!(texts, "nav-accounts")}</a> });
    Ok(view! {
        <div class="notice" data-kind="warn">
            <p>{t!(texts, "ratings-stuck", n = count, since = since)}</p>
            {link.map(|link| view! { <div class="actions">{link}</div> })}
        </div>
    }
    .into_any())
}
