//! Whose files somebody may open.

use std::sync::Arc;

use domain::{
    access::Access,
    content::{library::Library, requirement::Requirement},
};
use store::{
    accounts::{self, Account},
    people::{self, Person},
};

use crate::{refusal::Refusal, visitor::Visitor};

/// The people somebody looks after.
pub(crate) enum Reach {
    /// All of them.
    Everybody,
    /// Those of one's own teams.
    Team(Vec<Person>),
}

impl Reach {
    /// Whether this person is among them.
    pub(crate) fn has(&self, person: &str) -> bool {
        match self {
            Self::Everybody => true,
            Self::Team(people) => people.iter().any(|known| known.id == person),
        }
    }
}

/// Whom the visitor looks after: a trainer everybody, a supervisor the own team, or everybody when leading
/// none. Others see people only where a role asks for their signature or approval.
pub(crate) async fn reach(visitor: &Visitor) -> Result<Reach, Refusal> {
    let actor = visitor.session()?.actor();
    if visitor.has(Access::Trainer) {
        return Ok(Reach::Everybody);
    }
    if visitor.has(Access::Supervisor) {
        let team = people::led_by(&visitor.site.store, &actor.account).await?;
        return Ok(if team.is_empty() {
            Reach::Everybody
        } else {
            Reach::Team(team)
        });
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
