//! Starting an attempt.

use crate::actors::Learner;
use crate::chance;
use crate::error::StoreError;
use crate::lines;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::quiz::Drawn;
use domain::score::Milli;
use domain::time::Moment;
use sqlx::AssertSqlSafe;

/// An attempt to be started.
#[derive(Clone, Debug)]
pub struct NewAttempt {
    /// `course/quiz`.
    pub quiz: String,
    /// The version of the quiz.
    pub version: Hash,
    /// The address of the release the version comes with.
    pub release: Hash,
    /// Until when it takes answers; none without a limit.
    pub deadline: Option<Moment>,
    /// How many attempts there are in all; none without a limit. Void ones do not count.
    pub limit: Option<u32>,
    /// In the order to be shown.
    pub questions: Vec<NewQuestion>,
}

/// A drawn question and what it is worth.
#[derive(Clone, Debug)]
pub struct NewQuestion {
    /// The question, its version, and the order of its options.
    pub drawn: Drawn,
    /// What it is worth.
    pub points: Milli,
}

/// Starts an attempt and returns its id.
///
/// # Errors
/// [`StoreError::OpenAttempt`] with the attempt to go on with; [`StoreError::NoAttemptLeft`].
pub async fn start(
    tx: &mut Tx,
    learner: &Learner,
    new: NewAttempt,
    now: Moment,
) -> Result<String, StoreError> {
    let earlier = sqlx::query(
        "SELECT coalesce(max(number), 0) AS last, max(CASE WHEN state = 'open' THEN id END) AS open,
                CAST(coalesce(sum(CASE WHEN state = 'void' THEN 0 ELSE 1 END), 0) AS BIGINT) AS counting
         FROM attempt WHERE person = $1 AND quiz = $2",
    )
    .bind(learner.person.as_str())
    .bind(new.quiz.as_str())
    .fetch_one(&mut tx.conn)
    .await?;
    if let Some(attempt) = earlier.maybe_text("open")? {
        return Err(StoreError::OpenAttempt { attempt });
    }
    if new.limit.is_some_and(|limit| {
        earlier
            .int("counting")
            .is_ok_and(|taken| taken >= i64::from(limit))
    }) {
        return Err(StoreError::NoAttemptLeft);
    }
    let id = chance::id(now)?;
    sqlx::query(
        "INSERT INTO attempt (id, person, quiz, version, release, number, started, deadline, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open')",
    )
    .bind(id.as_str())
    .bind(learner.person.as_str())
    .bind(new.quiz)
    .bind(new.version.to_string())
    .bind(new.release.to_string())
    .bind(earlier.int("last")? + 1)
    .bind(now.0)
    .bind(new.deadline.map(|moment| moment.0))
    .execute(&mut tx.conn)
    .await?;
    for (at, questions) in new.questions.chunks(CHUNK).enumerate() {
        ask(tx, &id, at * CHUNK, questions).await?;
    }
    Ok(id)
}

/// How many questions one statement takes.
const CHUNK: usize = 100;

async fn ask(tx: &mut Tx, attempt: &str, from: usize, questions: &[NewQuestion]) -> Result<(), StoreError> {
    let row = |n: usize| {
        format!(
            "($1, ${}, ${}, ${}, ${}, ${})",
            n * 5 + 2,
            n * 5 + 3,
            n * 5 + 4,
            n * 5 + 5,
            n * 5 + 6
        )
    };
    let rows: Vec<_> = (0..questions.len()).map(row).collect();
    let sql = format!(
        "INSERT INTO attempt_question (attempt, position, question, hash, permutation, points) VALUES {}",
        rows.join(", ")
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).bind(attempt);
    for (at, NewQuestion { drawn, points }) in questions.iter().enumerate() {
        query = query
            .bind(i64::try_from(from + at).unwrap_or(i64::MAX))
            .bind(drawn.question.as_str())
            .bind(drawn.hash.to_string())
            .bind(lines::join_numbers(&drawn.permutation))
            .bind(points.0);
    }
    query.execute(&mut tx.conn).await?;
    Ok(())
}
