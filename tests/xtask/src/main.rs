//! The commands of this repository. `cargo xtask help` lists them.

mod bench;
mod bundle;
mod process;
mod start;
mod stopwatch;
mod test;
mod workspace;

use std::{error::Error, process::ExitCode};

use clap::Parser;

/// How every step here ends: a failure is told to a person and ends the command.
type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Build, run and test Shanggang.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
enum Command {
    Start(start::Start),
    Test(test::Test),
    Bundle(bundle::Bundle),
    Bench(bench::Bench),
}

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Start(start) => start.run(),
        Command::Test(test) => test.run(),
        Command::Bundle(bundle) => bundle.run(),
        Command::Bench(bench) => bench.run(),
    };
    let Err(error) = outcome else {
        return ExitCode::SUCCESS;
    };
    eprintln!("xtask: {error}");
    ExitCode::FAILURE
}
