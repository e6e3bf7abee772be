use clap::Args;

use crate::Outcome;

/// Not there yet.
#[derive(Debug, Args)]
pub(crate) struct Start {}

impl Start {
    pub(crate) fn run(&self) -> Outcome {
        Err("not there yet".into())
    }
}
