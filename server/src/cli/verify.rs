use std::process::ExitCode;

use clap::Args;
use store::{OpenError, upkeep::Upkeep, verify};

use super::{
    data::{Data, DataError, block_on},
    say::say,
};

/// Prove that nothing in a data folder was changed behind the program's back.
///
/// Looks at the database's pages and references, at the chain of evidence and its erasable texts, and at everything
/// published. Works while the folder is served, and leaves nothing but the moment for the administrator's page.
/// Exit code: 0 whole; 1 changed or damaged; 2 could not run.
#[derive(Debug, Args)]
pub(super) struct Verify {
    #[command(flatten)]
    data: Data,
}

/// Why nothing can be said.
#[derive(Debug, thiserror::Error)]
pub(super) enum VerifyError {
    #[error(transparent)]
    Data(#[from] DataError),
    #[error(transparent)]
    Open(#[from] OpenError),
}

impl Verify {
    pub(super) fn run(self) -> Result<ExitCode, VerifyError> {
        let verified = block_on(verify::verify(self.data.folder()))??;
        verified.faults.iter().for_each(say);
        self.data.note(Upkeep::Check {
            faults: verified.faults.len(),
        });
        let (entries, head) = (verified.entries, verified.head);
        if verified.faults.is_empty() {
            say(format_args!(
                "whole: {entries} entries of evidence, the last one {head}"
            ));
            return Ok(ExitCode::SUCCESS);
        }
        say(format_args!("{} faults", verified.faults.len()));
        Ok(ExitCode::from(1))
    }
}
