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

/// Whom the visitor looks after.
pub(crate) async fn reach(visitor: &Visitor) -> Result<Reach, Refusal> {
    match scope(visitor)?.ok_or(Refusal::Forbidden)? {
        Scope::Everybody => Ok(Reach::Everybody),
        Scope::Own => {
            let supervisor = &visitor.session()?.actor().account;
            let people = people::looked_after_by(&visitor.site.store, supervisor).await?;
            Ok(Reach::Some(people))
        }
    }
}

/// The account of somebody the visitor looks after; others do not exist.
pub(crate) async fn find(visitor: &Visitor, login: &str) -> Result<Arc<Account>, Refusal> {
    let (account, mine) = look(visitor, login).await?;
    if mine { Ok(account) } else { Err(Refusal::NotFound) }
}

/// What is on file about somebody: for whoever looks after the person, and for recruiters when the person was
/// hired through an interview, so that they see what came of it.
pub(crate) async fn file(visitor: &Visitor, login: &str) -> Result<(Arc<Account>, Arc<[Entry]>), Refusal> {
    let store = &visitor.site.store;
    let recruits = visitor.has(Access::Recruiter);
    let (account, mine) = match look(visitor, login).await {
        Err(Refusal::Forbidden) if recruits => {
            let account = accounts::by_login(store, login).await?;
            (account.ok_or(Refusal::Forbidden)?, false)
        }
        looked => looked?,
    };
    if !mine && !recruits {
        return Err(Refusal::NotFound);
    }
    let entries = evidence::of_person(store, &account.person).await?;
    let hired = || {
        entries
            .iter()
            .any(|entry| matches!(entry.fact, Fact::Hired { .. }))
    };
    if mine || hired() {
        return Ok((account, entries));
    }
    // Who may open no other file learns no more than that.
    Err(scope(visitor)?.map_or(Refusal::Forbidden, |_| Refusal::NotFound))
}

/// An account, and whether the visitor looks after its owner; in one round trip.
async fn look(visitor: &Visitor, login: &str) -> Result<(Arc<Account>, bool), Refusal> {
    let store = &visitor.site.store;
    let found = match scope(visitor)?.ok_or(Refusal::Forbidden)? {
        Scope::Everybody => accounts::by_login(store, login)
            .await?
            .map(|account| (account, true)),
        Scope::Own => {
            let supervisor = &visitor.session()?.actor().account;
            let found = accounts::by_login_for(store, login, supervisor).await?;
            found.map(|(account, mine)| (Arc::new(account), mine))
        }
    };
    found.ok_or(Refusal::NotFound)
}

/// How far somebody's care goes.
enum Scope {
    Everybody,
    /// The own teams, and whom nobody leads.
    Own,
}

/// How far the visitor's care goes: a trainer's to everybody, a supervisor's to the own teams and whom nobody leads.
/// Others see people only where a role asks for their signature or approval; none when it does not.
fn scope(visitor: &Visitor) -> Result<Option<Scope>, Refusal> {
    let access = &visitor.session()?.actor().access;
    if visitor.has(Access::Trainer) {
        return Ok(Some(Scope::Everybody));
    }
    if visitor.has(Access::Supervisor) {
        return Ok(Some(Scope::Own));
    }
    let asks = asked(&visitor.library).any(|of| access.has(of));
    Ok(asks.then_some(Scope::Everybody))
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
