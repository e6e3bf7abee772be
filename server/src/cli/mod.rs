//! The command line: one file per command.

mod serve;

use std::{error::Error, process::ExitCode};

use clap::{Parser, Subcommand};
use tracing_subscriber::filter::Targets;

use crate::logging::{self, LogFormat};

/// Training and onboarding for customer-service teams.
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
}

/// Reads the command line and does what it says.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    logging::start(cli.log_format, cli.log);
    match cli.command {
        Command::Serve(serve) => report(serve.run()),
    }
}

/// Tells a failure and its causes on standard error, for a person.
fn report<E: Error>(outcome: Result<(), E>) -> ExitCode {
    let Err(error) = outcome else {
        return ExitCode::SUCCESS;
    };
    eprintln!("shanggang: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        eprintln!("  because: {error}");
        cause = error.source();
    }
    ExitCode::FAILURE
}
