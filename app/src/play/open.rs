//! A play as it was kept, with the content it is played on.

use std::sync::Arc;

use domain::{
    content::Library,
    scenario::{
        Scenario,
        play::{Event, Mode, Play, go_on},
        state::state_hash,
    },
};
use store::{
    StoreError,
    actors::Learner,
    plays::{self, Did, PlayEvent},
};

use crate::{refusal::Refusal, visitor::Visitor};

/// A play and the release it belongs to: it goes on with what it began with, whatever is published meanwhile.
pub(crate) struct Opened {
    /// What the store keeps.
    pub(crate) record: plays::Play,
    /// The content as of the play's release.
    pub(crate) library: Arc<Library>,
}

impl Opened {
    /// One's own play.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none, or it is somebody else's.
    pub(crate) async fn load(visitor: &Visitor, learner: &Learner, id: &str) -> Result<Self, Refusal> {
        let store = &visitor.site.store;
        let record = plays::of_learner(store, learner, id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let library = visitor.site.libraries.at(store, record.release).await?;
        Ok(Self { record, library })
    }

    /// The scenario in the play's version.
    ///
    /// # Errors
    /// When the release lacks it, which no version of this program brings about.
    pub(crate) fn scenario(&self) -> Result<&Scenario, Refusal> {
        let scenario = self.library.scenarios.get(&self.record.scenario);
        scenario.ok_or_else(|| inconsistent(&self.record, "scenario"))
    }

    /// Where the play stood after so many events.
    ///
    /// # Errors
    /// When the events do not fit the scenario, which no version of this program brings about.
    pub(crate) fn after(&self, count: usize) -> Result<Play, Refusal> {
        replayed(self.scenario()?, &self.record, count)
    }

    /// Whether it is practice.
    pub(crate) fn is_practice(&self) -> bool {
        self.record.mode == Mode::Practice
    }

    /// Whether the events lead to the state that was recorded when the play ended.
    pub(crate) fn is_true(&self, now: &Play) -> bool {
        self.record.digest.is_none_or(|digest| digest == state_hash(now))
    }

    /// Where the play stands.
    ///
    /// # Errors
    /// As for [`Opened::after`].
    pub(crate) fn now(&self) -> Result<Play, Refusal> {
        self.after(self.record.events.len())
    }
}

/// Where a play stood after so many of its events.
///
/// # Errors
/// When the events do not fit the scenario.
pub(crate) fn replayed(scenario: &Scenario, record: &plays::Play, count: usize) -> Result<Play, Refusal> {
    let events: Option<Vec<Event>> = record
        .events
        .iter()
        .take(count)
        .map(|kept| event(scenario, kept))
        .collect();
    let events = events.ok_or_else(|| inconsistent(record, "node"))?;
    let begin = Play::begin(scenario, record.mode, record.started).at_pace(record.pace);
    go_on(scenario, begin, &events).map_err(|_| inconsistent(record, "kind"))
}

fn event(scenario: &Scenario, kept: &PlayEvent) -> Option<Event> {
    let (node, at) = (scenario.node(&kept.node)?, kept.at);
    Some(match &kept.did {
        Did::Chose(choice) => Event::Chose {
            node,
            choice: *choice,
            at,
        },
        // An erased reply was one all the same.
        Did::Replied(text) if text.is_empty() => Event::Replied {
            node,
            text: "…".to_owned(),
            at,
        },
        Did::Replied(text) => Event::Replied {
            node,
            text: text.clone(),
            at,
        },
        Did::Spoke(_) => Event::Spoke { node, at },
        Did::Went => Event::Went { node, at },
        Did::TimedOut(_) => Event::TimedOut { node, at },
        Did::TookBack => Event::TookBack { node, at },
        Did::Paused => Event::Paused { node, at },
        Did::Resumed => Event::Resumed { node, at },
    })
}

pub(super) fn inconsistent(record: &plays::Play, column: &'static str) -> Refusal {
    Refusal::Store(StoreError::Inconsistent {
        table: "play",
        row: record.id.clone(),
        column,
    })
}
