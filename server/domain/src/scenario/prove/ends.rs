//! Where plays end, and where they cannot go on.

use super::super::map::Way;
use super::super::model::{Doubt, Exit, Scenario};
use super::cycles::Components;
use super::graph::Graph;
use super::plan::chosen;

/// Whether every choice is hidden in a state, whatever an unreadable condition means.
pub(super) fn is_stuck(graph: &Graph<'_>, state: usize) -> bool {
    let scenario = graph.plan.scenario;
    let node = graph.node(state);
    let Exit::Choices(choices) = &scenario.nodes[node].exit else {
        return false;
    };
    let is_choice = |edge: &super::graph::Edge| matches!(graph.way(*edge), Way::Choice(_));
    if choices.is_empty() || graph.edges(state).iter().any(is_choice) {
        return false;
    }
    let doubts = &scenario.notes.doubts;
    let values = graph.values(state);
    let may_show = |(at, choice): (u32, &super::super::model::Choice)| {
        let condition = |doubt: Doubt| doubt == Doubt::Condition;
        let mut asked = choice.conditions.iter();
        doubts.of(node, Some(Way::Choice(at))).any(condition)
            || asked.all(|asked| doubts.vars.contains(&asked.var) || asked.holds(values))
    };
    !doubts.leads_on(node) && !(0..).zip(choices).any(may_show)
}

/// From which states an end can be reached. What is reported for itself counts as an end: a way that leads nowhere,
/// a node without a way out, a state in which every choice is hidden, and whatever could not be read.
pub(super) fn ends(graph: &Graph<'_>, components: &Components) -> Vec<bool> {
    let scenario = graph.plan.scenario;
    let by_node: Vec<bool> = (0..scenario.nodes.len())
        .map(|node| may_end(scenario, node))
        .collect();
    let mut ends = vec![false; graph.len()];
    for state in components.order.iter().map(|state| *state as usize) {
        let leads = graph
            .edges(state)
            .iter()
            .any(|edge| ends[components.of[edge.to as usize] as usize]);
        ends[components.of[state] as usize] |= leads || by_node[graph.node(state)] || is_stuck(graph, state);
    }
    (0..graph.len())
        .map(|state| ends[components.of[state] as usize])
        .collect()
}

fn may_end(scenario: &Scenario, node: usize) -> bool {
    let doubts = &scenario.notes.doubts;
    let unreadable = |doubt: &Doubt| {
        matches!(
            doubt,
            Doubt::Target(_) | Doubt::Condition | Doubt::Change(_) | Doubt::Limit | Doubt::End | Doubt::Ways
        )
    };
    let exit = match &scenario.nodes[node].exit {
        Exit::End(_) => true,
        Exit::Choices(choices) => {
            let mut asked = choices.iter().flat_map(|choice| &choice.conditions);
            choices.is_empty() || asked.any(|asked| doubts.vars.contains(&asked.var))
        }
        Exit::Reply(_) | Exit::Go(_) => false,
    };
    exit || doubts.at(node).iter().any(|(_, doubt)| unreadable(doubt))
}

/// Whether some path ends in `pass`.
pub(super) fn passes(graph: &Graph<'_>) -> bool {
    (0..graph.len()).any(|state| is_pass(graph.plan.scenario, graph.node(state)))
}

fn is_pass(scenario: &Scenario, node: usize) -> bool {
    matches!(scenario.nodes[node].exit, Exit::End(true))
}

/// Whether some path ends in `pass` without a critical error. What could not be read may be such a path.
pub(super) fn passes_without_mistake(graph: &Graph<'_>) -> bool {
    let scenario = graph.plan.scenario;
    let doubts = &scenario.notes.doubts;
    let harmless =
        |node: usize, way: Way| chosen(scenario, node, way).is_none_or(|choice| choice.critical.is_empty());
    let reached = graph.reach([0], |state, at| {
        harmless(graph.node(state), graph.way(graph.edge(at)))
    });
    let may_pass = |node: usize| {
        let unreadable = doubts.at(node).iter().any(|(way, doubt)| match (way, doubt) {
            (None, Doubt::End | Doubt::Ways) => true,
            (Some(way), Doubt::Target(_)) => harmless(node, *way),
            _ => false,
        });
        unreadable || is_pass(scenario, node)
    };
    (0..graph.len()).any(|state| reached[state] && may_pass(graph.node(state)))
}
