//! What a trainer may do about somebody's attempts: void one, grant one more, grant more time. Each needs a reason and
//! is an entry of evidence.

use super::{Attempt, State, in_tx};
use crate::actors::{Attests as _, Trainer};
use crate::approvals::must_say;
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::{Entry, ExtraTime, Fact};
use domain::time::Moment;

/// Takes an attempt out of account: its result counts no more, here and in the gate, and it is none of the limit. A
/// second time changes nothing. Returns the attempt as it is now.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such attempt; [`StoreError::OwnWork`]; [`StoreError::NoReason`].
pub async fn void(
    tx: &mut Tx,
    by: &Trainer,
    id: &str,
    reason: &str,
    now: Moment,
) -> Result<Attempt, StoreError> {
    must_say(reason)?;
    let mut attempt = in_tx(tx, id).await?.ok_or(StoreError::NotFound("attempt"))?;
    by.must_not_be(&attempt.person)?;
    if attempt.state == State::Void {
        return Ok(attempt);
    }
    let mut facts: Vec<Fact> = results(tx, &attempt)
        .await?
        .into_iter()
        .map(|entry| Fact::Voided { entry })
        .collect();
    if facts.is_empty() {
        facts.push(Fact::AttemptVoided {
            quiz: attempt.quiz.clone(),
            attempt: attempt.id.clone(),
        });
    }
    for fact in facts {
        let entry = NewEntry::by(&by.account, &attempt.person, fact, now).saying(reason);
        evidence::append(tx, entry, now).await?;
    }
    sqlx::query("UPDATE attempt SET state = 'void' WHERE id = $1")
        .bind(id)
        .execute(&mut tx.conn)
        .await?;
    attempt.state = State::Void;
    Ok(attempt)
}

/// The entries that say how an attempt ended.
async fn results(tx: &mut Tx, attempt: &Attempt) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "SELECT id FROM evidence WHERE person = $1 AND source = $2 AND kind IN ('quiz-finished', 'quiz-regraded')
         ORDER BY seq",
    )
    .bind(attempt.person.as_str())
    .bind(attempt.id.as_str())
    .fetch_all(&mut tx.conn)
    .await?;
    rows.iter().map(|row| row.text("id")).collect()
}

/// Lets somebody take a quiz once more than its limit says.
///
/// # Errors
/// [`StoreError::OwnWork`] when it is about oneself; [`StoreError::NoReason`] when the reason is blank.
pub async fn grant_attempt(
    tx: &mut Tx,
    by: &Trainer,
    person: &str,
    quiz: &str,
    reason: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    let quiz = quiz.to_owned();
    grant(tx, by, person, Fact::AttemptGranted { quiz }, reason, now).await
}

/// Gives somebody more time for every attempt begun from now on, in place of what was granted before.
///
/// # Errors
/// [`StoreError::OwnWork`] when it is about oneself; [`StoreError::NoReason`] when the reason is blank.
pub async fn grant_time(
    tx: &mut Tx,
    by: &Trainer,
    person: &str,
    time: ExtraTime,
    reason: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    grant(tx, by, person, Fact::TimeGranted { time }, reason, now).await
}

async fn grant(
    tx: &mut Tx,
    by: &Trainer,
    person: &str,
    fact: Fact,
    reason: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    must_say(reason)?;
    by.must_not_be(person)?;
    let entry = NewEntry::by(&by.account, person, fact, now).saying(reason);
    evidence::append(tx, entry, now).await
}

#[cfg(test)]
mod tests {
    use super::super::tests::*;
    use super::super::{NewAttempt, Rules, State, of_learner};
    use super::*;
    use crate::actors::Learner;
    use crate::open::Store;
    use crate::testing::{NOW, Temp};
    use domain::quiz::May;
    use domain::score::Milli;

    async fn tina(temp: &Temp, store: &Store) -> Trainer {
        let session = temp.session(store, "tina", "learner,trainer").await;
        session.trainer().unwrap()
    }

    async fn voiding(
        store: &Store,
        by: &Trainer,
        id: &str,
        reason: &'static str,
    ) -> Result<Attempt, StoreError> {
        let (by, id) = (by.clone(), id.to_owned());
        let work = store.write(move |tx| Box::pin(async move { void(tx, &by, &id, reason, NOW).await }));
        work.await
    }

    async fn facts(store: &Store, learner: &Learner) -> Vec<Fact> {
        let entries = evidence::of_person(store, &learner.person).await.unwrap();
        entries.iter().map(|entry| entry.fact.clone()).collect()
    }

    #[tokio::test]
    async fn a_void_attempt_counts_no_more_and_says_why() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, tina) = (learner(&temp, &store, "anna").await, tina(&temp, &store).await);
        let first = begin(&store, &anna, new(Some(1), 1)).await.unwrap();
        hand_in(&store, &anna, &first, vec![answer(0, 1, "right")], NOW)
            .await
            .unwrap();
        let none = begin(&store, &anna, new(Some(1), 1)).await;
        assert!(matches!(none, Err(StoreError::MayNotStart(May::Passed))));
        assert!(matches!(
            voiding(&store, &tina, &first, " ").await,
            Err(StoreError::NoReason)
        ));
        assert!(matches!(
            voiding(&store, &tina, "none", "x").await,
            Err(StoreError::NotFound("attempt"))
        ));
        for _ in 0..2 {
            let voided = voiding(&store, &tina, &first, "helped by a neighbour")
                .await
                .unwrap();
            assert_eq!(voided.state, State::Void);
        }
        let entries = evidence::of_person(&store, &anna.person).await.unwrap();
        let result = entries[0].id.clone();
        assert_eq!(entries[1].fact, Fact::Voided { entry: result });
        assert_eq!(entries.len(), 2, "once");
        let said = evidence::said(&store, &anna.person).await.unwrap();
        let voided = &said[&entries[1].id];
        assert_eq!(voided.note.as_deref(), Some("helped by a neighbour"));
        assert!(voided.by.is_some() && said[&entries[0].id].note.is_none());
        begin(&store, &anna, new(Some(1), 1)).await.unwrap();
    }

    #[tokio::test]
    async fn an_open_attempt_is_ended_by_voiding_it() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, tina) = (learner(&temp, &store, "anna").await, tina(&temp, &store).await);
        let id = begin(&store, &anna, new(Some(1), 1)).await.unwrap();
        voiding(&store, &tina, &id, "fire alarm").await.unwrap();
        let late = put(&store, &anna, &id, vec![answer(0, 1, "right")], NOW).await;
        assert!(matches!(late, Err(StoreError::AttemptClosed)));
        assert!(hand_in(&store, &anna, &id, vec![], NOW).await.unwrap().again);
        let said = facts(&store, &anna).await;
        assert!(
            matches!(&said[..], [Fact::AttemptVoided { attempt, .. }] if *attempt == id),
            "{said:?}"
        );
        assert_ne!(begin(&store, &anna, new(Some(1), 1)).await.unwrap(), id);
    }

    #[tokio::test]
    async fn one_more_attempt_and_more_time_are_granted_to_others_only() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, tina) = (learner(&temp, &store, "anna").await, tina(&temp, &store).await);
        let first = begin(&store, &anna, new(Some(1), 1)).await.unwrap();
        hand_in(&store, &anna, &first, vec![], NOW).await.unwrap();
        let none = begin(&store, &anna, new(Some(1), 1)).await;
        assert!(matches!(none, Err(StoreError::MayNotStart(May::UsedUp))));
        let (person, own, by) = (anna.person.clone(), tina.person.clone(), tina.clone());
        let work = store.write(move |tx| {
            Box::pin(async move {
                let twice = ExtraTime::Factor(Milli(2000));
                for refused in [
                    grant_attempt(tx, &by, &own, "c/quiz", "x", NOW).await,
                    grant_time(tx, &by, &own, twice, "x", NOW).await,
                ] {
                    assert!(matches!(refused, Err(StoreError::OwnWork)));
                }
                let blank = grant_attempt(tx, &by, &person, "c/quiz", "", NOW).await;
                assert!(matches!(blank, Err(StoreError::NoReason)));
                grant_attempt(tx, &by, &person, "c/quiz", "was ill", NOW).await?;
                grant_time(tx, &by, &person, twice, "reads slowly", NOW).await
            })
        });
        work.await.unwrap();
        let second = begin(&store, &anna, new(Some(1), 1)).await.unwrap();
        let attempt = of_learner(&store, &anna, &second).await.unwrap().unwrap();
        assert_eq!(attempt.deadline, Some(NOW.plus_seconds(2 * 900)));
        hand_in(&store, &anna, &second, vec![], NOW).await.unwrap();
        let other = NewAttempt {
            quiz: "c/other".to_owned(),
            ..new(None, 1)
        };
        assert_eq!(other.rules.time, Some(900));
        let third = begin(&store, &anna, other).await.unwrap();
        let attempt = of_learner(&store, &anna, &third).await.unwrap().unwrap();
        assert_eq!(
            attempt.deadline,
            Some(NOW.plus_seconds(2 * 900)),
            "time is for all quizzes"
        );
        let none = begin(&store, &anna, new(Some(1), 1)).await;
        assert!(
            matches!(none, Err(StoreError::MayNotStart(May::UsedUp))),
            "one more, not two"
        );
        assert_eq!(Rules::default().time, None);
    }
}
