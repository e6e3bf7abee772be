use std::{fs, path::Path};

use super::{count::Count, rust};
use crate::{Outcome, process::Run, workspace};

/// Where Debian's package puts it; `tests/browser/playwright.config.ts` says the same.
const CHROMIUM: &str = "/usr/bin/chromium";

/// The tests in Chromium, against the binary on an empty data folder.
pub(super) fn test() -> Outcome<Count> {
    require_chromium()?;
    let folder = workspace::root().join("tests/browser");
    require_packages(&folder)?;
    let mut count = Count::default();
    let passed = Run::new("npx")
        .args(["--no-install", "playwright", "test"])
        .env("SHANGGANG_BINARY", rust::binary())
        .folder(&folder)
        .each_line(|line| count.add(line))?;
    if !passed && count.failed == 0 {
        return Err("Playwright ended before its tests did".into());
    }
    Ok(count)
}

/// Installs Chromium and a Chinese font where that is allowed, else says how.
fn require_chromium() -> Outcome {
    const PACKAGES: [&str; 2] = ["chromium", "fonts-noto-cjk"];
    if Path::new(CHROMIUM).exists() {
        return Ok(());
    }
    let root = Run::new("id")
        .args(["-u"])
        .read()
        .is_ok_and(|id| id.trim() == "0");
    if !root || !Path::new("/usr/bin/apt-get").exists() {
        return Err(format!(
            "{CHROMIUM} is missing: sudo apt-get install {}",
            PACKAGES.join(" ")
        )
        .into());
    }
    Run::new("apt-get").args(["update", "-qq"]).run()?;
    Run::new("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(PACKAGES)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

/// Installs the packages of the lock file, unless they are there.
fn require_packages(folder: &Path) -> Outcome {
    let modified = |name: &str| {
        fs::metadata(folder.join(name))
            .and_then(|file| file.modified())
            .ok()
    };
    let wanted = modified("package-lock.json");
    if wanted.is_some() && modified("node_modules/.package-lock.json") >= wanted {
        return Ok(());
    }
    Run::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .folder(folder)
        .run()
}
