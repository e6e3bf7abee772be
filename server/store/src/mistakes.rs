//! A learner's own mistakes: what was wrong in attempts, and how far each is with practising it.
//!
//! Every function takes the [`Learner`] and knows only that learner's rows: nobody can ask for somebody else's.

use crate::actors::Learner;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::practice::Mistake;
use domain::quiz::Share;
use domain::time::Moment;
use sqlx::any::AnyRow;

/// A question that did not earn all its points in an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// `course/quiz`.
    pub quiz: String,
    /// The question's id.
    pub question: String,
    /// When the last attempt in which it was wrong was handed in.
    pub made: Moment,
}

/// A question that was practised, or answered wrong in free practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// `course/quiz`.
    pub quiz: String,
    /// The question's id.
    pub question: String,
    /// How far it is.
    pub mistake: Mistake,
}

/// All that is known of a learner's mistakes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistakes {
    /// Of attempts that are handed in and not void, as they are marked now.
    pub wrong: Vec<Wrong>,
    /// Of practice.
    pub kept: Vec<Kept>,
}

/// A learner's own mistakes.
///
/// # Errors
/// When the database fails.
pub async fn of_learner(store: &Store, learner: &Learner) -> Result<Mistakes, StoreError> {
    let rows = sqlx::query(
        "SELECT a.quiz AS quiz, q.question AS question, max(a.submitted) AS made, 0 AS kept,
                0 AS returns, 0 AS streak, max(a.submitted) AS due
         FROM attempt a JOIN attempt_question q ON q.attempt = a.id
         WHERE a.person = $1 AND a.state IN ('pending', 'graded') AND q.mark < $2
         GROUP BY a.quiz, q.question
         UNION ALL
         SELECT quiz, question, made, 1, returns, streak, due FROM mistake WHERE person = $1
         ORDER BY quiz, question",
    )
    .bind(learner.person.as_str())
    .bind(Share::ALL.parts())
    .fetch_all(store.readers())
    .await?;
    let mut mistakes = Mistakes::default();
    for row in &rows {
        let (quiz, question) = (row.text("quiz")?, row.text("question")?);
        if row.flag("kept")? {
            let mistake = mistake(row)?;
            mistakes.kept.push(Kept {
                quiz,
                question,
                mistake,
            });
        } else {
            let made = row.moment("made")?;
            mistakes.wrong.push(Wrong { quiz, question, made });
        }
    }
    Ok(mistakes)
}

/// Keeps what becomes of a question: `next` is given what is kept of it now, and says what is to be kept.
///
/// # Errors
/// When the database fails.
pub async fn answer(
    tx: &mut Tx,
    learner: &Learner,
    (quiz, question): (&str, &str),
    next: impl FnOnce(Option<Mistake>) -> Option<Mistake> + Send,
) -> Result<Option<Mistake>, StoreError> {
    let row = sqlx::query(
        "SELECT made, returns, streak, due FROM mistake WHERE person = $1 AND quiz = $2 AND question = $3",
    )
    .bind(learner.person.as_str())
    .bind(quiz)
    .bind(question)
    .fetch_optional(&mut tx.conn)
    .await?;
    let before = row.as_ref().map(mistake).transpose()?;
    let after = next(before);
    if let Some(mistake) = after.filter(|_| after != before) {
        keep(tx, learner, (quiz, question), mistake).await?;
    }
    Ok(after)
}

async fn keep(
    tx: &mut Tx,
    learner: &Learner,
    (quiz, question): (&str, &str),
    mistake: Mistake,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO mistake (person, quiz, question, made, returns, streak, due)
               VALUES ($1, $2, $3, $4, $5, $6, $7)
               ON CONFLICT (person, quiz, question) DO UPDATE SET made = excluded.made,
                   returns = excluded.returns, streak = excluded.streak, due = excluded.due";
    sqlx::query(sql)
        .bind(learner.person.as_str())
        .bind(quiz)
        .bind(question)
        .bind(mistake.made.0)
        .bind(i64::from(mistake.returns))
        .bind(i64::from(mistake.streak))
        .bind(mistake.due.map(|due| due.0))
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// Forgets what a person practised.
pub(crate) async fn forget(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM mistake WHERE person = $1")
        .bind(person)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

fn mistake(row: &AnyRow) -> Result<Mistake, StoreError> {
    let count = |column| Ok::<_, StoreError>(u32::try_from(row.int(column)?).unwrap_or(0));
    Ok(Mistake {
        made: row.moment("made")?,
        returns: count("returns")?,
        streak: count("streak")?,
        due: row.maybe_moment("due")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::attempts::tests::{COUNTING, begin, learner, new};
    use crate::attempts::{self, Graded};
    use crate::people;
    use crate::testing::{NOW, Temp};
    use domain::evidence::Outcome;

    fn after(seconds: i64) -> Mistake {
        Mistake {
            made: NOW.plus_seconds(seconds),
            returns: 1,
            streak: 1,
            due: None,
        }
    }

    async fn set(store: &Store, who: &Learner, question: &'static str, mistake: Option<Mistake>) {
        let who = who.clone();
        let work = store.write(move |tx| {
            Box::pin(async move { answer(tx, &who, ("c/quiz", question), |_| mistake).await })
        });
        assert_eq!(work.await.unwrap(), mistake);
    }

    #[tokio::test]
    async fn what_was_wrong_in_an_attempt_is_a_mistake_of_its_own_learner() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, bo) = (
            learner(&temp, &store, "anna").await,
            learner(&temp, &store, "bo").await,
        );
        let id = begin(&store, &anna, new(None, 3)).await.unwrap();
        assert_eq!(of_learner(&store, &anna).await.unwrap(), Mistakes::default());
        let by = anna.clone();
        let marks = vec![Some(Share::ALL), Some(Share::of(1, 2)), None];
        let work = store.write(move |tx| {
            Box::pin(async move {
                let graded = |_: &attempts::Attempt| Graded {
                    marks,
                    score: None,
                    outcome: Outcome::Pending,
                    counting: COUNTING,
                };
                attempts::submit(tx, &by, &id, &[], NOW, graded).await
            })
        });
        work.await.unwrap();
        let wrong = Wrong {
            quiz: "c/quiz".to_owned(),
            question: "q1".to_owned(),
            made: NOW,
        };
        let mistakes = of_learner(&store, &anna).await.unwrap();
        assert_eq!((mistakes.wrong, mistakes.kept), (vec![wrong], vec![]));
        assert_eq!(of_learner(&store, &bo).await.unwrap(), Mistakes::default());
    }

    #[tokio::test]
    async fn what_is_kept_is_changed_by_its_own_learner_and_goes_with_the_person() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, bo) = (
            learner(&temp, &store, "anna").await,
            learner(&temp, &store, "bo").await,
        );
        set(&store, &anna, "q1", None).await;
        assert_eq!(of_learner(&store, &anna).await.unwrap(), Mistakes::default());
        set(&store, &anna, "q1", Some(after(1))).await;
        set(&store, &anna, "q1", Some(after(2))).await;
        set(&store, &bo, "q1", Some(after(3))).await;
        let kept = |mistakes: Mistakes| {
            mistakes
                .kept
                .into_iter()
                .map(|kept| kept.mistake)
                .collect::<Vec<_>>()
        };
        assert_eq!(kept(of_learner(&store, &anna).await.unwrap()), [after(2)]);
        let person = anna.person.clone();
        let work = store.write(move |tx| {
            Box::pin(async move { people::erase(tx, &Operator::new(), &person, NOW).await })
        });
        work.await.unwrap();
        assert!(kept(of_learner(&store, &anna).await.unwrap()).is_empty());
        assert_eq!(kept(of_learner(&store, &bo).await.unwrap()), [after(3)]);
    }
}
