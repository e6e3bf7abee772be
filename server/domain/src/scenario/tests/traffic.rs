//! Counting plays, and drawing a scenario.

use super::super::map::{Layers, Way, ways};
use super::super::play::{Event, Mode, Play, replay};
use super::super::traffic::{Traffic, Walk};
use super::random::scenario;
use super::{EXAMPLE, SMALL, at, chose, sound};
use proptest::prelude::*;

#[test]
fn every_answer_counts_at_its_node() {
    let scenario = sound(SMALL);
    let play = |events: &[Event]| replay(&scenario, Mode::Assessed, at(0), events).unwrap();
    let plays: Vec<Play> = vec![
        play(&[chose(0, 0, 4), chose(1, 1, 6)]),
        play(&[chose(0, 1, 10), chose(1, 1, 30)]),
        play(&[chose(0, 1, 20), chose(1, 0, 21)]),
    ];
    let traffic = Traffic::of(&scenario, &plays);
    assert_eq!(traffic.plays, 3);
    assert_eq!(traffic.taken(0, Way::Choice(0)), 1);
    assert_eq!(traffic.taken(0, Way::Choice(1)), 2);
    assert_eq!(traffic.taken(1, Way::Choice(1)), 2);
    assert_eq!(traffic.taken(9, Way::On), 0);
    assert_eq!(traffic.nodes[0].median_seconds, Some(10));
    assert_eq!(traffic.nodes[1].median_seconds, Some(2));
    assert_eq!(
        (traffic.nodes[2].visits, traffic.nodes[2].median_seconds),
        (3, None)
    );
}

#[test]
fn errors_and_time_running_out_are_seen_where_they_were() {
    let scenario = sound(EXAMPLE);
    let late = Event::TimedOut { node: 0, at: at(31) };
    let plays = [
        replay(&scenario, Mode::Assessed, at(0), &[late]).unwrap(),
        replay(&scenario, Mode::Assessed, at(0), &[chose(0, 2, 5)]).unwrap(),
    ];
    let traffic = Traffic::of(&scenario, &plays);
    let open = &traffic.nodes[0];
    assert_eq!((open.visits, open.late, open.critical), (2, 1, 1));
    assert_eq!(traffic.taken(0, Way::TimeOut), 1);
    let hang_up = scenario.node("hang-up").unwrap();
    assert_eq!(traffic.nodes[hang_up].visits, 2);
}

#[test]
fn what_raters_confirmed_counts_at_the_reply() {
    let scenario = sound(EXAMPLE);
    let promise = scenario.node("promise").unwrap();
    let events = [
        chose(0, 0, 1),
        chose(1, 1, 2),
        Event::Replied {
            node: promise,
            text: "不归我管".to_owned(),
            at: at(3),
        },
    ];
    let play = replay(&scenario, Mode::Assessed, at(0), &events).unwrap();
    let critical = |banned: &[usize]| {
        let walk = Walk { play: &play, banned };
        Traffic::of(&scenario, [walk]).nodes[promise].critical
    };
    assert_eq!((critical(&[]), critical(&[0]), critical(&[1])), (0, 1, 0));
}

#[test]
fn nodes_stand_as_many_steps_down_as_they_are_from_the_start_and_ends_below() {
    let scenario = sound(EXAMPLE);
    let layers = Layers::of(&scenario);
    assert_eq!(layers.0, [vec![0], vec![1], vec![2], vec![3], vec![5, 4]]);
    assert_eq!(layers.widest(), 2);
    assert_eq!((layers.place(5), layers.place(99)), (Some((4, 0)), None));
}

proptest! {
    #[test]
    fn every_node_is_drawn_once_and_ends_below_what_leads_on(scenario in scenario()) {
        let layers = Layers::of(&scenario);
        let mut drawn: Vec<usize> = layers.0.concat();
        drawn.sort_unstable();
        prop_assert_eq!(drawn, (0..scenario.nodes.len()).collect::<Vec<_>>());
        prop_assert!(layers.0.iter().all(|layer| !layer.is_empty()));
        let place = |node: usize| layers.place(node).unwrap().0;
        let mut open = vec![scenario.start];
        let mut reached = std::collections::BTreeSet::new();
        while let Some(node) = open.pop() {
            if !reached.insert(node) {
                continue;
            }
            for (_, target) in ways(&scenario, node) {
                if ways(&scenario, target).is_empty() {
                    prop_assert!(place(target) > place(node), "an end stands below");
                } else {
                    prop_assert!(place(target) <= place(node) + 1, "a way leads down one layer at most");
                }
                open.push(target);
            }
        }
    }
}
