//! What attempts say about quizzes: counted, and without whose they are.

use super::{Asked, asked};
use crate::actors::ReadsReports;
use crate::error::StoreError;
use crate::open::Store;
use crate::outcomes;
use crate::row::Columns as _;
use domain::evidence::Outcome;
use domain::hash::Hash;
use domain::score::Milli;
use domain::time::Moment;
use sqlx::any::AnyRow;

/// How many took a quiz; void and open attempts left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// `course/quiz`.
    pub quiz: String,
    /// Attempts that were handed in.
    pub attempts: i64,
    /// People with at least one.
    pub people: i64,
    /// People who have passed.
    pub passed: i64,
    /// Attempts that wait for a rater.
    pub pending: i64,
    /// When the last one was handed in.
    pub last: Moment,
}

/// Totals of every quiz that anybody has handed in, by its id.
///
/// # Errors
/// When the database fails.
pub async fn totals(store: &Store, _by: &impl ReadsReports) -> Result<Vec<Totals>, StoreError> {
    let rows = sqlx::query(
        "SELECT quiz, count(*) AS attempts, count(DISTINCT person) AS people,
                count(DISTINCT CASE WHEN outcome = 'passed' THEN person END) AS passed,
                count(CASE WHEN state = 'pending' THEN 1 END) AS pending, max(submitted) AS last
         FROM attempt WHERE state IN ('pending', 'graded') GROUP BY quiz ORDER BY quiz",
    )
    .fetch_all(store.readers())
    .await?;
    let totals = rows.iter().map(|row| {
        Ok(Totals {
            quiz: row.text("quiz")?,
            attempts: row.int("attempts")?,
            people: row.int("people")?,
            passed: row.int("passed")?,
            pending: row.int("pending")?,
            last: row.moment("last")?,
        })
    });
    totals.collect()
}

/// Somebody's first attempt at a quiz that was handed in and is not void.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstAttempt {
    /// The address of the release it began with.
    pub release: Hash,
    /// When it was handed in.
    pub submitted: Moment,
    /// How long it took, in whole seconds; the time after the deadline does not count.
    pub seconds: i64,
    /// Percent reached and whether that passed; none while pending.
    pub result: Option<(Milli, bool)>,
    /// What was asked in it.
    pub questions: Vec<Asked>,
}

/// Everybody's first attempt at a quiz, the oldest first.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn first_attempts(
    store: &Store,
    _by: &impl ReadsReports,
    quiz: &str,
) -> Result<Vec<FirstAttempt>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT a.id, a.release, a.started, a.deadline, a.submitted, a.score, a.outcome, ",
        asked_columns!(),
        " FROM attempt a JOIN attempt_question q ON q.attempt = a.id
         WHERE a.quiz = $1 AND a.state IN ('pending', 'graded') AND a.number = (
             SELECT min(b.number) FROM attempt b
             WHERE b.quiz = a.quiz AND b.person = a.person AND b.state IN ('pending', 'graded'))
         ORDER BY a.submitted, a.id, q.position",
    ))
    .bind(quiz)
    .fetch_all(store.readers())
    .await?;
    let mut attempts: Vec<FirstAttempt> = Vec::new();
    let mut last = String::new();
    for row in &rows {
        let id = row.text("id")?;
        if id != last {
            attempts.push(first(row)?);
            last = id;
        }
        if let Some(attempt) = attempts.last_mut() {
            attempt.questions.push(asked(row)?);
        }
    }
    Ok(attempts)
}

fn first(row: &AnyRow) -> Result<FirstAttempt, StoreError> {
    let submitted = row.moment("submitted")?;
    let end = row
        .maybe_moment("deadline")?
        .map_or(submitted, |deadline| deadline.min(submitted));
    let outcome = outcomes::read(row, "attempt")?.filter(|outcome| *outcome != Outcome::Pending);
    let score = row.maybe_int("score")?.map(Milli);
    Ok(FirstAttempt {
        release: row.hash("attempt", "release")?,
        submitted,
        seconds: end.seconds_since(row.moment("started")?),
        result: score.zip(outcome.map(|outcome| outcome == Outcome::Passed)),
        questions: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Learner;
    use crate::attempts::tests::{COUNTING, begin, learner, new};
    use crate::attempts::{self, Graded};
    use crate::testing::{NOW, Temp};
    use domain::quiz::Share;

    /// Takes the quiz once, in so many seconds; none of its questions gets a mark while it is pending.
    async fn take(store: &Store, who: &Learner, seconds: i64, outcome: Outcome) {
        let id = begin(store, who, new(None, 2)).await.unwrap();
        let who = who.clone();
        let graded = move |attempt: &attempts::Attempt| Graded {
            marks: vec![Some(Share::ALL); attempt.questions.len()],
            score: Some(Milli::whole(if outcome == Outcome::Passed { 90 } else { 40 })),
            outcome,
            counting: COUNTING,
        };
        let work = store.write(move |tx| {
            Box::pin(
                async move { attempts::submit(tx, &who, &id, &[], NOW.plus_seconds(seconds), graded).await },
            )
        });
        work.await.unwrap();
    }

    #[tokio::test]
    async fn first_attempts_are_those_handed_in_first_by_each_person() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let by = temp.session(&store, "tina", "trainer").await.trainer().unwrap();
        assert!(totals(&store, &by).await.unwrap().is_empty());
        let (anna, bo) = (
            learner(&temp, &store, "anna").await,
            learner(&temp, &store, "bo").await,
        );
        let cleo = learner(&temp, &store, "cleo").await;
        take(&store, &anna, 60, Outcome::Failed).await;
        take(&store, &anna, 90, Outcome::Passed).await;
        take(&store, &bo, 5000, Outcome::Pending).await;
        begin(&store, &cleo, new(None, 2)).await.unwrap();
        let all = totals(&store, &by).await.unwrap();
        let expected = Totals {
            quiz: "c/quiz".to_owned(),
            attempts: 3,
            people: 2,
            passed: 1,
            pending: 1,
            last: NOW.plus_seconds(900),
        };
        assert_eq!(all, [expected]);
        let first = first_attempts(&store, &by, "c/quiz").await.unwrap();
        let told: Vec<_> = first
            .iter()
            .map(|first| (first.seconds, first.result, first.questions.len()))
            .collect();
        // The second had 900 seconds, whenever it was collected.
        assert_eq!(told, [(60, Some((Milli(40_000), false)), 2), (900, None, 2)]);
        assert!(first_attempts(&store, &by, "c/other").await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_void_attempt_gives_way_to_the_next() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let by = temp.session(&store, "tina", "trainer").await.trainer().unwrap();
        let anna = learner(&temp, &store, "anna").await;
        take(&store, &anna, 60, Outcome::Failed).await;
        take(&store, &anna, 90, Outcome::Passed).await;
        let void = store.write(|tx| {
            Box::pin(async move {
                sqlx::query("UPDATE attempt SET state = 'void' WHERE number = 1")
                    .execute(&mut tx.conn)
                    .await?;
                Ok(())
            })
        });
        void.await.unwrap();
        let first = first_attempts(&store, &by, "c/quiz").await.unwrap();
        assert_eq!(first.iter().map(|first| first.seconds).collect::<Vec<_>>(), [90]);
        assert_eq!(totals(&store, &by).await.unwrap()[0].attempts, 1);
    }
}
