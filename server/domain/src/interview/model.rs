//! What an interview kit is: competencies, and the items that rate them.

use crate::content::doc::Head;
use crate::lang::Text;
use crate::score::Milli;

/// An interview kit as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kit {
    /// What the documents of every format have.
    pub head: Head,
    /// The roles it selects for.
    pub roles: Vec<String>,
    /// How many people rate every candidate.
    pub raters: u32,
    /// The total from which a candidate passes.
    pub pass: Milli,
    /// What is looked for, in the order written.
    pub competencies: Vec<Competency>,
    /// What is shown before the first item, as HTML.
    pub intro: Text,
    /// The items, in the order written.
    pub items: Vec<Item>,
}

/// Something a candidate should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competency {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its share of the total.
    pub weight: Milli,
    /// The mean rating, from 1 to 5, that a candidate must reach to pass.
    pub min: Option<Milli>,
}

/// A question, a task or a measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The competencies it rates, by their place in the kit; facts and measures rate none.
    pub rates: Vec<usize>,
    /// Many candidates at once under one clock.
    pub group: bool,
    /// How long it takes.
    pub seconds: Option<u32>,
    /// How many pieces of work it gives.
    pub pieces: Option<u32>,
    /// What to note, and how often.
    pub observe: Option<Observe>,
    /// What it says, as HTML.
    pub body: Text,
    /// What whoever plays the other person goes by, as HTML; never shown to the candidate.
    pub script: Option<Text>,
    /// What ratings look like, as HTML without a paragraph, by rating in rising order: 1, 3 and 5 at least.
    pub anchors: Vec<(u8, Text)>,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Answered in words.
    Question,
    /// Something to do.
    Task,
    /// Another person plays a part.
    Simulation,
    /// Yes or no, or a date; it screens and never enters the total.
    Fact(Answer),
    /// A number; it screens and never enters the total.
    Measure(Threshold),
}

/// What a fact is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes or no.
    YesNo,
    /// A date.
    Date,
}

/// The number a measurement must reach, or must not exceed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The side on which a candidate is fit.
    pub side: Side,
    /// The number.
    pub number: Milli,
    /// What it counts, such as `wpm`.
    pub unit: String,
}

/// The side of a threshold on which a candidate is fit; the threshold itself is fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
}

/// What to note about a candidate at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observe {
    /// The seconds between two notes.
    pub seconds: u32,
    /// What may be noted.
    pub ticks: Vec<String>,
}

impl Kind {
    /// Whether ratings of it enter the total; what does not, screens.
    #[must_use]
    pub fn is_rated(&self) -> bool {
        matches!(self, Self::Question | Self::Task | Self::Simulation)
    }
}

impl Threshold {
    /// Whether a measured number is fit.
    #[must_use]
    pub fn met(&self, measured: Milli) -> bool {
        match self.side {
            Side::AtLeast => measured >= self.number,
            Side::AtMost => measured <= self.number,
        }
    }
}
