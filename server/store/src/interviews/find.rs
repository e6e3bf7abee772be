//! Reading interviews: never what a rater wrote.

use super::Decision;
use crate::actors::Recruiter;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::hash::Hash;
use domain::score::Milli;
use domain::time::Moment;
use sqlx::any::AnyRow;

/// An interview, planned or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// UUIDv7 as text.
    pub id: String,
    /// The candidate's id.
    pub candidate: String,
    /// The candidate's name; none when it was erased.
    pub name: Option<String>,
    /// The kit's id.
    pub kit: String,
    /// The kit's version.
    pub version: Hash,
    /// The address of the release the kit comes with.
    pub release: Hash,
    /// Where it takes place.
    pub room: String,
    /// When it takes place.
    pub at: Moment,
    /// What was decided; none before.
    pub decision: Option<Decision>,
    /// Who rates, by sign-in name.
    pub raters: Vec<Rater>,
}

/// Somebody who rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rater {
    /// The account's id.
    pub account: String,
    /// The name, or the sign-in name when there is none.
    pub name: String,
    /// When the sheet was submitted.
    pub submitted: Option<Moment>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.candidate, cp.name, i.kit, i.version, i.release, i.room, i.at, i.outcome, i.total,
                    s.rater, coalesce(rp.name, ra.login) AS rater_name, s.submitted
             FROM interview i
             JOIN candidate c ON c.id = i.candidate JOIN person cp ON cp.id = c.person
             LEFT JOIN sheet s ON s.interview = i.id
             LEFT JOIN account ra ON ra.id = s.rater LEFT JOIN person rp ON rp.id = ra.person ",
            $rest
        )
    };
}

/// One interview.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn get(store: &Store, _by: &Recruiter, id: &str) -> Result<Option<Interview>, StoreError> {
    let sql = select!("WHERE i.id = $1 ORDER BY ra.login_key");
    let rows = sqlx::query(sql).bind(id).fetch_all(store.readers()).await?;
    Ok(interviews(&rows)?.pop())
}

/// The interviews of a candidate, the earliest first.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn of_candidate(
    store: &Store,
    _by: &Recruiter,
    candidate: &str,
) -> Result<Vec<Interview>, StoreError> {
    let sql = select!("WHERE i.candidate = $1 ORDER BY i.at, i.id, ra.login_key");
    let rows = sqlx::query(sql)
        .bind(candidate)
        .fetch_all(store.readers())
        .await?;
    interviews(&rows)
}

/// The interviews that take place from one moment until before another, and those before it that have a sheet
/// of one's own still open; the earliest first.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn list(
    store: &Store,
    by: &Recruiter,
    from: Moment,
    until: Moment,
) -> Result<Vec<Interview>, StoreError> {
    let sql = select!(
        "WHERE (i.at >= $1 AND i.at < $2)
            OR (i.decided IS NULL AND i.at < $1
                AND i.id IN (SELECT interview FROM sheet WHERE rater = $3 AND submitted IS NULL))
         ORDER BY i.at, i.id, ra.login_key"
    );
    let query = sqlx::query(sql)
        .bind(from.0)
        .bind(until.0)
        .bind(by.account.as_str());
    interviews(&query.fetch_all(store.readers()).await?)
}

/// Rows of one interview stand together, one for each rater.
fn interviews(rows: &[AnyRow]) -> Result<Vec<Interview>, StoreError> {
    let mut interviews: Vec<Interview> = Vec::new();
    for row in rows {
        let id = row.text("id")?;
        if interviews.last().is_none_or(|last| last.id != id) {
            interviews.push(interview(row, id)?);
        }
        if let (Some(last), Some(account)) = (interviews.last_mut(), row.maybe_text("rater")?) {
            let (name, submitted) = (row.text("rater_name")?, row.maybe_moment("submitted")?);
            last.raters.push(Rater {
                account,
                name,
                submitted,
            });
        }
    }
    Ok(interviews)
}

fn interview(row: &AnyRow, id: String) -> Result<Interview, StoreError> {
    let total = row.maybe_int("total")?.map(Milli);
    let decision = match row.maybe_text("outcome")?.as_deref() {
        None => None,
        Some("passed") => Some(Decision { passed: true, total }),
        Some("failed") => Some(Decision { passed: false, total }),
        Some(_) => return Err(StoreError::inconsistent("interview", id, "outcome")),
    };
    Ok(Interview {
        id,
        candidate: row.text("candidate")?,
        name: row.maybe_text("name")?,
        kit: row.text("kit")?,
        version: row.hash("interview", "version")?,
        release: row.hash("interview", "release")?,
        room: row.text("room")?,
        at: row.moment("at")?,
        decision,
        raters: Vec::new(),
    })
}
