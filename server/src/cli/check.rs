use std::{path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};
use domain::content::{self, problem::Severity};

use super::{diagnostics, language::Language, say::say};
use crate::content_folder::{self, FolderError};

/// Check a content folder and tell everything that is wrong with it.
///
/// Exit code: 0 no error; 1 errors, or with --strict warnings; 2 the folder could not be read.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The content folder.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// Take warnings as seriously as errors.
    #[arg(long)]
    strict: bool,

    /// How the problems are told.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,

    /// The language of the messages; without it that of the terminal when it is Chinese or English, else Chinese.
    #[arg(long, env = "SHANGGANG_LANG", value_enum)]
    lang: Option<Language>,
}

/// For whom output is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// People.
    Text,
    /// Programs.
    Json,
}

/// Why a folder could not be checked.
#[derive(Debug, thiserror::Error)]
pub(super) enum CheckError {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error("the problems cannot be written as JSON")]
    Json(#[from] serde_json::Error),
}

impl Check {
    pub(super) fn run(self) -> Result<ExitCode, CheckError> {
        let files = content_folder::read(&self.folder)?;
        let problems = content::check(&files).problems;
        let language = Language::or_terminal(self.lang);
        match self.format {
            Format::Text => say(diagnostics::text(&problems, &files, language)),
            Format::Json => say(diagnostics::json(&problems, language)?),
        }
        let limit = if self.strict {
            Severity::Warning
        } else {
            Severity::Error
        };
        // Errors come first in the order of severities.
        let failed = problems.iter().any(|problem| problem.severity <= limit);
        Ok(ExitCode::from(u8::from(failed)))
    }
}
