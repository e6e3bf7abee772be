//! The proof against brute force: the real engine tries every event in every state of small random scenarios.

use super::super::faults::ProofFault;
use super::super::model::{Effect, Exit, Scenario};
use super::super::play::{Event, Mode, Play, apply};
use super::super::prove::Proof;
use super::random::scenario;
use crate::score::Milli;
use crate::time::Moment;
use proptest::prelude::*;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// A node and the values of the variables.
type State = (usize, Vec<i32>);

/// A step the engine allows: where it leads, the most it earns, whether it is a critical error.
struct Step {
    to: State,
    earned: Vec<u32>,
    critical: bool,
}

fn start(scenario: &Scenario) -> State {
    let play = Play::begin(scenario, Mode::Assessed, Moment(0));
    (play.node, play.vars)
}

/// Every event that could be tried at a node: each in time and late.
pub(super) fn events(scenario: &Scenario, node: usize) -> Vec<Event> {
    let choices = match &scenario.nodes[node].exit {
        Exit::Choices(choices) => choices.len(),
        _ => 0,
    };
    let mut events = Vec::new();
    for at in [Moment(0), Moment(0).plus_seconds(31)] {
        events.extend((0..=choices).map(|choice| Event::Chose { node, choice, at }));
        events.push(Event::Replied {
            node,
            text: "x".to_owned(),
            at,
        });
        events.push(Event::Went { node, at });
        events.push(Event::TimedOut { node, at });
    }
    events
}

fn steps(scenario: &Scenario, (node, vars): &State) -> Vec<Step> {
    let play = Play {
        node: *node,
        vars: vars.clone(),
        ..Play::begin(scenario, Mode::Assessed, Moment(0))
    };
    let mut steps = Vec::new();
    for event in events(scenario, *node) {
        let Ok(after) = apply(scenario, &play, &event) else {
            continue;
        };
        if after == play {
            continue;
        }
        let mut earned = after.earned.clone();
        if let (Exit::Reply(reply), [_]) = (&scenario.nodes[*node].exit, after.replies().as_slice()) {
            reply
                .rate
                .iter()
                .for_each(|rate| earned[rate.criterion] += rate.most);
        }
        steps.push(Step {
            to: (after.node, after.vars),
            earned,
            critical: !after.mistakes.is_empty(),
        });
    }
    steps
}

/// Every state that can be reached, with its steps.
fn explore(scenario: &Scenario) -> BTreeMap<State, Vec<Step>> {
    let mut states = BTreeMap::new();
    let mut open = vec![start(scenario)];
    while let Some(state) = open.pop() {
        if let Entry::Vacant(unknown) = states.entry(state) {
            let steps = steps(scenario, unknown.key());
            open.extend(steps.iter().map(|step| step.to.clone()));
            unknown.insert(steps);
        }
    }
    states
}

/// The states from which one of some can be reached.
fn leading_to(states: &BTreeMap<State, Vec<Step>>, is_goal: impl Fn(&State) -> bool) -> BTreeSet<State> {
    let mut leading: BTreeSet<State> = states.keys().filter(|state| is_goal(state)).cloned().collect();
    loop {
        let more = states
            .iter()
            .filter(|(_, steps)| steps.iter().any(|step| leading.contains(&step.to)));
        let more: Vec<State> = more
            .map(|(state, _)| state.clone())
            .filter(|state| !leading.contains(state))
            .collect();
        if more.is_empty() {
            return leading;
        }
        leading.extend(more);
    }
}

/// The most points of a criterion that a path earns; nothing when there is no most.
fn most(scenario: &Scenario, states: &BTreeMap<State, Vec<Step>>, criterion: usize) -> Option<u64> {
    let mut best: BTreeMap<&State, u64> = states.keys().map(|state| (state, 0)).collect();
    for _ in 0..=states.len() {
        let before = best.clone();
        for (state, steps) in states {
            let from_here = steps
                .iter()
                .map(|step| before[&step.to] + u64::from(step.earned[criterion]))
                .max();
            best.insert(state, from_here.unwrap_or(0));
        }
        if best == before {
            return Some(best[&start(scenario)]);
        }
    }
    None
}

fn is_stuck(scenario: &Scenario, (node, vars): &State) -> bool {
    matches!(&scenario.nodes[*node].exit, Exit::Choices(choices) if choices.iter().all(|choice| !choice.is_visible(vars)))
}

fn ends(scenario: &Scenario, state: &State) -> bool {
    matches!(scenario.nodes[state.0].exit, Exit::End(_))
}

fn faulty(proof: &Proof, is_it: impl Fn(&ProofFault) -> bool) -> BTreeSet<usize> {
    proof
        .faults
        .iter()
        .filter(|(_, fault)| is_it(fault))
        .map(|(place, _)| place.start)
        .collect()
}

fn nodes<'s>(states: impl IntoIterator<Item = &'s State>) -> BTreeSet<usize> {
    states.into_iter().map(|(node, _)| *node).collect()
}

/// Whether some path earns every maximum of a criterion with weight; the points must be bounded.
fn reaches_100(scenario: &Scenario, states: &BTreeMap<State, Vec<Step>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![(start(scenario), vec![0; scenario.criteria.len()])];
    while let Some((state, earned)) = open.pop() {
        let full = |(points, criterion): (&u32, &super::super::model::Criterion)| {
            criterion.weight == Milli(0) || *points == criterion.max
        };
        if ends(scenario, &state) && earned.iter().zip(&scenario.criteria).all(full) {
            return true;
        }
        for step in &states[&state] {
            let after: Vec<u32> = earned.iter().zip(&step.earned).map(|(a, b)| a + b).collect();
            let next = (step.to.clone(), after);
            if seen.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    false
}

/// Takes a criterion out of a scenario, with all that earns it.
fn forget(scenario: &mut Scenario, at: usize) {
    scenario.criteria.remove(at);
    for node in &mut scenario.nodes {
        match &mut node.exit {
            Exit::Choices(choices) => {
                for choice in choices {
                    choice.effects.retain(
                        |effect| !matches!(effect, Effect::Earn { criterion, .. } if *criterion == at),
                    );
                    for effect in &mut choice.effects {
                        if let Effect::Earn { criterion, .. } = effect {
                            *criterion -= usize::from(*criterion > at);
                        }
                    }
                }
            }
            Exit::Reply(reply) => {
                reply.rate.retain(|rate| rate.criterion != at);
                reply
                    .rate
                    .iter_mut()
                    .for_each(|rate| rate.criterion -= usize::from(rate.criterion > at));
            }
            Exit::Go(_) | Exit::End(_) => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn reachability_and_hidden_choices_agree(scenario in scenario()) {
        let proof = Proof::of(&scenario);
        let states = explore(&scenario);
        let unreached: BTreeSet<usize> = (0..scenario.nodes.len()).filter(|node| !nodes(states.keys()).contains(node)).collect();
        prop_assert_eq!(faulty(&proof, |fault| matches!(fault, ProofFault::Unreachable { .. })), unreached);
        let stuck: BTreeSet<usize> = nodes(states.keys().filter(|state| is_stuck(&scenario, state)));
        prop_assert_eq!(faulty(&proof, |fault| matches!(fault, ProofFault::AllHidden { .. })), stuck);
        let fine = leading_to(&states, |state| ends(&scenario, state) || is_stuck(&scenario, state));
        let trapped = nodes(states.keys().filter(|state| !fine.contains(state)));
        let mut said = faulty(&proof, |fault| matches!(fault, ProofFault::NoEnd { .. } | ProofFault::NoEndWhen { .. }));
        // Conditions aside a node may have no end and yet be reported for its hidden choices only.
        let hopeless = leading_to(&states, |state| ends(&scenario, state));
        said.retain(|node| trapped.contains(node) || states.keys().any(|state| state.0 == *node && hopeless.contains(state)));
        prop_assert_eq!(said, trapped);
    }

    #[test]
    fn maxima_agree(scenario in scenario()) {
        let proof = Proof::of(&scenario);
        let states = explore(&scenario);
        let best: Vec<Option<u64>> = (0..scenario.criteria.len()).map(|at| most(&scenario, &states, at)).collect();
        prop_assert_eq!(&proof.best, &best);
        for (at, criterion) in scenario.criteria.iter().enumerate() {
            let said = |is_it: fn(&ProofFault) -> bool| proof.faults.iter().any(|(place, fault)| place.start == at && is_it(fault));
            let over = best[at].is_some_and(|best| best > u64::from(criterion.max));
            let under = best[at].is_some_and(|best| best < u64::from(criterion.max));
            prop_assert_eq!(said(|fault| matches!(fault, ProofFault::MaxExceeded { .. })), over);
            let lacking = |fault: &ProofFault| {
                matches!(
                    fault,
                    ProofFault::MaxNotReached { .. } | ProofFault::NothingEarns { .. } | ProofFault::NothingTimed { .. }
                )
            };
            prop_assert_eq!(said(lacking), under);
        }
    }

    #[test]
    fn paths_to_100_and_without_a_critical_error_agree(mut scenario in scenario()) {
        let best = Proof::of(&scenario).best;
        let states = explore(&scenario);
        let harmless: BTreeMap<State, Vec<Step>> = explore(&scenario)
            .into_iter()
            .map(|(state, steps)| (state, steps.into_iter().filter(|step| !step.critical).collect()))
            .collect();
        let passes = leading_to(&harmless, |state| matches!(scenario.nodes[state.0].exit, Exit::End(true)));
        let has = |proof: &Proof, is_it: fn(&ProofFault) -> bool| proof.faults.iter().any(|(_, fault)| is_it(fault));
        let critical = has(&Proof::of(&scenario), |fault| matches!(fault, ProofFault::EveryPathCritical {}));
        let is_pass = |state: &State| matches!(scenario.nodes[state.0].exit, Exit::End(true));
        let something_passes = states.keys().any(is_pass);
        prop_assert_eq!(critical, something_passes && !passes.contains(&start(&scenario)));
        // Only criteria that are earned at all, and not again and again, with the maximum that is right.
        for (at, best) in best.iter().enumerate().rev() {
            match best.and_then(|best| u32::try_from(best).ok()) {
                Some(best @ 1..) => scenario.criteria[at].max = best,
                _ => forget(&mut scenario, at),
            }
        }
        let states = explore(&scenario);
        let no_path = has(&Proof::of(&scenario), |fault| matches!(fault, ProofFault::NoPathTo100 {}));
        // A path that can never end has no score; there the missing end is reported.
        let leading = leading_to(&states, |state| ends(&scenario, state));
        if states.keys().all(|state| leading.contains(state)) {
            prop_assert_eq!(no_path, !scenario.criteria.is_empty() && !reaches_100(&scenario, &states));
        }
    }
}
