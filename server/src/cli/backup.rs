use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use store::{
    backup::{self, BackupError},
    upkeep::Upkeep,
};

use super::data::{Data, DataError, block_on};

/// Write everything in a data folder into one new file, also while it is served; the recordings of spoken answers excepted.
///
/// The file holds names and results of people: keep it as safe as the data folder. It never replaces another file.
/// Recordings are files in the folder `recordings`: copy it as well where they must not be lost.
#[derive(Debug, Args)]
pub(super) struct Backup {
    #[command(flatten)]
    data: Data,

    /// The file to write.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Bring a backup back into a data folder that is not being served.
///
/// The backup is looked through first, and refused unless it is whole. What was in the folder is kept beside it as
/// shanggang.db.replaced; nobody is signed in afterwards. The folder `recordings` stays as it is, and what lacks in it is told. Exit code: 0 done; 1 the backup is not whole; 2 could
/// not run.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The file that `backup` wrote.
    #[arg(value_name = "FILE")]
    file: PathBuf,

    #[command(flatten)]
    data: Data,
}

/// Why there is no backup, or it was not brought back.
#[derive(Debug, thiserror::Error)]
pub(super) enum CopyError {
    #[error(transparent)]
    Data(#[from] DataError),
    #[error(transparent)]
    Backup(#[from] BackupError),
}

impl Backup {
    pub(super) fn run(self) -> Result<ExitCode, CopyError> {
        block_on(backup::backup(self.data.folder(), &self.file))??;
        self.data.note(Upkeep::Backup);
        println!("wrote {}", self.file.display());
        let recordings = self.data.folder().join("recordings");
        if recordings.is_dir() {
            println!(
                "recordings of spoken answers are not in it: copy {} as well",
                recordings.display()
            );
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Restore {
    pub(super) fn run(self) -> Result<ExitCode, CopyError> {
        match block_on(backup::restore(&self.file, self.data.folder()))? {
            Ok(silent) => {
                let (file, folder) = (self.file.display(), self.data.folder().display());
                println!("brought {file} back into {folder}");
                if silent > 0 {
                    println!(
                        "{silent} recordings of spoken answers are not there, because no backup holds them: copy the folder \
                         recordings back, or go on without them"
                    );
                }
                Ok(ExitCode::SUCCESS)
            }
            Err(BackupError::Faulty { faults }) => {
                faults.iter().for_each(|fault| println!("{fault}"));
                eprintln!("shanggang: the backup is not whole; the data folder is as it was");
                Ok(ExitCode::from(1))
            }
            Err(error) => Err(error.into()),
        }
    }
}
