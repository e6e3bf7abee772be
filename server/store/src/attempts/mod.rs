//! Attempts at quizzes: started, answered as it goes, handed in once.
//!
//! An attempt is a working row. Its result is also an entry of evidence, written in the same transaction.

/// The columns of `attempt_question q` that a question is read from.
macro_rules! asked_columns {
    () => {
        "q.question, q.hash, q.permutation, q.points, q.answer, q.answer_seq, q.saved, q.mark, q.tries, q.tried,
         q.locked, q.certainty, q.regraded, q.key_release, q.first_mark"
    };
}

mod check;
#[cfg(test)]
mod laws;
mod load;
mod powers;
mod regrade;
mod reports;
mod save;
mod sequence;
mod start;
mod submit;
#[cfg(test)]
pub(crate) mod tests;

pub use check::{Checked, check};
pub(crate) use load::in_tx;
pub use load::{Overdue, Summary, get, list, of_learner, overdue, seen};
pub use powers::{grant_attempt, grant_time, void};
pub use regrade::{Anew, handed_in, regrade};
pub use reports::{FirstAttempt, Totals, first_attempts, totals};
pub use save::{Save, come_back_to, save};
pub use sequence::go_on;
pub use start::{NewAttempt, NewQuestion, start};
pub use submit::{Graded, Submitted, close_overdue, submit};
pub(crate) use submit::{finished, write};

use crate::error::StoreError;
use crate::lines;
use crate::outcomes;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::Outcome;
use domain::hash::Hash;
pub use domain::quiz::standing::{Rules, State};
use domain::quiz::{Certainty, Share, Tried};
use domain::score::Milli;
use domain::time::Moment;
use sqlx::any::AnyRow;

/// Answers that arrive this long after the deadline still count: they were on their way.
pub const GRACE_SECONDS: i64 = 10;

/// One try of one person at one quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// UUIDv7 as text.
    pub id: String,
    /// Whose it is.
    pub person: String,
    /// `course/quiz`.
    pub quiz: String,
    /// The version of the quiz.
    pub version: Hash,
    /// The address of the release the version came with.
    pub release: Hash,
    /// Counted from 1 for each person and quiz.
    pub number: i64,
    /// When it began.
    pub started: Moment,
    /// Until when it takes answers; none without a limit.
    pub deadline: Option<Moment>,
    /// How far it is.
    pub state: State,
    /// When it was handed in.
    pub submitted: Option<Moment>,
    /// Percent reached, in thousandths; none while pending.
    pub score: Option<Milli>,
    /// How it ended; none while open.
    pub outcome: Option<Outcome>,
    /// The place of the question somebody is at, where questions come one after the other; none where one goes freely.
    pub reached: Option<usize>,
    /// The places of the questions the learner marked to come back to, in ascending order.
    pub later: Vec<usize>,
    /// In the order shown.
    pub questions: Vec<Asked>,
}

impl Attempt {
    /// Whether it takes answers that arrive now.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        self.state == State::Open
            && self
                .deadline
                .is_none_or(|end| now <= end.plus_seconds(GRACE_SECONDS))
    }
}

/// A question of an attempt, as it was drawn and as it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question's id.
    pub question: String,
    /// The version of the question.
    pub hash: Hash,
    /// Place `p` shows what was written as number `permutation[p]`.
    pub permutation: Vec<usize>,
    /// What it is worth.
    pub points: Milli,
    /// The answer in the author's order, as [`domain::quiz::mark()`] reads it; none when it was left open.
    pub answer: Option<Vec<String>>,
    /// How sure the learner said to be of it.
    pub certainty: Option<Certainty>,
    /// The checks it had before the attempt was handed in.
    pub tried: Tried,
    /// Whether it takes no more answers, though the attempt is open.
    pub locked: bool,
    /// The number of the answer's save; the next one must be higher.
    pub seq: i64,
    /// When the answer was saved.
    pub saved: Option<Moment>,
    /// What it earned; none while nobody has marked it.
    pub mark: Option<Share>,
    /// When the mark changed because it was computed anew with a corrected key.
    pub regraded: Option<Moment>,
    /// The address of the release whose corrected key judged it last; none while its own key did.
    pub key_release: Option<Hash>,
    /// What it earned by its own key, once another one judged it.
    pub first_mark: Option<Share>,
}

fn attempt(row: &AnyRow) -> Result<Attempt, StoreError> {
    Ok(Attempt {
        id: row.text("id")?,
        person: row.text("person")?,
        quiz: row.text("quiz")?,
        version: row.hash("attempt", "version")?,
        release: row.hash("attempt", "release")?,
        number: row.int("number")?,
        started: row.moment("started")?,
        deadline: row.maybe_moment("deadline")?,
        state: state(row)?,
        submitted: row.maybe_moment("submitted")?,
        score: row.maybe_int("score")?.map(Milli),
        outcome: outcomes::read(row, "attempt")?,
        reached: match row.maybe_int("reached")? {
            Some(reached) => Some(usize::try_from(reached).map_err(|_| {
                StoreError::inconsistent("attempt", row.text("id").unwrap_or_default(), "reached")
            })?),
            None => None,
        },
        later: lines::split_numbers(&row.text("later")?).ok_or_else(|| {
            StoreError::inconsistent("attempt", row.text("id").unwrap_or_default(), "later")
        })?,
        questions: Vec::new(),
    })
}

fn asked(row: &AnyRow) -> Result<Asked, StoreError> {
    let wrong = |column| {
        StoreError::inconsistent(
            "attempt_question",
            row.text("question").unwrap_or_default(),
            column,
        )
    };
    let permutation = lines::split_numbers(&row.text("permutation")?).ok_or_else(|| wrong("permutation"))?;
    let text = |column| match row.maybe_text(column)? {
        Some(text) => lines::split(&text).map(Some).ok_or_else(|| wrong(column)),
        None => Ok(None),
    };
    let certainty = match row.maybe_text("certainty")? {
        Some(word) => Some(word.parse().map_err(|_| wrong("certainty"))?),
        None => None,
    };
    let mark = |column| match row.maybe_int(column)? {
        Some(parts) => Share::from_parts(parts).map(Some).ok_or_else(|| wrong(column)),
        None => Ok(None),
    };
    Ok(Asked {
        question: row.text("question")?,
        hash: row.hash("attempt_question", "hash")?,
        permutation,
        points: Milli(row.int("points")?),
        answer: text("answer")?,
        certainty,
        tried: Tried {
            count: u32::try_from(row.int("tries")?).map_err(|_| wrong("tries"))?,
            answer: text("tried")?.unwrap_or_default(),
        },
        locked: row.flag("locked")?,
        seq: row.int("answer_seq")?,
        saved: row.maybe_moment("saved")?,
        mark: mark("mark")?,
        regraded: row.maybe_moment("regraded")?,
        key_release: row.maybe_hash("attempt_question", "key_release")?,
        first_mark: mark("first_mark")?,
    })
}

fn state(row: &AnyRow) -> Result<State, StoreError> {
    match row.text("state")?.as_str() {
        "open" => Ok(State::Open),
        "pending" => Ok(State::Pending),
        "graded" => Ok(State::Graded),
        "void" => Ok(State::Void),
        _ => Err(StoreError::inconsistent("attempt", row.text("id")?, "state")),
    }
}

/// Erases what a person answered in attempts that were handed in; marks and results stay.
pub(crate) async fn erase_texts(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE attempt_question SET answer = NULL, tried = NULL
         WHERE attempt IN (SELECT id FROM attempt WHERE person = $1 AND state <> 'open')",
    )
    .bind(person)
    .execute(&mut tx.conn)
    .await?;
    Ok(())
}
