//! Amending one's own rating: another one takes its place, and both stay.

use super::rate::{Kept, keep, resettle};
use super::sql::is_there;
use super::{Given, JudgedPlay, Panel, Rating, Source, find};
use crate::actors::{Attests as _, Trainer};
use crate::approvals::must_say;
use crate::error::StoreError;
use crate::plays::{self, Play, PlayState};
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;

/// Puts another rating in the place of one's own of a reply, with a reason. Result and evidence follow in the same
/// write: the result may change, and may wait for one more rater.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such rating of one's own that holds, or what was said is not there any more;
/// [`StoreError::OwnWork`]; [`StoreError::NoReason`].
pub async fn amend_reply(
    tx: &mut Tx,
    by: &Trainer,
    rating: &str,
    given: &Given,
    reason: &str,
    now: Moment,
    judge: impl FnOnce(&Play, &[Rating], &Panel) -> Result<JudgedPlay, StoreError> + Send,
) -> Result<Play, StoreError> {
    must_say(reason)?;
    let unknown = || StoreError::NotFound("rating");
    let row = sqlx::query(concat!(
        "SELECT r.play, r.part, r.turn, r.anew, e.text
         FROM rating r JOIN play_event e ON e.play = r.play AND e.reply = r.part
         WHERE r.id = $1 AND r.rater = $2 AND ",
        is_there!(),
        "  AND NOT EXISTS (SELECT 1 FROM rating n WHERE n.replaces = r.id)"
    ))
    .bind(rating)
    .bind(by.account.as_str())
    .fetch_optional(&mut tx.conn)
    .await?
    .ok_or_else(unknown)?;
    let found = plays::in_tx(tx, &row.text("play")?).await?.ok_or_else(unknown)?;
    by.must_not_be(&found.person)?;
    if !matches!(found.state, PlayState::Pending | PlayState::Final) {
        return Err(unknown());
    }
    let kept = Kept {
        part: find::part(&row)?,
        turn: row.int("turn")?,
        anew: row.flag("anew")?,
        replaces: Some((rating, reason)),
    };
    let source = Source::Play(found.id.clone());
    keep(tx, by, &source, &kept, given, now).await?;
    resettle(tx, &by.account, found, now, judge).await
}
