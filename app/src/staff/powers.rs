//! What a trainer may do about somebody's attempts at quizzes, each with a reason.

use domain::{evidence::ExtraTime, score::Milli};
use store::{StoreError, actors::Trainer, attempts};

use super::{approvals::check_reason, first, reach, refused};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// How much more time can be granted; the first is none.
pub(crate) const EXTRA: [ExtraTime; 8] = [
    ExtraTime::Minutes(0),
    ExtraTime::Factor(Milli(1250)),
    ExtraTime::Factor(Milli(1500)),
    ExtraTime::Factor(Milli(2000)),
    ExtraTime::Minutes(5),
    ExtraTime::Minutes(10),
    ExtraTime::Minutes(15),
    ExtraTime::Minutes(30),
];

/// The code of more time in a form.
pub(crate) fn code(time: ExtraTime) -> String {
    match time {
        ExtraTime::Minutes(minutes) => format!("m{minutes}"),
        ExtraTime::Factor(factor) => format!("x{}", factor.0),
    }
}

/// Takes an attempt out of account.
pub(crate) async fn void(act: &Act, id: &str, reason: String) -> Result<Done, Refusal> {
    let trainer = begin(act, &reason)?;
    let (id, key, now) = (id.to_owned(), act.key().to_owned(), act.now);
    let voiding = act.site.store.write(move |tx| {
        Box::pin(async move {
            if first(tx, &key, &trainer.account, now).await? {
                attempts::void(tx, &trainer, &id, &reason, now).await?;
            }
            Ok(())
        })
    });
    end(act, voiding.await)?;
    Ok(Done::back().saying(t!(act.texts, "powers-voided")))
}

/// Grants one more attempt at a quiz that has a limit.
pub(crate) async fn grant_attempt(
    act: &Act,
    login: &str,
    quiz: String,
    reason: String,
) -> Result<Done, Refusal> {
    let trainer = begin(act, &reason)?;
    let account = reach::find(act, login).await?;
    let limit = act.library.quizzes.get(&quiz).ok_or(Refusal::NotFound)?.attempts;
    if limit.is_none() {
        return Err(Refusal::Cannot(t!(act.texts, "powers-no-limit")));
    }
    let (person, key, now) = (account.person.clone(), act.key().to_owned(), act.now);
    let granting = act.site.store.write(move |tx| {
        Box::pin(async move {
            if first(tx, &key, &trainer.account, now).await? {
                attempts::grant_attempt(tx, &trainer, &person, &quiz, &reason, now).await?;
            }
            Ok(())
        })
    });
    end(act, granting.await)?;
    Ok(Done::back().saying(t!(act.texts, "powers-granted", name = account.shown())))
}

/// Grants more time for all quizzes.
pub(crate) async fn grant_time(act: &Act, login: &str, time: &str, reason: String) -> Result<Done, Refusal> {
    let trainer = begin(act, &reason)?;
    let account = reach::find(act, login).await?;
    let time = EXTRA.into_iter().find(|extra| code(*extra) == time);
    let time = time.ok_or_else(|| Refusal::field("time", t!(act.texts, "powers-time-unknown")))?;
    let (person, key, now) = (account.person.clone(), act.key().to_owned(), act.now);
    let granting = act.site.store.write(move |tx| {
        Box::pin(async move {
            if first(tx, &key, &trainer.account, now).await? {
                attempts::grant_time(tx, &trainer, &person, time, &reason, now).await?;
            }
            Ok(())
        })
    });
    end(act, granting.await)?;
    Ok(Done::back().saying(t!(act.texts, "powers-timed", name = account.shown())))
}

fn begin(act: &Act, reason: &str) -> Result<Trainer, Refusal> {
    let trainer = act.trainer()?;
    check_reason(act, reason)?;
    Ok(trainer)
}

fn end(act: &Act, written: Result<(), StoreError>) -> Result<(), Refusal> {
    written.map_err(|error| match error {
        StoreError::OwnWork => Refusal::Cannot(t!(act.texts, "powers-own")),
        other => refused(act.texts, other),
    })
}
