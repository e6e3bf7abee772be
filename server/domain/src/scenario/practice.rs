//! What only practice allows: an answer is taken back, the time stands still.
//!
//! The first answer at a node scores. Whoever takes it back sees what another one leads to, and earns nothing by it; so
//! no play can earn a criterion's maximum by trying out.

use super::event::{Did, Mode, PlayError, Taken};
use super::play::Play;
use crate::time::Moment;

/// The play before its last answer, which stays among the steps.
pub(super) fn take_back(play: &Play, at: Moment) -> Result<Play, PlayError> {
    let mut play = practised(play)?;
    if play.paused.is_some() {
        return Err(PlayError::IsPaused);
    }
    let behind = play.behind.pop().ok_or(PlayError::NothingToTakeBack)?;
    did(&mut play, Did::TookBack, at);
    play.taken_back.insert(behind.node);
    play.node = behind.node;
    play.vars = behind.vars;
    play.since = at;
    Ok(play)
}

/// The play with its time standing still.
pub(super) fn pause(play: &Play, at: Moment) -> Result<Play, PlayError> {
    let mut play = practised(play)?;
    if play.paused.is_some() {
        return Err(PlayError::IsPaused);
    }
    did(&mut play, Did::Paused, at);
    play.paused = Some(at);
    Ok(play)
}

/// The play with its time running on from where it stood.
pub(super) fn resume(play: &Play, at: Moment) -> Result<Play, PlayError> {
    let mut play = practised(play)?;
    let paused = play.paused.take().ok_or(PlayError::NotPaused)?;
    did(&mut play, Did::Resumed, at);
    // A clock that was set back in between does not make the time shorter.
    let away = at.0.saturating_sub(paused.0).max(0);
    play.since = Moment(play.since.0.saturating_add(away));
    Ok(play)
}

fn practised(play: &Play) -> Result<Play, PlayError> {
    match play.mode {
        Mode::Practice => Ok(play.clone()),
        Mode::Assessed => Err(PlayError::PracticeOnly),
    }
}

fn did(play: &mut Play, did: Did, at: Moment) {
    play.steps.push(Taken {
        node: play.node,
        did,
        at,
        in_time: true,
    });
}
