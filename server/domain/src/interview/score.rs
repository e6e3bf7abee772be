//! What several raters' ratings make: means per competency, a total, passed or not.

use super::model::Kit;
use crate::ratio::Ratio;
use crate::score::{FULL, Milli};

/// A rating that was given: a whole number from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// The rating, when the number is from 1 to 5.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (1..=5).contains(&number).then_some(Self(number))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

/// What one rater says about one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The item, by its place in the kit.
    pub item: usize,
    /// The rater, by any number of their own.
    pub rater: usize,
    /// The rating; `None` is "not observed", which leaves the means.
    pub level: Option<Level>,
}

/// A total and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The mean of every competency, from 1 to 5, rounded half up to thousandths; `None` when nobody observed it.
    pub means: Vec<Option<Milli>>,
    /// `100 · Σ w · (m − 1) / 4 / Σ w`, rounded half up to thousandths; `None` when a mean is missing.
    pub total: Option<Milli>,
    /// The competencies whose mean is under their minimum, compared unrounded.
    pub below: Vec<usize>,
    /// Whether there is a total, it reaches the pass mark (compared unrounded), and no mean is under its minimum.
    pub passed: bool,
}

/// Why ratings make no total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TotalError {
    /// A rating is about an item that the kit does not have, or that is not rated.
    #[error("item {item} is not rated")]
    NotRated {
        /// The item.
        item: usize,
    },
    /// One rater rates an item twice.
    #[error("item {item} is rated twice by the same rater")]
    RatedTwice {
        /// The item.
        item: usize,
    },
    /// So many different numbers of raters and items that no exact mean can be computed.
    #[error("the total does not fit")]
    TooFine,
}

/// What is weighed: a competency of an interview, a criterion of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Its share of the total.
    pub weight: Milli,
    /// The mean it must reach.
    pub min: Option<Milli>,
    /// For each item that rates it, the ratings that were given.
    pub items: Vec<Vec<Level>>,
}

/// The total of a candidate.
///
/// # Errors
/// When a rating does not fit the kit.
pub fn total(kit: &Kit, ratings: &[Rating]) -> Result<Total, TotalError> {
    let mut levels: Vec<Vec<Level>> = vec![Vec::new(); kit.items.len()];
    for (at, rating) in ratings.iter().enumerate() {
        let item = rating.item;
        if !kit.items.get(item).is_some_and(|item| item.kind.is_rated()) {
            return Err(TotalError::NotRated { item });
        }
        if ratings
            .iter()
            .take(at)
            .any(|other| (other.item, other.rater) == (item, rating.rater))
        {
            return Err(TotalError::RatedTwice { item });
        }
        levels[item].extend(rating.level);
    }
    let weighed: Vec<Weighed> = kit
        .competencies
        .iter()
        .enumerate()
        .map(|(at, competency)| {
            let rating = kit
                .items
                .iter()
                .zip(&levels)
                .filter(|(item, _)| item.rates.contains(&at));
            Weighed {
                weight: competency.weight,
                min: competency.min,
                items: rating.map(|(_, levels)| levels.clone()).collect(),
            }
        })
        .collect();
    weigh(kit.pass, &weighed)
}

/// The total of a form with one item per criterion, such as a probation review: ratings by criterion.
///
/// `critical` says whether a critical error was made: it fails the review and never changes the total.
///
/// # Errors
/// When no exact mean can be computed.
pub fn review(pass: Milli, criteria: &[(Milli, Vec<Level>)], critical: bool) -> Result<Total, TotalError> {
    let one_item = |(weight, levels): &(Milli, Vec<Level>)| Weighed {
        weight: *weight,
        min: None,
        items: vec![levels.clone()],
    };
    let weighed: Vec<Weighed> = criteria.iter().map(one_item).collect();
    let total = weigh(pass, &weighed)?;
    Ok(Total {
        passed: total.passed && !critical,
        ..total
    })
}

/// Means and total of whatever is weighed.
///
/// # Errors
/// When no exact mean can be computed.
pub fn weigh(pass: Milli, weighed: &[Weighed]) -> Result<Total, TotalError> {
    let means = weighed
        .iter()
        .map(|each| mean(&each.items))
        .collect::<Result<Vec<_>, _>>()?;
    let too_low = |(at, each): (usize, &Weighed)| {
        let (mean, min) = (means[at]?, each.min?);
        (!mean.at_least(min)).then_some(at)
    };
    let below: Vec<usize> = weighed.iter().enumerate().filter_map(too_low).collect();
    let exact = exact(weighed, &means)?;
    Ok(Total {
        means: means.iter().map(|mean| mean.and_then(Ratio::milli)).collect(),
        total: exact
            .map(|exact| exact.milli().ok_or(TotalError::TooFine))
            .transpose()?,
        passed: below.is_empty() && exact.is_some_and(|exact| exact.at_least(pass)),
        below,
    })
}

/// `100 · Σ w · (m − 1) / 4 / Σ w`; nothing when a mean is missing or nothing has weight.
fn exact(weighed: &[Weighed], means: &[Option<Ratio>]) -> Result<Option<Ratio>, TotalError> {
    let Some(means) = means.iter().copied().collect::<Option<Vec<_>>>() else {
        return Ok(None);
    };
    let sums =
        weighed
            .iter()
            .zip(means)
            .try_fold((Ratio::ZERO, Ratio::ZERO), |(sum, weights), (each, mean)| {
                let weight = Ratio::of(each.weight);
                let above = mean.plus(Ratio::whole(-1))?;
                Some((sum.plus(weight.times(above)?)?, weights.plus(weight)?))
            });
    let (sum, weights) = sums.ok_or(TotalError::TooFine)?;
    if weights == Ratio::ZERO {
        return Ok(None);
    }
    let quarter = Ratio::of(FULL)
        .over(Ratio::whole(4))
        .and_then(|quarter| sum.over(weights)?.times(quarter));
    quarter.map(Some).ok_or(TotalError::TooFine)
}

/// The mean over items of the mean over ratings; items without a rating leave it.
fn mean(items: &[Vec<Level>]) -> Result<Option<Ratio>, TotalError> {
    let means = items.iter().filter(|levels| !levels.is_empty()).map(|levels| {
        let sum: i128 = levels.iter().map(|level| i128::from(level.0)).sum();
        Ratio::new(sum, levels.len() as i128)
    });
    let means: Option<Vec<Ratio>> = means.collect();
    let means = means.ok_or(TotalError::TooFine)?;
    if means.is_empty() {
        return Ok(None);
    }
    let sum = means.iter().try_fold(Ratio::ZERO, |sum, mean| sum.plus(*mean));
    let mean = sum.and_then(|sum| sum.over(Ratio::whole(i64::try_from(means.len()).ok()?)));
    mean.map(Some).ok_or(TotalError::TooFine)
}
