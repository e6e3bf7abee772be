//! Going live: approvals, their withdrawal, and the certificate. What is asked for is computed by the gate.

use crate::actors::{Attests, Authority, Supervisor};
use crate::chance;
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::writer::Tx;
use domain::evidence::{Entry, Fact, Permit};
use domain::time::Moment;

/// Approves that a person goes live in a role, in the capacity of whoever approves.
///
/// Judge the gate inside the same write, over [`evidence::of_person_in`] after this entry, and call
/// [`certify`] when a certificate is due: so two approvals at the same time make one certificate.
///
/// # Errors
/// [`StoreError::OwnWork`] when it is about oneself.
pub async fn approve(
    tx: &mut Tx,
    by: &impl Attests,
    person: &str,
    role: &str,
    note: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    let fact = Fact::Approved {
        role: role.to_owned(),
        by: access(by),
    };
    attest(tx, by, person, fact, note, now).await
}

/// Declines it, with a reason.
///
/// # Errors
/// [`StoreError::OwnWork`] when it is about oneself; [`StoreError::NoReason`] when the reason is blank.
pub async fn decline(
    tx: &mut Tx,
    by: &impl Attests,
    person: &str,
    role: &str,
    reason: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    must_say(reason)?;
    let fact = Fact::Declined {
        role: role.to_owned(),
        by: access(by),
    };
    attest(tx, by, person, fact, reason, now).await
}

/// Withdraws a live status at once, with a reason.
///
/// # Errors
/// [`StoreError::OwnWork`] when it is about oneself; [`StoreError::NoReason`] when the reason is blank.
pub async fn withdraw(
    tx: &mut Tx,
    by: &Supervisor,
    person: &str,
    role: &str,
    reason: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    must_say(reason)?;
    attest(
        tx,
        by,
        person,
        Fact::Withdrawn {
            role: role.to_owned(),
        },
        reason,
        now,
    )
    .await
}

/// What a certificate says besides its number.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// What the person may do from now on.
    pub permits: Permit,
    /// The end of its validity; none when it has no end.
    pub until: Option<Moment>,
    /// The end of the grace after it, when the person stops being live.
    pub ends: Option<Moment>,
}

/// Issues a certificate with a new number, in the name of whoever met or approved the last requirement.
///
/// # Errors
/// When the database fails.
pub async fn certify(
    tx: &mut Tx,
    by: &impl Authority,
    person: &str,
    role: &str,
    terms: Terms,
    now: Moment,
) -> Result<Entry, StoreError> {
    let Terms { permits, until, ends } = terms;
    let fact = Fact::Certified {
        role: role.to_owned(),
        permits,
        number: chance::number()?,
        until,
        ends,
    };
    let entry = NewEntry {
        person: Some(person.to_owned()),
        actor: by.account().map(str::to_owned),
        happened: now,
        fact,
        text: None,
    };
    evidence::append(tx, entry, now).await
}

async fn attest(
    tx: &mut Tx,
    by: &impl Attests,
    person: &str,
    fact: Fact,
    text: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    by.must_not_be(person)?;
    evidence::append(
        tx,
        NewEntry::by(&by.actor().account, person, fact, now).saying(text),
        now,
    )
    .await
}

fn access<A: Attests>(_: &A) -> domain::access::Access {
    A::ACCESS
}

pub(crate) fn must_say(reason: &str) -> Result<(), StoreError> {
    if reason.trim().is_empty() {
        Err(StoreError::NoReason)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::testing::{NOW, Temp};
    use domain::access::Access;

    const TERMS: Terms = Terms {
        permits: Permit::Live,
        until: None,
        ends: None,
    };

    #[tokio::test]
    async fn approving_makes_a_certificate_that_can_be_looked_up() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let sam = temp
            .session(&store, "sam", "supervisor")
            .await
            .supervisor()
            .unwrap();
        let anna = temp
            .session(&store, "anna", "learner")
            .await
            .actor()
            .person
            .clone();
        let person = anna.clone();
        let work = store.write(move |tx| {
            Box::pin(async move {
                assert!(matches!(
                    decline(tx, &sam, &person, "r", " ", NOW).await,
                    Err(StoreError::NoReason)
                ));
                decline(tx, &sam, &person, "r", "not yet", NOW).await?;
                approve(tx, &sam, &person, "r", "", NOW).await?;
                let certified = certify(tx, &sam, &person, "r", TERMS, NOW).await?;
                withdraw(tx, &sam, &person, "r", "a complaint", NOW).await?;
                Ok(certified)
            })
        });
        let certified = work.await.unwrap();
        let Fact::Certified { number, .. } = &certified.fact else {
            panic!("a certificate")
        };
        assert_eq!(
            evidence::certificate(&store, number).await.unwrap(),
            Some(certified.clone())
        );
        assert_eq!(evidence::certificate(&store, "none").await.unwrap(), None);
        let entries = evidence::of_person(&store, &anna).await.unwrap();
        assert_eq!(
            entries[0].fact,
            Fact::Declined {
                role: "r".to_owned(),
                by: Access::Supervisor
            }
        );
        assert_eq!(entries[3].fact, Fact::Withdrawn { role: "r".to_owned() });
        let said = evidence::said(&store, &anna).await.unwrap();
        assert_eq!(said.values().filter(|said| said.note.is_some()).count(), 2);
    }

    #[tokio::test]
    async fn nobody_approves_himself() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let sam = temp
            .session(&store, "sam", "learner,supervisor")
            .await
            .supervisor()
            .unwrap();
        let work = store.write(move |tx| {
            Box::pin(async move {
                let own = sam.person.clone();
                certify(tx, &Operator::new(), &own, "r", TERMS, NOW).await?;
                approve(tx, &sam, &own, "r", "", NOW).await
            })
        });
        assert!(matches!(work.await, Err(StoreError::OwnWork)));
    }
}
