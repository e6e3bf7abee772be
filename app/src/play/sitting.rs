//! One sitting, on the server: signs of life, and what a trainer decides about a lost connection.

use std::sync::Arc;

use domain::{
    evidence::{Entry, Fact},
    scenario::sitting::Shown,
};
use store::{
    StoreError,
    actors::{Learner, Operator},
    evidence,
    plays::{self, Play, Sign, Tab},
    ratings::{Panel, Rating},
};

use super::{Opened, open::inconsistent, rejudge::rejudged};
use crate::{
    actions::SignSaid,
    forms::{Act, Posted},
    rating,
    refusal::Refusal,
    site::Site,
    staff::approvals::check_reason,
    t,
    visitor::Visitor,
};

/// Whether this can be the id of a page.
fn is_tab(tab: &str) -> bool {
    tab.len() == 36 && tab.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// The page that fields came from: its id, and `lost` where it could not reach the server for a while; none without
/// scripts. `shown` is the time at the shown node.
pub(super) fn tab(posted: &Posted, shown: Option<Shown>) -> Option<Tab> {
    let id = posted.get("tab").filter(|tab| is_tab(tab))?;
    Some(Tab {
        id: id.to_owned(),
        lost: shown.filter(|_| posted.get("lost").is_some()),
    })
}

/// A sign of life of one's own play.
///
/// # Errors
/// When the database fails.
pub(crate) async fn sign(visitor: &Visitor, posted: &Posted, play: &str) -> Result<SignSaid, Refusal> {
    if visitor.session.is_none() {
        return Ok(SignSaid::SignedOut);
    }
    let Ok(learner) = visitor.learner() else {
        return Ok(SignSaid::Unknown);
    };
    // Only a page that was cut off needs to know where the play stands.
    let shown = match posted.get("lost") {
        Some(_) => shown(visitor, &learner, play).await?,
        None => None,
    };
    let Some(tab) = tab(posted, shown) else {
        return Ok(SignSaid::Unknown);
    };
    let (play, now) = (play.to_owned(), visitor.now);
    let signing = visitor
        .site
        .store
        .write(move |tx| Box::pin(async move { plays::sign(tx, &learner, &play, &tab, now).await }));
    match signing.await {
        Ok(Sign::Here) => Ok(SignSaid::Here),
        Ok(Sign::Elsewhere) => Ok(SignSaid::Elsewhere),
        Ok(Sign::Over) => Ok(SignSaid::Over),
        Err(StoreError::NotFound(_)) => Ok(SignSaid::Unknown),
        Err(error) => Err(error.into()),
    }
}

/// The time at the node that one's own play shows; none without a limit, and for a play that is not one's own.
async fn shown(visitor: &Visitor, learner: &Learner, play: &str) -> Result<Option<Shown>, Refusal> {
    match Opened::load(visitor, learner, play).await {
        Ok(opened) => Ok(Shown::of(opened.scenario()?, &opened.now()?)),
        Err(Refusal::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Gives up the assessed plays that nobody has played for half an hour; a job of the server, every few seconds. Returns how
/// many.
///
/// # Errors
/// When the database fails.
pub async fn give_up_idle(site: &Arc<Site>) -> Result<u64, StoreError> {
    let now = site.now();
    if !plays::any_idle(&site.store, now).await? {
        return Ok(0);
    }
    let giving_up = site
        .store
        .write(move |tx| Box::pin(async move { plays::give_up_idle(tx, &Operator::new(), now).await }));
    giving_up.await
}

/// Decides whether a play in which the connection was lost counts.
///
/// # Errors
/// Fields to mend; [`Refusal::NotFound`] for a play that does not wait or is one's own.
pub(crate) async fn decide(act: &Act, id: &str, verdict: &str, reason: &str) -> Result<(), Refusal> {
    let (texts, trainer, now) = (act.texts, act.trainer()?, act.now);
    let counts = match verdict {
        "count" => true,
        "void" => false,
        _ => return Err(Refusal::field("verdict", t!(texts, "sitting-choose"))),
    };
    check_reason(act, reason)?;
    let store = &act.site.store;
    let record = plays::get(store, &trainer, id).await?.ok_or(Refusal::NotFound)?;
    let library = act.site.libraries.at(store, record.release).await?;
    if !library.scenarios.contains_key(&record.scenario) {
        return Err(inconsistent(&record, "scenario"));
    }
    let (id, reason) = (id.to_owned(), reason.to_owned());
    rating::write(act, trainer, t!(texts, "sitting-again"), move |tx, trainer| {
        Box::pin(async move {
            let judged =
                |record: &Play, given: &[Rating], panel: &Panel| rejudged(&library, record, given, panel);
            let play = plays::decide(tx, trainer, &id, counts, &reason, now, judged).await?;
            Ok(Some(play.person))
        })
    })
    .await
}

/// Why a trainer let a play count or not, for whoever played it; none when nothing was decided, or the words were erased.
///
/// # Errors
/// When the database fails.
pub(crate) async fn reason(visitor: &Visitor, play: &Play) -> Result<Option<String>, Refusal> {
    let store = &visitor.site.store;
    let entries = evidence::of_person(store, &play.person).await?;
    let Some(entry) = entries.iter().rfind(|entry| decides(&entries, entry, &play.id)) else {
        return Ok(None);
    };
    let mut said = evidence::said(store, &play.person).await?;
    Ok(said.remove(&entry.id).and_then(|said| said.note))
}

/// Whether an entry is the decision about a play: it counts, or its result is void.
fn decides(entries: &[Entry], entry: &Entry, play: &str) -> bool {
    match &entry.fact {
        Fact::PlayUpheld { play: of, .. } => of == play,
        Fact::Voided { entry: voided } => entries.iter().any(|entry| {
            entry.id == *voided
                && matches!(&entry.fact, Fact::ScenarioFinished { play: of, .. } if of == play)
        }),
        _ => false,
    }
}
