//! A play in which the connection was lost, for whoever decides about it.

use domain::scenario::{Scenario, sitting::Interruption};
use store::plays::{Did, Flagged, Play};

use super::{Part, open::replayed, parts, transcript::too_late};
use crate::{refusal::Refusal, visitor::Visitor};

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
    /// What was answered when it was too late, as HTML.
    pub(crate) late: Option<String>,
    /// Whether a time ran out in it.
    pub(crate) ran_out: bool,
}

/// What a trainer gets to see of a play in which the connection was lost; none when its release lacks the scenario.
///
/// # Errors
/// When its release cannot be read.
pub(crate) async fn sitting_task(
    visitor: &Visitor,
    flagged: &Flagged,
) -> Result<Option<SittingTask>, Refusal> {
    let (site, record) = (&visitor.site, &flagged.play);
    let library = site.libraries.at(&site.store, record.release).await?;
    let Some(scenario) = library.scenarios.get(&record.scenario) else {
        return Ok(None);
    };
    let silences = flagged.silences.iter();
    let missed = silences.map(|silence| missed(visitor, scenario, record, *silence));
    Ok(Some(SittingTask {
        play: record.id.clone(),
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
    let next = record.events.get(silence.after).map(|event| &event.did);
    let late = match next {
        Some(Did::TimedOut(Some(late))) => too_late(scenario, then.node, late, &visitor.lang()),
        _ => None,
    };
    Ok(Missed {
        silence,
        said: parts(body),
        late,
        ran_out: silence.ran_out(scenario, &then),
    })
}
