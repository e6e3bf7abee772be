//! `cargo xtask bundle`: makes `target/bundle`, which the server's `build.rs` embeds.

mod browser;
mod output;
mod style;

use clap::Args;

use crate::{Outcome, workspace};

use output::Output;

/// Build the browser side: islands, styles and pictures, hashed and compressed.
#[derive(Debug, Args)]
pub(crate) struct Bundle {
    /// Small rather than quick to build.
    #[arg(long)]
    pub(crate) release: bool,
}

impl Bundle {
    /// Builds and writes everything; what did not change is left as it is, so that nothing is rebuilt for it.
    pub(crate) fn run(&self) -> Outcome {
        workspace::require_wasm_target()?;
        let mut output = Output::new(self.release);
        let browser = browser::build(self.release)?;
        output.script(&browser);
        let folder = workspace::root().join("style");
        if let Some(sheet) = style::sheet(&folder)? {
            output.style(sheet);
        }
        if let Some(icon) = style::icon(&folder)? {
            output.icon(icon);
        }
        output.write(&workspace::root().join("target/bundle"))
    }
}
