//! What an attempt earned: points, critical errors, and whether it passed.

use super::model::{Critical, Exit, Scenario};
use super::play::{Did, Mistake, Play};
use crate::rating::Points;
use crate::ratio::Ratio;
use crate::score::{FULL, Milli};

/// What the raters of one typed reply come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rating {
    /// Which reply of the play, counted from 0.
    pub reply: usize,
    /// The points given, by criterion; a criterion that is left out gets none.
    pub points: Vec<(usize, Points)>,
    /// Whether the reply really says what is banned: a critical customer error.
    pub banned: bool,
}

/// How a finished play is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Replies wait for a rater.
    Provisional {
        /// The score so far, as if the waiting replies earned nothing.
        so_far: Score,
        /// The replies that wait, counted from 0.
        waiting: Vec<usize>,
    },
    /// Everything has been rated.
    Final(Score),
}

/// A score and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// `100 · Σ weight · earned / max / Σ weight`, rounded half up to thousandths.
    pub score: Milli,
    /// Whether the attempt ended in `pass`, with at least the pass mark (compared unrounded) and no critical error.
    pub passed: bool,
    /// The critical errors, which never change the score.
    pub mistakes: Vec<Mistake>,
    /// The points of every criterion, never more than its maximum.
    pub earned: Vec<Points>,
}

/// Why an attempt cannot be scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScoreError {
    /// The play has not ended.
    #[error("the play has not ended")]
    Unfinished,
    /// A rating is about a reply that was not typed.
    #[error("there is no reply {reply}")]
    NoSuchReply {
        /// The number, from 0.
        reply: usize,
    },
    /// A reply is rated twice.
    #[error("reply {reply} is rated twice")]
    RatedTwice {
        /// The number, from 0.
        reply: usize,
    },
    /// A rating gives points that the reply block does not offer, or gives a criterion's points twice.
    #[error("reply {reply} cannot get these points")]
    WrongPoints {
        /// The number, from 0.
        reply: usize,
    },
    /// The maxima are such that no exact score can be computed; the checker refuses such scenarios.
    #[error("the score does not fit")]
    TooFine,
}

/// Scores a finished play with what raters have said so far.
///
/// # Errors
/// When the play has not ended or a rating does not fit it.
pub fn score(scenario: &Scenario, play: &Play, ratings: &[Rating]) -> Result<Outcome, ScoreError> {
    let ended = play.end(scenario).ok_or(ScoreError::Unfinished)?;
    let replies = play.replies();
    let mut earned: Vec<Points> = play.earned.iter().copied().map(Points::whole).collect();
    let mut mistakes = play.mistakes.clone();
    for (at, rating) in ratings.iter().enumerate() {
        let reply = rating.reply;
        let node = *replies.get(reply).ok_or(ScoreError::NoSuchReply { reply })?;
        if ratings.iter().take(at).any(|other| other.reply == reply) {
            return Err(ScoreError::RatedTwice { reply });
        }
        give(scenario, node, rating, &mut earned)?;
        if rating.banned {
            mistakes.push(Mistake {
                node,
                did: Did::Replied(reply),
                critical: Critical::Customer,
            });
        }
    }
    for (points, criterion) in earned.iter_mut().zip(&scenario.criteria) {
        *points = (*points).min(Points::whole(criterion.max));
    }
    let exact = exact(scenario, &earned).ok_or(ScoreError::TooFine)?;
    let passed = ended && mistakes.is_empty() && exact.at_least(scenario.pass);
    let score = Score {
        score: exact.milli().ok_or(ScoreError::TooFine)?,
        passed,
        mistakes,
        earned,
    };
    let waits = |reply: &usize| {
        !ratings.iter().any(|rating| rating.reply == *reply) && is_rated(scenario, replies[*reply])
    };
    let waiting: Vec<usize> = (0..replies.len()).filter(waits).collect();
    if waiting.is_empty() {
        return Ok(Outcome::Final(score));
    }
    Ok(Outcome::Provisional {
        so_far: Score {
            passed: false,
            ..score
        },
        waiting,
    })
}

fn is_rated(scenario: &Scenario, node: usize) -> bool {
    matches!(scenario.nodes.get(node).map(|node| &node.exit), Some(Exit::Reply(reply)) if reply.is_rated())
}

fn give(scenario: &Scenario, node: usize, rating: &Rating, earned: &mut [Points]) -> Result<(), ScoreError> {
    let wrong = ScoreError::WrongPoints { reply: rating.reply };
    let Some(Exit::Reply(reply)) = scenario.nodes.get(node).map(|node| &node.exit) else {
        return Err(wrong);
    };
    for (at, (criterion, points)) in rating.points.iter().enumerate() {
        let offered = reply.rate.iter().find(|rate| rate.criterion == *criterion);
        let twice = rating.points.iter().take(at).any(|(other, _)| other == criterion);
        if twice || offered.is_none_or(|rate| *points > Points::whole(rate.most)) {
            return Err(wrong);
        }
        if let Some(earned) = earned.get_mut(*criterion) {
            *earned = earned.plus(*points);
        }
    }
    Ok(())
}

/// `100 · Σ weight · earned / max / Σ weight`, exactly; 100 when there is nothing to earn.
#[must_use]
pub(crate) fn exact(scenario: &Scenario, earned: &[Points]) -> Option<Ratio> {
    let mut sum = Ratio::ZERO;
    let mut weights = Ratio::ZERO;
    for (criterion, points) in scenario.criteria.iter().zip(earned) {
        let weight = Ratio::of(criterion.weight);
        let share = points.of(criterion.max)?;
        sum = sum.plus(weight.times(share)?)?;
        weights = weights.plus(weight)?;
    }
    if weights == Ratio::ZERO {
        return Some(Ratio::of(FULL));
    }
    sum.over(weights)?.times(Ratio::of(FULL))
}
