//! What an item offers and what it still needs.

use domain::interview::{Item, Observe};
use store::sheets::{SheetMark, SheetRating};

/// How many rows of ticks a sheet shows at most.
const MOST_ROWS: u32 = 24;

/// A row of ticks: its seconds from the beginning, and of each tick the value sent and the word.
pub(crate) type Ticks = (u32, Vec<(String, String)>);

/// The rows of ticks of an item that is watched at intervals.
pub(crate) fn tick_rows(item: &Item) -> Vec<Ticks> {
    let Some(Observe { seconds, ticks }) = &item.observe else {
        return Vec::new();
    };
    let every = (*seconds).max(1);
    let rows = item.seconds.map_or(1, |whole| whole / every).clamp(1, MOST_ROWS);
    let row = |number: u32| {
        let at = number * every;
        let ticks = ticks.iter().map(|tick| (format!("{at}:{tick}"), tick.clone()));
        (at, ticks.collect())
    };
    (1..=rows).map(row).collect()
}

/// Whether an item needs nothing more: rated or not observed, answered or measured.
pub(crate) fn is_done(item: &Item, rating: Option<&SheetRating>) -> bool {
    rating.is_some_and(|rating| {
        if item.kind.is_rated() {
            rating.mark != SheetMark::Open
        } else {
            rating.mark == SheetMark::NotObserved || !rating.answer.is_empty()
        }
    })
}
