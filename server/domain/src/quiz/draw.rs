//! Drawing the questions of an attempt.

use super::chance::Chance;
use super::model::{Draw, Question, Quiz};
use crate::hash::Hash;
use std::collections::BTreeMap;

/// A question of an attempt and the order in which it shows its options, items or right sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The question's id.
    pub question: String,
    /// The version of the question.
    pub hash: Hash,
    /// Place `p` shows what was written as number `permutation[p]`; empty when there is nothing to permute.
    pub permutation: Vec<usize>,
}

/// Draws the questions of an attempt: as the quotas say, those seen least often first, and none that are for practice.
///
/// `seen` says how often the learner has met each question; all chance comes from `seed`.
#[must_use]
pub fn draw(quiz: &Quiz, seen: &BTreeMap<String, u32>, seed: [u8; 32]) -> Vec<Drawn> {
    let mut chance = Chance::new(seed);
    let mut order: Vec<usize> = (0..quiz.questions.len())
        .filter(|number| !quiz.questions[*number].practice)
        .collect();
    chance.shuffle(&mut order);
    order.sort_by_key(|number| seen.get(&quiz.questions[*number].id).copied().unwrap_or(0));
    let mut taken = match &quiz.draw {
        Draw::All => order,
        Draw::Count(count) => order.into_iter().take(*count).collect(),
        Draw::ByTag(quotas) => {
            let mut seats = Seats::new(quotas);
            let tags: Vec<&[String]> = quiz
                .questions
                .iter()
                .map(|question| question.tags.as_slice())
                .collect();
            order
                .into_iter()
                .filter(|number| seats.add(*number, &tags))
                .collect()
        }
    };
    taken.sort_unstable();
    if quiz.shuffle_questions {
        chance.shuffle(&mut taken);
    }
    let drawn = |number: usize| {
        let question = &quiz.questions[number];
        let permutation = permutation(question, quiz.shuffle_options, &mut chance);
        Drawn {
            question: question.id.clone(),
            hash: question.hash,
            permutation,
        }
    };
    taken.into_iter().map(drawn).collect()
}

/// The order in which a check of a lesson shows its items; all chance comes from `seed`.
#[must_use]
pub fn arrange(question: &Question, seed: [u8; 32]) -> Vec<usize> {
    permutation(question, false, &mut Chance::new(seed))
}

/// Where the written order is the key, it is never the one shown; but of two items either may come first,
/// because leaving one order out would tell the other.
fn permutation(question: &Question, shuffle_options: bool, chance: &mut Chance) -> Vec<usize> {
    let written: Vec<usize> = (0..question.slots()).collect();
    let mut shown = written.clone();
    if question.order_is_key() {
        chance.shuffle(&mut shown);
        while shown == written && shown.len() > 2 {
            chance.shuffle(&mut shown);
        }
    } else if shuffle_options {
        chance.shuffle(&mut shown);
    }
    shown
}

/// Places with a tag each, filled by questions that have it: a question with several tags may move to make room.
pub(super) struct Seats<'q> {
    seats: Vec<(&'q str, Option<usize>)>,
}

impl<'q> Seats<'q> {
    pub(super) fn new(quotas: &'q [(String, usize)]) -> Self {
        let seats = quotas
            .iter()
            .flat_map(|(tag, count)| std::iter::repeat_n((tag.as_str(), None), *count));
        Self {
            seats: seats.collect(),
        }
    }

    /// Seats one more question, if all those seated so far can stay with it.
    pub(super) fn add(&mut self, question: usize, tags: &[&[String]]) -> bool {
        let steps = self.steps(question, tags);
        let mut step = steps.last();
        let seated = step.is_some_and(|step| self.seats[step.seat].1.is_none());
        while let Some(Step { seat, who, after }) = step.filter(|_| seated) {
            self.seats[*seat].1 = Some(*who);
            step = after.and_then(|after| steps.get(after));
        }
        seated
    }

    /// Who would have to move where to seat one more; the last step ends on a free seat, if there is a way.
    fn steps(&self, question: usize, tags: &[&[String]]) -> Vec<Step> {
        let mut tried = vec![false; self.seats.len()];
        let mut steps = Vec::new();
        let mut standing = vec![(question, None)];
        while let Some((who, after)) = standing.pop() {
            for (seat, (tag, sitting)) in self.seats.iter().enumerate() {
                if tried[seat] || !tags[who].iter().any(|own| own == tag) {
                    continue;
                }
                tried[seat] = true;
                steps.push(Step { seat, who, after });
                match sitting {
                    Some(other) => standing.push((*other, Some(steps.len() - 1))),
                    None => return steps,
                }
            }
        }
        steps
    }
}

/// A question takes a seat, after the step in which the one who sat there took another.
struct Step {
    seat: usize,
    who: usize,
    after: Option<usize>,
}
