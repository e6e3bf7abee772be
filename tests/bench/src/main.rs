//! Load measurements: a server as a process of its own, generated people and content, and a bounded client.
//!
//! Run it with `cargo xtask bench`. Every answer is checked, its status and a word that only that person sees:
//! a quick wrong answer is a failure, not a figure.

mod client;
mod content;
mod data;
mod form;
mod load;
mod process;
mod prover;
mod report;
mod rush;
mod scenes;
mod stopwatch;

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;

use process::Server;
use report::Report;

/// How everything here ends: a failure is told to a person and ends the measurement.
type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// Measure a server binary under load.
#[derive(Debug, Parser)]
struct Bench {
    /// The binary to measure.
    #[arg(long, default_value = "target/release/shanggang")]
    server: PathBuf,
}

fn main() -> ExitCode {
    match bench(&Bench::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn bench(bench: &Bench) -> Outcome {
    let mut report = Report::default();
    let measured = measure(&bench.server, &mut report);
    // What was measured is told, also when something took too long.
    println!("{report}");
    measured
}

fn measure(binary: &Path, report: &mut Report) -> Outcome {
    prover::play(report)?;
    let folder = tempfile::tempdir()?;
    println!("making {} people in {}", data::PEOPLE, folder.path().display());
    let made = data::make(folder.path())?;
    for _ in 0..5 {
        let (server, ready) = Server::start(binary, folder.path())?;
        report.start(ready);
        server.stop()?;
    }
    let (server, _) = Server::start(binary, folder.path())?;
    scenes::play(&server, &made, report)?;
    report.memory(server.peak_memory()?);
    server.stop()?;
    let many = folder.path().join("many");
    data::make_many(&many)?;
    let (server, _) = Server::start(binary, &many)?;
    scenes::search(&server, report)?;
    server.stop()?;
    rush::play(binary, &folder.path().join("rush"), report)
}
