//! Approvals, refusals, and what starts them anew.

use super::calendar::*;
use super::fixture::*;
use super::story::Story;
use crate::access::Access;
use crate::evidence::Fact;
use crate::gate::{Next, State, waiting};
use crate::time::Moment;

fn seen(story: &Story, now: Moment) -> (State, Option<Moment>, Option<Moment>) {
    let item = World::new().item(story, now, "approve");
    (item.state, item.since, item.declined)
}

#[test]
fn an_approval_waits_once_everything_else_is_met() {
    let story = Story::new().on(3).course();
    assert_eq!(seen(&story, day(4)), (State::Missing, None, None));
    let story = story.trained();
    assert_eq!(seen(&story, day(5)), (State::Pending, Some(story.last()), None));
    assert_eq!(World::new().item(&Story::new(), day(4), "approve").next, None);
    let item = World::new().item(&story, day(5), "approve");
    assert_eq!(
        (item.waiting_for, item.next),
        (Some(Access::Supervisor), Some(Next::Approve))
    );
    let story = story.approved();
    assert_eq!(seen(&story, day(5)), (State::Met, Some(story.last()), None));
}

#[test]
fn an_approval_counts_for_its_role_and_access() {
    let story = Story::new().trained();
    for (role, by) in [("other", Access::Supervisor), (ROLE, Access::Trainer)] {
        let story = story.clone().tell(Fact::Approved {
            role: role.to_owned(),
            by,
        });
        assert_eq!(seen(&story, day(1)).0, State::Pending, "{role} {by}");
    }
}

#[test]
fn declining_leaves_the_approval_open() {
    let story = Story::new().trained();
    let ready = story.last();
    let story = story.on(1).declined();
    assert_eq!(
        seen(&story, day(2)),
        (State::Pending, Some(ready), Some(story.last()))
    );
    assert_eq!(seen(&story.clone().approved(), day(2)).0, State::Met);
    // Later than an approval that has not led to going live, it takes it back.
    assert_eq!(seen(&story.approved().declined(), day(2)).0, State::Pending);
}

#[test]
fn withdrawal_asks_for_a_new_approval() {
    let story = Story::new()
        .trained()
        .declined()
        .approved()
        .live()
        .on(5)
        .withdrawn();
    assert_eq!(seen(&story, day(6)), (State::Pending, Some(story.last()), None));
    assert_eq!(seen(&story.clone().approved(), day(6)).0, State::Met);
    // An approval of the very moment of the withdrawal came before it.
    let mut same = story.approved();
    let moment = same.entries[same.entries.len() - 2].recorded;
    same.entries.last_mut().unwrap().recorded = moment;
    assert_eq!(seen(&same, day(6)).0, State::Pending);
}

#[test]
fn a_lapsed_certificate_asks_for_a_new_approval() {
    let end = day(30);
    let story =
        Story::new()
            .trained()
            .approved()
            .certified(crate::evidence::Permit::Live, Some(day(20)), Some(end));
    assert_eq!(seen(&story, Moment(end.0 - 1)).0, State::Met);
    assert_eq!(seen(&story, end), (State::Pending, Some(end), None));
    let early = story.clone().on(25).approved();
    assert_eq!(seen(&early, end).0, State::Pending);
    assert_eq!(seen(&story.on(31).approved(), day(32)).0, State::Met);
}

#[test]
fn who_comes_back_is_approved_anew() {
    let story = Story::new().trained().approved().left();
    assert_eq!(seen(&story, day(1)).0, State::Missing);
    assert_eq!(waiting(&World::new().judge(&story, day(1))).count(), 0);
    let story = story.on(2).assigned();
    assert_eq!(seen(&story, day(3)), (State::Pending, Some(story.last()), None));
}

#[test]
fn the_approval_that_made_the_person_live_stays() {
    let story = Story::new()
        .trained()
        .approved()
        .live()
        .declined()
        .on(2)
        .approved();
    assert_eq!(World::new().item(&story, day(3), "approve").evidence, ["e009"]);
    let story = Story::new().trained().approved().live().declined();
    assert_eq!(seen(&story, day(1)).0, State::Met);
}
