//! Roles to prepare for, given to people who are here already.

use domain::gate::{self, Status};
use store::{StoreError, Tx, actors::AssignsRoles, assignments, evidence};

use super::{reach, refused};
use crate::{
    forms::{Act, Done},
    go_live,
    refusal::Refusal,
    t,
};

/// Gives a person a further role to prepare for.
pub(crate) async fn assign(act: &Act, login: &str, role: String) -> Result<Done, Refusal> {
    let texts = act.texts;
    let account = match (act.trainer(), act.admin()) {
        (Ok(_), _) => reach::find(act, login).await?,
        (_, admin) => {
            admin?;
            let known = store::accounts::by_login(&act.site.store, login).await?;
            known.ok_or(Refusal::NotFound)?
        }
    };
    if !act.library.roles.contains_key(&role) {
        return Err(Refusal::NotFound);
    }
    let work = Assigning {
        act,
        person: account.person.clone(),
        role,
    };
    let new = match act.trainer() {
        Ok(trainer) => work.by(trainer).await?,
        Err(_) => work.by(act.admin()?).await?,
    };
    if !new {
        return Err(Refusal::Cannot(t!(texts, "people-role-there")));
    }
    Ok(Done::back().saying(t!(texts, "people-role-assigned")))
}

struct Assigning<'a> {
    act: &'a Act,
    person: String,
    role: String,
}

impl Assigning<'_> {
    /// Whether the role is new to the person.
    async fn by(self, by: impl AssignsRoles + Send + Sync + 'static) -> Result<bool, Refusal> {
        let Self { act, person, role } = self;
        let (library, calendar, now) = (act.library.clone(), act.site.calendar.clone(), act.now);
        let work = act.site.store.write(move |tx: &mut Tx| {
            Box::pin(async move {
                let entries = evidence::of_person_in(tx, &person).await?;
                let Some(known) = library.roles.get(&role) else {
                    return Err(StoreError::NotFound("role"));
                };
                let at = go_live::behind(&entries, now);
                let report = gate::report(known, &*library, &entries, at, &*calendar);
                if report.is_some_and(|report| report.status != Status::Left) {
                    return Ok(false);
                }
                assignments::assign(tx, &by, &person, &role, now).await?;
                Ok(true)
            })
        });
        work.await.map_err(|error| refused(act.texts, error))
    }
}
