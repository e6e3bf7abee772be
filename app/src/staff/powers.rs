//! What a trainer may do about somebody's attempts at quizzes, each with a reason.

use std::sync::Arc;

use domain::{
    evidence::{ExtraTime, Outcome},
    score::Milli,
};
use store::{
    StoreError,
    actors::Trainer,
    attempts::{self, Attempt},
};

use super::{approvals::check_reason, first, reach, refused};
use crate::{
    forms::{Act, Done},
    go_live,
    quiz::regrade::Task,
    refusal::Refusal,
    t,
};

/// How much more time can be granted; the first is none.
pub(crate) const EXTRA: [ExtraTime; 12] = [
    ExtraTime::Minutes(0),
    ExtraTime::Factor(Milli(1250)),
    ExtraTime::Factor(Milli(1500)),
    ExtraTime::Factor(Milli(2000)),
    ExtraTime::Factor(Milli(3000)),
    ExtraTime::Factor(Milli(5000)),
    ExtraTime::Factor(Milli(10_000)),
    ExtraTime::Unlimited,
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
        ExtraTime::Unlimited => "unlimited".to_owned(),
    }
}

/// Takes an attempt out of account.
pub(crate) async fn void(act: &Act, id: &str, reason: String) -> Result<Done, Refusal> {
    let trainer = begin(act, &reason)?;
    let store = &act.site.store;
    let attempt = attempts::get(store, &trainer, id)
        .await?
        .ok_or(Refusal::NotFound)?;
    // Where the mean or the first attempt counts, the others end otherwise without this one.
    let others = attempts::handed_in(store, &trainer, &attempt.quiz, Some(&attempt.person)).await?;
    let task = Task::of(act, &attempt.quiz, None, &others).await?;
    let (id, key, now) = (id.to_owned(), act.key().to_owned(), act.now);
    let (library, calendar) = (Arc::clone(&act.library), Arc::clone(&act.site.calendar));
    let voiding = store.write(move |tx| {
        Box::pin(async move {
            if !first(tx, &key, &trainer.account, now).await? {
                return Ok(());
            }
            let Attempt { person, quiz, .. } = attempts::void(tx, &trainer, &id, &reason, now).await?;
            let judge = |attempts: &[Attempt]| task.judge(attempts);
            let others = attempts::regrade(tx, &trainer, (&person, &quiz), None, &reason, now, judge).await?;
            if others
                .iter()
                .any(|attempt| attempt.outcome == Some(Outcome::Passed))
            {
                go_live::settle(tx, &library, calendar.as_ref(), &person, &trainer, now).await?;
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

/// Grants more time for all quizzes and role-plays.
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
