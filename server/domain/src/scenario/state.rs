//! A digest of a play, to tell whether two are the same.

use super::model::Critical;
use super::play::{Behind, Did, Mistake, Mode, Play, Taken};
use crate::hash::Hash;

/// The version of the encoding that [`state_hash`] covers.
const TAG: &[u8] = b"shanggang-play-1";

/// A digest of everything a play holds, over a fixed, length-prefixed encoding.
#[must_use]
pub fn state_hash(play: &Play) -> Hash {
    let mut parts: Vec<Vec<u8>> = vec![
        TAG.to_vec(),
        number(play.node),
        play.since.0.to_be_bytes().to_vec(),
        vec![u8::from(play.mode == Mode::Assessed)],
        play.paused
            .map_or_else(Vec::new, |at| at.0.to_be_bytes().to_vec()),
    ];
    parts.push(play.vars.iter().flat_map(|value| value.to_be_bytes()).collect());
    parts.push(
        play.earned
            .iter()
            .flat_map(|points| points.to_be_bytes())
            .collect(),
    );
    let step = |step: &Taken| {
        let mut bytes = number(step.node);
        bytes.extend(code(step.did));
        bytes.extend(step.at.0.to_be_bytes());
        bytes.push(u8::from(step.in_time));
        bytes
    };
    parts.push(play.steps.iter().flat_map(step).collect());
    let mistake = |mistake: &Mistake| {
        let mut bytes = number(mistake.node);
        bytes.extend(code(mistake.did));
        bytes.push(match mistake.critical {
            Critical::Customer => 0,
            Critical::Business => 1,
            Critical::Compliance => 2,
        });
        bytes
    };
    parts.push(play.mistakes.iter().flat_map(mistake).collect());
    let behind = |behind: &Behind| {
        let mut bytes = number(behind.step);
        bytes.extend(number(behind.node));
        bytes.extend(behind.vars.iter().flat_map(|value| value.to_be_bytes()));
        bytes
    };
    parts.extend(play.behind.iter().map(behind));
    parts.push(play.taken_back.iter().flat_map(|node| number(*node)).collect());
    // Nothing for the normal pace: so a digest from before there was any other still holds.
    if !play.pace.is_normal() {
        parts.push(play.pace.code().to_be_bytes().to_vec());
    }
    Hash::of_parts(parts.iter().map(Vec::as_slice))
}

fn number(place: usize) -> Vec<u8> {
    (place as u64).to_be_bytes().to_vec()
}

/// Nine bytes for what was done.
fn code(did: Did) -> Vec<u8> {
    let (kind, place) = match did {
        Did::Chose(choice) => (0, choice),
        Did::Replied(reply) => (1, reply),
        Did::Went => (2, 0),
        Did::Nothing => (3, 0),
        Did::TookBack => (4, 0),
        Did::Paused => (5, 0),
        Did::Resumed => (6, 0),
    };
    let mut bytes = vec![kind];
    bytes.extend(number(place));
    bytes
}
