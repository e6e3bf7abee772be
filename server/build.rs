//! Embeds what `cargo xtask bundle` made. Without a bundle the table is empty and pages come bare, so that
//! checking and testing need no browser build.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let bundle = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../target/bundle");
    // Cargo would run this script at every build while a watched path is missing.
    fs::create_dir_all(&bundle)?;
    println!("cargo::rerun-if-changed={}", bundle.display());

    let table = match fs::read_to_string(bundle.join("manifest.json")) {
        Ok(manifest) => table(&bundle, &serde_json::from_str(&manifest)?)?,
        Err(_) => table(&bundle, &serde_json::Value::Null)?,
    };
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("bundle.rs"), table)?;
    Ok(())
}

fn table(bundle: &Path, manifest: &serde_json::Value) -> Result<String, Box<dyn Error>> {
    let mut table = String::new();
    for (constant, key) in [("SCRIPT", "script"), ("STYLE", "style"), ("ICON", "icon")] {
        writeln!(
            table,
            "pub(super) const {constant}: Option<&str> = {:?};",
            manifest[key].as_str()
        )?;
    }
    writeln!(table, "pub(super) static ASSETS: &[Asset] = &[")?;
    for name in manifest["files"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str())
    {
        let include = |suffix: &str| -> Result<String, Box<dyn Error>> {
            let path = fs::canonicalize(bundle.join(format!("{name}{suffix}")))?;
            Ok(format!("include_bytes!({path:?})"))
        };
        writeln!(
            table,
            "Asset {{ name: {name:?}, plain: {}, brotli: {}, gzip: {} }},",
            include("")?,
            include(".br")?,
            include(".gz")?
        )?;
    }
    writeln!(table, "];")?;
    Ok(table)
}
