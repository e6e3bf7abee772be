use std::process::ExitCode;

use clap::{Args, Subcommand};
use store::{Mode, StoreError, actors::Operator, tokens};

use super::{
    data::{Data, DataError},
    say::say,
};
use crate::clock;

/// Make, list and revoke the tokens with which other systems use the API.
#[derive(Debug, Args)]
pub(super) struct Token {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a token and print it. It is shown this once only.
    Add {
        /// What it is for; no two tokens in use have the same name.
        #[arg(long, value_parser = clap::builder::NonEmptyStringValueParser::new())]
        name: String,
        #[command(flatten)]
        data: Data,
    },
    /// List all tokens with the times they were made and revoked, never the tokens themselves.
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Revoke a token: it opens nothing from the next second on.
    Revoke {
        /// The name it was made with.
        #[arg(long)]
        name: String,
        #[command(flatten)]
        data: Data,
    },
}

/// Why a token was not made or revoked.
#[derive(Debug, thiserror::Error)]
pub(super) enum TokenError {
    #[error(transparent)]
    Data(#[from] DataError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Token {
    pub(super) fn run(self) -> Result<ExitCode, TokenError> {
        match self.command {
            Command::Add { name, data } => add(name, &data)?,
            Command::List { data } => list(&data)?,
            Command::Revoke { name, data } => revoke(name, &data)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn add(name: String, data: &Data) -> Result<(), TokenError> {
    let token = data.work(Mode::Command, async |store, now| {
        let add = store
            .write(move |tx| Box::pin(async move { tokens::add(tx, &Operator::new(), &name, now).await }));
        Ok::<_, TokenError>(add.await?)
    })?;
    println!("{}", token.reveal());
    Ok(())
}

fn list(data: &Data) -> Result<(), TokenError> {
    let tokens = data.work(Mode::Existing, async |store, _| {
        Ok::<_, TokenError>(tokens::list(store).await?)
    })?;
    for token in tokens {
        let state = token
            .revoked
            .map_or_else(|| "in use".to_owned(), |at| format!("revoked {}", clock::iso(at)));
        say(format_args!(
            "{}\tmade {}\t{state}",
            token.name,
            clock::iso(token.created)
        ));
    }
    Ok(())
}

fn revoke(name: String, data: &Data) -> Result<(), TokenError> {
    data.work(Mode::Existing, async |store, now| {
        let revoke = store
            .write(move |tx| Box::pin(async move { tokens::revoke(tx, &Operator::new(), &name, now).await }));
        Ok(revoke.await?)
    })
}
