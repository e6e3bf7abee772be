use clap::Args;

use crate::{Outcome, bundle::Bundle, process::Run};

/// Build for release and measure requests, processor time and memory under load.
#[derive(Debug, Args)]
pub(crate) struct Bench {}

impl Bench {
    pub(crate) fn run(&self) -> Outcome {
        Bundle { release: true }.run()?;
        Run::cargo()
            .args(["build", "--release", "-p", "shanggang", "-p", "bench"])
            .run()?;
        Run::new("target/release/bench").run()
    }
}
