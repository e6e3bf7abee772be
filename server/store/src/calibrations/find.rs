//! Reading calibrations: each rater sees what is his own, and the others' only when there is nothing left to influence.

use super::candidates::essay;
use super::{Kind, Subject};
use crate::actors::Trainer;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AnyExecutor};

/// The answers of calibrations with their texts, which are empty when they were erased, and as long as the work they are from
/// has no final result: while a dispute is looked at, nobody is told how others rated the same answer.
macro_rules! living {
    () => {
        "SELECT n.calibration, n.position,
                coalesce(n.text, CASE WHEN y.state = 'final' THEN e.text END,
                         CASE WHEN a.state = 'graded' THEN q.answer END, '') AS text,
                coalesce(y.person, a.person) AS person
         FROM calibration_item n
         LEFT JOIN play y ON y.id = n.play
         LEFT JOIN play_event e ON e.play = n.play AND e.reply = n.part
         LEFT JOIN attempt a ON a.id = n.attempt
         LEFT JOIN attempt_question q ON q.attempt = n.attempt AND q.position = n.part"
    };
}

/// A calibration in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// UUIDv7 as text.
    pub id: String,
    /// What it was called.
    pub title: String,
    /// When it was made.
    pub made: Moment,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// How many answers it has.
    pub items: usize,
    /// How many of them the reader has rated.
    pub own: usize,
}

/// A calibration as one rater may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// UUIDv7 as text.
    pub id: String,
    /// What it was called.
    pub title: String,
    /// What the answers answer.
    pub subject: Subject,
    /// When it was made.
    pub made: Moment,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// The answers that were not erased and are not being rated themselves, in their order.
    pub items: Vec<Item>,
    /// The raters who rated all of them; nobody while the reader may still rate.
    pub raters: Vec<Rater>,
}

/// An answer of a calibration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its place, from 0; where an answer is left out, a place is missing.
    pub position: usize,
    /// What was written.
    pub text: String,
    /// Who wrote it; nobody when it was written for the calibration.
    pub person: Option<String>,
    /// The levels that the reader gave, one for each criterion.
    pub own: Option<Vec<u32>>,
}

/// Somebody who rated everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rater {
    /// The account.
    pub account: String,
    /// The name, or the sign-in name when there is none.
    pub name: String,
    /// The levels given, in the order of the answers; in each one for each criterion.
    pub levels: Vec<Vec<u32>>,
}

impl Calibration {
    /// Whether the reader can rate nothing more: all is rated, or it is closed.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.closed.is_some() || self.items.iter().all(|item| item.own.is_some())
    }
}

/// Every calibration, the newest first, with how far the reader is.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn all(store: &Store, by: &Trainer) -> Result<Vec<Summary>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT c.id, c.title, c.made, c.closed, count(i.position) AS items, count(r.position) AS own
         FROM calibration c LEFT JOIN (",
        living!(),
        ") i ON i.calibration = c.id AND i.text <> ''
         LEFT JOIN calibration_rating r ON r.calibration = c.id AND r.position = i.position AND r.rater = $1
         GROUP BY c.id, c.title, c.made, c.closed ORDER BY c.made DESC, c.id"
    ))
    .bind(by.account.as_str())
    .fetch_all(store.readers())
    .await?;
    let summary = |row: &AnyRow| {
        Ok(Summary {
            id: row.text("id")?,
            title: row.text("title")?,
            made: row.moment("made")?,
            closed: row.maybe_moment("closed")?,
            items: place(row, "items")?,
            own: place(row, "own")?,
        })
    };
    rows.iter().map(summary).collect()
}

/// A calibration as this rater may see it; none when there is no such.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn of_rater(store: &Store, by: &Trainer, id: &str) -> Result<Option<Calibration>, StoreError> {
    let mut conn = store.readers().acquire().await?;
    load(&mut conn, by, id).await
}

pub(super) async fn in_tx(tx: &mut Tx, by: &Trainer, id: &str) -> Result<Option<Calibration>, StoreError> {
    load(&mut tx.conn, by, id).await
}

async fn load(conn: &mut AnyConnection, by: &Trainer, id: &str) -> Result<Option<Calibration>, StoreError> {
    let sql = "SELECT id, title, kind, subject, place, version, release, made, closed FROM calibration WHERE id = $1";
    let row = sqlx::query(sql).bind(id).fetch_optional(&mut *conn).await?;
    let Some(row) = row else { return Ok(None) };
    let subject = subject(&row)?;
    let mut items = items(&mut *conn, id, subject.kind).await?;
    let raters = raters(&mut *conn, id, &items).await?;
    let own = raters.iter().find(|rater| rater.account == by.account);
    for (item, levels) in items
        .iter_mut()
        .zip(own.map(|own| &own.levels).into_iter().flatten())
    {
        item.own = Some(levels.clone()).filter(|levels| !levels.is_empty());
    }
    let mut found = Calibration {
        id: row.text("id")?,
        title: row.text("title")?,
        made: row.moment("made")?,
        closed: row.maybe_moment("closed")?,
        subject,
        items,
        raters: Vec::new(),
    };
    if found.is_over() {
        let has_all = |rater: &Rater| rater.levels.iter().all(|levels| !levels.is_empty());
        found.raters = raters.into_iter().filter(has_all).collect();
    }
    Ok(Some(found))
}

fn subject(row: &AnyRow) -> Result<Subject, StoreError> {
    let kind = match row.text("kind")?.as_str() {
        "reply" => Kind::Reply,
        "essay" => Kind::Essay,
        _ => return Err(StoreError::inconsistent("calibration", row.text("id")?, "kind")),
    };
    Ok(Subject {
        kind,
        id: row.text("subject")?,
        place: row.text("place")?,
        version: row.hash("calibration", "version")?,
        release: row.hash("calibration", "release")?,
    })
}

async fn items<'c>(db: impl AnyExecutor<'c>, id: &str, kind: Kind) -> Result<Vec<Item>, StoreError> {
    let sql = concat!(living!(), " WHERE n.calibration = $1 ORDER BY n.position");
    let rows = sqlx::query(sql).bind(id).fetch_all(db).await?;
    let mut items = Vec::new();
    for row in &rows {
        let (text, person) = (row.text("text")?, row.maybe_text("person")?);
        let text = match kind {
            Kind::Essay if person.is_some() => essay(&text)?,
            _ => text,
        };
        if !text.is_empty() {
            let position = place(row, "position")?;
            items.push(Item {
                position,
                text,
                person,
                own: None,
            });
        }
    }
    Ok(items)
}

/// What each rater gave, in the order of the answers; no levels where an answer is not rated yet.
async fn raters<'c>(db: impl AnyExecutor<'c>, id: &str, items: &[Item]) -> Result<Vec<Rater>, StoreError> {
    let rows = sqlx::query(
        "SELECT r.position, r.rater, r.levels, coalesce(p.name, a.login) AS name
         FROM calibration_rating r JOIN account a ON a.id = r.rater JOIN person p ON p.id = a.person
         WHERE r.calibration = $1 ORDER BY a.login, r.position",
    )
    .bind(id)
    .fetch_all(db)
    .await?;
    let mut raters: Vec<Rater> = Vec::new();
    for row in &rows {
        let (account, position) = (row.text("rater")?, place(row, "position")?);
        if raters.last().is_none_or(|last| last.account != account) {
            raters.push(Rater {
                account,
                name: row.text("name")?,
                levels: vec![Vec::new(); items.len()],
            });
        }
        let at = items.iter().position(|item| item.position == position);
        if let (Some(at), Some(rater)) = (at, raters.last_mut()) {
            rater.levels[at] = levels(row)?;
        }
    }
    Ok(raters)
}

fn levels(row: &AnyRow) -> Result<Vec<u32>, StoreError> {
    let text = row.text("levels")?;
    let levels: Result<_, _> = text.split_whitespace().map(str::parse).collect();
    levels.map_err(|_| StoreError::inconsistent("calibration_rating", text.clone(), "levels"))
}

pub(super) fn place(row: &AnyRow, column: &'static str) -> Result<usize, StoreError> {
    let number = row.int(column)?;
    usize::try_from(number).map_err(|_| StoreError::inconsistent("calibration", number.to_string(), column))
}
