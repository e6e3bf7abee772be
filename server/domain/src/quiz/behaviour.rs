//! What happens to a question before its attempt is handed in: checks that lock it, tries with hints, and how sure the
//! learner is.

use super::mark::{Mark, mark};
use super::model::{Kind, Question, Quiz};
use super::share::Share;
use crate::content::values::Percent;
use std::fmt;
use std::str::FromStr;

/// When answers are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// All together, when the attempt is submitted.
    Deferred,
    /// Each question once when the learner asks for it, and then it is locked.
    Immediate,
    /// Each question as often as it has tries, with hints between them and a penalty for each.
    Interactive,
    /// All together, and what an answer earns or costs depends on how sure the learner says to be.
    Certainty,
}

impl Behaviour {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Deferred,
        Self::Immediate,
        Self::Interactive,
        Self::Certainty,
    ];

    /// The word content uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Deferred => "deferred",
            Self::Immediate => "immediate",
            Self::Interactive => "interactive",
            Self::Certainty => "certainty",
        }
    }
}

/// How sure somebody is of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Knows it.
    Sure,
    /// Thinks so.
    Fairly,
    /// Guesses; also what holds when nothing was said.
    Guess,
}

impl Certainty {
    /// All, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Fairly, Self::Guess];

    /// The word kept and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Fairly => "fairly",
            Self::Guess => "guess",
        }
    }

    /// What being right earns and being wrong costs.
    #[must_use]
    pub const fn stakes(self) -> Stakes {
        match self {
            Self::Sure => Stakes { right: 3, wrong: -6 },
            Self::Fairly => Stakes { right: 2, wrong: -2 },
            Self::Guess => Stakes { right: 1, wrong: 0 },
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no certainty: sure, fairly or guess")]
pub struct NoCertainty;

impl FromStr for Certainty {
    type Err = NoCertainty;

    fn from_str(word: &str) -> Result<Self, NoCertainty> {
        let found = Self::ALL.into_iter().find(|certainty| certainty.as_str() == word);
        found.ok_or(NoCertainty)
    }
}

/// What an answer earns when it is right and what it earns when it is wrong, in thirds of the question's points. An answer
/// that is right in part lies between the two, in proportion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stakes {
    /// Thirds for a right answer.
    pub right: i64,
    /// Thirds for a wrong one; never over 0.
    pub wrong: i64,
}

impl Stakes {
    /// The most there is to earn.
    pub const MOST: i64 = 3;
    /// All or nothing of the points: what holds where nobody says how sure he is.
    pub const PLAIN: Self = Self {
        right: Self::MOST,
        wrong: 0,
    };
    /// For a question left open.
    pub const NOTHING: Self = Self { right: 0, wrong: 0 };

    /// What is at stake with an answer.
    #[must_use]
    pub fn of(
        behaviour: Behaviour,
        question: &Question,
        answer: &[String],
        certainty: Option<Certainty>,
    ) -> Self {
        let is_open = answer.iter().all(|text| text.trim().is_empty());
        match behaviour {
            Behaviour::Certainty if is_open => Self::NOTHING,
            Behaviour::Certainty if asks_certainty(behaviour, question) => {
                certainty.unwrap_or(Certainty::Guess).stakes()
            }
            _ => Self::PLAIN,
        }
    }
}

/// Whether the learner is asked how sure he is of an answer: not of an essay, which nobody can know to be right.
#[must_use]
pub fn asks_certainty(behaviour: Behaviour, question: &Question) -> bool {
    behaviour == Behaviour::Certainty && !matches!(question.kind, Kind::Essay { .. })
}

/// How many checks a question takes before it is handed in: none but with `immediate` (one) and `interactive` (one more
/// than it has hints). An essay is never checked: only a person can judge it.
#[must_use]
pub fn checks(behaviour: Behaviour, question: &Question) -> u32 {
    match (behaviour, &question.kind) {
        (_, Kind::Essay { .. }) | (Behaviour::Deferred | Behaviour::Certainty, _) => 0,
        (Behaviour::Immediate, _) => 1,
        (Behaviour::Interactive, _) => u32::try_from(question.hints.len() + 1).unwrap_or(u32::MAX),
    }
}

/// The checks a question had so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// How many.
    pub count: u32,
    /// The answer that was checked last, in the author's order.
    pub answer: Vec<String>,
}

impl Tried {
    /// Checks an answer. It is no try when it is empty, when it is the one checked last, or when the question is locked.
    #[must_use]
    pub fn check(self, quiz: &Quiz, question: &Question, answer: &[String]) -> Self {
        let is_open = answer.iter().all(|text| text.trim().is_empty());
        let is_same = self.count > 0 && self.answer == answer;
        if is_open || is_same || checks(quiz.behaviour, question) == 0 || is_locked(quiz, question, &self) {
            return self;
        }
        Self {
            count: self.count.saturating_add(1),
            answer: answer.to_vec(),
        }
    }
}

/// Whether a question takes no more answers: it was checked and was right, or has no check left.
#[must_use]
pub fn is_locked(quiz: &Quiz, question: &Question, tried: &Tried) -> bool {
    let is_right = || mark(question, &tried.answer) == Mark::Scored(Share::ALL);
    tried.count > 0 && (tried.count >= checks(quiz.behaviour, question) || is_right())
}

/// Marks an answer as the quiz behaves. With `interactive` each try before the one that gave this answer costs the
/// penalty: `max(0, fraction − penalty × earlier tries)`; an answer that was changed after the last check and handed in
/// without a further one is a try of its own.
#[must_use]
pub fn mark_tried(quiz: &Quiz, question: &Question, answer: &[String], tried: &Tried) -> Mark {
    match (mark(question, answer), quiz.behaviour) {
        (Mark::Scored(share), Behaviour::Interactive) => {
            let same = u32::from(tried.count > 0 && tried.answer == answer);
            Mark::Scored(less(share, quiz.penalty, tried.count - same))
        }
        (mark, _) => mark,
    }
}

fn less(share: Share, penalty: Percent, times: u32) -> Share {
    let whole = i128::from(Share::ALL.parts());
    let cost = whole * i128::from(penalty.0.0) * i128::from(times) / i128::from(crate::score::FULL.0);
    let left = i128::from(share.parts()).saturating_sub(cost).max(0);
    i64::try_from(left)
        .ok()
        .and_then(Share::from_parts)
        .unwrap_or(Share::NONE)
}
