//! The arithmetic: sums are whole numbers, so that no order of adding up changes a result.

use crate::score::Milli;

/// A count as a number to calculate with.
pub(super) fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The sum over a count, rounded half up; nothing over nothing is nothing.
pub(super) fn mean(values: &[i64], over: usize) -> Milli {
    match count(over) {
        0 => Milli(0),
        over => Milli(values.iter().sum()).fraction(1, over),
    }
}

/// The value in the middle; of an even number the mean of the two there, rounded half up. Nothing has 0.
pub(super) fn median(mut values: Vec<i64>) -> i64 {
    values.sort_unstable();
    let half = values.len() / 2;
    match values.len() {
        0 => 0,
        odd if odd % 2 == 1 => values[half],
        _ => mean(&values[half - 1..=half], 2).0,
    }
}

/// Pearson's correlation in thousandths, rounded half away from zero; none when either side is the same everywhere.
///
/// `r = (n Σxy − Σx Σy) ÷ √((n Σx² − (Σx)²) (n Σy² − (Σy)²))`
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "the sums are exact; only the last root and division, which every machine does alike, are rounded"
)]
pub(super) fn correlation(pairs: &[(i64, i64)]) -> Option<Milli> {
    let sum = |of: fn(i128, i128) -> i128| -> i128 {
        let pairs = pairs.iter().map(|(x, y)| (i128::from(*x), i128::from(*y)));
        pairs.map(|(x, y)| of(x, y)).sum()
    };
    let n = i128::from(count(pairs.len()));
    let (x, y) = (sum(|x, _| x), sum(|_, y| y));
    let (spread_x, spread_y) = (n * sum(|x, _| x * x) - x * x, n * sum(|_, y| y * y) - y * y);
    if spread_x == 0 || spread_y == 0 {
        return None;
    }
    let together = n * sum(|x, y| x * y) - x * y;
    let r = together as f64 / ((spread_x as f64).sqrt() * (spread_y as f64).sqrt());
    Some(Milli(((r * 1000.0).round() as i64).clamp(-1000, 1000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_found_in_any_order() {
        assert_eq!(median(vec![]), 0);
        assert_eq!(median(vec![9, 1, 5]), 5);
        assert_eq!(median(vec![4, 1, 9, 7]), 6, "5.5 rounded half up");
    }

    #[test]
    fn correlations_worked_out_by_hand() {
        assert_eq!(correlation(&[(0, 0), (1, 1)]), Some(Milli(1000)));
        assert_eq!(correlation(&[(0, 5), (1, -5)]), Some(Milli(-1000)));
        // n Σxy − Σx Σy = 4·12 − 6·6 = 12; spreads 4·14 − 36 = 20 and 4·14 − 36 = 20; 12 ÷ 20.
        assert_eq!(correlation(&[(0, 1), (1, 0), (2, 3), (3, 2)]), Some(Milli(600)));
        assert_eq!(correlation(&[(1, 1), (1, 2)]), None);
        assert_eq!(correlation(&[]), None);
    }
}
