//! Reading sheets: one's own, and the others' once one's own is submitted.

use super::{Sheet, SheetMark, SheetRating};
use crate::actors::Recruiter;
use crate::error::StoreError;
use crate::lines;
use crate::open::Store;
use crate::row::Columns as _;
use domain::interview::score::Level;
use sqlx::any::AnyRow;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.rater, coalesce(p.name, a.login) AS name, s.version, s.submitted,
                    r.item, r.competency, r.observed, r.rating, r.answer, r.evidence
             FROM sheet s JOIN account a ON a.id = s.rater JOIN person p ON p.id = a.person
             LEFT JOIN sheet_rating r ON r.interview = s.interview AND r.rater = s.rater
             WHERE s.interview = $1 AND ",
            $rest
        )
    };
}

/// One's own sheet; none when one does not rate this interview.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn own(store: &Store, rater: &Recruiter, interview: &str) -> Result<Option<Sheet>, StoreError> {
    let sql = select!("s.rater = $2 ORDER BY r.item, r.competency");
    let query = sqlx::query(sql).bind(interview).bind(rater.account.as_str());
    Ok(sheets(&query.fetch_all(store.readers()).await?)?.pop())
}

/// All submitted sheets, one's own among them. One query decides and reads, so nothing can come between.
///
/// # Errors
/// [`StoreError::Blind`] when one has not submitted a sheet of one's own.
pub async fn debrief(store: &Store, rater: &Recruiter, interview: &str) -> Result<Vec<Sheet>, StoreError> {
    let sql = select!(
        "s.submitted IS NOT NULL AND EXISTS (SELECT 1 FROM sheet o WHERE o.interview = s.interview
                                             AND o.rater = $2 AND o.submitted IS NOT NULL)
         ORDER BY a.login_key, r.item, r.competency"
    );
    let query = sqlx::query(sql).bind(interview).bind(rater.account.as_str());
    let sheets = sheets(&query.fetch_all(store.readers()).await?)?;
    if sheets.is_empty() {
        Err(StoreError::Blind)
    } else {
        Ok(sheets)
    }
}

/// Rows of one sheet stand together, one for each rating.
fn sheets(rows: &[AnyRow]) -> Result<Vec<Sheet>, StoreError> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for row in rows {
        let rater = row.text("rater")?;
        if sheets.last().is_none_or(|last| last.rater != rater) {
            sheets.push(Sheet {
                rater,
                name: row.text("name")?,
                version: row.hash("sheet", "version")?,
                submitted: row.maybe_moment("submitted")?,
                ratings: Vec::new(),
            });
        }
        if let (Some(last), Some(item)) = (sheets.last_mut(), row.maybe_text("item")?) {
            last.ratings.push(rating(row, item)?);
        }
    }
    Ok(sheets)
}

fn rating(row: &AnyRow, item: String) -> Result<SheetRating, StoreError> {
    let wrong = |column| StoreError::inconsistent("sheet_rating", item.clone(), column);
    let mark = match (row.maybe_int("observed")?, row.maybe_int("rating")?) {
        (None, None) => SheetMark::Open,
        (Some(0), None) => SheetMark::NotObserved,
        (Some(1), Some(number)) => {
            let level = u8::try_from(number).ok().and_then(Level::new);
            SheetMark::Level(level.ok_or_else(|| wrong("rating"))?)
        }
        _ => return Err(wrong("observed")),
    };
    Ok(SheetRating {
        competency: row.text("competency")?,
        mark,
        answer: lines::split(&row.text("answer")?).ok_or_else(|| wrong("answer"))?,
        evidence: row.text("evidence")?,
        item,
    })
}
