use crate::visitor::Visitor;

/// The field in which the page is told something about one question.
const FIELD: &str = "told";

/// What the page says beside a question, once, because a step did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Going on leaves it open for ever.
    Gap,
    /// There is no answer to check yet.
    Open,
    /// The answer is the one checked last.
    Same,
}

impl Told {
    const ALL: [(&str, Self); 3] = [("gap", Self::Gap), ("open", Self::Open), ("same", Self::Same)];

    /// The field that tells it about the question at this place, from 0.
    pub fn at(self, position: usize) -> (&'static str, String) {
        let word = Self::ALL.into_iter().find(|(_, told)| *told == self);
        (FIELD, format!("{}-{position}", word.map_or("", |(word, _)| word)))
    }

    /// What an attempt's page is told, and about which place.
    pub fn of(visitor: &Visitor) -> Option<(usize, Self)> {
        let (word, position) = visitor.typed("hand-in", FIELD)?.split_once('-')?;
        let told = Self::ALL.into_iter().find(|(known, _)| *known == word)?.1;
        Some((position.parse().ok()?, told))
    }
}

/// The id of the words beside a question: where the browser goes, with the focus.
pub(crate) fn words_id(position: usize) -> String {
    format!("told-{}", position + 1)
}
