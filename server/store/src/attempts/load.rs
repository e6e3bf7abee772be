//! Reading attempts.

use super::{Attempt, GRACE_SECONDS, State, asked, attempt, state};
use crate::actors::{Attests, Learner};
use crate::error::StoreError;
use crate::open::Store;
use crate::outcomes;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::Outcome;
use domain::hash::Hash;
use domain::score::Milli;
use domain::time::Moment;
use sqlx::AnyExecutor;
use std::collections::BTreeMap;

macro_rules! head {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.person, a.quiz, a.version, a.release, a.number, a.started, a.deadline, a.state,
                    a.submitted, a.score, a.outcome, a.reached, a.later FROM attempt a ",
            $rest
        )
    };
}

/// The columns of attempts, to be narrowed.
pub(super) const HEADS: &str = head!("");

const QUESTIONS: &str = concat!(
    "SELECT ",
    asked_columns!(),
    " FROM attempt_question q WHERE q.attempt = $1 ORDER BY q.position"
);

/// An attempt without its questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// UUIDv7 as text.
    pub id: String,
    /// `course/quiz`.
    pub quiz: String,
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
}

/// One of the learner's own attempts; none also when it is somebody else's.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn of_learner(store: &Store, learner: &Learner, id: &str) -> Result<Option<Attempt>, StoreError> {
    Ok(load(store, id)
        .await?
        .filter(|attempt| attempt.person == learner.person))
}

/// Any attempt, for whoever judges it.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn get(store: &Store, _by: &impl Attests, id: &str) -> Result<Option<Attempt>, StoreError> {
    load(store, id).await
}

async fn load(store: &Store, id: &str) -> Result<Option<Attempt>, StoreError> {
    let (head, questions) = (
        find(store.readers(), id).await?,
        questions(store.readers(), id).await?,
    );
    Ok(head.map(|attempt| Attempt { questions, ..attempt }))
}

/// An attempt as this transaction sees it.
pub(crate) async fn in_tx(tx: &mut Tx, id: &str) -> Result<Option<Attempt>, StoreError> {
    let Some(attempt) = find(&mut tx.conn, id).await? else {
        return Ok(None);
    };
    let questions = questions(&mut tx.conn, id).await?;
    Ok(Some(Attempt { questions, ..attempt }))
}

async fn find<'c>(db: impl AnyExecutor<'c>, id: &str) -> Result<Option<Attempt>, StoreError> {
    let row = sqlx::query(head!("WHERE a.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?;
    row.as_ref().map(attempt).transpose()
}

pub(super) async fn questions<'c>(
    db: impl AnyExecutor<'c>,
    id: &str,
) -> Result<Vec<super::Asked>, StoreError> {
    let rows = sqlx::query(QUESTIONS).bind(id).fetch_all(db).await?;
    rows.iter().map(asked).collect()
}

/// All attempts of a person at all quizzes, the oldest first.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn list(store: &Store, person: &str) -> Result<Vec<Summary>, StoreError> {
    let sql = head!("WHERE a.person = $1 ORDER BY a.started, a.number, a.id");
    let rows = sqlx::query(sql).bind(person).fetch_all(store.readers()).await?;
    let summaries = rows.iter().map(|row| {
        Ok(Summary {
            id: row.text("id")?,
            quiz: row.text("quiz")?,
            number: row.int("number")?,
            started: row.moment("started")?,
            deadline: row.maybe_moment("deadline")?,
            state: state(row)?,
            submitted: row.maybe_moment("submitted")?,
            score: row.maybe_int("score")?.map(Milli),
            outcome: outcomes::read(row, "attempt")?,
        })
    });
    summaries.collect()
}

/// How often a person has met each question of a quiz: what [`domain::quiz::draw()`] asks for.
///
/// # Errors
/// When the database fails.
pub async fn seen(store: &Store, person: &str, quiz: &str) -> Result<BTreeMap<String, u32>, StoreError> {
    let rows = sqlx::query(
        "SELECT q.question, count(*) AS n FROM attempt a JOIN attempt_question q ON q.attempt = a.id
         WHERE a.person = $1 AND a.quiz = $2 GROUP BY q.question",
    )
    .bind(person)
    .bind(quiz)
    .fetch_all(store.readers())
    .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.text("question")?,
                u32::try_from(row.int("n")?).unwrap_or(u32::MAX),
            ))
        })
        .collect()
}

/// An open attempt whose time is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// UUIDv7 as text.
    pub id: String,
    /// The address of the release it came with.
    pub release: Hash,
}

/// Open attempts whose time is over, the oldest deadline first: for the job that closes them.
///
/// # Errors
/// When the database fails.
pub async fn overdue(store: &Store, now: Moment) -> Result<Vec<Overdue>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, release FROM attempt WHERE state = 'open' AND deadline < $1 ORDER BY deadline",
    )
    .bind(now.plus_seconds(-GRACE_SECONDS).0)
    .fetch_all(store.readers())
    .await?;
    let overdue = rows.iter().map(|row| {
        Ok(Overdue {
            id: row.text("id")?,
            release: row.hash("attempt", "release")?,
        })
    });
    overdue.collect()
}
