//! Answers that are spoken: taking a recording in, showing it, the moment a rater points at, throwing it away.

use domain::{
    hash::Hash,
    scenario::{
        play::{Event, PlayError, apply},
        recording::{self, Sound},
    },
};
use store::{
    StoreError, chance,
    plays::{Did, Play, PlayState},
    recordings::{self, NewRecording, Sounds, Spoken},
};

use super::Opened;
use crate::{refusal::Refusal, site::Site, t, texts::Texts, visitor::Visitor};

/// A recording as it came from a browser.
pub struct Arrived {
    /// The play it is an answer in.
    pub play: String,
    /// The step it is an answer for, counted from 1.
    pub step: usize,
    /// What kind of sound it is.
    pub sound: Sound,
    /// How long it is, in milliseconds, as the browser says.
    pub millis: u32,
    /// The sound.
    pub bytes: Vec<u8>,
}

/// Keeps a recording for the step that one's own play is at, on the disk before this answers; its id. Sent twice it is
/// kept once.
///
/// # Errors
/// [`Refusal::NotFound`] for a play that is not one's own; [`Refusal::Cannot`], in words, when the play is elsewhere by now
/// or no answer can be spoken here.
pub async fn keep(visitor: &Visitor, arrived: Arrived) -> Result<String, Refusal> {
    let (texts, learner, now) = (visitor.texts, visitor.learner()?, visitor.now);
    let opened = Opened::load(visitor, &learner, &arrived.play).await?;
    let record = &opened.record;
    let moved = || Refusal::Cannot(t!(texts, "play-moved"));
    if record.state != PlayState::Open || arrived.step != record.events.len() + 1 {
        return Err(moved());
    }
    let play = opened.now()?;
    let spoke = Event::Spoke {
        node: play.node,
        at: now,
    };
    apply(opened.scenario()?, &play, &spoke).map_err(|error| match error {
        PlayError::NotThisWay => Refusal::Cannot(t!(texts, "play-not-spoken")),
        PlayError::IsPaused => Refusal::Cannot(t!(texts, "play-is-paused")),
        _ => moved(),
    })?;
    if arrived.millis == 0 {
        return Err(Refusal::Cannot(t!(texts, "recording-empty")));
    }
    let too_long = || {
        let longest = recording::minutes(recording::LONGEST);
        Refusal::Cannot(t!(texts, "recording-length", longest = longest))
    };
    let store = &visitor.site.store;
    let new = NewRecording {
        id: chance::id(now)?,
        play: record.id.clone(),
        step: arrived.step,
        hash: Hash::of(&arrived.bytes),
        sound: arrived.sound,
        size: arrived.bytes.len(),
        millis: recording::length(arrived.millis).ok_or_else(too_long)?,
    };
    let sounds = Sounds::of(store.folder());
    let (files, id) = (sounds.clone(), new.id.clone());
    on_disk(move || files.write(&id, &arrived.bytes)).await?;
    let own = new.id.clone();
    let adding =
        store.write(move |tx| Box::pin(async move { recordings::add(tx, &learner, &new, now).await }));
    let added = adding.await;
    // It was there already, or may not be kept: then its file goes again.
    if added.as_ref().ok() != Some(&own) {
        on_disk(move || sounds.remove(&own)).await?;
    }
    match added {
        Ok(id) => Ok(id),
        Err(StoreError::PlayMoved | StoreError::PlayOver) => Err(moved()),
        Err(StoreError::RecordingsFull) => Err(Refusal::Cannot(t!(texts, "play-recordings-full"))),
        Err(error) => Err(error.into()),
    }
}

/// That a recording is larger than it may be.
#[must_use]
pub fn too_large(texts: Texts) -> String {
    t!(texts, "recording-large", n = recording::LARGEST / 1024 / 1024)
}

/// Waits for the disk away from what answers requests.
async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, Refusal> {
    let done = tokio::task::spawn_blocking(work).await;
    let done = done.unwrap_or_else(|stopped| Err(std::io::Error::other(stopped)));
    done.map_err(|error| Refusal::Store(StoreError::Sound(error)))
}

/// A recording whoever asks may hear: the player, and a trainer who may judge it.
///
/// # Errors
/// [`Refusal::NotFound`] for everybody else, and when it was deleted.
pub async fn hear(visitor: &Visitor, id: &str) -> Result<(Sound, Vec<u8>), Refusal> {
    let store = &visitor.site.store;
    let mut kept = None;
    if let Ok(learner) = visitor.learner() {
        kept = recordings::own(store, &learner, id).await?;
    }
    if let (None, Ok(trainer)) = (&kept, visitor.trainer()) {
        kept = recordings::to_rate(store, &trainer, id).await?;
    }
    let kept = kept.ok_or(Refusal::NotFound)?;
    let sounds = Sounds::of(store.folder());
    let bytes = on_disk(move || sounds.read(&kept.id)).await?;
    Ok((kept.sound, bytes))
}

/// Throws away what was kept long enough, and what no answer used; how many.
///
/// # Errors
/// When the database or the disk fails.
pub async fn tidy(site: &Site) -> Result<usize, StoreError> {
    let now = site.now();
    let kept = i64::from(site.keep_recordings) * 24 * 60 * 60;
    recordings::tidy(&site.store, now.plus_seconds(-kept), now).await
}

/// An answer by this recording; the store knows the rest of it.
pub(super) fn said(id: &str) -> Spoken {
    Spoken {
        id: id.to_owned(),
        millis: 0,
        kept: true,
    }
}

/// The so-manieth reply of a play, from 0, when it was spoken.
pub(super) fn of_reply(record: &Play, reply: usize) -> Option<&Spoken> {
    match record.replies().nth(reply)? {
        Did::Spoke(spoken) => Some(spoken),
        _ => None,
    }
}

/// What a browser plays a recording with, and how long it is, as HTML; in words when it was deleted.
pub(crate) fn player(texts: Texts, spoken: &Spoken) -> String {
    let escape = domain::content::html::escape;
    if !spoken.kept {
        return format!("<p>{}</p>", escape(&t!(texts, "play-recording-deleted")));
    }
    let length = recording::minutes(spoken.millis.div_ceil(1000));
    let name = escape(&t!(texts, "play-recording", length = length));
    let id = escape(&spoken.id);
    format!(
        "<p><audio controls preload=\"none\" id=\"r-{id}\" src=\"/recordings/{id}\" aria-label=\"{name}\"></audio></p>\
         <p class=\"bubble-length\">{name}</p>"
    )
}

/// The moment a rating points at, in seconds: needed for a recording that is there, and within it. None for what was typed.
///
/// # Errors
/// The field to mend.
pub(super) fn moment(texts: Texts, spoken: Option<&Spoken>, typed: &str) -> Result<Option<u32>, Refusal> {
    let Some(spoken) = spoken.filter(|spoken| spoken.kept) else {
        return Ok(None);
    };
    if typed.trim().is_empty() {
        return Err(Refusal::field("moment", t!(texts, "rating-moment-needed")));
    }
    let length = recording::minutes(spoken.millis / 1000);
    match recording::moment(typed) {
        Some(seconds) if recording::is_within(seconds, spoken.millis) => Ok(Some(seconds)),
        Some(_) => Err(Refusal::field(
            "moment",
            t!(texts, "rating-moment-outside", length = length),
        )),
        None => Err(Refusal::field("moment", t!(texts, "rating-moment-wrong"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(millis: u32, kept: bool) -> Spoken {
        Spoken {
            id: "r".to_owned(),
            millis,
            kept,
        }
    }

    #[test]
    fn a_moment_lies_within_the_recording() {
        let texts = Texts::Chinese;
        let said = |typed: &str| moment(texts, Some(&spoken(12_300, true)), typed).ok();
        assert_eq!(said("0:12"), Some(Some(12)));
        for wrong in ["", " ", "0:13", "12", "later"] {
            assert_eq!(said(wrong), None, "{wrong}");
        }
        assert!(
            matches!(moment(texts, None, "0:99"), Ok(None)),
            "typed words are quoted elsewhere"
        );
        assert!(
            matches!(moment(texts, Some(&spoken(1, false)), ""), Ok(None)),
            "nobody can hear it"
        );
    }

    #[test]
    fn a_player_says_how_long_it_is_and_when_there_is_none() {
        let html = player(Texts::Chinese, &spoken(61_200, true));
        assert!(
            html.contains("src=\"/recordings/r\"") && html.contains("1:02"),
            "{html}"
        );
        let gone = player(Texts::Chinese, &spoken(61_200, false));
        assert!(!gone.contains("audio") && gone.contains("删除"), "{gone}");
    }
}
