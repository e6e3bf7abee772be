//! What can go wrong when reading or writing.

use domain::evidence::record::Inconsistent;
use domain::quiz::{May, OutOfTurn};
use std::sync::Arc;

/// Why the store could not do what it was asked. Conflicts are variants of their own: callers match on
/// them and never on a text.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or failed.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The work was done, but the commit that should keep it failed; nothing of it is kept.
    #[error("nothing was kept, because the commit failed: {0}")]
    NotCommitted(Arc<sqlx::Error>),
    /// The work stopped by a fault in the program; nothing of it is kept.
    #[error("nothing was kept, because the work stopped by a fault in the program")]
    Panicked,
    /// The store is being closed and takes no more writes.
    #[error("the store is closed")]
    Closed,
    /// The operating system gave no random bytes.
    #[error("the system gave no random bytes: {0}")]
    Chance(getrandom::Error),
    /// A row that no version of this program can have written.
    #[error("table {table}, row {row}: column {column} holds what no version of this program writes")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The row's key.
        row: String,
        /// The column.
        column: &'static str,
    },
    /// An evidence entry that no version of this program can have written.
    #[error(transparent)]
    Evidence(#[from] Inconsistent),
    /// There is no such row, or not for this person.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// Another account has this sign-in name; upper and lower case are the same.
    #[error("another account has this sign-in name")]
    DuplicateLogin,
    /// Another team has this name.
    #[error("another team has this name")]
    DuplicateTeam,
    /// A token that was not revoked has this name.
    #[error("a token that was not revoked has this name")]
    DuplicateToken,
    /// The person already has an account.
    #[error("this person already has an account")]
    DuplicateAccount,
    /// Nobody would be left who may look after accounts.
    #[error("nobody would be left who may look after accounts")]
    LastAdmin,
    /// The person has an attempt at this quiz that was not handed in.
    #[error("attempt {attempt} at this quiz is still open")]
    OpenAttempt {
        /// The attempt.
        attempt: String,
    },
    /// No attempt at this quiz may be begun now.
    #[error("no attempt at this quiz may be begun now: {0:?}")]
    MayNotStart(May),
    /// The attempt was handed in, or its time is over.
    #[error("the attempt takes no more answers")]
    AttemptClosed,
    /// It is not the turn of this question.
    #[error(transparent)]
    OutOfTurn(#[from] OutOfTurn),
    /// The person has a play of this scenario that did not end.
    #[error("play {play} of this scenario is still open")]
    OpenPlay {
        /// The play.
        play: String,
    },
    /// The person has an assessed play of this scenario that did not end: practice would tell its answers.
    #[error("assessed play {play} of this scenario is still open")]
    AssessedOpen {
        /// The assessed play.
        play: String,
    },
    /// The play ended; nothing more happens in it.
    #[error("the play is over")]
    PlayOver,
    /// Another tab went on in this play.
    #[error("the play went on elsewhere")]
    PlayMoved,
    /// The play has as many recordings as it may without an answer that uses them.
    #[error("the play has enough recordings that no answer uses")]
    RecordingsFull,
    /// The file of a recording cannot be written, read or removed.
    #[error("the file of a recording: {0}")]
    Sound(#[source] std::io::Error),
    /// A later tab has this play: the one that asks is to read only.
    #[error("a later tab has the play")]
    PlayElsewhere,
    /// Somebody rated this already.
    #[error("this was rated already")]
    AlreadyRated,
    /// The rater has rated all answers of the calibration, or it is closed.
    #[error("the calibration takes no more ratings of this rater")]
    CalibrationOver,
    /// The result was disputed before; that can be done once.
    #[error("the result was disputed before")]
    AlreadyDisputed,
    /// What was rated was erased or deleted: there is nothing to look at anew.
    #[error("nothing is left to look at anew")]
    NothingLeft,
    /// The candidate was hired; there is no further stage.
    #[error("the candidate was hired")]
    CandidateHired,
    /// Hiring and rejecting are not steps from stage to stage.
    #[error("hiring and rejecting are not steps from stage to stage")]
    NotAStep,
    /// Others' sheets are shown only to whoever submitted their own.
    #[error("others' sheets are shown only after submitting one's own")]
    Blind,
    /// The sheet was submitted and does not change any more.
    #[error("the sheet was submitted")]
    SheetSubmitted,
    /// Items that are neither rated nor marked as not observed.
    #[error("{} items are not rated", items.len())]
    SheetIncomplete {
        /// The items.
        items: Vec<String>,
    },
    /// The interview was decided.
    #[error("the interview was decided")]
    Decided,
    /// Nobody rates, signs off or approves himself.
    #[error("nobody rates, signs off or approves himself")]
    OwnWork,
    /// Declining, withdrawing, rejecting, voiding and granting need a reason.
    #[error("a reason is needed")]
    NoReason,
    /// A sign-in name needs 1 to 64 letters, digits, or any of `. - _ @`.
    #[error("a sign-in name has 1 to 64 letters, digits, or any of . - _ @")]
    BadLogin,
}

impl StoreError {
    /// A row that no version of this program can have written.
    pub(crate) fn inconsistent(table: &'static str, row: impl Into<String>, column: &'static str) -> Self {
        Self::Inconsistent {
            table,
            row: row.into(),
            column,
        }
    }
}

/// Turns a violated unique constraint into the conflict it stands for at this statement.
pub(crate) fn unique(conflict: StoreError) -> impl FnOnce(sqlx::Error) -> StoreError {
    move |error| match &error {
        sqlx::Error::Database(database) if database.is_unique_violation() => conflict,
        _ => StoreError::Database(error),
    }
}
