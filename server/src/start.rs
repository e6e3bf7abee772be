//! From a data folder and a content folder to a running [`Site`].

use std::{io, path::PathBuf, sync::Arc};

use app::{
    forms::Flashes,
    learn::FirstSent,
    libraries::Libraries,
    missed::MissedSearches,
    sign_in::{Limits, Passwords},
    site::Site,
};
use domain::{
    content::{Library, library::Faulty},
    time::Moment,
};
use store::{Mode, OpenError, Store, StoreError, actors::Operator, releases};

use crate::{
    clock::{self, ZoneCalendar},
    content_folder::{self, FolderError},
    demo,
};

/// Where things are and what the site is for.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The data folder.
    pub data: PathBuf,
    /// The content folder: published when there is no release yet, and shown in the content pages.
    pub content: PathBuf,
    /// The address people type, without a slash at its end.
    pub public_url: String,
    /// Whether this is a demo.
    pub demo: bool,
    /// For how many days recordings of spoken answers are kept.
    pub keep_recordings: u32,
}

/// For how many days recordings are kept, when nobody says otherwise.
pub const KEEP_RECORDINGS: u32 = 180;

/// Why the site could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The content folder could not be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The content has errors and nothing was published before.
    #[error("{0}; nothing is published yet, so there is nothing to serve: run `shanggang check`")]
    Content(Faulty),
    /// A release of the database does not pass this version's checker.
    #[error("the published content does not pass this version's checker: {0}")]
    Published(Faulty),
}

/// Opens the store, publishes the first release when there is none, and brings the current one into memory.
///
/// # Errors
/// See [`StartError`].
pub async fn site(settings: Settings) -> Result<Arc<Site>, StartError> {
    let now = clock::now();
    let store = Store::open(&settings.data, Mode::Serve { demo: settings.demo }, now).await?;
    let library = first_library(&store, &settings, now).await?;
    let calendar = Arc::new(ZoneCalendar::of(&library.site.time_zone));
    let folder = settings.content;
    let site = Arc::new(Site {
        store,
        libraries: Libraries::new(library),
        calendar,
        clock: Arc::new(clock::now),
        content_folder: Arc::new(move || content_folder::read(&folder).map_err(io::Error::other)),
        flashes: Flashes::default(),
        first_sent: FirstSent::default(),
        missed: MissedSearches::default(),
        limits: Limits::default(),
        passwords: Passwords::default(),
        demo: settings.demo,
        public_url: settings.public_url,
        keep_recordings: settings.keep_recordings,
    });
    if settings.demo {
        demo::seed(&site).await?;
    }
    Ok(site)
}

async fn first_library(store: &Store, settings: &Settings, now: Moment) -> Result<Library, StartError> {
    if let Some(release) = releases::current(store).await? {
        let files = releases::files(store, release.address).await?;
        return Library::build(&files).map_err(StartError::Published);
    }
    let files = content_folder::read(&settings.content)?;
    let library = Library::build(&files).map_err(StartError::Content)?;
    let publish = store.write(move |tx| {
        Box::pin(async move { releases::publish(tx, &Operator::new(), files, "", now).await })
    });
    publish.await?;
    Ok(library)
}
