//! The engine on small scenarios: time without a jump, clamping, exact scores.

use super::super::model::{Exit, Scenario};
use super::super::play::{Event, Mode, Play, PlayError, apply};
use super::super::score::{Outcome, score};
use super::super::state::state_hash;
use super::{SMALL, check, small, sound};
use crate::score::Milli;
use crate::time::Moment;

/// A scenario with criteria (weight, max) and nothing else, and a play at its end that earned these points.
fn scored(criteria: &[(i64, u32)], earned: &[u32], pass: Milli) -> (Milli, bool) {
    let mut scenario = sound(SMALL);
    let template = scenario.criteria[0].clone();
    scenario.criteria = criteria
        .iter()
        .map(|(weight, max)| super::super::model::Criterion {
            weight: Milli::whole(*weight),
            max: *max,
            ..template.clone()
        })
        .collect();
    scenario.pass = pass;
    let play = Play {
        node: 2,
        earned: earned.to_vec(),
        ..Play::begin(&scenario, Mode::Assessed, Moment(0))
    };
    let Ok(Outcome::Final(score)) = score(&scenario, &play, &[]) else {
        panic!("a final score")
    };
    (score.score, score.passed)
}

#[test]
fn scores_are_exact() {
    let criteria = [(30, 4), (40, 6), (20, 4), (10, 3)];
    assert_eq!(
        scored(&criteria, &[3, 5, 4, 2], Milli(82_500)),
        (Milli(82_500), true)
    );
    assert_eq!(
        scored(&criteria, &[3, 5, 4, 2], Milli(82_501)),
        (Milli(82_500), false)
    );
    assert_eq!(
        scored(&criteria, &[4, 6, 4, 3], Milli::whole(100)),
        (Milli::whole(100), true)
    );
    assert_eq!(scored(&criteria, &[0, 0, 0, 0], Milli(0)), (Milli(0), true));
    // Compared unrounded: two thirds are shown as 66.667 and do not reach it.
    assert_eq!(scored(&[(1, 3)], &[2], Milli(66_667)), (Milli(66_667), false));
    assert_eq!(scored(&[(1, 3)], &[2], Milli(66_666)), (Milli(66_667), true));
    // Points over the maximum count as the maximum; without criteria the end alone decides.
    assert_eq!(
        scored(&[(1, 2), (0, 9)], &[5, 0], Milli::whole(100)),
        (Milli::whole(100), true)
    );
    assert_eq!(scored(&[], &[], Milli::whole(100)), (Milli::whole(100), true));
}

#[test]
fn late_without_a_jump_counts_but_earns_no_point() {
    let text = small("vars:", "  timely: { title: 时效, weight: 1, max: 1 }\nvars:")
        .replace("## b\n", "## b\n`within 1min`\n");
    let scenario = sound(&text);
    let at_b = Play {
        node: 1,
        ..Play::begin(&scenario, Mode::Assessed, Moment(0))
    };
    let choose = |seconds: i64| Event::Chose {
        node: 1,
        choice: 1,
        at: Moment(0).plus_seconds(seconds),
    };
    let after = |event: &Event| apply(&scenario, &at_b, event).unwrap();
    assert_eq!(
        (after(&choose(60)).earned, after(&choose(61)).earned),
        (vec![1, 1], vec![1, 0])
    );
    assert_eq!(
        (after(&choose(61)).node, after(&choose(61)).steps[0].in_time),
        (2, false)
    );
    // The time running out changes nothing but what the next answer is worth.
    let out = after(&Event::TimedOut {
        node: 1,
        at: Moment(0).plus_seconds(61),
    });
    assert_eq!(state_hash(&out), state_hash(&at_b));
}

#[test]
fn variables_clamp_and_hide() {
    let text = small("[你自己找。](#z)", "[你自己找。](#z) `if mood >= 3`").replace("`mood +2`", "`mood +9`");
    let scenario = sound(&text);
    let begin = Play::begin(&scenario, Mode::Assessed, Moment(0));
    let choose = |node: usize, choice: usize| Event::Chose {
        node,
        choice,
        at: Moment(0),
    };
    let hurried = apply(&scenario, &begin, &choose(0, 1)).unwrap();
    assert_eq!(
        (hurried.vars.as_slice(), hurried.visible(&scenario)),
        (&[3][..], vec![0, 1])
    );
    let calm = apply(&scenario, &begin, &choose(0, 0)).unwrap();
    assert_eq!(calm.visible(&scenario), [1]);
    assert_eq!(apply(&scenario, &calm, &choose(1, 0)), Err(PlayError::Hidden));
}

#[test]
fn a_link_leads_on() {
    let text = small("## z\n\n", "## z\n\n第二天。\n\n[继续](#y)\n\n## y\n\n");
    let scenario = sound(&text);
    let play = Play {
        node: 2,
        ..Play::begin(&scenario, Mode::Assessed, Moment(0))
    };
    let after = apply(
        &scenario,
        &play,
        &Event::Went {
            node: 2,
            at: Moment(9),
        },
    )
    .unwrap();
    assert_eq!(
        (after.node, after.since, after.end(&scenario)),
        (3, Moment(9), Some(true))
    );
    let Exit::Go(go) = &scenario.nodes[2].exit else {
        panic!("a link")
    };
    assert_eq!(go.text.default(), "继续");
}

#[test]
fn a_scenario_with_a_dead_way_never_panics() {
    let (scenario, _) = check(&small("[你自己找。](#z)", "[你自己找。](#y)"));
    let scenario: Scenario = scenario.unwrap();
    let play = Play {
        node: 1,
        ..Play::begin(&scenario, Mode::Assessed, Moment(0))
    };
    let event = Event::Chose {
        node: 1,
        choice: 0,
        at: Moment(0),
    };
    assert_eq!(apply(&scenario, &play, &event), Err(PlayError::Nowhere));
}
