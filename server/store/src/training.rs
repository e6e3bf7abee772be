//! What a learner does besides quizzes and role-plays, and the skills that others sign off.

use crate::actors::{Attests, Learner};
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::writer::Tx;
use domain::evidence::{Entry, Fact};
use domain::hash::Hash;
use domain::time::Moment;

/// Marks a lesson done. Doing it again with the same version changes nothing and gives the first entry.
///
/// # Errors
/// When the database fails.
pub async fn complete_lesson(
    tx: &mut Tx,
    learner: &Learner,
    lesson: &str,
    version: Hash,
    now: Moment,
) -> Result<Entry, StoreError> {
    once(
        tx,
        learner,
        Fact::LessonCompleted {
            lesson: lesson.to_owned(),
            version,
        },
        now,
    )
    .await
}

/// Acknowledges a policy: who, when, and the hash of the text that was shown. Again is as for a lesson.
///
/// # Errors
/// When the database fails.
pub async fn acknowledge(
    tx: &mut Tx,
    learner: &Learner,
    policy: &str,
    edition: &str,
    version: Hash,
    now: Moment,
) -> Result<Entry, StoreError> {
    let fact = Fact::Acknowledged {
        policy: policy.to_owned(),
        edition: edition.to_owned(),
        version,
    };
    once(tx, learner, fact, now).await
}

/// Signs that a skill of a checklist was seen, with a note.
///
/// # Errors
/// [`StoreError::OwnWork`] when it is about oneself.
pub async fn sign(
    tx: &mut Tx,
    by: &impl Attests,
    person: &str,
    skill: Skill<'_>,
    note: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    by.must_not_be(person)?;
    let Skill {
        checklist,
        item,
        version,
    } = skill;
    let fact = Fact::ItemSigned {
        checklist: checklist.to_owned(),
        item: item.to_owned(),
        version,
    };
    evidence::append(
        tx,
        NewEntry::by(&by.actor().account, person, fact, now).saying(note),
        now,
    )
    .await
}

/// An item of a checklist.
#[derive(Clone, Copy, Debug)]
pub struct Skill<'a> {
    /// The checklist.
    pub checklist: &'a str,
    /// The item.
    pub item: &'a str,
    /// The checklist's version.
    pub version: Hash,
}

async fn once(tx: &mut Tx, learner: &Learner, fact: Fact, now: Moment) -> Result<Entry, StoreError> {
    let entries = evidence::of_person_in(tx, &learner.person).await?;
    // After an entry was voided the same deed counts anew.
    let voided = |id: &str| {
        entries
            .iter()
            .any(|e| matches!(&e.fact, Fact::Voided { entry } if entry == id))
    };
    match entries
        .iter()
        .find(|entry| entry.fact == fact && !voided(&entry.id))
    {
        Some(entry) => Ok(entry.clone()),
        None => {
            evidence::append(
                tx,
                NewEntry::by(&learner.account, &learner.person, fact, now),
                now,
            )
            .await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn doing_a_lesson_twice_is_one_entry() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = temp.session(&store, "anna", "learner").await.learner().unwrap();
        let person = anna.person.clone();
        let work = store.write(move |tx| {
            Box::pin(async move {
                let done = complete_lesson(tx, &anna, "c/one", Hash::of(b"1"), NOW).await?;
                assert_eq!(
                    complete_lesson(tx, &anna, "c/one", Hash::of(b"1"), NOW).await?,
                    done
                );
                complete_lesson(tx, &anna, "c/one", Hash::of(b"2"), NOW).await?;
                acknowledge(tx, &anna, "privacy", "1.0", Hash::of(b"p"), NOW).await?;
                acknowledge(tx, &anna, "privacy", "1.0", Hash::of(b"p"), NOW).await?;
                let void = Fact::Voided { entry: done.id };
                let void = NewEntry::by(&anna.account, &anna.person, void, NOW);
                evidence::record(tx, &Operator::new(), void, NOW).await?;
                complete_lesson(tx, &anna, "c/one", Hash::of(b"1"), NOW).await
            })
        });
        work.await.unwrap();
        assert_eq!(evidence::of_person(&store, &person).await.unwrap().len(), 5);
    }

    #[tokio::test]
    async fn skills_are_signed_by_others() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let tina = temp
            .session(&store, "tina", "learner,trainer")
            .await
            .trainer()
            .unwrap();
        let anna = temp.session(&store, "anna", "learner").await.learner().unwrap();
        let (own, person) = (tina.person.clone(), anna.person.clone());
        let skill = Skill {
            checklist: "floor",
            item: "greet",
            version: Hash::of(b"c"),
        };
        let work = store.write(move |tx| {
            Box::pin(async move {
                let own = sign(tx, &tina, &own, skill, "", NOW).await;
                assert!(matches!(own, Err(StoreError::OwnWork)));
                sign(tx, &tina, &person, skill, "calm and clear", NOW).await
            })
        });
        let entry = work.await.unwrap();
        let said = evidence::said(&store, &anna.person).await.unwrap();
        assert_eq!(said[&entry.id].note.as_deref(), Some("calm and clear"));
    }
}
