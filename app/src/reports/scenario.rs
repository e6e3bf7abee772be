use domain::scenario::{
    Scenario,
    play::Play,
    traffic::{Traffic, Walk},
};
use store::{plays, ratings};

use super::Reader;
use crate::{play::replayed, refusal::Refusal, visitor::Visitor};

/// How people went through a role-play.
pub(crate) struct ScenarioReport {
    /// The role-play as it is published now.
    pub(crate) scenario: Scenario,
    /// What its assessed plays that ended say.
    pub(crate) traffic: Traffic,
}

impl ScenarioReport {
    /// The report on a role-play of the current release, over plays of that version.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is no such role-play; [`Refusal::Forbidden`] for supervisors, who may have to play
    /// it too; what the store refuses.
    pub(crate) async fn of(visitor: &Visitor, reader: &Reader, id: &str) -> Result<Self, Refusal> {
        let Reader::Trainer(by) = reader else {
            return Err(Refusal::Forbidden);
        };
        let scenario = visitor.library.scenarios.get(id).ok_or(Refusal::NotFound)?;
        let version = scenario.head.version;
        let records = plays::ended(&visitor.site.store, by, id, version).await?;
        let confirmed = ratings::confirmed(&visitor.site.store, by, id, version).await?;
        let plays: Vec<(&str, Play)> = records
            .iter()
            .map(|record| {
                Ok((
                    record.id.as_str(),
                    replayed(scenario, record, record.events.len())?,
                ))
            })
            .collect::<Result<_, Refusal>>()?;
        let walks = plays.iter().map(|(id, play)| Walk {
            play,
            banned: confirmed.get(*id).map_or(&[], Vec::as_slice),
        });
        Ok(Self {
            scenario: scenario.clone(),
            traffic: Traffic::of(scenario, walks),
        })
    }
}
