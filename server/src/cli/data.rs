//! The data folder as commands use it: beside a server that may be running.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::Args;
use domain::{
    content::{Library, library::Faulty},
    hash::Hash,
    time::Moment,
};
use store::{
    Mode, OpenError, Store, StoreError, releases,
    upkeep::{self, Upkeep},
};

use crate::clock;

/// Where the data is.
#[derive(Debug, Args)]
pub(super) struct Data {
    /// The data folder.
    #[arg(long, env = "SHANGGANG_DATA", value_name = "DIR", default_value = "data")]
    data: PathBuf,
}

/// Why a command could not work on its data folder.
#[derive(Debug, thiserror::Error)]
pub(super) enum DataError {
    #[error("cannot start the runtime")]
    Runtime(#[source] io::Error),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("release {0} does not pass this version's checker: {1}")]
    Published(Hash, Faulty),
}

/// Runs one piece of work to its end.
pub(super) fn block_on<T>(work: impl Future<Output = T>) -> Result<T, DataError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(DataError::Runtime)?;
    Ok(runtime.block_on(work))
}

impl Data {
    /// The folder as it was given.
    pub(super) fn folder(&self) -> &Path {
        &self.data
    }

    /// Opens the folder, does the work at this moment, and closes it.
    pub(super) fn work<T, E: From<DataError>>(
        &self,
        mode: Mode,
        work: impl AsyncFnOnce(&Store, Moment) -> Result<T, E>,
    ) -> Result<T, E> {
        block_on(async {
            let now = clock::now();
            let store = Store::open(&self.data, mode, now)
                .await
                .map_err(DataError::Open)?;
            let done = work(&store, now).await;
            store.close().await;
            done
        })?
    }

    /// Notes for the administrator's page what was done; it is done whether this succeeds or not.
    pub(super) fn note(&self, done: Upkeep) {
        let noted = self.work(Mode::Existing, async |store, now| {
            store
                .write(move |tx| Box::pin(async move { upkeep::note(tx, done, now).await }))
                .await
                .map_err(DataError::Store)
        });
        if let Err(error) = noted {
            eprintln!("shanggang: done, but the administrator's page does not know of it: {error}");
        }
    }
}

/// The content that was current at a moment; none before the first release.
pub(super) async fn library(store: &Store, moment: Moment) -> Result<Option<Library>, DataError> {
    let Some(release) = releases::as_of(store, moment).await? else {
        return Ok(None);
    };
    let files = releases::files(store, release.address).await?;
    let library = Library::build(&files).map_err(|faulty| DataError::Published(release.address, faulty))?;
    Ok(Some(library))
}
