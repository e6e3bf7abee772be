//! The author's own tests of a scenario.

use crate::content::source::Span;
use crate::ratio::Ratio;
use crate::score::{FULL, Milli};
use std::fmt;

/// A test of the author: a play, and what must come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The play.
    pub steps: Vec<Step>,
    /// The score that must come of it, when it is said.
    pub score: Option<Wanted>,
    /// Whether the attempt must pass.
    pub passed: bool,
    /// Where it stands.
    pub(crate) place: Span,
}

/// A score as a test writes it: `67` stands for what is shown as 67, `66.70` for what is shown as 66.70.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    score: Milli,
    /// How many decimals are written.
    places: u8,
}

impl Wanted {
    /// Reads a score from 0 to 100 with at most three decimals.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let score = Milli::parse(text).filter(|score| (Milli(0)..=FULL).contains(score))?;
        let places = text.split_once('.').map_or(0, |(_, places)| places.len());
        let places = u8::try_from(places).ok()?;
        Some(Self { score, places })
    }

    /// Whether an exact score is this one, rounded half up to the decimals that are written.
    #[must_use]
    pub fn is(self, exact: Ratio) -> bool {
        self.rounded(exact) == Some(self.score)
    }

    /// An exact score in as many decimals as are written.
    #[must_use]
    pub fn like(self, exact: Ratio) -> Option<Self> {
        let score = self.rounded(exact)?;
        Some(Self { score, ..self })
    }

    fn rounded(self, exact: Ratio) -> Option<Milli> {
        let unit = 10_i64.pow(3_u32.checked_sub(self.places.into())?);
        // In thousandths of so many units, `milli` rounds at the unit.
        let units = exact.over(Ratio::whole(unit))?.milli()?;
        Some(Milli(units.0 * unit))
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, places) = (self.score.0 / 1000, format!("{:03}", self.score.0 % 1000));
        match usize::from(self.places) {
            0 => write!(f, "{whole}"),
            count => write!(f, "{whole}.{}", places.get(..count).unwrap_or(&places)),
        }
    }
}

/// One step of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The node it is taken at.
    pub node: usize,
    /// What is done there.
    pub act: Act,
}

/// What a test does at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Takes a choice, counted from 0 as written.
    Choose(usize),
    /// Types a reply; a rater gives these points per criterion.
    Type(String, Vec<(usize, u32)>),
    /// Lets the time run out.
    TimeOut,
    /// Takes the one way on.
    Go,
}
