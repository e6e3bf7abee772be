//! What holds for all evidence.

use super::calendar::*;
use super::fixture::*;
use super::story::Story;
use crate::access::Access;
use crate::content::role::Permits;
use crate::evidence::{Entry, Fact, Outcome, Permit};
use crate::gate::{Item, State, certificate_due, next_for_learner, report, waiting};
use crate::hash::Hash;
use crate::time::Moment;
use proptest::prelude::*;
use proptest::sample::select;

fn world() -> World {
    World::staged([
        (Permits::Supervised, vec![course(), quiz(), approve()]),
        (
            Permits::Live,
            vec![scenario(), acknowledge(), sign_off(), approve()],
        ),
    ])
}

fn owned(words: &'static [&'static str]) -> impl Strategy<Value = String> + Clone {
    select(words).prop_map(str::to_owned)
}

/// Facts that only ever help.
fn positive() -> impl Strategy<Value = Fact> {
    let version = Hash::of(b"1");
    let lessons: &'static [&'static str] = &["basics/welcome", "basics/manner", "basics/old", "other/lesson"];
    let outcome = select(&[Outcome::Passed, Outcome::Failed, Outcome::Pending][..]);
    let attempt = (owned(&["a", "b", "c"]), outcome);
    prop_oneof![
        owned(lessons).prop_map(move |lesson| Fact::LessonCompleted { lesson, version }),
        attempt.clone().prop_map(move |(attempt, outcome)| {
            Fact::QuizFinished {
                quiz: "basics/quiz".to_owned(),
                version,
                attempt,
                score: None,
                outcome,
            }
        }),
        attempt.prop_map(move |(play, outcome)| {
            Fact::ScenarioFinished {
                scenario: "late".to_owned(),
                version,
                play,
                score: None,
                outcome,
            }
        }),
        owned(&["1", "2"]).prop_map(move |edition| Fact::Acknowledged {
            policy: "secrecy".to_owned(),
            edition,
            version
        }),
        owned(&["greet", "hold"]).prop_map(move |item| Fact::ItemSigned {
            checklist: "floor".to_owned(),
            item,
            version
        }),
        owned(&[ROLE, "other"]).prop_map(|role| Fact::Approved {
            role,
            by: Access::Supervisor
        }),
        owned(&["quiz", "course"]).prop_map(|kind| Fact::Exempted {
            role: ROLE.to_owned(),
            kind,
            id: "basics".to_owned()
        }),
    ]
}

/// A play that failed, or waits, takes nothing from other plays; a later result of the same play takes the place of the
/// earlier one, and that is no good news.
fn of_another_play(fact: Fact) -> Fact {
    match fact {
        Fact::ScenarioFinished {
            scenario,
            version,
            score,
            outcome: outcome @ (Outcome::Failed | Outcome::Pending),
            ..
        } => Fact::ScenarioFinished {
            scenario,
            version,
            play: "another".to_owned(),
            score,
            outcome,
        },
        fact => fact,
    }
}

fn fact() -> impl Strategy<Value = Fact> {
    let role = || owned(&[ROLE, ROLE, "other"]);
    let ends = proptest::option::of((0..400_i64).prop_map(day));
    let permits = select(&[Permit::Supervised, Permit::Live][..]);
    prop_oneof![
        12 => positive(),
        2 => role().prop_map(|role| Fact::RoleAssigned { role }),
        2 => (role(), permits, ends)
            .prop_map(|(role, permits, ends)| Fact::Certified { role, permits, number: "N".to_owned(), until: ends, ends }),
        1 => role().prop_map(|role| Fact::Declined { role, by: Access::Supervisor }),
        1 => role().prop_map(|role| Fact::Withdrawn { role }),
        1 => (0..30_u8).prop_map(|number| Fact::Voided { entry: format!("e{number:03}") }),
        1 => Just(Fact::Left),
    ]
}

/// Facts at any moments, many of them shared, in any order.
fn entries(fact: impl Strategy<Value = Fact>) -> impl Strategy<Value = Vec<Entry>> {
    proptest::collection::vec((fact, 0..200_i64, 0..3_i64), 0..25).prop_map(|facts| {
        let mut entries = Story::new().entries;
        for (fact, number, late) in facts {
            entries.push(Entry {
                id: format!("e{:03}", entries.len()),
                happened: day(number),
                recorded: day(number + late),
                fact,
                ..entries[0].clone()
            });
        }
        entries
    })
}

proptest! {
    #[test]
    fn any_evidence_has_a_report(entries in entries(fact()), now in any::<i64>()) {
        let world = world();
        for now in [Moment(now), day(100), day(1000)] {
            let Some(report) = report(&world.role, &world, &entries, now, &Utc) else { continue };
            prop_assert_eq!(report.live, report.certificate.is_some());
            prop_assert_eq!(report.live, report.permits >= Permits::Supervised);
            prop_assert_eq!(report.missing == 0, report.stage.is_none());
            // An approval has no step before it waits for somebody.
            let nothing = |item: &Item| item.is_met() || item.is_approval() && item.state != State::Pending;
            prop_assert!(report.items.iter().all(|item| nothing(item) == item.next.is_none()));
            prop_assert!(waiting(&report).all(|item| !item.is_met()));
            prop_assert!(next_for_learner(&report).is_none_or(|item| item.waiting_for.is_none()));
        }
    }

    #[test]
    fn only_the_recorded_moment_orders_entries(entries in entries(fact()), seed in any::<u64>()) {
        let world = world();
        let mut shuffled = entries.clone();
        shuffled.sort_by_key(|entry| Hash::of_parts([&seed.to_be_bytes()[..], entry.id.as_bytes()]));
        let ask = |entries: &[Entry]| report(&world.role, &world, entries, day(150), &Utc);
        prop_assert_eq!(ask(&entries), ask(&shuffled));
    }

    #[test]
    fn a_report_of_the_past_stays_the_same(entries in entries(fact()), then in 0..220_i64) {
        let world = world();
        let known: Vec<Entry> = entries.iter().filter(|entry| entry.recorded <= day(then)).cloned().collect();
        let ask = |entries: &[Entry]| report(&world.role, &world, entries, day(then), &Utc);
        prop_assert_eq!(ask(&entries), ask(&known));
    }

    #[test]
    fn good_news_never_unmakes_what_is_met(
        entries in entries(fact()), fact in positive(), number in 0..200_i64,
    ) {
        let world = world();
        let ask = |entries: &[Entry]| report(&world.role, &world, entries, day(150), &Utc);
        let mut more = entries.clone();
        let fact = of_another_play(fact);
        more.push(Entry { id: "new".to_owned(), happened: day(number), recorded: day(number), fact, ..entries[0].clone() });
        if let (Some(before), Some(after)) = (ask(&entries), ask(&more)) {
            for (before, after) in before.items.iter().zip(&after.items) {
                prop_assert!(!before.is_met() || after.is_met(), "{before:?} became {after:?}");
            }
            prop_assert!(before.earned <= after.earned);
        }
    }

    #[test]
    fn the_certificate_that_is_due_settles_it(entries in entries(fact())) {
        let world = world();
        let now = day(300);
        let ask = |entries: &[Entry]| report(&world.role, &world, entries, now, &Utc);
        if let Some(permits) = ask(&entries).as_ref().and_then(certificate_due) {
            let role = ROLE.to_owned();
            let fact = Fact::Certified { role, permits, number: "new".to_owned(), until: None, ends: None };
            let mut more = entries.clone();
            more.push(Entry { id: "new".to_owned(), happened: now, recorded: now, fact, ..entries[0].clone() });
            let after = ask(&more).unwrap();
            prop_assert_eq!(after.certificate.as_deref(), Some("new"));
            prop_assert_eq!(certificate_due(&after), None);
        }
    }
}
