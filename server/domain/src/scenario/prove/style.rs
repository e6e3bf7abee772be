//! What makes a scenario a poor exercise: warnings about its choices.

use super::super::faults::ProofFault;
use super::super::map::Way;
use super::super::model::{Choice, Doubt, Exit, Scenario};
use super::super::wording::Normal;
use crate::content::library::Shelf;
use crate::content::phrases::Phrases;
use crate::content::source::Span;
use crate::lang::Lang;
use crate::ratio::Ratio;
use std::cmp::Ordering;

/// What is to be said about the choices, and where.
pub(super) fn of(scenario: &Scenario, phrases: &Shelf<Phrases>) -> Vec<(Span, ProofFault)> {
    let mut faults = Vec::new();
    for (node, way, choice) in all(scenario) {
        let scores = choice.earns().next().is_some();
        let doubts = &scenario.notes.doubts;
        // What could not be read may be the score, or the feedback.
        let is_read = doubts.of(node, Some(way)).next().is_none() && !doubts.leads_on(node) && !doubts.names;
        if !scores && choice.feedback.is_none() && is_read {
            faults.push((choice.place.clone(), ProofFault::Silent {}));
        }
        if scores {
            let default = scenario.head.languages.first();
            faults.extend(
                default
                    .into_iter()
                    .flat_map(|lang| forbidden(choice, lang, &choice.place, phrases)),
            );
        }
    }
    faults.extend(pattern(scenario));
    faults
}

/// What is to be said about the choices of a translation, and where in it.
pub(super) fn of_translation(
    scenario: &Scenario,
    lang: &Lang,
    phrases: &Shelf<Phrases>,
) -> Vec<(Span, ProofFault)> {
    let scores = scenario
        .nodes
        .iter()
        .flat_map(choices)
        .filter(|choice| choice.earns().next().is_some());
    let there = scores.flat_map(|choice| choice.translated.iter().map(move |place| (choice, place)));
    there
        .filter(|(_, (known, _))| known == lang)
        .flat_map(|(choice, (_, place))| forbidden(choice, lang, place, phrases))
        .collect()
}

/// Every choice, with the node it stands at and the way it is.
fn all(scenario: &Scenario) -> impl Iterator<Item = (usize, Way, &Choice)> {
    let nodes = scenario.nodes.iter().enumerate();
    nodes.flat_map(|(node, read)| {
        let numbered = (0..).map(Way::Choice).zip(choices(read));
        numbered.map(move |(way, choice)| (node, way, choice))
    })
}

fn choices(node: &super::super::model::Node) -> &[Choice] {
    match &node.exit {
        Exit::Choices(choices) => choices,
        _ => &[],
    }
}

/// The forbidden phrases a choice says in a language, each list asked in that language.
fn forbidden(
    choice: &Choice,
    lang: &Lang,
    place: &Span,
    phrases: &Shelf<Phrases>,
) -> Vec<(Span, ProofFault)> {
    let normal = Normal::of(choice.plain.get(lang));
    let lists = phrases.values().filter(|list| list.forbidden);
    let said = lists
        .flat_map(|list| list.of(lang))
        .filter(|phrase| !normal.find_phrase(phrase).is_empty());
    let mut said: Vec<String> = said.map(|phrase| phrase.text.clone()).collect();
    said.sort();
    said.dedup();
    let fault = |phrase| (place.clone(), ProofFault::Forbidden { phrase });
    said.into_iter().map(fault).collect()
}

/// Whether the best choice gives itself away by its place or its length: always, at two nodes or more.
fn pattern(scenario: &Scenario) -> Vec<(Span, ProofFault)> {
    let decisions = || {
        scenario
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| choices(node).len() > 1)
    };
    let may_score = |(_, doubt): &(Option<Way>, Doubt)| {
        matches!(doubt, Doubt::Points(..) | Doubt::Critical | Doubt::Ways)
    };
    // Where something unreadable may score, another choice may be the best.
    if decisions().any(|(node, _)| scenario.notes.doubts.at(node).iter().any(may_score)) {
        return Vec::new();
    }
    let nodes = decisions().map(|(_, node)| choices(node));
    let best: Vec<(&[Choice], usize)> = nodes
        .filter_map(|choices| Some((choices, best(scenario, choices)?)))
        .collect();
    let (true, Some((choices, at))) = (best.len() > 1, best.first()) else {
        return Vec::new();
    };
    let place = &choices[*at].place;
    let mut faults = Vec::new();
    if best.iter().all(|(_, best)| *best == 0) {
        faults.push((place.clone(), ProofFault::AlwaysFirst {}));
    }
    if best.iter().all(|(choices, best)| is_longest(choices, *best)) {
        faults.push((place.clone(), ProofFault::AlwaysLongest {}));
    }
    faults
}

/// The one choice that adds most to the score without a critical error, when there is exactly one.
fn best(scenario: &Scenario, choices: &[Choice]) -> Option<usize> {
    let mut best: Option<(usize, Ratio)> = None;
    let mut alone = false;
    for (at, choice) in choices
        .iter()
        .enumerate()
        .filter(|(_, choice)| choice.critical.is_empty())
    {
        let worth = worth(scenario, choice)?;
        match worth.cmp(&best.map_or(Ratio::ZERO, |(_, most)| most)) {
            Ordering::Greater => (best, alone) = (Some((at, worth)), true),
            Ordering::Equal => alone = false,
            Ordering::Less => {}
        }
    }
    best.filter(|_| alone).map(|(at, _)| at)
}

/// What a choice adds to the score: `Σ weight · points / max`.
fn worth(scenario: &Scenario, choice: &Choice) -> Option<Ratio> {
    choice.earns().try_fold(Ratio::ZERO, |sum, (criterion, points)| {
        let criterion = &scenario.criteria[criterion];
        let share = Ratio::new(points.into(), criterion.max.into())?;
        sum.plus(Ratio::of(criterion.weight).times(share)?)
    })
}

fn is_longest(choices: &[Choice], best: usize) -> bool {
    let length = |choice: &Choice| choice.plain.default().chars().count();
    let longest = length(&choices[best]);
    choices
        .iter()
        .enumerate()
        .all(|(at, choice)| at == best || length(choice) < longest)
}
