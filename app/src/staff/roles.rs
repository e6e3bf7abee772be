//! Roles to prepare for, given to people who are here already.

use domain::gate::{self, Status};
use store::{StoreError, Tx, accounts, actors::AssignsRoles, assignments, evidence};

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
        people: vec![account.person.clone()],
        role,
    };
    let new = match act.trainer() {
        Ok(trainer) => work.by(trainer).await?,
        Err(_) => work.by(act.admin()?).await?,
    };
    if new == 0 {
        return Err(Refusal::Cannot(t!(texts, "people-role-there")));
    }
    Ok(Done::back().saying(t!(texts, "people-role-assigned")))
}

/// Gives everybody ticked a role to prepare for; who has it already keeps it.
pub(crate) async fn assign_ticked(act: &Act, role: String) -> Result<Done, Refusal> {
    let (trainer, texts) = (act.trainer()?, act.texts);
    if !act.library.roles.contains_key(&role) {
        return Err(Refusal::NotFound);
    }
    let known = accounts::list(&act.site.store).await?;
    let mut people = Vec::new();
    for login in act.posted.all("person") {
        let account = known.iter().find(|account| account.login == login);
        people.push(account.ok_or(Refusal::NotFound)?.person.clone());
    }
    if people.is_empty() {
        return Err(Refusal::field("person", t!(texts, "unassigned-nobody")));
    }
    let new = Assigning { act, people, role }.by(trainer).await?;
    Ok(Done::back().saying(t!(texts, "unassigned-done", n = new)))
}

struct Assigning<'a> {
    act: &'a Act,
    people: Vec<String>,
    role: String,
}

impl Assigning<'_> {
    /// To how many the role is new.
    async fn by(self, by: impl AssignsRoles + Send + Sync + 'static) -> Result<usize, Refusal> {
        let Self { act, people, role } = self;
        let (library, calendar, now) = (act.library.clone(), act.site.calendar.clone(), act.now);
        let work = act.site.store.write(move |tx: &mut Tx| {
            Box::pin(async move {
                let known = library.roles.get(&role);
                let known = known.ok_or(StoreError::NotFound("role"))?;
                let mut new = 0;
                for person in people {
                    let entries = evidence::of_person_in(tx, &person).await?;
                    let at = go_live::behind(&entries, now);
                    let report = gate::report(known, &*library, &entries, at, &*calendar);
                    if report.is_none_or(|report| report.status == Status::Left) {
                        assignments::assign(tx, &by, &person, &role, now).await?;
                        new += 1;
                    }
                }
                Ok(new)
            })
        });
        work.await.map_err(|error| refused(act.texts, error))
    }
}
