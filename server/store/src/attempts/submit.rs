//! Handing an attempt in: marks, result and evidence in one transaction.

use super::{Attempt, Save, State, in_tx, save, sequence};
use crate::actors::{Learner, Operator};
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::outcomes;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::{Fact, Outcome};
use domain::quiz::{Counting, Counts, Share, standing};
use domain::score::Milli;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use std::fmt::Write as _;

/// What the rules say about an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graded {
    /// For each question, in the attempt's order, what its answer earned; none where a person must rate it.
    pub marks: Vec<Option<Share>>,
    /// Percent reached, in thousandths; none while pending.
    pub score: Option<Milli>,
    /// How it ended by itself.
    pub outcome: Outcome,
    /// How the quiz makes one result of this attempt and those before it.
    pub counting: Counting,
}

/// An attempt that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// With marks and result.
    pub attempt: Attempt,
    /// Whether it had been handed in before; then nothing was written.
    pub again: bool,
}

/// Hands in one's own attempt: saves the answers that come with it (unless the time is over), has `grade`
/// judge what is saved, and writes marks, result and evidence together. A second time gives the same result. What comes
/// in the grace counts, and the deadline is its end.
///
/// # Errors
/// [`StoreError::NotFound`] when the attempt is not the learner's own; [`StoreError::OutOfTurn`] when an answer comes to a
/// question whose turn it is not: then nothing is handed in.
pub async fn submit(
    tx: &mut Tx,
    learner: &Learner,
    id: &str,
    answers: &[Save],
    now: Moment,
    grade: impl FnOnce(&Attempt) -> Graded + Send,
) -> Result<Submitted, StoreError> {
    let own = |attempt: Option<Attempt>| attempt.filter(|attempt| attempt.person == learner.person);
    let mut attempt = own(in_tx(tx, id).await?).ok_or(StoreError::NotFound("attempt"))?;
    if attempt.state != State::Open {
        return Ok(Submitted { attempt, again: true });
    }
    if attempt.is_open(now) && !answers.is_empty() {
        let answers = sequence::in_turn(&attempt, answers)?;
        save::write(tx, id, &answers, now).await?;
        attempt = own(in_tx(tx, id).await?).ok_or(StoreError::NotFound("attempt"))?;
    }
    close(tx, Some(&learner.account), attempt, now, grade).await
}

/// Hands in an attempt whose time is over, with the answers that were saved: a job of the server.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such attempt or its time is not over.
pub async fn close_overdue(
    tx: &mut Tx,
    _by: &Operator,
    id: &str,
    now: Moment,
    grade: impl FnOnce(&Attempt) -> Graded + Send,
) -> Result<Submitted, StoreError> {
    let attempt = in_tx(tx, id).await?.filter(|attempt| !attempt.is_open(now));
    let attempt = attempt.ok_or(StoreError::NotFound("attempt"))?;
    if attempt.state != State::Open {
        return Ok(Submitted { attempt, again: true });
    }
    close(tx, None, attempt, now, grade).await
}

async fn close(
    tx: &mut Tx,
    account: Option<&str>,
    attempt: Attempt,
    now: Moment,
    grade: impl FnOnce(&Attempt) -> Graded + Send,
) -> Result<Submitted, StoreError> {
    let graded = grade(&attempt);
    let end = standing::end(attempt.started, attempt.deadline, now);
    let attempt = write(tx, attempt, graded, end).await?;
    let fact = finished(&attempt);
    let entry = NewEntry {
        person: Some(attempt.person.clone()),
        actor: account.map(str::to_owned),
        happened: end,
        fact,
        text: None,
    };
    evidence::append(tx, entry, now).await?;
    Ok(Submitted {
        attempt,
        again: false,
    })
}

/// What an attempt's entry says; a later one with the same attempt replaces it.
pub(crate) fn finished(attempt: &Attempt) -> Fact {
    Fact::QuizFinished {
        quiz: attempt.quiz.clone(),
        version: attempt.version,
        attempt: attempt.id.clone(),
        score: attempt.score,
        outcome: attempt.outcome.unwrap_or(Outcome::Pending),
    }
}

/// Writes marks and the result, in which earlier attempts count as the quiz says; the time of handing in, `end`, stays
/// once it is there.
pub(crate) async fn write(
    tx: &mut Tx,
    mut attempt: Attempt,
    graded: Graded,
    end: Moment,
) -> Result<Attempt, StoreError> {
    let mut marks = graded.marks.iter().copied();
    for asked in &mut attempt.questions {
        asked.mark = marks.next().flatten();
    }
    mark(tx, &attempt).await?;
    let pending = graded.outcome == Outcome::Pending;
    attempt.state = if pending { State::Pending } else { State::Graded };
    attempt.submitted = attempt.submitted.or(Some(end));
    attempt.score = graded.score.filter(|_| !pending);
    attempt.outcome = Some(counted(tx, &attempt, &graded.counting, graded.outcome).await?);
    sqlx::query("UPDATE attempt SET state = $1, submitted = $2, score = $3, outcome = $4 WHERE id = $5")
        .bind(if pending { "pending" } else { "graded" })
        .bind(attempt.submitted.map(|moment| moment.0))
        .bind(attempt.score.map(|score| score.0))
        .bind(attempt.outcome.map(outcomes::word))
        .bind(attempt.id.as_str())
        .execute(&mut tx.conn)
        .await?;
    Ok(attempt)
}

/// How the quiz ends with this attempt, that ends so by itself.
async fn counted(
    tx: &mut Tx,
    attempt: &Attempt,
    counting: &Counting,
    outcome: Outcome,
) -> Result<Outcome, StoreError> {
    let (Some(score), false) = (
        attempt.score,
        matches!(counting.counts, Counts::Highest | Counts::Latest),
    ) else {
        return Ok(outcome);
    };
    let rows = sqlx::query(
        "SELECT score FROM attempt WHERE person = $1 AND quiz = $2 AND number < $3 AND state = 'graded'
         ORDER BY number",
    )
    .bind(attempt.person.as_str())
    .bind(attempt.quiz.as_str())
    .bind(attempt.number)
    .fetch_all(&mut tx.conn)
    .await?;
    let earlier: Result<Vec<Milli>, StoreError> =
        rows.iter().map(|row| row.int("score").map(Milli)).collect();
    let passes = counting.passes(&earlier?, score, outcome == Outcome::Passed);
    Ok(if passes { Outcome::Passed } else { Outcome::Failed })
}

/// How many marks one statement takes.
const CHUNK: usize = 200;

pub(super) async fn mark(tx: &mut Tx, attempt: &Attempt) -> Result<(), StoreError> {
    let marked: Vec<(usize, Share)> = attempt
        .questions
        .iter()
        .enumerate()
        .filter_map(|(at, asked)| Some((at, asked.mark?)))
        .collect();
    for marked in marked.chunks(CHUNK) {
        let mut sql = String::from("WITH given (position, mark) AS (VALUES ");
        for at in 0..marked.len() {
            let (comma, n) = (if at == 0 { "" } else { ", " }, at * 2 + 2);
            let _ = write!(sql, "{comma}(CAST(${n} AS BIGINT), CAST(${} AS BIGINT))", n + 1);
        }
        sql.push_str(
            ") UPDATE attempt_question SET mark = given.mark FROM given
             WHERE attempt_question.attempt = $1 AND attempt_question.position = given.position",
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).bind(attempt.id.as_str());
        for (at, share) in marked {
            query = query
                .bind(i64::try_from(*at).unwrap_or(i64::MAX))
                .bind(share.parts());
        }
        query.execute(&mut tx.conn).await?;
    }
    Ok(())
}
