//! Reading and saving one item of one's own sheet.

use domain::{
    interview::{Answer, Item, Kind, Observe, score::Level},
    score::Milli,
};
use store::sheets::{self, SheetMark, SheetRating};

use super::{load, refused};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// What a form sends for "not observed".
pub(crate) const UNSEEN: &str = "none";

/// What the names of the boxes of ticks begin with.
pub(crate) const TICK: &str = "tick:";

/// How many rows of ticks a sheet shows at most.
const MOST_ROWS: u32 = 24;

/// Saves one item and goes on to the one before or after.
pub(crate) async fn save(act: &Act, interview: String) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let loaded = load(act, &recruiter, &interview).await?;
    let kit = loaded.kit()?;
    let id = act.posted.get("item").unwrap_or_default();
    let place = kit.items.iter().position(|item| item.id == id);
    let place = place.ok_or(Refusal::NotFound)?;
    let item = &kit.items[place];
    let rating = SheetRating {
        item: item.id.clone(),
        competency: String::new(),
        mark: mark(act)?,
        answer: answer(act, item)?,
        evidence: act.posted.get("note").unwrap_or_default().trim().to_owned(),
    };
    let next = match act.posted.get("go") {
        Some("before") => place.max(1),
        Some("stay") => place + 1,
        _ => place + 2,
    };
    let to = format!("/interviews/{interview}?at={next}");
    let saving = act.site.store.write(move |tx| {
        Box::pin(async move { sheets::save(tx, &recruiter, &interview, &[rating], now).await })
    });
    saving.await.map_err(|error| refused(error, texts))?;
    Ok(Done::to(to))
}

/// A whole number from 1 to 5, "not observed", or nothing yet.
fn mark(act: &Act) -> Result<SheetMark, Refusal> {
    match act.posted.get("rating").unwrap_or_default().trim() {
        "" => Ok(SheetMark::Open),
        UNSEEN => Ok(SheetMark::NotObserved),
        number => {
            let level = number.parse().ok().and_then(Level::new);
            let level = level.ok_or_else(|| Refusal::field("rating", t!(act.texts, "sheet-rating-bad")))?;
            Ok(SheetMark::Level(level))
        }
    }
}

/// What was ticked, answered or measured.
fn answer(act: &Act, item: &Item) -> Result<Vec<String>, Refusal> {
    let typed = act.posted.get("answer").unwrap_or_default().trim();
    let wrong = |text| Err(Refusal::field("answer", text));
    match &item.kind {
        Kind::Fact(_) | Kind::Measure(_) if typed.is_empty() => Ok(Vec::new()),
        Kind::Fact(Answer::YesNo) if !matches!(typed, "yes" | "no") => {
            wrong(t!(act.texts, "sheet-yes-no-bad"))
        }
        Kind::Fact(Answer::Date) if !is_date(typed) => wrong(t!(act.texts, "sheet-date-bad")),
        Kind::Measure(_) if Milli::parse(typed).is_none() => wrong(t!(act.texts, "sheet-number-bad")),
        Kind::Fact(_) | Kind::Measure(_) => Ok(vec![typed.to_owned()]),
        Kind::Question | Kind::Task | Kind::Simulation => {
            let offered: Vec<String> = tick_rows(item)
                .into_iter()
                .flat_map(|(_, ticks)| ticks.into_iter().map(|(value, _)| value))
                .collect();
            let ticked = act.posted.with_prefix(TICK).map(|(tick, _)| tick.to_owned());
            Ok(ticked.filter(|tick| offered.contains(tick)).collect())
        }
    }
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// A row of ticks: its seconds from the beginning, and of each tick the value sent and the word.
type Ticks = (u32, Vec<(String, String)>);

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
