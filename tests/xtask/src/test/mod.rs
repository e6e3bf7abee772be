//! `cargo xtask test`: everything that must hold before a change is taken.

mod browser;
mod count;
mod licences;
mod report;
mod rust;

use clap::Args;

use crate::{
    Outcome,
    bundle::Bundle,
    process::Run,
    workspace::{self, WASM},
};

use report::Report;

/// Check formatting, lints, licences and the shipped content, and run all tests.
#[derive(Debug, Args)]
pub(crate) struct Test {}

impl Test {
    /// Goes on after a failed step, so that one run tells everything; ends with one line that counts.
    pub(crate) fn run(&self) -> Outcome {
        let mut report = Report::default();
        report.step("formatting", || {
            Run::cargo().args(["fmt", "--all", "--check"]).run()
        });
        report.step("browser target", workspace::require_wasm_target);
        report.step("bundle", || Bundle { release: false }.run());
        // Two builds of `app`, checked apart: see the note in app/Cargo.toml.
        report.step("lints, server side", || lint(&["--workspace", "--all-targets"]));
        report.step("lints, browser side", || {
            lint(&["-p", "frontend", "--target", WASM])
        });
        report.step("licences", licences::check);
        let built = report.step("build", rust::build);
        if built {
            report.step("content", check_content);
        }
        report.tests("Rust tests", rust::test);
        if built {
            report.tests("browser tests", browser::test);
        }
        report.close()
    }
}

fn lint(of: &[&str]) -> Outcome {
    Run::cargo()
        .args(["clippy"])
        .args(of)
        .args(["--", "-D", "warnings"])
        .run()
}

/// The shipped content is held to the strictest reading.
fn check_content() -> Outcome {
    Run::new(rust::binary())
        .args(["check", "--strict", "content"])
        .run()
}
