//! The status, certificates, and reports as of a moment.

use super::calendar::*;
use super::fixture::*;
use super::story::Story;
use crate::content::role::Permits;
use crate::evidence::Outcome::{Failed, Passed};
use crate::evidence::{Fact, Permit};
use crate::gate::{Status, certificate_due, certificate_terms, report};
use crate::time::Moment;

fn status(story: &Story, now: Moment) -> (Status, Moment) {
    let report = World::new().judge(story, now);
    assert_eq!(
        report.live,
        matches!(report.status, Status::Live | Status::Supervised)
    );
    assert_eq!(report.live, report.permits >= Permits::Supervised);
    (report.status, report.since)
}

#[test]
fn nobody_has_a_report_before_being_assigned() {
    let world = World::new();
    let ask = |story: &Story, now| {
        report(&world.role, &world, &story.entries, now, &Utc).map(|report| report.status)
    };
    let story = Story::blank().lesson("basics/welcome").on(2).assigned();
    assert_eq!(ask(&story, day(1)), None);
    assert_eq!(ask(&story, story.last()), Some(Status::InTraining));
    assert_eq!(ask(&Story::new().voided(0), day(1)), None);
    let elsewhere = Story::blank().tell(Fact::RoleAssigned {
        role: "other".to_owned(),
    });
    assert_eq!(ask(&elsewhere, day(1)), None);
    let (role, candidate) = (ROLE.to_owned(), "c".to_owned());
    let hired = Story::blank().tell(Fact::Hired {
        role,
        candidate,
        score: None,
        version: None,
    });
    assert_eq!(ask(&hired, day(1)), Some(Status::NotStarted));
}

#[test]
fn training_leads_to_ready() {
    let story = Story::new();
    assert_eq!(status(&story, day(1)), (Status::NotStarted, story.last()));
    assert_eq!(
        status(&story.clone().lesson("other/lesson"), day(1)).0,
        Status::NotStarted
    );
    let story = story.on(1).quiz("a", Failed);
    assert_eq!(status(&story, day(2)), (Status::InTraining, story.last()));
    let story = story.trained();
    assert_eq!(status(&story, day(2)), (Status::Ready, story.last()));
    assert_eq!(certificate_due(&World::new().judge(&story, day(2))), None);
    let first = [
        Story::new().lesson("basics/old-lesson"),
        Story::new().play("p", Failed),
        Story::new().acknowledged("1"),
        Story::new().signed("greet"),
    ];
    for story in first {
        assert_eq!(status(&story, day(1)).0, Status::InTraining);
    }
}

#[test]
fn a_certificate_makes_live_until_its_grace_ends() {
    let story = Story::new().trained().approved();
    let report = World::new().judge(&story, story.last());
    assert_eq!(
        (report.status, report.permits, report.earned),
        (Status::Ready, Permits::Shadow, Permits::Live)
    );
    assert_eq!(certificate_due(&report), Some(Permit::Live));
    let (until, ends) = certificate_terms(&World::new().role, day(0), &Utc);
    assert_eq!((until, ends), (Some(day(365)), Some(day(379))));
    let story = story.certified(Permit::Live, until, ends);
    let given = story.last();
    for now in [given, day(365), Moment(day(379).0 - 1)] {
        let report = World::new().judge(&story, now);
        assert_eq!((report.status, report.since), (Status::Live, given));
        assert_eq!(
            (report.until, report.ends, report.certificate.as_deref()),
            (until, ends, Some("N10"))
        );
        assert_eq!(certificate_due(&report), None);
    }
    let report = World::new().judge(&story, day(379));
    assert_eq!((report.status, report.since), (Status::Suspended, day(379)));
    assert_eq!(
        (report.until, report.certificate.clone(), report.permits),
        (None, None, Permits::Nothing)
    );
    assert_eq!(certificate_due(&report), None);
}

#[test]
fn terms_end_with_the_validity_without_grace_and_never_without_a_certificate() {
    let mut role = World::new().role;
    role.certificate.as_mut().unwrap().grace = None;
    assert_eq!(
        certificate_terms(&role, day(0), &Utc),
        (Some(day(365)), Some(day(365)))
    );
    role.certificate = None;
    assert_eq!(certificate_terms(&role, day(0), &Utc), (None, None));
}

#[test]
fn withdrawal_suspends_until_approved_and_certified_anew() {
    let story = Story::new().trained().approved().live().on(5).withdrawn();
    let withdrawn = story.last();
    assert_eq!(status(&story, day(6)), (Status::Suspended, withdrawn));
    assert_eq!(World::new().judge(&story, day(6)).counts(), (5, 6));
    let story = story.on(7).approved();
    assert_eq!(status(&story, day(8)), (Status::Suspended, withdrawn));
    assert_eq!(
        certificate_due(&World::new().judge(&story, day(8))),
        Some(Permit::Live)
    );
    let story = story.live();
    assert_eq!(status(&story, day(8)), (Status::Live, story.last()));
    // Withdrawing from who was never live suspends nobody; withdrawing another role is another matter.
    assert_eq!(status(&Story::new().withdrawn(), day(1)).0, Status::NotStarted);
    assert_eq!(
        status(
            &story.tell(Fact::Withdrawn {
                role: "other".to_owned()
            }),
            day(8)
        )
        .0,
        Status::Live
    );
}

#[test]
fn leaving_at_the_same_moment_wins() {
    let mut story = Story::new().left();
    story.entries[0].recorded = story.last();
    assert_eq!(status(&story, day(1)).0, Status::Left);
    let mut story = Story::new().live().left().assigned();
    story.entries[1].recorded = story.entries[2].recorded;
    assert_eq!(status(&story, day(1)).0, Status::NotStarted);
}

#[test]
fn a_withdrawal_of_the_same_moment_wins_over_the_certificate() {
    let mut story = Story::new().withdrawn().live();
    story.entries[1].recorded = story.last();
    assert_eq!(status(&story, day(1)).0, Status::Suspended);
}

#[test]
fn the_first_end_of_a_certificate_is_the_one_that_counts() {
    let story = Story::new()
        .certified(Permit::Live, Some(day(3)), Some(day(4)))
        .on(6)
        .withdrawn();
    assert_eq!(status(&story, day(7)), (Status::Suspended, day(4)));
    let story = Story::new()
        .certified(Permit::Live, Some(day(3)), Some(day(4)))
        .on(2)
        .withdrawn();
    assert_eq!(status(&story, day(7)), (Status::Suspended, story.last()));
}

#[test]
fn the_last_certificate_counts() {
    let story = Story::new()
        .certified(Permit::Supervised, None, Some(day(9)))
        .live();
    assert_eq!(status(&story, day(10)).0, Status::Live);
    assert_eq!(status(&story.voided(2), day(8)).0, Status::Supervised);
}

#[test]
fn leaving_ends_everything_until_assigned_again() {
    let story = Story::new().trained().approved().live().on(9).left();
    assert_eq!(status(&story, day(10)), (Status::Left, story.last()));
    assert_eq!(World::new().judge(&story, day(10)).permits, Permits::Nothing);
    assert_eq!(
        certificate_due(&World::new().judge(&story.clone().approved(), day(10))),
        None
    );
    let story = story.on(20).assigned();
    assert_eq!(status(&story, day(21)).0, Status::Ready);
}

#[test]
fn a_new_release_never_ends_a_live_status() {
    let story = Story::new().trained().approved().live();
    let mut world = World::new();
    world.editions.insert("secrecy", "3");
    world.lessons.insert("basics", vec!["all-new"]);
    world.skills.insert("floor", vec!["greet", "hold", "transfer"]);
    world.role.stages[0].requires.insert(
        0,
        crate::content::requirement::Requirement::Quiz {
            quiz: "new/quiz".to_owned(),
        },
    );
    let report = world.judge(&story, day(1));
    assert_eq!((report.status, report.missing), (Status::Live, 3));
    world.role.stages.clear();
    assert_eq!(world.judge(&story, day(1)).status, Status::Live);
}

#[test]
fn a_report_of_the_past_knows_only_what_was_recorded_then() {
    let mut story = Story::new().on(4).quiz("a", Passed).on(6).voided(1);
    story.entries[1].happened = day(1);
    let state = |now| World::new().item(&story, now, "quiz").is_met();
    assert_eq!([day(3), day(5), day(7)].map(state), [false, true, false]);
}

#[test]
fn nobody_goes_live_in_a_role_that_requires_nothing() {
    for stages in [vec![], vec![(Permits::Live, vec![])]] {
        let report = World::staged(stages).judge(&Story::new(), day(1));
        assert_eq!(
            (report.status, certificate_due(&report)),
            (Status::NotStarted, None)
        );
    }
}

#[test]
fn without_an_approval_line_going_live_is_due_when_all_is_met() {
    let world = World::staged([(Permits::Live, vec![course()])]);
    assert_eq!(
        certificate_due(&world.judge(&Story::new().course(), day(1))),
        Some(Permit::Live)
    );
}

#[test]
fn every_status_has_its_word() {
    let words = Status::ALL.map(Status::as_str);
    assert_eq!(
        words,
        [
            "not-started",
            "in-training",
            "ready",
            "supervised",
            "live",
            "suspended",
            "left"
        ]
    );
}
