//! The binary `shanggang`.

use std::process::ExitCode;

/// Drawing a page makes thousands of short strings: with the system's allocator they cost a third of the processor
/// time of a request.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    shanggang::cli::run()
}
