use std::{fs, io, path::Path};

use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
};

use crate::Outcome;

/// `style/main.css` and everything it imports, minified; none while there is no such file.
pub(super) fn sheet(folder: &Path) -> Outcome<Option<String>> {
    let main = folder.join("main.css");
    if !main.exists() {
        println!("no style/main.css: the pages come without style");
        return Ok(None);
    }
    let files = FileProvider::new();
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(&main)
        .map_err(|error| format!("style: {error}"))?;
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| format!("style: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            ..PrinterOptions::default()
        })
        .map_err(|error| format!("style: {error}"))?;
    Ok(Some(printed.code))
}

/// `style/favicon.svg`, if there is one.
pub(super) fn icon(folder: &Path) -> Outcome<Option<Vec<u8>>> {
    match fs::read(folder.join("favicon.svg")) {
        Ok(icon) => Ok(Some(icon)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}
