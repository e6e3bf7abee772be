//! Starting an attempt.

use crate::actors::Learner;
use crate::chance;
use crate::error::StoreError;
use crate::evidence;
use crate::lines;
use crate::outcomes;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::Outcome;
use domain::hash::Hash;
use domain::quiz::standing::{Allowance, May, Past, Rules, Standing, State, deadline};
use domain::quiz::{Drawn, Navigation};
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
    /// What the quiz says about its attempts.
    pub rules: Rules,
    /// In which order the questions are answered.
    pub navigation: Navigation,
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

/// Starts an attempt and returns its id. Whether one may be started, and until when it runs, is decided here, over what
/// this transaction sees of earlier attempts and of what was granted: two tabs cannot both be the first.
///
/// # Errors
/// [`StoreError::OpenAttempt`] with the attempt to go on with; [`StoreError::MayNotStart`] with the reason.
pub async fn start(
    tx: &mut Tx,
    learner: &Learner,
    new: NewAttempt,
    now: Moment,
) -> Result<String, StoreError> {
    let earlier = earlier(tx, &learner.person, &new.quiz).await?;
    let granted = evidence::of_kinds_in(tx, &learner.person, GRANTS).await?;
    let allowance = Allowance::of(&granted, &new.quiz);
    let past = earlier.iter().map(Earlier::past);
    match Standing::of(&new.rules, allowance, past, now).may {
        May::Start => {}
        May::Continue(attempt) => return Err(StoreError::OpenAttempt { attempt }),
        may => return Err(StoreError::MayNotStart(may)),
    }
    let deadline = deadline(&new.rules, allowance.time, now);
    let last = earlier.iter().map(|attempt| attempt.number).max();
    let id = chance::id(now)?;
    sqlx::query(
        "INSERT INTO attempt (id, person, quiz, version, release, number, started, deadline, reached, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')",
    )
    .bind(id.as_str())
    .bind(learner.person.as_str())
    .bind(new.quiz)
    .bind(new.version.to_string())
    .bind(new.release.to_string())
    .bind(last.unwrap_or(0) + 1)
    .bind(now.0)
    .bind(deadline.map(|moment| moment.0))
    .bind(new.navigation.begin().and_then(|place| i64::try_from(place).ok()))
    .execute(&mut tx.conn)
    .await?;
    for (at, questions) in new.questions.chunks(CHUNK).enumerate() {
        ask(tx, &id, at * CHUNK, questions).await?;
    }
    Ok(id)
}

/// The kinds of evidence that say what was granted, and what of that counts no more.
const GRANTS: &[&str] = &["attempt-granted", "time-granted", "voided"];

/// An attempt before this one.
struct Earlier {
    id: String,
    number: i64,
    state: State,
    submitted: Option<Moment>,
    outcome: Option<Outcome>,
}

impl Earlier {
    fn past(&self) -> Past<'_> {
        Past {
            id: &self.id,
            state: self.state,
            submitted: self.submitted,
            outcome: self.outcome,
        }
    }
}

async fn earlier(tx: &mut Tx, person: &str, quiz: &str) -> Result<Vec<Earlier>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, number, state, submitted, outcome FROM attempt WHERE person = $1 AND quiz = $2",
    )
    .bind(person)
    .bind(quiz)
    .fetch_all(&mut tx.conn)
    .await?;
    let earlier = rows.iter().map(|row| {
        Ok(Earlier {
            id: row.text("id")?,
            number: row.int("number")?,
            state: super::state(row)?,
            submitted: row.maybe_moment("submitted")?,
            outcome: outcomes::read(row, "attempt")?,
        })
    });
    earlier.collect()
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
