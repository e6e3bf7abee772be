//! Replies that are typed: what is looked for in them, and what a rater may give.

use crate::content::source::Span;
use crate::lang::{Lang, Text};

/// A reply to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The node it leads to.
    pub to: usize,
    /// Wordings that propose the points of `rate`.
    pub must: Wordings,
    /// Wordings that are a critical customer error once a rater confirms them.
    pub ban: Wordings,
    /// What a rater gives: the criterion and the most points.
    pub rate: Vec<Rate>,
    /// How many characters it may have.
    pub max: u32,
    /// What earns a level, by criterion and level in ascending order; a level may have none.
    pub anchors: Vec<Anchor>,
    /// What raters should know of it; for them alone.
    pub guide: Option<Text>,
}

/// What earns a level of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The criterion.
    pub criterion: usize,
    /// The level, from 0 to the most points of the criterion's `rate`.
    pub level: u32,
    /// What is seen in a reply of this level, as plain text.
    pub text: Text,
}

/// What a rater may give for a reply: 0 up to `most` points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The criterion.
    pub criterion: usize,
    /// The most points, at least 1.
    pub most: u32,
    /// Where it is said.
    pub(crate) place: Span,
}

/// What to look for in a reply: in each language its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wordings {
    /// In the default language.
    pub default: Vec<Wording>,
    /// In the translations that have their own.
    pub translations: Vec<(Lang, Vec<Wording>)>,
}

/// One thing to look for in a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// These words.
    Words(String),
    /// Any phrase of the list with this id.
    List(String),
}

impl Wordings {
    /// Whether there is nothing to look for in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.default.is_empty() && self.translations.iter().all(|(_, wordings)| wordings.is_empty())
    }

    /// What to look for in a reply in this language; the default's when there is nothing of its own.
    #[must_use]
    pub fn of(&self, lang: &Lang) -> &[Wording] {
        let own = self.translations.iter().find(|(known, _)| known == lang);
        own.map_or(&self.default, |(_, wordings)| wordings)
    }
}

impl Reply {
    /// Whether a reply waits for a rater: phrases alone decide nothing.
    #[must_use]
    pub fn is_rated(&self) -> bool {
        !self.rate.is_empty() || !self.ban.is_empty()
    }
}
