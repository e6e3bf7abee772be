//! The published content in memory: the current release behind an atomic pointer, older ones by hash.
//!
//! A request takes one [`Arc<Library>`] at its start and keeps it: publishing never changes what a reader
//! sees half-way.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use arc_swap::ArcSwap;
use domain::{
    content::{Library, source::File},
    hash::Hash,
};
use store::{Store, StoreError, releases};

/// How many older releases stay in memory.
const KEPT: usize = 8;

/// The libraries of the site.
pub struct Libraries {
    current: ArcSwap<Library>,
    older: Mutex<VecDeque<Arc<Library>>>,
}

/// Why a release could not be brought into memory.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The release was published by a version with other rules.
    #[error("release {0} does not pass this version's checker")]
    Broken(Hash),
    /// The blocking thread that builds it ended early.
    #[error("building release {0} was cut off")]
    CutOff(Hash),
}

impl Libraries {
    /// Starts with one library.
    #[must_use]
    pub fn new(current: Library) -> Self {
        Self {
            current: ArcSwap::from_pointee(current),
            older: Mutex::default(),
        }
    }

    /// The content of the current release.
    #[must_use]
    pub fn current(&self) -> Arc<Library> {
        self.current.load_full()
    }

    /// Makes a library the current one; the one before stays at hand for what is pinned to it.
    pub fn set_current(&self, library: Library) {
        let before = self.current.swap(Arc::new(library));
        self.keep(before);
    }

    /// Brings the store's current release into memory when it is another one. Says whether it was.
    ///
    /// # Errors
    /// When the release cannot be read or does not pass the checker; the old one stays.
    pub async fn refresh(&self, store: &Store) -> Result<bool, LibraryError> {
        let Some(release) = releases::current(store).await? else {
            return Ok(false);
        };
        if release.address == self.current.load().release {
            return Ok(false);
        }
        let library = read(store, release.address).await?;
        self.set_current(library);
        Ok(true)
    }

    /// The content as of a release.
    ///
    /// # Errors
    /// When the release cannot be read or does not pass this version's checker.
    pub async fn at(&self, store: &Store, release: Hash) -> Result<Arc<Library>, LibraryError> {
        let current = self.current();
        if current.release == release {
            return Ok(current);
        }
        if let Some(library) = self.kept(release) {
            return Ok(library);
        }
        let library = Arc::new(read(store, release).await?);
        self.keep(library.clone());
        Ok(library)
    }

    fn kept(&self, release: Hash) -> Option<Arc<Library>> {
        let older = self.older.lock().unwrap_or_else(PoisonError::into_inner);
        older.iter().find(|library| library.release == release).cloned()
    }

    fn keep(&self, library: Arc<Library>) {
        let mut older = self.older.lock().unwrap_or_else(PoisonError::into_inner);
        older.retain(|kept| kept.release != library.release);
        older.push_front(library);
        older.truncate(KEPT);
    }
}

async fn read(store: &Store, release: Hash) -> Result<Library, LibraryError> {
    let files: Vec<File> = releases::files(store, release).await?;
    // Checking and rendering a folder takes tens of milliseconds: not on a thread that answers requests.
    tokio::task::spawn_blocking(move || Library::build(&files))
        .await
        .map_err(|_| LibraryError::CutOff(release))?
        .map_err(|_| LibraryError::Broken(release))
}
