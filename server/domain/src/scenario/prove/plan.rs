//! A scenario made ready to be explored: its ways with what they ask, change and earn.
//!
//! What could not be read makes two plans of one scenario. What is wrong in the certain one is wrong whatever the author
//! means; what the open one does not allow, no meaning of the unreadable parts allows either.

use super::super::map::{Way, ways};
use super::super::model::{Choice, Condition, Doubt, Effect, Exit, Scenario};
use crate::content::source::Span;

/// A way out of a node.
#[derive(Debug)]
pub(super) struct Move {
    /// What is done.
    pub(super) way: Way,
    /// The node it leads to, or a place that is no node.
    pub(super) target: usize,
    /// It may lead to any node.
    pub(super) anywhere: bool,
    asks: Vec<Condition>,
    changes: Vec<(usize, i32)>,
}

/// The ways of a scenario.
#[derive(Debug)]
pub(super) struct Plan<'s> {
    pub(super) scenario: &'s Scenario,
    /// Whether it has what may be, rather than what is certain.
    pub(super) is_open: bool,
    moves: Vec<Move>,
    /// Where the ways of each node begin, and one more.
    first: Vec<usize>,
    /// The points of each criterion that the ways earn, in their order.
    gains: Vec<Vec<u32>>,
}

impl<'s> Plan<'s> {
    /// What is certain: ways that are read in full.
    pub(super) fn certain(scenario: &'s Scenario) -> Self {
        Self::new(scenario, &Loose::declared(scenario), false)
    }

    /// What may be: ways that could not be read do what they may mean, and variables that they may change have any value.
    pub(super) fn open(scenario: &'s Scenario) -> Self {
        Self::new(scenario, &Loose::all(scenario), true)
    }

    fn new(scenario: &'s Scenario, loose: &Loose, open: bool) -> Self {
        let mut plan = Self {
            scenario,
            is_open: open,
            moves: Vec::new(),
            first: vec![0],
            gains: vec![Vec::new(); scenario.criteria.len()],
        };
        for node in 0..scenario.nodes.len() {
            let mut of_node = ways(scenario, node);
            let late = (Way::TimeOut, scenario.nodes.len());
            let has_doubt = |way| scenario.notes.doubts.of(node, Some(way)).next().is_some();
            if open && has_doubt(Way::TimeOut) && of_node.iter().all(|(way, _)| *way != Way::TimeOut) {
                of_node.push(late);
            }
            for (way, target) in of_node {
                plan.add(node, way, target, loose, open);
            }
            plan.first.push(plan.moves.len());
        }
        plan
    }

    fn add(&mut self, node: usize, way: Way, target: usize, loose: &Loose, open: bool) {
        let scenario = self.scenario;
        let doubts = || scenario.notes.doubts.of(node, Some(way));
        let choice = chosen(scenario, node, way);
        let conditions = choice.map_or(&[][..], |choice| choice.conditions.as_slice());
        let is_sure =
            doubts().all(|doubt| !matters(doubt)) && conditions.iter().all(|asked| !loose.has(asked.var));
        if !open && !is_sure {
            return;
        }
        let meant = doubts().find_map(|doubt| match doubt {
            Doubt::Target(meant) => Some(meant),
            _ => None,
        });
        let effects = choice.map_or(&[][..], |choice| choice.effects.as_slice());
        let changes = effects.iter().filter_map(|effect| match *effect {
            Effect::Change { var, by } => Some((var, by)),
            Effect::Earn { .. } => None,
        });
        self.moves.push(Move {
            way,
            target: meant.flatten().unwrap_or(target),
            anywhere: meant.is_some(),
            asks: conditions
                .iter()
                .filter(|asked| !loose.has(asked.var))
                .copied()
                .collect(),
            changes: changes.filter(|(var, _)| !loose.has(*var)).collect(),
        });
        for (criterion, gains) in self.gains.iter_mut().enumerate() {
            let known = sources(scenario, node, way).filter(|(of, ..)| *of == criterion);
            let known: u32 = known.map(|(_, points, _)| points).fold(0, u32::saturating_add);
            let more = if open {
                possible(scenario, node, way, criterion)
            } else {
                0
            };
            gains.push(known.saturating_add(more));
        }
    }

    /// The places of a node's ways among all ways.
    pub(super) fn places(&self, node: usize) -> std::ops::Range<usize> {
        self.first[node]..self.first[node + 1]
    }

    /// The way at a place.
    pub(super) fn at(&self, place: usize) -> &Move {
        &self.moves[place]
    }

    /// How many ways there are.
    pub(super) fn len(&self) -> usize {
        self.moves.len()
    }

    /// The points of a criterion that every way earns, by its place.
    pub(super) fn gains(&self, criterion: usize) -> &[u32] {
        &self.gains[criterion]
    }

    /// Whether nothing bounds the points of a criterion that may be earned at a node.
    pub(super) fn is_unbounded(&self, node: usize, criterion: usize) -> bool {
        let doubts = self.scenario.notes.doubts.at(node).iter();
        let any = |of: &Option<usize>| of.is_none_or(|of| of == criterion);
        doubts.into_iter().any(|(_, doubt)| match doubt {
            Doubt::Points(of, None) => any(of),
            Doubt::Ways => true,
            _ => false,
        })
    }
}

impl Move {
    /// Whether it can be taken when the variables have these values.
    pub(super) fn shows(&self, values: &[i32]) -> bool {
        self.asks.iter().all(|asked| asked.holds(values))
    }

    /// Changes the variables; whether any value is another one then.
    pub(super) fn change(&self, scenario: &Scenario, values: &mut [i32]) -> bool {
        let mut changed = false;
        for (var, by) in &self.changes {
            if let (Some(value), Some(bounds)) = (values.get_mut(*var), scenario.vars.get(*var)) {
                let after = value.saturating_add(*by).min(bounds.max).max(bounds.min);
                changed |= after != *value;
                *value = after;
            }
        }
        changed
    }
}

/// The choice that a way takes.
pub(super) fn chosen(scenario: &Scenario, node: usize, way: Way) -> Option<&Choice> {
    match (&scenario.nodes[node].exit, way) {
        (Exit::Choices(choices), Way::Choice(at)) => choices.get(at as usize),
        _ => None,
    }
}

/// Whether it decides where a way leads, when it is there, or what it changes.
fn matters(doubt: Doubt) -> bool {
    matches!(doubt, Doubt::Target(_) | Doubt::Condition | Doubt::Change(_))
}

/// What a way earns, at most: criterion, points, and where it says so.
pub(super) fn sources(
    scenario: &Scenario,
    node: usize,
    way: Way,
) -> impl Iterator<Item = (usize, u32, &Span)> {
    let choice = chosen(scenario, node, way);
    let node = &scenario.nodes[node];
    let in_time = way != Way::TimeOut;
    let timed = node.within.as_ref().filter(|_| in_time);
    let timely = timed.and_then(|within| Some((scenario.timely()?, 1, &within.place)));
    let effects = choice.map_or(&[][..], |choice| choice.effects.as_slice());
    let rates = match &node.exit {
        Exit::Reply(reply) if in_time => reply.rate.as_slice(),
        _ => &[],
    };
    let earned = effects.iter().filter_map(|effect| match effect {
        Effect::Earn {
            criterion,
            points,
            place,
        } => Some((*criterion, *points, place)),
        Effect::Change { .. } => None,
    });
    earned
        .chain(rates.iter().map(|rate| (rate.criterion, rate.most, &rate.place)))
        .chain(timely)
}

/// The points of a criterion that a way may earn besides, as far as they are bounded.
fn possible(scenario: &Scenario, node: usize, way: Way, criterion: usize) -> u32 {
    let doubts = &scenario.notes.doubts;
    let points = doubts.of(node, Some(way)).filter_map(|doubt| match doubt {
        Doubt::Points(of, Some(most)) if of.is_none_or(|of| of == criterion) => Some(most),
        _ => None,
    });
    let has_limit = doubts.of(node, None).any(|doubt| doubt == Doubt::Limit);
    let is_timely = scenario.timely() == Some(criterion) && way != Way::TimeOut;
    let timely = has_limit && is_timely && scenario.nodes[node].within.is_none();
    points.fold(u32::from(timely), u32::saturating_add)
}

/// Variables whose value cannot be told.
struct Loose(Vec<bool>);

impl Loose {
    fn declared(scenario: &Scenario) -> Self {
        let unread = |var| scenario.notes.doubts.vars.contains(&var);
        Self((0..scenario.vars.len()).map(unread).collect())
    }

    fn all(scenario: &Scenario) -> Self {
        let mut loose = Self::declared(scenario);
        for node in 0..scenario.nodes.len() {
            for (_, doubt) in scenario.notes.doubts.at(node) {
                match doubt {
                    Doubt::Change(Some(var)) => loose.0[*var] = true,
                    Doubt::Change(None) | Doubt::Ways => loose.0.fill(true),
                    _ => {}
                }
            }
        }
        loose
    }

    fn has(&self, var: usize) -> bool {
        self.0.get(var).copied().unwrap_or(false)
    }
}
