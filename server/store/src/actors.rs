//! Access as a value: you cannot call what you were not handed.
//!
//! The fields are private. Only [`crate::sessions::authenticate`] makes the capabilities of people;
//! [`Operator`] is for whoever already has the data folder in hand: the command line and the server's jobs.

use crate::error::StoreError;
use domain::access::{Access, AccessSet};
use domain::lang::Lang;
use std::ops::Deref;
use std::sync::Arc;

/// Somebody who signed in.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Actor {
    /// The account's id.
    pub account: String,
    /// The person's id.
    pub person: String,
    /// The sign-in name.
    pub login: String,
    /// The person's name; none when it was erased.
    pub name: Option<String>,
    /// The id of the person's team.
    pub team: Option<String>,
    /// What the account may do.
    pub access: AccessSet,
    /// The language chosen for the interface.
    pub language: Option<Lang>,
}

impl Actor {
    /// The name, or the sign-in name when there is none.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.login)
    }
}

mod sealed {
    pub trait Sealed {}
}

/// Somebody, or the system, in whose name something is written.
pub trait Authority: sealed::Sealed {
    /// The account's id; none for the system.
    fn account(&self) -> Option<&str>;
}

/// Somebody who attests what another did: signs off, rates, approves, declines.
pub trait Attests: Authority {
    /// In which capacity.
    const ACCESS: Access;

    /// Who it is.
    fn actor(&self) -> &Actor;

    /// Nobody rates, signs off or approves himself.
    ///
    /// # Errors
    /// [`StoreError::OwnWork`] when it is about the actor.
    fn must_not_be(&self, person: &str) -> Result<(), StoreError> {
        if self.actor().person == person {
            Err(StoreError::OwnWork)
        } else {
            Ok(())
        }
    }
}

/// May look after people, accounts, teams and tokens.
pub trait KeepsAccounts: Authority {}

/// May give people roles to prepare for.
pub trait AssignsRoles: Authority {}

/// May publish content.
pub trait Publishes: Authority {}

/// May read what attempts say about content, without names.
pub trait ReadsReports: Authority {}

macro_rules! capability {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(Arc<Actor>);

        impl $name {
            pub(crate) fn of(actor: &Arc<Actor>) -> Option<Self> {
                actor.access.has(Access::$name).then(|| Self(Arc::clone(actor)))
            }
        }

        impl Deref for $name {
            type Target = Actor;

            fn deref(&self) -> &Actor {
                &self.0
            }
        }

        impl sealed::Sealed for $name {}

        impl Authority for $name {
            fn account(&self) -> Option<&str> {
                Some(&self.0.account)
            }
        }
    };
}

capability! {
    /// May take courses, quizzes and role-plays.
    Learner
}
capability! {
    /// May publish content, judge practice and sign off skills.
    Trainer
}
capability! {
    /// May run interviews and hire.
    Recruiter
}
capability! {
    /// May approve going live and withdraw it.
    Supervisor
}
capability! {
    /// May look after accounts and tokens.
    Admin
}

/// The command line and the server's own jobs. Make one there only, never in answer to a request.
#[derive(Clone, Copy, Debug)]
pub struct Operator(());

impl Operator {
    /// For whoever has the data folder in hand.
    #[expect(clippy::new_without_default, reason = "made on purpose, never by a derive")]
    #[must_use]
    pub fn new() -> Self {
        Self(())
    }
}

impl sealed::Sealed for Operator {}

impl Authority for Operator {
    fn account(&self) -> Option<&str> {
        None
    }
}

macro_rules! attests {
    ($($name:ident),*) => {
        $(impl Attests for $name {
            const ACCESS: Access = Access::$name;

            fn actor(&self) -> &Actor {
                &self.0
            }
        })*
    };
}

attests!(Trainer, Recruiter, Supervisor, Admin);

impl KeepsAccounts for Admin {}
impl KeepsAccounts for Operator {}
impl AssignsRoles for Trainer {}
impl AssignsRoles for Admin {}
impl AssignsRoles for Operator {}
impl Publishes for Trainer {}
impl Publishes for Operator {}
impl ReadsReports for Trainer {}
impl ReadsReports for Supervisor {}
