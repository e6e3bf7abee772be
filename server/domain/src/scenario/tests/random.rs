//! Random small scenarios, made without a file.

use super::super::model::{
    Bound, Choice, Condition, Criterion, Critical, Effect, Exit, Go, Node, Notes, Rate, Reply, Scenario,
    Variable, Within, Wordings,
};
use crate::content::doc::Head;
use crate::hash::Hash;
use crate::lang::{Lang, Text};
use crate::score::Milli;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// The most nodes, criteria and variables; places beyond what there is wrap around.
const NODES: usize = 6;
const CRITERIA: usize = 2;
const VARS: usize = 2;

fn choice() -> impl Strategy<Value = Choice> {
    let effect = prop_oneof![
        (0..CRITERIA, 1..3_u32).prop_map(|(criterion, points)| Effect::Earn {
            criterion,
            points,
            place: 0..0
        }),
        (0..VARS, -2..=2_i32).prop_map(|(var, by)| Effect::Change { var, by }),
    ];
    let bound = prop_oneof![Just(Bound::AtLeast), Just(Bound::AtMost)];
    let condition =
        (0..VARS, bound, 0..3_i32).prop_map(|(var, bound, number)| Condition { var, bound, number });
    let critical = prop_oneof![3 => Just(Vec::new()), 1 => Just(vec![Critical::Customer])];
    (0..NODES, vec(effect, 0..3), critical, vec(condition, 0..2)).prop_map(
        |(target, effects, critical, conditions)| Choice {
            text: Text::new("x"),
            plain: Text::new("x"),
            target,
            effects,
            critical,
            conditions,
            feedback: None,
            place: 0..0,
            translated: Vec::new(),
        },
    )
}

fn exit() -> impl Strategy<Value = Exit> {
    let rate = (0..CRITERIA, 1..3_u32).prop_map(|(criterion, most)| Rate {
        criterion,
        most,
        place: 0..0,
    });
    let reply = (0..NODES, option::of(rate)).prop_map(|(to, rate)| Reply {
        to,
        must: Wordings::default(),
        ban: Wordings::default(),
        rate: rate.into_iter().collect(),
        max: 10,
        anchors: Vec::new(),
        guide: None,
    });
    prop_oneof![
        4 => vec(choice(), 1..4).prop_map(Exit::Choices),
        1 => reply.prop_map(Exit::Reply),
        1 => (0..NODES).prop_map(|target| Exit::Go(Go { text: Text::new("x"), target })),
        2 => any::<bool>().prop_map(Exit::End),
    ]
}

fn node() -> impl Strategy<Value = Node> {
    let within = option::of(0..NODES).prop_map(|or_else| Within {
        seconds: 30,
        or_else,
        place: 0..0,
    });
    (exit(), option::weighted(0.3, within)).prop_map(|(exit, within)| Node {
        id: String::new(),
        body: Text::new(""),
        within,
        exit,
        place: 0..0,
    })
}

/// A scenario whose places all exist; anything else may be wrong with it.
pub(super) fn scenario() -> impl Strategy<Value = Scenario> {
    let nodes = vec(node(), 1..=NODES);
    let vars = vec((0..3_i32, 0..3_i32), VARS);
    let maxima = vec((0..3_i64, 1..4_u32), CRITERIA);
    (nodes, vars, maxima, any::<bool>()).prop_map(|(nodes, vars, maxima, timely)| {
        let mut nodes = nodes;
        let count = nodes.len();
        for (at, node) in nodes.iter_mut().enumerate() {
            node.id = format!("n{at}");
            node.place = at..at;
            fit(node, count);
        }
        let var = |(at, (max, start)): (usize, (i32, i32))| Variable {
            id: format!("v{at}"),
            min: 0,
            max,
            start: start.min(max),
        };
        let criterion = |(at, (weight, max)): (usize, (i64, u32))| Criterion {
            id: if at == 0 && timely {
                "timely".to_owned()
            } else {
                format!("c{at}")
            },
            title: Text::new(""),
            weight: Milli::whole(weight),
            max,
            place: at..at,
        };
        Scenario {
            head: Head {
                id: "x".to_owned(),
                version: Hash::of(b""),
                title: Text::new(""),
                languages: vec![Lang::chinese()],
            },
            channel: None,
            start: 0,
            pass: Milli::whole(50),
            criteria: maxima.into_iter().enumerate().map(criterion).collect(),
            vars: vars.into_iter().enumerate().map(var).collect(),
            nodes,
            intro: Text::new(""),
            tests: Vec::new(),
            notes: Notes::default(),
        }
    })
}

fn fit(node: &mut Node, count: usize) {
    match &mut node.exit {
        Exit::Choices(choices) => choices.iter_mut().for_each(|choice| choice.target %= count),
        Exit::Reply(reply) => reply.to %= count,
        Exit::Go(go) => go.target %= count,
        Exit::End(_) => {}
    }
    if let Some(within) = &mut node.within {
        within.or_else = within.or_else.map(|target| target % count);
    }
}
