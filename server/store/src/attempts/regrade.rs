//! Results computed anew, with a corrected key or because another attempt counts no more.

use super::load::{HEADS, questions};
use super::{Attempt, asked, attempt, submit};
use crate::actors::{Attests as _, Trainer};
use crate::approvals::must_say;
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::open::Store;
use crate::outcomes;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::{Fact, Outcome};
use domain::hash::Hash;
use domain::quiz::Share;
use domain::score::Milli;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use std::collections::HashMap;

/// What an attempt's result is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anew {
    /// For each question, in the attempt's order, what its answer earned; none where a person must rate it.
    pub marks: Vec<Option<Share>>,
    /// For each question, the address of the release whose key judged its answer anew; none where the mark stays as it is.
    pub keys: Vec<Option<Hash>>,
    /// Percent reached; none while pending.
    pub score: Option<Milli>,
    /// How the quiz ends with it.
    pub outcome: Outcome,
}

impl Anew {
    /// Whether it differs from what the attempt says.
    #[must_use]
    pub fn changes(&self, attempt: &Attempt) -> bool {
        let marks = attempt.questions.iter().map(|asked| asked.mark);
        !marks.eq(self.marks.iter().copied())
            || self.score != attempt.score
            || Some(self.outcome) != attempt.outcome
    }
}

/// Every attempt at a quiz that was handed in and is not void, by person and number: everybody's, or one person's.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn handed_in(
    store: &Store,
    _by: &Trainer,
    quiz: &str,
    person: Option<&str>,
) -> Result<Vec<Attempt>, StoreError> {
    let person = person.unwrap_or_default();
    let sql = format!(
        "{HEADS} WHERE a.quiz = $1 AND a.state IN ('pending', 'graded') AND $2 IN ('', a.person)
         ORDER BY a.person, a.number"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(quiz)
        .bind(person)
        .fetch_all(store.readers())
        .await?;
    let mut attempts = rows.iter().map(attempt).collect::<Result<Vec<_>, _>>()?;
    let rows = sqlx::query(concat!(
        "SELECT q.attempt, ",
        asked_columns!(),
        " FROM attempt a JOIN attempt_question q ON q.attempt = a.id
         WHERE a.quiz = $1 AND a.state IN ('pending', 'graded') AND $2 IN ('', a.person)
         ORDER BY q.attempt, q.position",
    ))
    .bind(quiz)
    .bind(person)
    .fetch_all(store.readers())
    .await?;
    let mut by_attempt: HashMap<String, Vec<super::Asked>> = HashMap::new();
    for row in &rows {
        by_attempt
            .entry(row.text("attempt")?)
            .or_default()
            .push(asked(row)?);
    }
    for attempt in &mut attempts {
        attempt.questions = by_attempt.remove(&attempt.id).unwrap_or_default();
    }
    Ok(attempts)
}

/// One person's attempts at a quiz that were handed in and are not void, as this transaction sees them.
async fn handed_in_within(tx: &mut Tx, person: &str, quiz: &str) -> Result<Vec<Attempt>, StoreError> {
    let sql = format!(
        "{HEADS} WHERE a.person = $1 AND a.quiz = $2 AND a.state IN ('pending', 'graded') ORDER BY a.number"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(person)
        .bind(quiz)
        .fetch_all(&mut tx.conn)
        .await?;
    let mut attempts = rows.iter().map(attempt).collect::<Result<Vec<_>, _>>()?;
    for attempt in &mut attempts {
        attempt.questions = questions(&mut tx.conn, &attempt.id).await?;
    }
    Ok(attempts)
}

/// Computes one person's results at a quiz anew: `judge` says of each attempt, in their order, what it is now. What
/// changes is written with an entry of evidence that holds the old score and the new one; where the result does not change,
/// only the key that judged it is noted; so a second time does nothing. `version` is that of the quiz with the corrected
/// key; without one, each attempt keeps its own. Returns the attempts that changed.
///
/// # Errors
/// [`StoreError::OwnWork`] when it is about oneself; [`StoreError::NoReason`] when the reason is blank.
pub async fn regrade(
    tx: &mut Tx,
    by: &Trainer,
    (person, quiz): (&str, &str),
    version: Option<Hash>,
    reason: &str,
    now: Moment,
    judge: impl FnOnce(&[Attempt]) -> Vec<Anew> + Send,
) -> Result<Vec<Attempt>, StoreError> {
    must_say(reason)?;
    by.must_not_be(person)?;
    let attempts = handed_in_within(tx, person, quiz).await?;
    let anew = judge(&attempts);
    let mut changed = Vec::new();
    for (attempt, anew) in attempts.into_iter().zip(anew) {
        note_keys(tx, &attempt, &anew).await?;
        if !anew.changes(&attempt) {
            continue;
        }
        let fact = Fact::QuizRegraded {
            quiz: attempt.quiz.clone(),
            version: version.unwrap_or(attempt.version),
            attempt: attempt.id.clone(),
            was: attempt.score,
            score: anew.score,
            outcome: anew.outcome,
        };
        changed.push(rewrite(tx, attempt, &anew, now).await?);
        let entry = NewEntry::by(&by.account, person, fact, now).saying(reason);
        evidence::append(tx, entry, now).await?;
    }
    Ok(changed)
}

/// Notes by whose key each answer is judged from now on; the mark by its own key stays beside it.
async fn note_keys(tx: &mut Tx, attempt: &Attempt, anew: &Anew) -> Result<(), StoreError> {
    for (position, (asked, key)) in attempt.questions.iter().zip(&anew.keys).enumerate() {
        let Some(key) = key.filter(|key| asked.key_release != Some(*key)) else {
            continue;
        };
        sqlx::query(
            "UPDATE attempt_question SET key_release = $1, first_mark = coalesce(first_mark, mark)
             WHERE attempt = $2 AND position = $3",
        )
        .bind(key.to_string())
        .bind(attempt.id.as_str())
        .bind(i64::try_from(position).unwrap_or(i64::MAX))
        .execute(&mut tx.conn)
        .await?;
    }
    Ok(())
}

async fn rewrite(tx: &mut Tx, mut attempt: Attempt, anew: &Anew, now: Moment) -> Result<Attempt, StoreError> {
    for (asked, key) in attempt.questions.iter_mut().zip(&anew.keys) {
        if key.is_some() {
            asked.key_release = *key;
            asked.first_mark = asked.first_mark.or(asked.mark);
        }
    }
    for (position, (asked, mark)) in attempt.questions.iter_mut().zip(&anew.marks).enumerate() {
        if asked.mark != *mark {
            asked.mark = *mark;
            asked.regraded = Some(now);
            sqlx::query("UPDATE attempt_question SET regraded = $1 WHERE attempt = $2 AND position = $3")
                .bind(now.0)
                .bind(attempt.id.as_str())
                .bind(i64::try_from(position).unwrap_or(i64::MAX))
                .execute(&mut tx.conn)
                .await?;
        }
    }
    submit::mark(tx, &attempt).await?;
    attempt.score = anew.score;
    attempt.outcome = Some(anew.outcome);
    sqlx::query("UPDATE attempt SET score = $1, outcome = $2 WHERE id = $3")
        .bind(attempt.score.map(|score| score.0))
        .bind(outcomes::word(anew.outcome))
        .bind(attempt.id.as_str())
        .execute(&mut tx.conn)
        .await?;
    Ok(attempt)
}

#[cfg(test)]
mod tests {
    use super::super::tests::*;
    use super::super::{of_learner, void};
    use super::*;
    use crate::testing::{NOW, Temp};

    /// Everything is right now.
    fn all_right(attempts: &[Attempt]) -> Vec<Anew> {
        let anew = |attempt: &Attempt| Anew {
            marks: vec![Some(Share::ALL); attempt.questions.len()],
            keys: vec![Some(Hash::of(b"release")); attempt.questions.len()],
            score: Some(Milli::whole(100)),
            outcome: Outcome::Passed,
        };
        attempts.iter().map(anew).collect()
    }

    async fn regrading(
        store: &Store,
        by: &Trainer,
        person: &str,
        reason: &'static str,
    ) -> Result<Vec<Attempt>, StoreError> {
        let (by, person) = (by.clone(), person.to_owned());
        let work = store.write(move |tx| {
            Box::pin(async move {
                let version = Some(Hash::of(b"corrected"));
                regrade(tx, &by, (&person, "c/quiz"), version, reason, NOW, all_right).await
            })
        });
        work.await
    }

    #[tokio::test]
    async fn a_result_is_computed_anew_once_and_the_old_score_stays_on_record() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = learner(&temp, &store, "anna").await;
        let session = temp.session(&store, "tina", "learner,trainer").await;
        let tina = session.trainer().unwrap();
        let id = begin(&store, &anna, new(None, 2)).await.unwrap();
        hand_in(&store, &anna, &id, vec![answer(0, 1, "wrong")], NOW)
            .await
            .unwrap();
        let open = begin(&store, &anna, new(None, 2)).await.unwrap();
        assert!(matches!(
            regrading(&store, &tina, &anna.person, " ").await,
            Err(StoreError::NoReason)
        ));
        assert!(matches!(
            regrading(&store, &tina, &tina.person, "x").await,
            Err(StoreError::OwnWork)
        ));
        let changed = regrading(&store, &tina, &anna.person, "the key was wrong")
            .await
            .unwrap();
        assert_eq!(changed.len(), 1, "what is open has no result");
        let attempt = of_learner(&store, &anna, &id).await.unwrap().unwrap();
        assert_eq!(attempt, changed[0]);
        let asked = &attempt.questions[0];
        assert_eq!(
            (asked.key_release, asked.first_mark),
            (Some(Hash::of(b"release")), Some(Share::NONE))
        );
        assert_eq!(
            (attempt.score, attempt.outcome, attempt.questions[0].regraded),
            (Some(Milli::whole(100)), Some(Outcome::Passed), Some(NOW))
        );
        assert!(
            regrading(&store, &tina, &anna.person, "again")
                .await
                .unwrap()
                .is_empty()
        );
        let entries = evidence::of_person(&store, &anna.person).await.unwrap();
        let fact = Fact::QuizRegraded {
            quiz: "c/quiz".to_owned(),
            version: Hash::of(b"corrected"),
            attempt: id.clone(),
            was: Some(Milli(0)),
            score: Some(Milli::whole(100)),
            outcome: Outcome::Passed,
        };
        assert_eq!((&entries[1].fact, entries.len()), (&fact, 2));
        assert_eq!(handed_in(&store, &tina, "c/quiz", None).await.unwrap(), changed);
        let own = handed_in(&store, &tina, "c/quiz", Some(&tina.person)).await;
        assert_eq!(own.unwrap(), []);
        // Voiding takes both entries out of account.
        let work = store.write(move |tx| {
            Box::pin(async move {
                void(tx, &tina, &open, "x", NOW).await?;
                void(tx, &tina, &id, "x", NOW).await
            })
        });
        work.await.unwrap();
        let entries = evidence::of_person(&store, &anna.person).await.unwrap();
        let voided = entries
            .iter()
            .filter(|entry| matches!(entry.fact, Fact::Voided { .. }));
        assert_eq!(voided.count(), 2);
    }
}
