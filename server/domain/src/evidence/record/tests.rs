//! Every kind of entry survives the way into columns and back.

use super::*;
use crate::access::Access;
use crate::score::Milli;
use crate::time::Moment;
use proptest::prelude::*;

pub(crate) fn fact() -> impl Strategy<Value = Fact> {
    let id = "[a-z]{1,8}";
    let version = any::<[u8; 32]>().prop_map(Hash);
    let score = any::<Option<i32>>().prop_map(|score| score.map(|score| Milli(score.into())));
    let outcome = prop_oneof![
        Just(Outcome::Passed),
        Just(Outcome::Failed),
        Just(Outcome::Pending)
    ];
    let moment = any::<Option<i64>>().prop_map(|moment| moment.map(Moment));
    let done = (id, version.clone(), id, score.clone(), outcome.clone());
    prop_oneof![
        (id, id, score.clone(), any::<Option<[u8; 32]>>()).prop_map(|(role, candidate, score, version)| {
            Fact::Hired {
                role,
                candidate,
                score,
                version: version.map(Hash),
            }
        }),
        id.prop_map(|role| Fact::RoleAssigned { role }),
        (id, version.clone()).prop_map(|(lesson, version)| Fact::LessonCompleted { lesson, version }),
        done.clone()
            .prop_map(|(quiz, version, attempt, score, outcome)| Fact::QuizFinished {
                quiz,
                version,
                attempt,
                score,
                outcome
            }),
        done.prop_map(
            |(scenario, version, play, score, outcome)| Fact::ScenarioFinished {
                scenario,
                version,
                play,
                score,
                outcome
            }
        ),
        (id, id, version.clone()).prop_map(|(policy, edition, version)| Fact::Acknowledged {
            policy,
            edition,
            version
        }),
        (id, id, version.clone()).prop_map(|(checklist, item, version)| Fact::ItemSigned {
            checklist,
            item,
            version
        }),
        id.prop_map(|role| Fact::Approved {
            role,
            by: Access::Supervisor
        }),
        id.prop_map(|role| Fact::Declined {
            role,
            by: Access::Trainer
        }),
        (id, id, moment.clone(), moment).prop_map(|(role, number, until, ends)| Fact::Certified {
            role,
            permits: Permit::Live,
            number,
            until,
            ends
        }),
        id.prop_map(|role| Fact::Withdrawn { role }),
        (id, id, id).prop_map(|(role, kind, id)| Fact::Exempted { role, kind, id }),
        id.prop_map(|entry| Fact::Voided { entry }),
        (id, id).prop_map(|(scenario, play)| Fact::PlayUpheld { scenario, play }),
        id.prop_map(|quiz| Fact::AttemptGranted { quiz }),
        any::<u32>().prop_map(|minutes| Fact::TimeGranted {
            time: ExtraTime::Minutes(minutes)
        }),
        (0..i64::MAX).prop_map(|factor| Fact::TimeGranted {
            time: ExtraTime::Factor(Milli(factor))
        }),
        Just(Fact::TimeGranted {
            time: ExtraTime::Unlimited
        }),
        (id, id).prop_map(|(quiz, attempt)| Fact::AttemptVoided { quiz, attempt }),
        (
            id,
            version.clone(),
            id,
            score.clone(),
            score.clone(),
            outcome.clone()
        )
            .prop_map(
                |(quiz, version, attempt, was, score, outcome)| Fact::QuizRegraded {
                    quiz,
                    version,
                    attempt,
                    was,
                    score,
                    outcome
                }
            ),
        Just(Fact::Left),
        version.prop_map(|release| Fact::ReleasePublished { release }),
    ]
}

pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    (fact(), any::<Option<[u8; 32]>>(), any::<i64>(), any::<i64>()).prop_map(
        |(fact, text, happened, recorded)| Entry {
            id: "e".to_owned(),
            person: Some("p".to_owned()),
            actor: None,
            happened: Moment(happened),
            recorded: Moment(recorded),
            fact,
            text: text.map(Hash),
        },
    )
}

proptest! {
    #[test]
    fn columns_say_the_same_as_the_entry(entry in entry()) {
        prop_assert_eq!(Record::from(&entry).entry(), Ok(entry));
    }
}

#[test]
fn a_row_nobody_wrote_is_named() {
    let record = Record {
        id: "e1".to_owned(),
        kind: "approved".to_owned(),
        ..Record::default()
    };
    let error = record.entry().unwrap_err();
    assert_eq!(
        error.to_string(),
        "evidence entry e1 of kind `approved` has no valid role"
    );
}
