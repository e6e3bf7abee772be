//! Teams: added, led, joined.

use store::{
    accounts,
    people::{self, NewPerson},
    teams,
};

use super::{accounts::LONGEST_NAME, refused};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// Adds a team.
pub(crate) async fn add(act: &Act, name: &str, supervisor: String) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let (texts, now) = (act.texts, act.now);
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Refusal::field("name", t!(texts, "field-required")));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Refusal::field(
            "name",
            t!(texts, "staff-too-long", n = LONGEST_NAME),
        ));
    }
    let supervisor = leader(act, supervisor).await?;
    let adding = act.site.store.write(move |tx| {
        Box::pin(async move { teams::add(tx, &admin, &name, supervisor.as_deref(), now).await })
    });
    adding.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-team-added")))
}

/// Sets who leads a team.
pub(crate) async fn lead(act: &Act, team: String, supervisor: String) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let texts = act.texts;
    let supervisor = leader(act, supervisor).await?;
    let leading = act.site.store.write(move |tx| {
        Box::pin(async move { teams::lead(tx, &admin, &team, supervisor.as_deref()).await })
    });
    leading.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-team-led")))
}

/// Moves a person to another team, or out of any.
pub(crate) async fn move_person(act: &Act, login: &str, team: String) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let texts = act.texts;
    let store = &act.site.store;
    let account = accounts::by_login(store, login).await?.ok_or(Refusal::NotFound)?;
    let person = people::get(store, &account.person)
        .await?
        .ok_or(Refusal::NotFound)?;
    let team = Some(team).filter(|team| !team.is_empty());
    if let Some(team) = &team
        && !teams::list(store).await?.iter().any(|known| known.id == *team)
    {
        return Err(Refusal::NotFound);
    }
    let new = NewPerson {
        name: person.name.ok_or(Refusal::NotFound)?,
        team,
        employer: person.employer,
    };
    let moving =
        store.write(move |tx| Box::pin(async move { people::change(tx, &admin, &person.id, new).await }));
    moving.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-moved")))
}

/// The account that is to lead; nobody for an empty id.
async fn leader(act: &Act, account: String) -> Result<Option<String>, Refusal> {
    if account.is_empty() {
        return Ok(None);
    }
    let known = accounts::get(&act.site.store, &account).await?;
    let known = known.filter(|known| known.access.has(domain::access::Access::Supervisor));
    known.map(|known| Some(known.id)).ok_or(Refusal::NotFound)
}
