//! Reading a content folder from disk.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use domain::content::source::File;

/// Why a content folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is no such folder.
    #[error("there is no content folder {}", .0.display())]
    Missing(PathBuf),
    /// Something in it cannot be read.
    #[error("{} cannot be read", .0.display())]
    Unreadable(PathBuf, #[source] io::Error),
}

/// Every file of the folder and the folders in it, but those whose names begin with a dot.
///
/// # Errors
/// When the folder is not there, or something in it cannot be read.
pub fn read(folder: &Path) -> Result<Vec<File>, FolderError> {
    if !folder.is_dir() {
        return Err(FolderError::Missing(folder.to_owned()));
    }
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        let unreadable = |error| FolderError::Unreadable(current.clone(), error);
        for entry in fs::read_dir(&current).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'))
            {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).map_err(|error| FolderError::Unreadable(path.clone(), error))?;
                files.push(File {
                    path: relative(folder, &path),
                    bytes,
                });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The path below the folder with `/` between its parts, on every system.
fn relative(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = read(Path::new("no/such/folder")).unwrap_err();
        assert_eq!(error.to_string(), "there is no content folder no/such/folder");
    }
}
