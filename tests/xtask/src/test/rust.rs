use std::path::PathBuf;

use super::count::Count;
use crate::{Outcome, process::Run, workspace};

/// Everything native, once: the same set of packages as the tests, so that nothing is built twice.
pub(super) fn build() -> Outcome {
    Run::cargo().args(["build", "--workspace"]).run()
}

/// What [`build`] made.
pub(super) fn binary() -> PathBuf {
    workspace::root().join("target/debug/shanggang")
}

/// All Rust tests, with nextest where it is installed.
pub(super) fn test() -> Outcome<Count> {
    let nextest = Run::cargo().args(["nextest", "--version"]).read().is_ok();
    let arguments: &[&str] = if nextest {
        &[
            "nextest",
            "run",
            "--workspace",
            "--no-fail-fast",
            "--no-tests=pass",
        ]
    } else {
        &["test", "--workspace", "--no-fail-fast"]
    };
    let mut count = Count::default();
    let passed = Run::cargo().args(arguments).each_line(|line| count.add(line))?;
    if !passed && count.failed == 0 {
        return Err("the tests could not be built or run".into());
    }
    Ok(count)
}
