//! Where things are, and whether the machine can build them.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{Outcome, process::Run};

/// The target of the browser build.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The folder of the workspace: where cargo runs this from, since several checkouts may share one target folder.
pub(crate) fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    // Two levels up from tests/xtask.
    Path::new(&package)
        .ancestors()
        .nth(2)
        .unwrap_or(Path::new("."))
        .to_path_buf()
}

/// Adds the browser target to the toolchain when it is missing.
pub(crate) fn require_wasm_target() -> Outcome {
    let library = Run::new("rustc")
        .args(["--print", "target-libdir", "--target", WASM])
        .read()?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    println!("adding the target {WASM}");
    Run::new("rustup").args(["target", "add", WASM]).run()
}
