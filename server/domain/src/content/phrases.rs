//! Lists of phrases: polite ones, and those nobody should say to a customer.

use super::doc::Head;
use crate::lang::Lang;

/// A list of phrases, in each language its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrases {
    /// What the documents of every format have.
    pub head: Head,
    /// Whether the phrases are forbidden rather than polite.
    pub forbidden: bool,
    /// The phrases of each language the list exists in, the default first.
    pub items: Vec<(Lang, Vec<Phrase>)>,
}

/// A phrase and the wordings in which it does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What is looked for.
    pub text: String,
    /// Wordings that contain it and are fine.
    pub except: Vec<String>,
}

impl Phrases {
    /// The phrases of a language; those of the default language when the list is not translated.
    #[must_use]
    pub fn of(&self, lang: &Lang) -> &[Phrase] {
        let own = self.items.iter().find(|(known, _)| known == lang);
        own.or(self.items.first()).map_or(&[], |(_, phrases)| phrases)
    }
}
