//! The binary `shanggang`.

use std::process::ExitCode;

fn main() -> ExitCode {
    shanggang::cli::run()
}
