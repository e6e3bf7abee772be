use std::{collections::BTreeMap, sync::Arc};

use domain::{evidence::Outcome, hash::Hash};
use store::{
    StoreError, accounts,
    actors::Trainer,
    attempts::{self, Attempt},
};

use super::{Person, Task, plan};
use crate::{
    forms::{Act, Done},
    go_live,
    refusal::Refusal,
    staff::refused,
    t,
    visitor::Visitor,
};

/// Regrades a question for everybody but the trainer himself, one person after the other, so that nobody who takes a
/// quiz meanwhile waits for it. Done twice, or begun again after a crash, it does what is left.
pub(crate) async fn regrade(
    act: &Act,
    quiz: &str,
    question: &str,
    version: &str,
    reason: &str,
) -> Result<Done, Refusal> {
    let trainer = act.trainer()?;
    crate::staff::check_reason(act, reason)?;
    let current = act.library.quizzes.get(quiz).ok_or(Refusal::NotFound)?;
    let new = current.question(question).ok_or(Refusal::NotFound)?;
    if new.hash.to_string() != version {
        return Err(Refusal::Cannot(t!(act.texts, "regrade-changed")));
    }
    let attempts = attempts::handed_in(&act.site.store, &trainer, quiz, None).await?;
    let task = Task::of(act, quiz, Some(new.clone()), &attempts).await?;
    let plan = plan(act, &trainer, &task, &attempts).await?;
    let mut changed = 0;
    let people = plan.people.into_iter().map(|Person { person, .. }| person);
    for person in people.chain(plan.others) {
        let version = Some(current.head.version);
        changed += anew(act, &trainer, &task, person, version, reason).await?;
    }
    Ok(Done::back().saying(t!(act.texts, "regrade-done", n = changed)))
}

/// Computes one person's results anew, in a write of its own. Returns how many attempts changed.
async fn anew(
    act: &Act,
    trainer: &Trainer,
    task: &Task,
    person: String,
    version: Option<Hash>,
    reason: &str,
) -> Result<usize, Refusal> {
    let (trainer, task, reason, now) = (trainer.clone(), task.clone(), reason.trim().to_owned(), act.now);
    let (library, calendar) = (Arc::clone(&act.library), Arc::clone(&act.site.calendar));
    let writing = act.site.store.write(move |tx| {
        Box::pin(async move {
            let judge = |attempts: &[Attempt]| task.judge(attempts);
            let about = (person.as_str(), task.quiz.as_str());
            let changed = attempts::regrade(tx, &trainer, about, version, &reason, now, judge).await?;
            if changed
                .iter()
                .any(|attempt| attempt.outcome == Some(Outcome::Passed))
            {
                go_live::settle(tx, &library, calendar.as_ref(), &person, &trainer, now).await?;
            }
            Ok(changed.len())
        })
    });
    let written: Result<usize, StoreError> = writing.await;
    written.map_err(|error| refused(act.texts, error))
}

/// The names of accounts' owners, by person.
pub(crate) async fn names(visitor: &Visitor) -> Result<BTreeMap<String, (String, String)>, Refusal> {
    let accounts = accounts::list(&visitor.site.store).await?;
    let named = accounts.iter().map(|account| {
        (
            account.person.clone(),
            (account.login.clone(), account.shown().to_owned()),
        )
    });
    Ok(named.collect())
}
