use leptos::prelude::*;
use store::{accounts, teams};

use crate::{refusal::Refusal, t, visitor::Visitor};

/// The supervisor of one's own team, to turn to; nothing when there is none.
pub(super) async fn contact(visitor: &Visitor) -> Result<Option<AnyView>, Refusal> {
    let store = &visitor.site.store;
    let Some(team) = visitor.session()?.actor().team.clone() else {
        return Ok(None);
    };
    let teams = teams::list(store).await?;
    let supervisor = teams
        .into_iter()
        .find(|known| known.id == team)
        .and_then(|team| team.supervisor);
    let Some(supervisor) = supervisor else {
        return Ok(None);
    };
    let Some(account) = accounts::get(store, &supervisor).await? else {
        return Ok(None);
    };
    let texts = visitor.texts;
    let name = account.shown().to_owned();
    let initial = name.chars().next().map(String::from);
    Ok(Some(
        view! {
            <section class="card section">
                <h2 class="card-title">{t!(texts, "today-contact")}</h2>
                <div class="person">
                    <span class="avatar" aria-hidden="true">{initial}</span>
                    <p>{name} <br /> <span class="muted">{t!(texts, "today-supervisor")}</span></p>
                </div>
            </section>
        }
        .into_any(),
    ))
}
