//! Roles with several stages.

use super::calendar::*;
use super::fixture::*;
use super::story::Story;
use crate::content::role::Permits;
use crate::evidence::Outcome::Passed;
use crate::evidence::Permit;
use crate::gate::{State, Status, certificate_due, waiting};

/// Classroom, then supervised, then alone.
fn world() -> World {
    World::staged([
        (Permits::Shadow, vec![course()]),
        (Permits::Supervised, vec![quiz(), approve()]),
        (Permits::Live, vec![sign_off(), approve()]),
    ])
}

fn supervised() -> Story {
    Story::new()
        .course()
        .quiz("a", Passed)
        .approved()
        .certified(Permit::Supervised, None, None)
}

#[test]
fn a_later_stage_counts_only_when_all_earlier_are_complete() {
    let report = world().judge(&Story::new(), day(1));
    assert_eq!(
        (report.stage, report.permits, report.earned),
        (Some(0), Permits::Nothing, Permits::Nothing)
    );
    let report = world().judge(
        &Story::new()
            .quiz("a", Passed)
            .approved()
            .signed("greet")
            .signed("hold"),
        day(1),
    );
    assert_eq!(
        (report.stage, report.earned, report.counts()),
        (Some(0), Permits::Nothing, (3, 5))
    );
    let report = world().judge(&Story::new().course(), day(1));
    assert_eq!(
        (report.stage, report.permits, report.status),
        (Some(1), Permits::Shadow, Status::InTraining)
    );
    assert_eq!(
        report.items.iter().map(|item| item.stage).collect::<Vec<_>>(),
        [0, 1, 1, 2, 2]
    );
}

#[test]
fn an_approval_waits_for_its_own_stage_and_those_before() {
    let states = |story: &Story| {
        let report = world().judge(story, day(1));
        report
            .items
            .into_iter()
            .filter(|item| item.kind == "approve")
            .map(|item| item.state)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        states(&Story::new().quiz("a", Passed)),
        [State::Missing, State::Missing]
    );
    assert_eq!(
        states(&Story::new().course().quiz("a", Passed)),
        [State::Pending, State::Missing]
    );
    let signed = Story::new().course().signed("greet").signed("hold");
    assert_eq!(states(&signed), [State::Missing, State::Missing]);
}

#[test]
fn ready_is_about_the_first_stage_that_lets_serve() {
    let report = world().judge(&Story::new().course().quiz("a", Passed), day(1));
    assert_eq!((report.status, report.stage), (Status::Ready, Some(1)));
}

#[test]
fn each_permit_has_its_certificate() {
    let story = Story::new().course().quiz("a", Passed).approved();
    assert_eq!(
        certificate_due(&world().judge(&story, day(1))),
        Some(Permit::Supervised)
    );
    let story = supervised();
    let report = world().judge(&story, day(1));
    assert_eq!(
        (report.status, report.permits, report.live),
        (Status::Supervised, Permits::Supervised, true)
    );
    assert_eq!((certificate_due(&report), report.stage), (None, Some(2)));
    let story = story.signed("greet").signed("hold").approved();
    let report = world().judge(&story, day(1));
    assert_eq!(
        (report.status, certificate_due(&report)),
        (Status::Supervised, Some(Permit::Live))
    );
    assert_eq!(world().judge(&story.live(), day(1)).status, Status::Live);
}

#[test]
fn one_approval_meets_one_line() {
    let last = |story: &Story| world().judge(story, day(1)).items[4].state;
    let story = supervised().signed("greet").signed("hold");
    assert_eq!(last(&story), State::Pending);
    assert_eq!(last(&story.clone().approved()), State::Met);
    // Two approvals before going live meet two lines; the second is not used again afterwards.
    let early = Story::new().course().quiz("a", Passed).approved();
    assert_eq!(last(&early), State::Missing);
    assert_eq!(last(&early.clone().approved()), State::Met);
    assert_eq!(
        last(&early.approved().certified(Permit::Supervised, None, None)),
        State::Missing
    );
    // Refusing the last stage leaves the stage that was given.
    let report = world().judge(&story.declined(), day(1));
    assert_eq!(
        (report.items[2].state, report.items[4].state),
        (State::Met, State::Pending)
    );
    assert!(report.items[4].declined.is_some());
}

#[test]
fn going_live_consumes_only_the_stages_it_was_given_for() {
    let mut world = World::staged([
        (Permits::Supervised, vec![quiz()]),
        (Permits::Live, vec![course()]),
    ]);
    let begun = Story::new().quiz("a", Passed).lesson("basics/welcome");
    let story = begun.clone().certified(Permit::Supervised, None, None);
    assert_eq!(world.judge(&story, day(1)).items[1].state, State::Missing);
    // Serving alone was given for both.
    assert_eq!(
        world.judge(&begun.clone().live(), day(1)).items[1].state,
        State::Met
    );
    // A permit no stage gives any more was given for all of them.
    world.role.stages[1].permits = Permits::Supervised;
    assert_eq!(world.judge(&begun.live(), day(1)).items[1].state, State::Met);
}

#[test]
fn nobody_waits_for_a_stage_that_is_not_reached() {
    let kinds = |story: &Story| {
        waiting(&world().judge(story, day(1)))
            .map(|item| (item.stage, item.kind))
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&Story::new()), []);
    assert_eq!(kinds(&Story::new().course().quiz("a", Passed)), [(1, "approve")]);
    assert_eq!(kinds(&supervised()), [(2, "sign-off")]);
    assert_eq!(
        kinds(&supervised().signed("greet").signed("hold")),
        [(2, "approve")]
    );
}
