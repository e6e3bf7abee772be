//! The files of recordings: one for each, in the folder `recordings` of the data folder.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::open::create;

/// What a file is called until all of it is on the disk.
const PARTIAL: &str = ".partial";

/// The folder with the sounds of one data folder. Its functions wait for the disk.
#[derive(Clone, Debug)]
pub struct Sounds(PathBuf);

impl Sounds {
    /// Those of a data folder.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self(folder.join("recordings"))
    }

    fn path(&self, id: &str) -> PathBuf {
        self.0.join(id)
    }

    /// Writes a sound; when this returns, it is on the disk under its name.
    ///
    /// # Errors
    /// Whatever the system says; nothing but perhaps a partial file is left then.
    pub fn write(&self, id: &str, bytes: &[u8]) -> io::Result<()> {
        create(&self.0)?;
        let (partial, path) = (self.path(&format!("{id}{PARTIAL}")), self.path(id));
        let mut options = File::options();
        options.create(true).truncate(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&partial)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&partial, &path)?;
        File::open(&self.0)?.sync_all()
    }

    /// Reads a sound.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn read(&self, id: &str) -> io::Result<Vec<u8>> {
        fs::read(self.path(id))
    }

    /// The size of a sound's file, in bytes; none when there is no such file.
    #[must_use]
    pub fn size(&self, id: &str) -> Option<u64> {
        let file = fs::metadata(self.path(id)).ok()?;
        file.is_file().then_some(file.len())
    }

    /// Removes a sound. It is no error when there is none.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn remove(&self, id: &str) -> io::Result<()> {
        match fs::remove_file(self.path(id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// The names of all files, partial ones too; none when nobody has spoken yet.
    ///
    /// # Errors
    /// Whatever the system says.
    pub(super) fn names(&self) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        names.collect()
    }
}

/// The recording a file belongs to.
pub(super) fn id(name: &str) -> &str {
    name.strip_suffix(PARTIAL).unwrap_or(name)
}
