//! The command line: one file per command.
//!
//! What a command was asked for goes to standard output, everything else to standard error.

mod backup;
mod check;
mod data;
mod diagnostics;
mod gate;
mod language;
mod play;
mod publish;
mod say;
mod serve;
mod token;
mod user;
mod verify;

use std::{error::Error, process::ExitCode};

use clap::{Parser, Subcommand};
use tracing_subscriber::filter::Targets;

use crate::logging::{self, LogFormat};

/// The command could not do its work, as clap ends for a wrong option.
const COULD_NOT_RUN: u8 = 2;

/// Training and onboarding for customer-service teams.
///
/// Exit codes of every command: 0 done; 1 done, and the answer is no (content with errors, data that was changed);
/// 2 it could not run, and standard error says why.
#[derive(Debug, Parser)]
#[command(name = "shanggang", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// How log lines look.
    #[arg(
        long,
        global = true,
        env = "SHANGGANG_LOG_FORMAT",
        value_enum,
        default_value = "text"
    )]
    log_format: LogFormat,

    /// What is logged: one level, or levels by target such as `info,shanggang=debug`.
    #[arg(long, global = true, env = "SHANGGANG_LOG", default_value = "info")]
    log: Targets,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Check(check::Check),
    Play(play::Play),
    Publish(publish::Publish),
    User(user::User),
    Token(token::Token),
    Gate(gate::Gate),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Verify(verify::Verify),
}

/// Reads the command line and does what it says.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    logging::start(cli.log_format, cli.log);
    match cli.command {
        Command::Serve(serve) => report(serve.run()),
        Command::Check(check) => report(check.run()),
        Command::Play(play) => report(play.run()),
        Command::Publish(publish) => report(publish.run()),
        Command::User(user) => report(user.run()),
        Command::Token(token) => report(token.run()),
        Command::Gate(gate) => report(gate.run()),
        Command::Backup(backup) => report(backup.run()),
        Command::Restore(restore) => report(restore.run()),
        Command::Verify(verify) => report(verify.run()),
    }
}

/// Tells a failure and its causes on standard error, for a person.
fn report<E: Error>(outcome: Result<ExitCode, E>) -> ExitCode {
    let error = match outcome {
        Ok(code) => return code,
        Err(error) => error,
    };
    eprintln!("shanggang: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        eprintln!("  because: {error}");
        cause = error.source();
    }
    ExitCode::from(COULD_NOT_RUN)
}
