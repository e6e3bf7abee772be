use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use domain::content;
use store::{
    Mode, StoreError,
    actors::Operator,
    releases::{self, Change, Kind, Published, Release},
};

use super::{
    data::{Data, DataError},
    diagnostics,
    language::Language,
    say::say,
};
use crate::{
    clock,
    content_folder::{self, FolderError},
};

/// Publish a content folder as a new release; a running server serves it within a second.
///
/// Content with errors is refused and the release before stays. Content that did not change makes no release.
/// Exit code: 0 published or unchanged; 1 refused; 2 could not run.
#[derive(Debug, Args)]
pub(super) struct Publish {
    /// The content folder.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    #[command(flatten)]
    data: Data,

    /// What this release is about, for its history.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    note: String,

    /// The language of the checker's messages, as for `check`.
    #[arg(long, env = "SHANGGANG_LANG", value_enum)]
    lang: Option<Language>,
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub(super) enum PublishError {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Data(#[from] DataError),
    #[error("the release was not kept")]
    Store(#[from] StoreError),
}

impl Publish {
    pub(super) fn run(self) -> Result<ExitCode, PublishError> {
        let files = content_folder::read(&self.folder)?;
        let checked = content::check(&files);
        if checked.library.is_none() {
            let language = Language::or_terminal(self.lang);
            say(diagnostics::text(&checked.problems, &files, language));
            eprintln!("shanggang: the content has errors; nothing was published");
            return Ok(ExitCode::from(1));
        }
        let note = self.note;
        let published = self.data.work(Mode::Command, async |store, now| {
            let publish = store.write(move |tx| {
                Box::pin(async move { releases::publish(tx, &Operator::new(), files, &note, now).await })
            });
            Ok::<_, PublishError>(publish.await?)
        })?;
        match published {
            Published::Unchanged { release } => say(format_args!("unchanged: {}", told(&release))),
            Published::New { release, changes } => {
                say(format_args!("published {}", told(&release)));
                changes.iter().for_each(tell);
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn told(release: &Release) -> String {
    format!(
        "release {} {} of {}",
        release.number,
        release.address,
        clock::iso(release.published)
    )
}

fn tell(change: &Change) {
    let kind = match change.kind {
        Kind::Added => "added",
        Kind::Changed => "changed",
        Kind::Removed => "removed",
    };
    say(format_args!("  {kind:<7}  {}", change.path));
}
