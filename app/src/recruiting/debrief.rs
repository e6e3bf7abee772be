//! What the submitted sheets come to.

use domain::{
    interview::{
        Kit,
        score::{Rating, Total, total},
    },
    score::Milli,
};
use store::{
    interviews::Interview,
    sheets::{Sheet, SheetMark, SheetRating},
};

/// The sheets of an interview taken together.
pub(crate) struct Debrief {
    /// Means, and the total as far as it goes; none when the ratings fit no kit.
    pub(crate) result: Option<Total>,
    /// Who has not submitted yet.
    pub(crate) waiting: Vec<String>,
    /// How many raters fewer than the kit asks for.
    pub(crate) short: usize,
}

impl Debrief {
    /// Takes submitted sheets together. An item left open counts as not observed.
    pub(crate) fn of(kit: &Kit, interview: &Interview, sheets: &[Sheet]) -> Self {
        let mut ratings = Vec::new();
        for (rater, sheet) in sheets.iter().enumerate() {
            for (item, each) in kit.items.iter().enumerate() {
                if !each.kind.is_rated() {
                    continue;
                }
                let level = match rating(sheet, &each.id).map(|rating| rating.mark) {
                    Some(SheetMark::Level(level)) => Some(level),
                    _ => None,
                };
                ratings.push(Rating { item, rater, level });
            }
        }
        let waiting: Vec<String> = interview
            .raters
            .iter()
            .filter(|rater| rater.submitted.is_none())
            .map(|rater| rater.name.clone())
            .collect();
        let asked = usize::try_from(kit.raters).unwrap_or(usize::MAX);
        Self {
            result: total(kit, &ratings).ok(),
            short: asked.saturating_sub(interview.raters.len()),
            waiting,
        }
    }

    /// The total; none as long as a sheet or a rater is missing, or nobody observed a competency.
    pub(crate) fn total(&self) -> Option<Milli> {
        let complete = self.waiting.is_empty() && self.short == 0;
        self.result.as_ref().filter(|_| complete)?.total
    }

    /// Whether the rules of the kit are met; people decide.
    pub(crate) fn passed(&self) -> bool {
        self.total().is_some() && self.result.as_ref().is_some_and(|result| result.passed)
    }
}

/// What a sheet says about an item.
pub(crate) fn rating<'a>(sheet: &'a Sheet, item: &str) -> Option<&'a SheetRating> {
    sheet.ratings.iter().find(|rating| rating.item == item)
}
