//! How long answers took.

use super::event::Did;
use super::play::Play;

/// For each step of a play, in whole seconds, how long what was done there took: from the node being shown, without the
/// time that stood still. None for steps that lead nowhere.
#[must_use]
pub fn seconds(play: &Play) -> Vec<Option<i64>> {
    let mut since = play.began;
    let mut stood = None;
    let took = play.steps.iter().map(|step| match step.did {
        Did::Paused => {
            stood = Some(step.at);
            None
        }
        Did::Resumed => {
            let away = stood
                .take()
                .map_or(0, |stood| step.at.0.saturating_sub(stood.0).max(0));
            since.0 = since.0.saturating_add(away);
            None
        }
        Did::TookBack => {
            since = step.at;
            None
        }
        Did::Chose(_) | Did::Replied(_) | Did::Went | Did::Nothing => {
            let took = step.at.seconds_since(since);
            since = step.at;
            Some(took)
        }
    });
    took.collect()
}
