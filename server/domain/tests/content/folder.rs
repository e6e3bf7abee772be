//! Reading a content folder from disk, for the tests of the checker.

use domain::content::problem::{Problem, Severity};
use domain::content::{File, Library, check};
use std::fs;
use std::path::{Path, PathBuf};

/// A path relative to this crate.
pub(crate) fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// All files of a folder, with paths relative to it.
pub(crate) fn read_folder(relative: &str) -> Vec<File> {
    let root = path(relative);
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!files.is_empty(), "{relative} holds files");
    files
}

/// The clean folder of the planted mistakes.
pub(crate) fn base() -> Vec<File> {
    read_folder("tests/planted/base")
}

/// The library of a folder that has no error.
pub(crate) fn library(files: &[File]) -> Library {
    Library::build(files).expect("a folder without errors")
}

/// The base with one more file.
pub(crate) fn with(path: &str, text: &str) -> Vec<File> {
    let mut files = base();
    files.retain(|file| file.path != path);
    files.push(File {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    files
}

/// File, line and code of every error.
pub(crate) fn errors(files: &[File]) -> Vec<(String, usize, &'static str)> {
    let problems = check(files).problems.into_iter();
    let errors = problems.filter(|problem: &Problem| problem.severity == Severity::Error);
    errors
        .map(|problem| (problem.file, problem.line, problem.code))
        .collect()
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let relative = path.strip_prefix(root).expect("a path inside the folder");
            let parts: Vec<_> = relative
                .iter()
                .map(|part| part.to_str().expect("a name in UTF-8"))
                .collect();
            files.push(File {
                path: parts.join("/"),
                bytes: fs::read(&path).expect("a file"),
            });
        }
    }
}
