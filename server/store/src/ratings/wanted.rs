//! How many people rate an essay or a reply, and how many could.

use super::dispute::is_disputed;
use super::sql::may_rate;
use super::{Panel, number};
use crate::error::StoreError;
use crate::plays::Play;
use crate::row::Columns as _;
use crate::writer::Tx;

/// How many ratings a question of an attempt is to have; none when there is no such question.
pub(super) async fn of_essay(tx: &mut Tx, attempt: &str, part: usize) -> Result<usize, StoreError> {
    let row = sqlx::query("SELECT raters FROM attempt_question WHERE attempt = $1 AND position = $2")
        .bind(attempt)
        .bind(number(part))
        .fetch_optional(&mut tx.conn)
        .await?;
    let row = row.ok_or(StoreError::NotFound("essay"))?;
    Ok(usize::try_from(row.int("raters")?).unwrap_or(1))
}

/// Keeps how many ratings it is to have.
pub(super) async fn want_essay(
    tx: &mut Tx,
    attempt: &str,
    part: usize,
    raters: usize,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE attempt_question SET raters = $1 WHERE attempt = $2 AND position = $3")
        .bind(number(raters))
        .bind(attempt)
        .bind(number(part))
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// How many ratings a reply of a play is to have; none when it does not wait.
pub(super) async fn of_reply(tx: &mut Tx, play: &str, reply: usize) -> Result<Option<usize>, StoreError> {
    let row = sqlx::query("SELECT raters FROM play_event WHERE play = $1 AND reply = $2 AND waiting = 1")
        .bind(play)
        .bind(number(reply))
        .fetch_optional(&mut tx.conn)
        .await?;
    let raters = row.map(|row| row.int("raters")).transpose()?;
    Ok(raters.map(|raters| usize::try_from(raters).unwrap_or(1)))
}

/// Keeps which replies of a play wait, and how many ratings each is to have; the others wait no more.
pub(crate) async fn want_replies(
    tx: &mut Tx,
    play: &str,
    wanted: &[(usize, usize)],
) -> Result<(), StoreError> {
    sqlx::query("UPDATE play_event SET waiting = 0 WHERE play = $1 AND waiting = 1")
        .bind(play)
        .execute(&mut tx.conn)
        .await?;
    for (reply, raters) in wanted {
        sqlx::query("UPDATE play_event SET waiting = 1, raters = $1 WHERE play = $2 AND reply = $3")
            .bind(number(*raters))
            .bind(play)
            .bind(number(*reply))
            .execute(&mut tx.conn)
            .await?;
    }
    Ok(())
}

/// The accounts of those who may rate what this person wrote.
pub(super) async fn trainers(tx: &mut Tx, person: &str) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT t.id FROM account t WHERE t.person <> $1 AND ",
        may_rate!(),
        " ORDER BY t.id"
    ))
    .bind(person)
    .fetch_all(&mut tx.conn)
    .await?;
    rows.iter().map(|row| row.text("id")).collect()
}

/// Who rates a play.
pub(crate) async fn panel(tx: &mut Tx, play: &Play) -> Result<Panel, StoreError> {
    Ok(Panel {
        trainers: trainers(tx, &play.person).await?,
        disputed: is_disputed(tx, &play.id).await?,
    })
}
