//! Reading one item of a sheet as it was sent.

use domain::{
    interview::{Answer, Item, Kind, Kit, score::Level},
    score::Milli,
    time::Moment,
};
use store::{
    actors::Recruiter,
    sheets::{self, SheetMark, SheetRating},
};

use super::tick_rows;
use crate::{forms::Posted, refusal::Refusal, t, texts::Texts, visitor::Visitor};

/// What a form sends for "not observed".
pub(crate) const UNSEEN: &str = "none";

/// What the names of the boxes of ticks begin with.
pub(crate) const TICK: &str = "tick:";

/// When something was written, by the page's own account: never later than now.
pub(super) fn when(posted: &Posted, now: Moment) -> Moment {
    let number = |name| posted.get(name).and_then(|text| text.parse::<i64>().ok());
    let told = number("made").zip(number("ago"));
    let told = told.map(|(made, ago)| Moment(made.saturating_add(ago.max(0).saturating_mul(1000))));
    told.map_or(now, |told| told.min(now))
}

/// One item as it was sent.
pub(super) struct Written<'a> {
    /// The item's place in the kit, from 0.
    pub(super) place: usize,
    item: &'a Item,
    note: String,
    mark: Result<SheetMark, Unreadable>,
    answer: Result<Vec<String>, Unreadable>,
}

impl<'a> Written<'a> {
    pub(super) fn read(posted: &Posted, kit: &'a Kit) -> Result<Self, Refusal> {
        let id = posted.get("item").unwrap_or_default();
        let place = kit.items.iter().position(|item| item.id == id);
        let place = place.ok_or(Refusal::NotFound)?;
        let item = &kit.items[place];
        Ok(Self {
            place,
            item,
            note: posted.get("note").unwrap_or_default().trim().to_owned(),
            mark: mark(posted),
            answer: answer(posted, item),
        })
    }

    /// What is to be saved, and what is wrong with the rest, which stays as it was saved before.
    pub(super) async fn rating(
        self,
        visitor: &Visitor,
        recruiter: &Recruiter,
        interview: &str,
    ) -> Result<(SheetRating, Vec<Fault>), Refusal> {
        let mut rating = SheetRating {
            item: self.item.id.clone(),
            competency: String::new(),
            mark: SheetMark::Open,
            answer: Vec::new(),
            evidence: self.note,
        };
        let mut faults = Vec::new();
        if self.mark.is_err() || self.answer.is_err() {
            let own = sheets::own(&visitor.site.store, recruiter, interview).await?;
            let before = own.as_ref().and_then(|own| super::rating(own, &rating.item));
            if let Some(before) = before {
                (rating.mark, rating.answer) = (before.mark, before.answer.clone());
            }
        }
        match self.mark {
            Ok(mark) => rating.mark = mark,
            Err(why) => faults.push(("rating", why.words(visitor.texts))),
        }
        match self.answer {
            Ok(answer) => rating.answer = answer,
            Err(why) => faults.push(("answer", why.words(visitor.texts))),
        }
        Ok((rating, faults))
    }
}

/// What a field of a sheet does not hold.
enum Unreadable {
    /// A rating from 1 to 5, or "not observed".
    Rating,
    /// Yes or no.
    YesNo,
    /// A date.
    Date,
    /// A number.
    Number,
}

impl Unreadable {
    fn words(&self, texts: Texts) -> String {
        match self {
            Self::Rating => t!(texts, "sheet-rating-bad"),
            Self::YesNo => t!(texts, "sheet-yes-no-bad"),
            Self::Date => t!(texts, "sheet-date-bad"),
            Self::Number => t!(texts, "sheet-number-bad"),
        }
    }
}

/// A field's name and what is wrong with it.
type Fault = (&'static str, String);

/// A whole number from 1 to 5, "not observed", or nothing yet.
fn mark(posted: &Posted) -> Result<SheetMark, Unreadable> {
    match posted.get("rating").unwrap_or_default().trim() {
        "" => Ok(SheetMark::Open),
        UNSEEN => Ok(SheetMark::NotObserved),
        number => {
            let level = number.parse().ok().and_then(Level::new);
            level.map(SheetMark::Level).ok_or(Unreadable::Rating)
        }
    }
}

/// What was ticked, answered or measured.
fn answer(posted: &Posted, item: &Item) -> Result<Vec<String>, Unreadable> {
    let typed = posted.get("answer").unwrap_or_default().trim();
    match &item.kind {
        Kind::Fact(_) | Kind::Measure(_) if typed.is_empty() => Ok(Vec::new()),
        Kind::Fact(Answer::YesNo) if !matches!(typed, "yes" | "no") => Err(Unreadable::YesNo),
        Kind::Fact(Answer::Date) if !is_date(typed) => Err(Unreadable::Date),
        Kind::Measure(_) if Milli::parse(typed).is_none() => Err(Unreadable::Number),
        Kind::Fact(_) | Kind::Measure(_) => Ok(vec![typed.to_owned()]),
        Kind::Question | Kind::Task | Kind::Simulation => {
            let offered: Vec<String> = tick_rows(item)
                .into_iter()
                .flat_map(|(_, ticks)| ticks.into_iter().map(|(value, _)| value))
                .collect();
            let ticked = posted.with_prefix(TICK).map(|(tick, _)| tick.to_owned());
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
