//! Answers between the form and the store.
//!
//! In the form everything counts in **places as shown**, so that what the browser sees never tells the order
//! written; an attempt's permutation leads back.

use domain::{
    hash::Hash,
    quiz::{Behaviour, Certainty, Gap, Kind, Question, asks_certainty, to_shown},
};
use store::attempts::Asked;

use crate::forms::Posted;

/// The longest short answer, in characters.
pub(crate) const SHORT: usize = 200;

/// The longest essay, in characters.
pub(crate) const LONG: usize = 5000;

/// The field of a question with one field.
pub(crate) fn field(position: usize) -> String {
    format!("q{position}")
}

/// The field of one of a question's parts: a box to tick, an item, a pair, a gap.
pub(crate) fn part(position: usize, part: usize) -> String {
    format!("q{position}.{part}")
}

/// The field of how sure the learner is.
pub(crate) fn certainty(position: usize) -> String {
    format!("q{position}.sure")
}

/// The saved answer in places as shown; empty when the question is open.
pub(crate) fn saved(question: &Question, asked: &Asked) -> Vec<String> {
    let answer = asked.answer.as_deref().unwrap_or_default();
    let mut shown = to_shown(question, answer, &asked.permutation);
    if matches!(question.kind, Kind::Choice { .. }) {
        shown.sort_by_key(|place| place.parse::<usize>().unwrap_or(usize::MAX));
    }
    or_open(shown)
}

/// What was sent for a question, in places as shown; empty when it was left open.
pub(crate) fn read(question: &Question, posted: &Posted, position: usize) -> Vec<String> {
    let one = field(position);
    let text = |name: &str, most: usize| {
        let text = posted.get(name).unwrap_or_default().replace("\r\n", "\n");
        text.trim().chars().take(most).collect::<String>()
    };
    let below = |name: &str, count: usize| number(posted.get(name)).filter(|place| *place < count);
    let answer = match &question.kind {
        // A name of its own for each box: the transport takes no name twice.
        Kind::Choice {
            options,
            multiple: true,
            ..
        } => (0..options.len())
            .filter(|place| posted.get(&part(position, *place)).is_some())
            .map(|place| place.to_string())
            .collect(),
        Kind::Choice { options, .. } => vec![place(below(&one, options.len()))],
        Kind::Short { .. } | Kind::Number { .. } => vec![text(&one, SHORT)],
        Kind::Essay { .. } => vec![text(&one, LONG)],
        Kind::Order { items } => {
            let step = |place| number(posted.get(&part(position, place)));
            in_order(&(0..items.len()).map(step).collect::<Vec<_>>())
        }
        Kind::Match { pairs, .. } => (0..pairs.len())
            .map(|pair| place(below(&part(position, pair), pairs.len())))
            .collect(),
        Kind::Cloze { gaps } => (0..)
            .zip(gaps)
            .map(|(at, gap)| match gap {
                Gap::Typed { .. } => text(&part(position, at), SHORT),
                Gap::DropDown { options, .. } => place(below(&part(position, at), options.len())),
            })
            .collect(),
    };
    or_open(answer)
}

/// How sure the learner says to be; none where that is not asked, or was not said.
pub(crate) fn read_certainty(
    behaviour: Behaviour,
    question: &Question,
    posted: &Posted,
    position: usize,
) -> Option<Certainty> {
    let word = posted.get(&certainty(position));
    word.filter(|_| asks_certainty(behaviour, question))?.parse().ok()
}

/// A short mark of an answer, by which a form that comes back shows what was changed in it.
pub(crate) fn fingerprint(answer: &[String], certainty: Option<Certainty>) -> String {
    let mut said = answer.join("\u{0}");
    if let Some(certainty) = certainty {
        said = format!("{said}\u{1}{certainty}");
    }
    let mut mark = Hash::of(said.as_bytes()).to_string();
    mark.truncate(16);
    mark
}

/// The places in the order of the steps given to them, counted from 1. Two with the same step follow each other; a step
/// that nothing was given stays empty.
fn in_order(steps: &[Option<usize>]) -> Vec<String> {
    let mut given: Vec<(usize, usize)> = (0..)
        .zip(steps)
        .filter_map(|(place, step)| Some(((*step)?.checked_sub(1)?, place)))
        .filter(|(step, _)| *step < steps.len())
        .collect();
    given.sort_unstable();
    let mut order = vec![String::new(); steps.len()];
    for (step, place) in given {
        let free = |slot: &usize| order[*slot].is_empty();
        let slot = (step..steps.len())
            .find(free)
            .or_else(|| (0..step).rev().find(free));
        if let Some(slot) = slot {
            order[slot] = place.to_string();
        }
    }
    order
}

fn number(text: Option<&str>) -> Option<usize> {
    text?.parse().ok()
}

fn place(place: Option<usize>) -> String {
    place.map(|place| place.to_string()).unwrap_or_default()
}

fn or_open(answer: Vec<String>) -> Vec<String> {
    if answer.iter().all(String::is_empty) {
        Vec::new()
    } else {
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_given_twice_follow_each_other_and_none_is_lost() {
        let order = |steps: &[usize]| {
            let steps: Vec<_> = steps
                .iter()
                .map(|step| Some(*step).filter(|step| *step > 0))
                .collect();
            in_order(&steps).join(",")
        };
        assert_eq!(order(&[2, 3, 1]), "2,0,1");
        assert_eq!(order(&[1, 1, 2]), "0,1,2");
        assert_eq!(order(&[3, 3, 0]), ",1,0");
        assert_eq!(order(&[0, 2, 0]), ",1,");
        assert_eq!(order(&[9, 2, 0]), ",1,");
    }

    #[test]
    fn fingerprints_tell_answers_apart() {
        let of =
            |texts: &[&str]| fingerprint(&texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>(), None);
        assert_ne!(of(&["1", "2"]), of(&["12"]));
        assert_ne!(of(&[]), of(&["0"]));
        assert_eq!(of(&["a"]).len(), 16);
        let sure = fingerprint(&["a".to_owned()], Some(Certainty::Sure));
        assert_ne!(sure, of(&["a"]));
    }
}
