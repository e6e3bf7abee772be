//! Whose files somebody may open.

use std::sync::Arc;

use domain::{
    access::Access,
    content::{library::Library, requirement::Requirement},
    evidence::{Entry, Fact},
};
use store::{
    accounts::{self, Account},
    evidence,
    people::{self, Person},
};

use crate::{refusal::Refusal, visitor::Visitor};

/// The people somebody looks after.
pub(crate) enum Reach {
    /// All of them.
    Everybody,
    /// Those of one's own teams, and whom nobody else leads.
    Some(Vec<Person>),
}

impl Reach {
    /// Whether this person is among them.
    pub(crate) fn has(&self, person: &str) -> bool {
        match self {
            Self::Everybody => true,
            Self::Some(people) => people.iter().any(|known| known.id == person),
        }
    }
}

/// Whom the visitor looks after: a trainer everybody, a supervisor the own teams and whom nobody leads. Others
/// see people only where a role asks for their signature or approval.
pub(crate) async fn reach(visitor: &Visitor) -> Result<Reach, Refusal> {
    let actor = visitor.session()?.actor();
    if visitor.has(Access::Trainer) {
        return Ok(Reach::Everybody);
    }
    if visitor.has(Access::Supervisor) {
        let people = people::looked_after_by(&visitor.site.store, &actor.account).await?;
        return Ok(Reach::Some(people));
    }
    if asked(&visitor.library).any(|access| actor.access.has(access)) {
        return Ok(Reach::Everybody);
    }
    Err(Refusal::Forbidden)
}

/// The account of somebody the visitor looks after; others do not exist.
pub(crate) async fn find(visitor: &Visitor, login: &str) -> Result<Arc<Account>, Refusal> {
    let reach = reach(visitor).await?;
    let account = accounts::by_login(&visitor.site.store, login).await?;
    account
        .filter(|account| reach.has(&account.person))
        .ok_or(Refusal::NotFound)
}

/// What is on file about somebody: for whoever looks after the person, and for recruiters when the person was
/// hired through an interview, so that they see what came of it.
pub(crate) async fn file(visitor: &Visitor, login: &str) -> Result<(Arc<Account>, Arc<[Entry]>), Refusal> {
    let store = &visitor.site.store;
    let refusal = match find(visitor, login).await {
        Ok(account) => {
            let entries = evidence::of_person(store, &account.person).await?;
            return Ok((account, entries));
        }
        Err(refusal @ (Refusal::Forbidden | Refusal::NotFound)) if visitor.has(Access::Recruiter) => refusal,
        Err(refusal) => return Err(refusal),
    };
    let Some(account) = accounts::by_login(store, login).await? else {
        return Err(refusal);
    };
    let entries = evidence::of_person(store, &account.person).await?;
    if entries
        .iter()
        .any(|entry| matches!(entry.fact, Fact::Hired { .. }))
    {
        return Ok((account, entries));
    }
    Err(refusal)
}

/// The accesses whose signature or approval some role asks for.
fn asked(library: &Library) -> impl Iterator<Item = Access> {
    let lines = library
        .roles
        .values()
        .flat_map(|role| &role.stages)
        .flat_map(|stage| &stage.requires);
    lines.filter_map(|line| match line {
        Requirement::Approve { by } => Some(*by),
        Requirement::SignOff { by, .. } => *by,
        _ => None,
    })
}

/// The accesses whose approval some role asks for.
pub(crate) fn approvers(library: &Library) -> impl Iterator<Item = Access> {
    let lines = library
        .roles
        .values()
        .flat_map(|role| &role.stages)
        .flat_map(|stage| &stage.requires);
    lines.filter_map(|line| match line {
        Requirement::Approve { by } => Some(*by),
        _ => None,
    })
}
