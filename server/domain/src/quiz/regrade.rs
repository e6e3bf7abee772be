//! Judging answers anew with a corrected key.
//!
//! An answer is kept by the places of the version it was given to. A correction may also mend texts, or write options in
//! another order: what reads the same is the same, and what is left follows in its order.

use super::behaviour::{Tried, mark_tried};
use super::mark::Mark;
use super::model::{Gap, Kind, Question, Quiz};

/// Why a question cannot be judged by another version of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unfit {
    /// It is of another kind now.
    Kind,
    /// It has another number of options, items, pairs or gaps.
    Shape,
    /// A person rates it.
    Essay,
}

/// Whether answers to `old` can be judged by `new`.
///
/// # Errors
/// Why not.
pub fn fits(old: &Question, new: &Question) -> Result<(), Unfit> {
    let same = |old: usize, new: usize| if old == new { Ok(()) } else { Err(Unfit::Shape) };
    match (&old.kind, &new.kind) {
        (Kind::Essay { .. }, Kind::Essay { .. }) => Err(Unfit::Essay),
        (Kind::Choice { options: old, .. }, Kind::Choice { options: new, .. }) => same(old.len(), new.len()),
        (Kind::Short { .. }, Kind::Short { .. }) | (Kind::Number { .. }, Kind::Number { .. }) => Ok(()),
        (Kind::Order { items: old }, Kind::Order { items: new }) => same(old.len(), new.len()),
        (Kind::Match { pairs: old, .. }, Kind::Match { pairs: new, .. }) => same(old.len(), new.len()),
        (Kind::Cloze { gaps: old }, Kind::Cloze { gaps: new }) => {
            same(old.len(), new.len())?;
            old.iter().zip(new).try_for_each(|gaps| match gaps {
                (Gap::Typed { .. }, Gap::Typed { .. }) => Ok(()),
                (Gap::DropDown { options: old, .. }, Gap::DropDown { options: new, .. }) => {
                    same(old.len(), new.len())
                }
                _ => Err(Unfit::Kind),
            })
        }
        _ => Err(Unfit::Kind),
    }
}

/// An answer to `old` in the places of `new`; as it is where the two do not fit.
#[must_use]
pub fn carried(old: &Question, new: &Question, answer: &[String]) -> Vec<String> {
    if fits(old, new).is_err() {
        return answer.to_vec();
    }
    let slots = slots(old, new);
    match (&old.kind, &new.kind) {
        (Kind::Choice { .. } | Kind::Order { .. }, _) => {
            answer.iter().map(|place| moved(&slots, place)).collect()
        }
        (Kind::Match { pairs: old, .. }, Kind::Match { pairs: new, .. }) => {
            let left = |pair: &super::model::Pair| pair.left.default().to_owned();
            let rows = places(&texts(old, left), &texts(new, left));
            let mut put = vec![String::new(); new.len()];
            for (row, place) in rows.iter().zip(answer) {
                put[*row] = moved(&slots, place);
            }
            put
        }
        (Kind::Cloze { gaps: old }, Kind::Cloze { gaps: new }) => {
            let gaps = old.iter().zip(new).zip(answer);
            gaps.map(|(gaps, given)| match gaps {
                (Gap::DropDown { options: old, .. }, Gap::DropDown { options: new, .. }) => {
                    let text = |option: &crate::lang::Text| option.default().to_owned();
                    moved(&places(&texts(old, text), &texts(new, text)), given)
                }
                _ => given.clone(),
            })
            .collect()
        }
        _ => answer.to_vec(),
    }
}

/// The order in which `new` is shown to whoever was shown `old` in this one: each option, item or right side stays where
/// it was.
#[must_use]
pub fn shown_as(old: &Question, new: &Question, permutation: &[usize]) -> Vec<usize> {
    let slots = if fits(old, new).is_ok() {
        slots(old, new)
    } else {
        Vec::new()
    };
    let slot = |written: &usize| slots.get(*written).copied().unwrap_or(*written);
    permutation.iter().map(slot).collect()
}

/// For each option, item or right side of `old`, its place in `new`, which fits it; none where there are none.
fn slots(old: &Question, new: &Question) -> Vec<usize> {
    match (&old.kind, &new.kind) {
        (Kind::Choice { options: old, .. }, Kind::Choice { options: new, .. }) => {
            let text = |option: &super::model::ChoiceOption| option.text.default().to_owned();
            places(&texts(old, text), &texts(new, text))
        }
        (Kind::Order { items: old }, Kind::Order { items: new }) => {
            let text = |item: &crate::lang::Text| item.default().to_owned();
            places(&texts(old, text), &texts(new, text))
        }
        (Kind::Match { pairs: old, .. }, Kind::Match { pairs: new, .. }) => {
            let right = |pair: &super::model::Pair| pair.right.default().to_owned();
            places(&texts(old, right), &texts(new, right))
        }
        _ => Vec::new(),
    }
}

/// What an answer to `old` earns by `new`, as the quiz of the attempt behaves.
#[must_use]
pub fn remark(quiz: &Quiz, old: &Question, new: &Question, answer: &[String], tried: &Tried) -> Mark {
    let tried = Tried {
        count: tried.count,
        answer: carried(old, new, &tried.answer),
    };
    mark_tried(quiz, new, &carried(old, new, answer), &tried)
}

fn texts<T>(all: &[T], text: impl Fn(&T) -> String) -> Vec<String> {
    all.iter().map(text).collect()
}

/// For each old text the place of the new one: the same text first, the rest in order. Both have the same length.
fn places(old: &[String], new: &[String]) -> Vec<usize> {
    let same: Vec<Option<usize>> = old
        .iter()
        .map(|text| new.iter().position(|other| other == text))
        .collect();
    let mut free = (0..new.len()).filter(|place| !same.contains(&Some(*place)));
    same.iter()
        .enumerate()
        .map(|(at, place)| place.or_else(|| free.next()).unwrap_or(at))
        .collect()
}

fn moved(places: &[usize], place: &str) -> String {
    let is_place = place.bytes().all(|b| b.is_ascii_digit());
    let old = place.parse::<usize>().ok().filter(|_| is_place);
    let new = old.and_then(|old| places.get(old));
    new.map_or_else(|| place.to_owned(), ToString::to_string)
}
