//! How far raters agree who have rated the same answers, each alone.
//!
//! All figures are whole thousandths, computed without a float. `x` below is a table of levels, one row for each answer and
//! one column for each rater.
//!
//! * *Exact* and *within one level*: the share of all pairs of ratings of the same answer that are equal, or at most one
//!   level apart.
//! * *Quadratic weighted kappa* of two raters (J. Cohen, Weighted kappa, Psychological Bulletin 70, 1968), with the square
//!   of the distance as weight: `1 − n · Σₖ (xₖ − yₖ)² / Σᵢ Σⱼ (xᵢ − yⱼ)²`.
//! * *ICC(2,1)* of all raters (P. Shrout and J. Fleiss, Intraclass correlations, Psychological Bulletin 86, 1979): answers
//!   and raters at random, a single rating, absolute agreement:
//!   `(BMS − EMS) / (BMS + (k − 1) EMS + k (JMS − EMS) / n)`.
//!
//! 1 is full agreement. Kappa lies between −1 and 1. The ICC is never over 1, but it may fall below −1, where raters contradict
//! each other more than they differ among answers. Where nothing varies there is nothing to agree on beyond chance: then both
//! are undefined, not 0 and not 1.
//!
//! How an ICC is read (T. Koo and M. Li, A guideline of selecting and reporting intraclass correlation coefficients for
//! reliability research, Journal of Chiropractic Medicine 15, 2016): below 0.5 poor, from 0.5 to 0.75 moderate, from 0.75 to 0.9
//! good, above 0.9 excellent. The words beside the figures (`calibration-icc-hint`) take their thresholds from there.

use crate::score::{FULL, Milli};

/// With fewer answers than these the figures say more about the answers than about the raters: none is shown.
pub const FEWEST: usize = 10;

/// How far raters agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The share of pairs of ratings that are equal, of 100.
    pub exact: Milli,
    /// The share of pairs of ratings that are at most one level apart, of 100.
    pub within_one: Milli,
    /// For each pair of raters, by their columns and the first before the second, their kappa; none where it is undefined.
    pub kappas: Vec<(usize, usize, Option<Milli>)>,
    /// The ICC(2,1) of all; none where it is undefined.
    pub icc: Option<Milli>,
}

/// Why there are no figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoFigures {
    /// There are fewer than [`FEWEST`] answers.
    #[error("{items} answers are too few")]
    TooFewItems {
        /// How many there are.
        items: usize,
    },
    /// One rater agrees with nobody.
    #[error("fewer than two raters")]
    TooFewRaters,
    /// A row is shorter or longer than the first one.
    #[error("an answer lacks a rating")]
    Incomplete,
}

/// How far raters agree; `levels` has a row for each answer, and in it the level that each rater gave.
///
/// # Errors
/// When there are too few answers or raters, or a rating is missing.
pub fn agreement(levels: &[Vec<u32>]) -> Result<Agreement, NoFigures> {
    if levels.len() < FEWEST {
        return Err(NoFigures::TooFewItems { items: levels.len() });
    }
    let table = Table::of(levels)?;
    let (exact, within_one) = table.shares();
    Ok(Agreement {
        exact,
        within_one,
        kappas: table
            .pairs()
            .map(|(one, other)| (one, other, table.kappa(one, other)))
            .collect(),
        icc: table.icc(),
    })
}

/// Complete ratings: at least two raters, a level of each for each answer.
struct Table {
    rows: Vec<Vec<i128>>,
    raters: usize,
}

impl Table {
    fn of(levels: &[Vec<u32>]) -> Result<Self, NoFigures> {
        let raters = levels.first().map_or(0, Vec::len);
        if raters < 2 {
            return Err(NoFigures::TooFewRaters);
        }
        if levels.iter().any(|row| row.len() != raters) {
            return Err(NoFigures::Incomplete);
        }
        let row = |row: &Vec<u32>| row.iter().map(|level| i128::from(*level)).collect();
        Ok(Self {
            rows: levels.iter().map(row).collect(),
            raters,
        })
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let raters = self.raters;
        (0..raters).flat_map(move |one| (one + 1..raters).map(move |other| (one, other)))
    }

    fn shares(&self) -> (Milli, Milli) {
        let (mut all, mut equal, mut near) = (0_i64, 0_i64, 0_i64);
        for row in &self.rows {
            for (one, other) in self.pairs() {
                let apart = (row[one] - row[other]).abs();
                all += 1;
                equal += i64::from(apart == 0);
                near += i64::from(apart <= 1);
            }
        }
        (FULL.fraction(equal, all.max(1)), FULL.fraction(near, all.max(1)))
    }

    fn kappa(&self, one: usize, other: usize) -> Option<Milli> {
        let square = |row: &Vec<i128>, with: &Vec<i128>| (row[one] - with[other]).pow(2);
        let observed: i128 = self.rows.iter().map(|row| square(row, row)).sum();
        let by_chance: i128 = self
            .rows
            .iter()
            .flat_map(|row| self.rows.iter().map(move |with| square(row, with)))
            .sum();
        ratio(by_chance - self.count() * observed, by_chance)
    }

    /// The sums of squares, all multiplied by what makes them whole: with `n` answers, `k` raters and `N = n·k`, the mean
    /// square between answers is `b / (N (n−1) (k−1))`, and so are the others.
    fn icc(&self) -> Option<Milli> {
        let (n, k) = (self.count(), self.raters as i128);
        let total: i128 = self.rows.iter().flatten().sum();
        let squares: i128 = self.rows.iter().flatten().map(|level| level * level).sum();
        let of_row = |row: &Vec<i128>| row.iter().sum::<i128>().pow(2);
        let of_rater = |rater: usize| self.rows.iter().map(|row| row[rater]).sum::<i128>().pow(2);
        let answers = n * self.rows.iter().map(of_row).sum::<i128>() - total * total;
        let raters = k * (0..self.raters).map(of_rater).sum::<i128>() - total * total;
        let rest = n * k * squares - total * total - answers - raters;
        let (b, j, e) = (answers * (k - 1), raters * (n - 1), rest);
        ratio(n * (b - e), n * b + n * (k - 1) * e + k * (j - e))
    }

    fn count(&self) -> i128 {
        self.rows.len() as i128
    }
}

/// In thousandths, rounded half up; none when the denominator is 0.
fn ratio(numerator: i128, denominator: i128) -> Option<Milli> {
    if denominator == 0 {
        return None;
    }
    let (numerator, denominator) = if denominator < 0 {
        (-numerator, -denominator)
    } else {
        (numerator, denominator)
    };
    let rounded = (2000 * numerator + denominator).div_euclid(2 * denominator);
    i64::try_from(rounded).ok().map(Milli)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Six answers, three raters.
    const KNOWN: [[u32; 3]; 6] = [[4, 4, 5], [2, 3, 2], [5, 5, 5], [3, 3, 4], [1, 2, 1], [4, 3, 4]];

    fn table(rows: &[[u32; 3]]) -> Table {
        let rows: Vec<_> = rows.iter().map(|row| row.to_vec()).collect();
        Table::of(&rows).unwrap()
    }

    #[test]
    fn known_numbers() {
        let known = table(&KNOWN);
        assert_eq!(known.icc(), Some(Milli(858)));
        assert_eq!(known.kappa(0, 1), Some(Milli(816)));
    }

    #[test]
    fn the_example_of_shrout_and_fleiss() {
        let rows = [
            [9, 2, 5, 8],
            [6, 1, 3, 2],
            [8, 4, 6, 8],
            [7, 1, 2, 6],
            [10, 5, 6, 9],
            [6, 2, 4, 7],
        ];
        let rows: Vec<_> = rows.iter().map(|row| row.to_vec()).collect();
        assert_eq!(Table::of(&rows).unwrap().icc(), Some(Milli(290)));
    }

    #[test]
    fn raters_who_contradict_each_other_fall_below_minus_one() {
        let rows: Vec<_> = (0..10).map(|at| vec![at % 2, 1 - at % 2]).collect();
        let found = agreement(&rows).unwrap();
        assert_eq!(found.icc, Some(Milli(-1250)));
        assert_eq!(found.kappas, [(0, 1, Some(Milli(-1000)))]);
    }

    #[test]
    fn shares_count_every_pair() {
        let rows = vec![vec![1, 1, 3]; 10];
        let found = agreement(&rows).unwrap();
        assert_eq!((found.exact, found.within_one), (Milli(33_333), Milli(33_333)));
        let rows = vec![vec![1, 2]; 10];
        let found = agreement(&rows).unwrap();
        assert_eq!((found.exact, found.within_one), (Milli(0), FULL));
    }

    #[test]
    fn nothing_that_varies_is_undefined() {
        let found = agreement(&vec![vec![3, 3, 3]; 10]).unwrap();
        assert_eq!((found.icc, found.exact), (None, FULL));
        assert!(found.kappas.iter().all(|(_, _, kappa)| kappa.is_none()));
        assert_eq!(found.kappas.len(), 3);
    }

    #[test]
    fn too_little_has_no_figures() {
        let rows = |count, raters| vec![vec![1; raters]; count];
        assert_eq!(agreement(&rows(9, 2)), Err(NoFigures::TooFewItems { items: 9 }));
        assert_eq!(agreement(&rows(10, 1)), Err(NoFigures::TooFewRaters));
        let mut torn = rows(10, 2);
        torn[4].pop();
        assert_eq!(agreement(&torn), Err(NoFigures::Incomplete));
    }

    /// The textbook's formulas, in floats, on means and variances.
    fn in_floats(rows: &[Vec<u32>]) -> f64 {
        let (n, k) = (rows.len() as f64, rows[0].len() as f64);
        let mean = |levels: &[f64]| levels.iter().sum::<f64>() / levels.len() as f64;
        let all: Vec<f64> = rows.iter().flatten().map(|level| f64::from(*level)).collect();
        let grand = mean(&all);
        let of_row = |row: &Vec<u32>| mean(&row.iter().map(|level| f64::from(*level)).collect::<Vec<_>>());
        let of_rater = |at: usize| mean(&rows.iter().map(|row| f64::from(row[at])).collect::<Vec<_>>());
        let between = rows.iter().map(|row| (of_row(row) - grand).powi(2)).sum::<f64>() * k;
        let judges = (0..rows[0].len())
            .map(|at| (of_rater(at) - grand).powi(2))
            .sum::<f64>()
            * n;
        let total = all.iter().map(|level| (level - grand).powi(2)).sum::<f64>();
        let (bms, jms) = (between / (n - 1.0), judges / (k - 1.0));
        let ems = (total - between - judges) / ((n - 1.0) * (k - 1.0));
        (bms - ems) / (bms + (k - 1.0) * ems + k * (jms - ems) / n)
    }

    fn ratings() -> impl Strategy<Value = Vec<Vec<u32>>> {
        (2..5_usize, 10..20_usize).prop_flat_map(|(raters, items)| {
            prop::collection::vec(prop::collection::vec(0..6_u32, raters), items)
        })
    }

    proptest! {
        #[test]
        fn as_the_textbook_computes_it(rows in ratings()) {
            if let Some(icc) = agreement(&rows).unwrap().icc {
                prop_assert!((icc.0 as f64 / 1000.0 - in_floats(&rows)).abs() < 0.000_51);
            }
        }

        #[test]
        fn everything_lies_in_its_bounds(rows in ratings()) {
            let found = agreement(&rows).unwrap();
            prop_assert!(found.exact <= found.within_one && found.within_one <= FULL);
            for kappa in found.kappas.iter().filter_map(|(_, _, kappa)| *kappa) {
                prop_assert!((-1000..=1000).contains(&kappa.0), "{kappa}");
            }
            prop_assert!(found.icc.is_none_or(|icc| icc <= Milli(1000)), "{:?}", found.icc);
        }

        #[test]
        fn raters_who_say_the_same_agree_wholly(levels in prop::collection::vec(0..6_u32, 10..20)) {
            let rows: Vec<_> = levels.iter().map(|level| vec![*level; 3]).collect();
            let found = agreement(&rows).unwrap();
            let varies = levels.iter().any(|level| *level != levels[0]);
            prop_assert_eq!(found.exact, FULL);
            prop_assert_eq!(found.icc, varies.then_some(Milli(1000)));
        }

        #[test]
        fn the_order_of_answers_and_raters_makes_no_difference(rows in ratings()) {
            let turned: Vec<Vec<u32>> = rows.iter().rev().map(|row| row.iter().rev().copied().collect()).collect();
            let (one, other) = (agreement(&rows).unwrap(), agreement(&turned).unwrap());
            prop_assert_eq!((one.exact, one.within_one, one.icc), (other.exact, other.within_one, other.icc));
        }
    }
}
