//! Which of several attempts counts.

use super::model::Quiz;
use crate::content::values::Percent;
use crate::score::Milli;

/// Which of several attempts counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counts {
    /// The one with the highest score.
    #[default]
    Highest,
    /// The last one.
    Latest,
    /// All of them, by their mean.
    Average,
    /// The first one.
    First,
}

impl Counts {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Highest, Self::Latest, Self::Average, Self::First];

    /// The word content uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Highest => "highest",
            Self::Latest => "latest",
            Self::Average => "average",
            Self::First => "first",
        }
    }
}

/// How a quiz makes one result of several attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counting {
    /// Which attempt counts.
    pub counts: Counts,
    /// What must be reached.
    pub pass: Percent,
}

impl From<&Quiz> for Counting {
    fn from(quiz: &Quiz) -> Self {
        Self {
            counts: quiz.counts,
            pass: quiz.pass,
        }
    }
}

impl Counting {
    /// Whether the quiz is passed with an attempt of this score, after attempts of `earlier` scores in their order.
    ///
    /// `passed` says whether the attempt by itself is, decided on unrounded numbers. Scores of earlier attempts are known
    /// to the thousandth of a percent, and so is their mean.
    #[must_use]
    pub fn passes(&self, earlier: &[Milli], score: Milli, passed: bool) -> bool {
        match (self.counts, earlier) {
            (Counts::Highest | Counts::Latest, _) | (_, []) => passed,
            (Counts::First, [first, ..]) => first.0 >= self.pass.0.0,
            (Counts::Average, earlier) => {
                let sum = earlier.iter().map(|score| i128::from(score.0)).sum::<i128>() + i128::from(score.0);
                let count = i128::try_from(earlier.len() + 1).unwrap_or(i128::MAX);
                sum >= i128::from(self.pass.0.0) * count
            }
        }
    }
}

/// The score that counts, of scores in the order of the attempts; none without one.
#[must_use]
pub fn counted(counts: Counts, scores: &[Milli]) -> Option<Milli> {
    match counts {
        Counts::Highest => scores.iter().max().copied(),
        Counts::Latest => scores.last().copied(),
        Counts::First => scores.first().copied(),
        Counts::Average => {
            let count = i64::try_from(scores.len()).ok().filter(|count| *count > 0)?;
            let sum: i64 = scores.iter().map(|score| score.0).sum();
            Some(Milli(sum).fraction(1, count))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn passes(counts: Counts, earlier: &[i64], score: i64) -> bool {
        let earlier: Vec<Milli> = earlier.iter().copied().map(Milli::whole).collect();
        let pass = Percent(Milli::whole(80));
        Counting { counts, pass }.passes(&earlier, Milli::whole(score), score >= 80)
    }

    #[test]
    fn each_rule_counts_what_it_says() {
        assert!(passes(Counts::Highest, &[10], 80) && passes(Counts::Latest, &[10], 80));
        assert!(!passes(Counts::Latest, &[79], 79));
        assert!(!passes(Counts::First, &[79], 100), "only the first counts");
        assert!(passes(Counts::First, &[], 80));
        assert!(!passes(Counts::Average, &[60], 99) && passes(Counts::Average, &[60], 100));
        let scores = [60, 90, 75].map(Milli::whole);
        let of = |counts| counted(counts, &scores).map(|score| score.0 / 1000);
        assert_eq!(
            Counts::ALL.map(of),
            [Some(90), Some(75), Some(75), Some(60)],
            "highest, latest, average, first"
        );
        assert_eq!(Counts::ALL.map(|counts| counted(counts, &[])), [None; 4]);
    }

    proptest! {
        #[test]
        fn what_counts_lies_among_the_scores(scores in prop::collection::vec(0..=100_000_i64, 1..9)) {
            let scores: Vec<Milli> = scores.into_iter().map(Milli).collect();
            let (low, high) = (scores.iter().min().copied(), scores.iter().max().copied());
            for counts in Counts::ALL {
                let counted = counted(counts, &scores);
                prop_assert!(low <= counted && counted <= high);
            }
        }
    }
}
