use std::{collections::BTreeMap, fs, io::Write as _, path::Path};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::browser::Browser;
use crate::Outcome;

/// The files of a bundle under their hashed names, and which of them pages refer to.
pub(super) struct Output {
    release: bool,
    files: BTreeMap<String, Vec<u8>>,
    script: Option<String>,
    style: Option<String>,
    icon: Option<String>,
}

impl Output {
    /// An empty bundle; `release` compresses as far as possible.
    pub(super) fn new(release: bool) -> Self {
        Self {
            release,
            files: BTreeMap::new(),
            script: None,
            style: None,
            icon: None,
        }
    }

    /// Both parts of the browser side under one stem: the names leptos's hydration script derives from it.
    pub(super) fn script(&mut self, browser: &Browser) {
        let stem = format!("shanggang-{}", hash(&[browser.js.as_bytes(), &browser.wasm]));
        self.files
            .insert(format!("{stem}.js"), browser.js.clone().into_bytes());
        self.files.insert(format!("{stem}_bg.wasm"), browser.wasm.clone());
        self.script = Some(stem);
    }

    /// The style sheet.
    pub(super) fn style(&mut self, sheet: String) {
        self.style = Some(self.add("style", "css", sheet.into_bytes()));
    }

    /// The icon in the browser's tab.
    pub(super) fn icon(&mut self, icon: Vec<u8>) {
        self.icon = Some(self.add("icon", "svg", icon));
    }

    fn add(&mut self, stem: &str, end: &str, content: Vec<u8>) -> String {
        let name = format!("{stem}-{}.{end}", hash(&[&content]));
        self.files.insert(name.clone(), content);
        name
    }

    /// Writes what is new, removes what is gone, and prints the sizes.
    pub(super) fn write(&self, folder: &Path) -> Outcome {
        fs::create_dir_all(folder)?;
        self.remove_others(folder)?;
        println!(
            "{:<32} {:>9} {:>9} {:>9}",
            "target/bundle", "plain", "gzip", "brotli"
        );
        let mut all = 0;
        for (name, content) in &self.files {
            write_once(folder, &format!("{name}.gz"), || self.gzip(content))?;
            write_once(folder, &format!("{name}.br"), || self.brotli(content))?;
            write_once(folder, name, || Ok(content.clone()))?;
            let size = |suffix: &str| {
                Ok::<_, std::io::Error>(folder.join(format!("{name}{suffix}")).metadata()?.len())
            };
            println!(
                "{name:<32} {:>9} {:>9} {:>9}",
                size("")?,
                size(".gz")?,
                size(".br")?
            );
            all += size(".br")?;
        }
        println!("{:<32} {all:>29}", "in all");
        let manifest = json!({
            "script": self.script,
            "style": self.style,
            "icon": self.icon,
            "files": self.files.keys().collect::<Vec<_>>(),
        });
        let manifest = format!("{manifest:#}\n");
        let path = folder.join("manifest.json");
        if fs::read_to_string(&path).ok().as_deref() != Some(manifest.as_str()) {
            fs::write(path, manifest)?;
        }
        Ok(())
    }

    fn remove_others(&self, folder: &Path) -> Outcome {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let plain = name
                .strip_suffix(".gz")
                .or(name.strip_suffix(".br"))
                .unwrap_or(&name);
            if plain != "manifest.json" && !self.files.contains_key(plain) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Whether to take all the time it needs: for a release, and for what is small anyway.
    fn squeezes(&self, content: &[u8]) -> bool {
        self.release || content.len() < 200_000
    }

    fn gzip(&self, content: &[u8]) -> Outcome<Vec<u8>> {
        let level = if self.squeezes(content) {
            Compression::best()
        } else {
            Compression::fast()
        };
        let mut encoder = GzEncoder::new(Vec::new(), level);
        encoder.write_all(content)?;
        Ok(encoder.finish()?)
    }

    fn brotli(&self, content: &[u8]) -> Outcome<Vec<u8>> {
        let quality = if self.squeezes(content) { 11 } else { 3 };
        let parameters = BrotliEncoderParams {
            quality,
            ..BrotliEncoderParams::default()
        };
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
        Ok(compressed)
    }
}

/// A name says its content, so a file that exists is the right one.
fn write_once(folder: &Path, name: &str, content: impl FnOnce() -> Outcome<Vec<u8>>) -> Outcome {
    let path = folder.join(name);
    if !path.exists() {
        fs::write(path, content()?)?;
    }
    Ok(())
}

/// Sixteen hexadecimal digits of the SHA-256 of the parts.
fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
