//! What an item's fields hold.

use domain::interview::Item;
use store::sheets::{SheetMark, SheetRating};

use crate::{
    recruiting::{TICK, UNSEEN},
    visitor::Visitor,
};

/// The name of the form's action.
const FORM: &str = "save-rating";

/// What an item's fields hold: as typed when the form came back, else as saved.
#[derive(Clone)]
pub(super) struct Filled {
    pub(super) note: String,
    pub(super) rating: String,
    pub(super) answers: Vec<String>,
    /// Whether the form came back with errors.
    pub(super) returned: bool,
    pub(super) rating_error: Option<String>,
    pub(super) answer_error: Option<String>,
}

impl Filled {
    pub(super) fn of(visitor: &Visitor, item: &Item, saved: Option<&SheetRating>) -> Self {
        let error = |field| visitor.error(FORM, field).map(ToOwned::to_owned);
        let returned = visitor
            .flash
            .as_ref()
            .filter(|flash| flash.form == FORM && visitor.typed(FORM, "item") == Some(item.id.as_str()));
        if let Some(flash) = returned {
            let all = |name: &'static str| {
                flash
                    .fields
                    .iter()
                    .filter(move |(field, _)| field == name)
                    .map(|(_, value)| value.clone())
            };
            let ticks = flash
                .fields
                .iter()
                .filter_map(|(field, _)| field.strip_prefix(TICK));
            return Self {
                note: all("note").next().unwrap_or_default(),
                rating: all("rating").next().unwrap_or_default(),
                answers: all("answer").chain(ticks.map(ToOwned::to_owned)).collect(),
                returned: true,
                rating_error: error("rating"),
                answer_error: error("answer"),
            };
        }
        let rating = match saved.map(|saved| saved.mark) {
            None | Some(SheetMark::Open) => String::new(),
            Some(SheetMark::NotObserved) => UNSEEN.to_owned(),
            Some(SheetMark::Level(level)) => level.get().to_string(),
        };
        Self {
            note: saved.map(|saved| saved.evidence.clone()).unwrap_or_default(),
            rating,
            answers: saved.map(|saved| saved.answer.clone()).unwrap_or_default(),
            returned: false,
            rating_error: None,
            answer_error: None,
        }
    }
}
