//! Accounts from the command line: above all the first one, which nobody can make in a browser.

mod add;
mod set;

use std::{
    io::{self, BufRead as _},
    process::ExitCode,
};

use app::sign_in::{MIN_LENGTH, Passwords};
use clap::{Args, Subcommand};
use domain::{access::AccessSet, time::Moment};
use store::{
    Mode, Store, StoreError,
    accounts::{self, Account},
    actors::Operator,
    invitations,
};

use super::data::{self, Data, DataError};
use crate::clock;

/// Make, list, change and disable the accounts of people.
#[derive(Debug, Args)]
pub(super) struct User {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(add::Add),
    Set(set::Set),
    /// List all accounts: sign-in name, accesses, state, name.
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Keep an account from signing in and end its sessions; `set --enable` lets it in again.
    Disable {
        #[command(flatten)]
        data: Data,
        /// The sign-in name.
        #[arg(long)]
        login: String,
    },
}

/// Why an account was not made or changed.
#[derive(Debug, thiserror::Error)]
pub(super) enum UserError {
    #[error(transparent)]
    Data(#[from] DataError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("nobody has the sign-in name {0}")]
    NoAccount(String),
    #[error("there is no role {role}; there are: {known}")]
    NoRole { role: String, known: String },
    #[error(
        "the role {0} cannot be given before content with it is published: run `shanggang publish` first"
    )]
    NoRelease(String),
    #[error("an account needs an access, such as --access learner")]
    NoAccess,
    #[error("a password has at least {MIN_LENGTH} characters")]
    ShortPassword,
    #[error("the password could not be read from standard input")]
    Input(#[source] io::Error),
    #[error("the password could not be hashed")]
    NotHashed,
}

impl User {
    pub(super) fn run(self) -> Result<ExitCode, UserError> {
        match self.command {
            Command::Add(add) => add.run()?,
            Command::Set(set) => set.run()?,
            Command::List { data } => list(&data)?,
            Command::Disable { data, login } => disable(&data, &login)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn list(data: &Data) -> Result<(), UserError> {
    let accounts = data.work(Mode::Existing, async |store, _| {
        Ok::<_, UserError>(accounts::list(store).await?)
    })?;
    for account in accounts {
        let state = match (account.disabled, account.has_password) {
            (Some(at), _) => format!("disabled {}", clock::iso(at)),
            (None, false) => "no password yet".to_owned(),
            (None, true) => "in use".to_owned(),
        };
        println!(
            "{}\t{}\t{state}\t{}",
            account.login,
            account.access,
            account.shown()
        );
    }
    Ok(())
}

fn disable(data: &Data, login: &str) -> Result<(), UserError> {
    data.work(Mode::Existing, async |store, now| {
        let id = find(store, login).await?.id;
        let disable = store.write(move |tx| {
            Box::pin(async move { accounts::disable(tx, &Operator::new(), &id, now).await })
        });
        disable.await?;
        println!("{login} cannot sign in any more");
        Ok(())
    })
}

async fn find(store: &Store, login: &str) -> Result<Account, UserError> {
    let account = accounts::by_login(store, login).await?;
    let account = account.ok_or_else(|| UserError::NoAccount(login.to_owned()))?;
    Ok(Account::clone(&account))
}

/// At least one access.
fn some_access(access: &AccessSet) -> Result<(), UserError> {
    if access.is_empty() {
        return Err(UserError::NoAccess);
    }
    Ok(())
}

/// The role must be one of the published content, or nobody could ever prepare for it.
async fn known_role(store: &Store, role: &str, now: Moment) -> Result<(), UserError> {
    let library = data::library(store, now).await?;
    let library = library.ok_or_else(|| UserError::NoRelease(role.to_owned()))?;
    if library.roles.contains_key(role) {
        return Ok(());
    }
    Err(UserError::NoRole {
        role: role.to_owned(),
        known: library.roles.keys().cloned().collect::<Vec<_>>().join(", "),
    })
}

/// The first line of standard input, hashed.
async fn password_from_stdin() -> Result<String, UserError> {
    let mut line = String::new();
    io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(UserError::Input)?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.chars().count() < MIN_LENGTH {
        return Err(UserError::ShortPassword);
    }
    let hash = Passwords::default().hash(password.to_owned()).await;
    hash.ok_or(UserError::NotHashed)
}

/// Makes a link at which its holder sets a password, and prints it.
async fn print_link(store: &Store, account: String, login: &str, now: Moment) -> Result<(), UserError> {
    let invite = store.write(move |tx| {
        Box::pin(async move { invitations::invite(tx, &Operator::new(), &account, now).await })
    });
    let token = invite.await?;
    let days = invitations::LIFE_SECONDS / 86_400;
    eprintln!("{login} sets a password at this page of the site, once, within {days} days:");
    println!("/invitations/{}", token.reveal());
    Ok(())
}
