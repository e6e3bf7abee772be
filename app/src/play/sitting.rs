//! One sitting, on the server: signs of life, and what a trainer decides about a lost connection.

use std::sync::Arc;

use domain::{
    evidence::{Entry, Fact},
    scenario::{Scenario, sitting::Interruption},
};
use store::{
    StoreError,
    actors::{Operator, Trainer},
    evidence,
    plays::{self, Flagged, Play, Sign},
    ratings::{Panel, Rating},
};

use super::{
    Part,
    open::{inconsistent, replayed},
    parts,
    rejudge::rejudged,
};
use crate::{
    actions::SignSaid, forms::Act, rating, refusal::Refusal, site::Site, staff::approvals::check_reason, t,
    visitor::Visitor,
};

/// Whether this can be the id of a page.
pub(super) fn is_tab(tab: &str) -> bool {
    tab.len() == 36 && tab.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// A sign of life of one's own play.
///
/// # Errors
/// When the database fails.
pub(crate) async fn sign(visitor: &Visitor, play: &str, tab: &str) -> Result<SignSaid, Refusal> {
    if visitor.session.is_none() {
        return Ok(SignSaid::SignedOut);
    }
    let Some(learner) = visitor.learner().ok().filter(|_| is_tab(tab)) else {
        return Ok(SignSaid::Unknown);
    };
    let (play, tab, now) = (play.to_owned(), tab.to_owned(), visitor.now);
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

/// A play to decide about, without whose it is.
pub(crate) struct SittingTask {
    /// The play.
    pub(crate) play: String,
    /// The scenario's title.
    pub(crate) title: String,
    /// When it ended.
    pub(crate) since: domain::time::Moment,
    /// The silences in it.
    pub(crate) silences: Vec<Missed>,
}

/// A silence in a play, for whoever decides.
pub(crate) struct Missed {
    /// When, and how long.
    pub(crate) silence: Interruption,
    /// What the customer had said, as the node tells it.
    pub(crate) said: Vec<Part>,
    /// Whether a time ran out in it.
    pub(crate) ran_out: bool,
}

/// What a trainer gets to see of a play in which the connection was lost.
///
/// # Errors
/// When its release cannot be read.
pub(crate) async fn sitting_task(
    visitor: &Visitor,
    trainer: &Trainer,
    flagged: &Flagged,
) -> Result<Option<SittingTask>, Refusal> {
    let store = &visitor.site.store;
    let Some(record) = plays::get(store, trainer, &flagged.play).await? else {
        return Ok(None);
    };
    let library = visitor.site.libraries.at(store, flagged.release).await?;
    let Some(scenario) = library.scenarios.get(&flagged.scenario) else {
        return Ok(None);
    };
    let silences = plays::interruptions(store, &flagged.play).await?;
    let missed = silences
        .into_iter()
        .map(|silence| missed(visitor, scenario, &record, silence));
    Ok(Some(SittingTask {
        play: flagged.play.clone(),
        title: scenario.head.title.get(&visitor.lang()).to_owned(),
        since: flagged.since,
        silences: missed.collect::<Result<_, _>>()?,
    }))
}

fn missed(
    visitor: &Visitor,
    scenario: &Scenario,
    record: &Play,
    silence: Interruption,
) -> Result<Missed, Refusal> {
    let then = replayed(scenario, record, silence.after)?;
    let node = scenario.nodes.get(then.node);
    let body = node.map_or("", |node| node.body.get(&visitor.lang()));
    Ok(Missed {
        silence,
        said: parts(body),
        ran_out: silence.ran_out(scenario, &then),
    })
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
