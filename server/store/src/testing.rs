//! A data folder of a test's own, on a real file.

use crate::accounts::{self, NewAccount};
use crate::actors::{Operator, Recruiter};
use crate::candidates::{self, Who};
use crate::open::{Mode, Store};
use crate::people::{self, NewPerson};
use crate::sessions::{self, Session};
use domain::time::Moment;
use std::path::Path;

/// The moment at which tests take place.
pub(crate) const NOW: Moment = Moment(1_770_000_000_000_000);

/// A folder that goes with its value.
pub(crate) struct Temp(tempfile::TempDir);

impl Temp {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) async fn serve(&self) -> Store {
        Store::open(self.path(), Mode::Serve { demo: false }, NOW)
            .await
            .unwrap()
    }

    pub(crate) async fn command(&self) -> Store {
        Store::open(self.path(), Mode::Command, NOW).await.unwrap()
    }

    /// Makes a person with an account and returns the account's id.
    pub(crate) async fn account(&self, store: &Store, login: &str, access: &str) -> String {
        let (login, access) = (login.to_owned(), access.parse().unwrap());
        let work = store.write(move |tx| {
            Box::pin(async move {
                let person = people::add(tx, &Operator::new(), NewPerson::named(login.clone()), NOW).await?;
                let new = NewAccount {
                    person,
                    login,
                    access,
                    password: None,
                    language: None,
                };
                accounts::add(tx, &Operator::new(), new, NOW).await
            })
        });
        work.await.unwrap()
    }

    /// Makes a person with an account, signed in.
    pub(crate) async fn session(&self, store: &Store, login: &str, access: &str) -> Session {
        let account = self.account(store, login, access).await;
        sign_in(store, account).await
    }

    pub(crate) async fn recruiter(&self, store: &Store, login: &str) -> Recruiter {
        self.session(store, login, "recruiter").await.recruiter().unwrap()
    }

    pub(crate) async fn disable(&self, store: &Store, account: &str) {
        let account = account.to_owned();
        let work = store.write(move |tx| {
            Box::pin(async move { accounts::disable(tx, &Operator::new(), &account, NOW).await })
        });
        work.await.unwrap();
    }
}

/// Enters a candidate of this name for the role `phone-agent`.
pub(crate) async fn candidate(store: &Store, recruiter: &Recruiter, name: &str) -> String {
    let (recruiter, who) = (recruiter.clone(), Who::New(NewPerson::named(name)));
    let roles = ["phone-agent".to_owned()];
    let work = store.write(move |tx| {
        Box::pin(async move { candidates::add(tx, &recruiter, who, &roles, None, NOW).await })
    });
    work.await.unwrap()
}

pub(crate) async fn sign_in(store: &Store, account: String) -> Session {
    let token = store.write(move |tx| Box::pin(async move { sessions::start(tx, &account, NOW).await }));
    let token = token.await.unwrap();
    sessions::authenticate(store, token.reveal(), NOW)
        .await
        .unwrap()
        .unwrap()
}
