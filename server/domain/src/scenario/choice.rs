//! The choices of a node: when they are shown, and what they do.

use super::model::Scenario;
use crate::content::source::Span;
use crate::lang::{Lang, Text};

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it says, as HTML without a paragraph.
    pub text: Text,
    /// What it says, without any marking.
    pub plain: Text,
    /// The node it leads to.
    pub target: usize,
    /// What it earns and changes.
    pub effects: Vec<Effect>,
    /// The critical errors it is.
    pub critical: Vec<Critical>,
    /// When it is shown: all of these hold.
    pub conditions: Vec<Condition>,
    /// What whoever chose it is told, as HTML.
    pub feedback: Option<Text>,
    /// Where it stands.
    pub(crate) place: Span,
    /// Where it stands in each translation.
    pub(crate) translated: Vec<(Lang, Span)>,
}

/// What a choice does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Earns points of a criterion.
    Earn {
        /// The criterion.
        criterion: usize,
        /// How many, at least 1.
        points: u32,
        /// Where the chip stands.
        place: Span,
    },
    /// Changes a variable.
    Change {
        /// The variable.
        var: usize,
        /// By how much.
        by: i32,
    },
}

/// Whom a critical error hurts. It never changes the score; it fails the attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Critical {
    /// The customer.
    Customer,
    /// The business.
    Business,
    /// Law and rules.
    Compliance,
}

/// A comparison of a variable with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The variable.
    pub var: usize,
    /// The side of the number on which it holds.
    pub bound: Bound,
    /// The number.
    pub number: i32,
}

/// The side on which a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
}

impl Choice {
    /// Whether it is shown when the variables have these values.
    #[must_use]
    pub fn is_visible(&self, vars: &[i32]) -> bool {
        self.conditions.iter().all(|condition| condition.holds(vars))
    }

    /// The variables after it was taken: changes clamp at the bounds.
    #[must_use]
    pub fn changed(&self, scenario: &Scenario, vars: &[i32]) -> Vec<i32> {
        let mut vars = vars.to_vec();
        for effect in &self.effects {
            if let Effect::Change { var, by } = *effect
                && let (Some(value), Some(bounds)) = (vars.get_mut(var), scenario.vars.get(var))
            {
                *value = value.saturating_add(by).min(bounds.max).max(bounds.min);
            }
        }
        vars
    }

    /// The points it earns: criteria and how many.
    pub fn earns(&self) -> impl Iterator<Item = (usize, u32)> {
        self.effects.iter().filter_map(|effect| match effect {
            Effect::Earn {
                criterion, points, ..
            } => Some((*criterion, *points)),
            Effect::Change { .. } => None,
        })
    }
}

impl Condition {
    /// Whether it holds when the variables have these values.
    #[must_use]
    pub fn holds(&self, vars: &[i32]) -> bool {
        vars.get(self.var).is_some_and(|value| match self.bound {
            Bound::AtLeast => *value >= self.number,
            Bound::AtMost => *value <= self.number,
        })
    }
}
