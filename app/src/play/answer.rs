//! Taking an answer: the domain decides on the events kept so far, the store keeps one more.

use std::sync::Arc;

use domain::scenario::{
    Channel, Exit, Scenario,
    play::{Did as Taken, Event, Play, PlayError, apply},
    sitting::Shown,
};
use store::{
    StoreError,
    plays::{self, Appended, Did, Late, PlayEvent},
    recordings::Spoken,
};

use super::{Opened, judge, letter::joined, recording, sitting};
use crate::{
    forms::{Act, Done},
    go_live,
    refusal::Refusal,
    t,
    texts::Texts,
};

/// What a form of the play's page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// The choice with this number as shown, counted from 1.
    Choice(usize),
    /// A typed reply.
    Reply(String),
    /// A typed letter: its subject and its body.
    Letter(String, String),
    /// A spoken reply: the recording.
    Spoken(String),
    /// Go on by the one link.
    Go,
    /// The time is up.
    TimeOut,
    /// Take the last answer back, in practice.
    TakeBack,
    /// Stop the time, in practice.
    Pause,
    /// Let the time run on, in practice.
    Resume,
}

/// Goes on with one's own play at step `seq`, counted from 1, and back to its page. The field `tab` has the id of the page it
/// comes from; there is none without scripts.
///
/// # Errors
/// What cannot be done, in words; [`Refusal::NotFound`] for a play that is not one's own.
pub(crate) async fn answer(act: &Act, id: &str, seq: usize, said: Said) -> Result<Done, Refusal> {
    let (texts, learner) = (act.texts, act.learner()?);
    let opened = Opened::load(act, &learner, id).await?;
    let scenario = opened.scenario()?;
    let said = match said {
        Said::Letter(subject, body) if scenario.channel == Some(Channel::Email) => {
            Said::Reply(joined(texts, &subject, &body)?)
        }
        Said::Letter(_, body) => Said::Reply(body),
        other => other,
    };
    let page = Done::to(format!("/plays/{}#now", opened.record.id));
    let page = match said {
        Said::Pause | Said::Resume => still_typing(act, page),
        _ => page,
    };
    let kept = &opened.record.events;
    let before = seq.checked_sub(1).filter(|before| *before <= kept.len());
    let before = before.ok_or_else(|| Refusal::Cannot(t!(texts, "play-moved")))?;
    let play = opened.after(before)?;
    // Sent again, it is judged by the moment it first came.
    let at = kept.get(before).map_or(act.now, |event| event.at);
    let spoken = match &said {
        Said::Spoken(id) => Some(recording::said(id)),
        _ => None,
    };
    let event = event(&play, scenario, said, at).ok_or_else(|| refused(texts, PlayError::NoSuchChoice))?;
    let after = match apply(scenario, &play, &event) {
        Ok(after) => after,
        // A browser's clock was a little fast: its page asks again.
        Err(PlayError::NotTimedOut) => return Ok(page),
        Err(error) => return Err(refused(texts, error)),
    };
    let Some(step) = after.steps.get(before) else {
        return Ok(page);
    };
    let did = match step.did {
        Taken::Chose(choice) => Did::Chose(choice),
        Taken::Replied(_) => match (spoken, &event) {
            (Some(spoken), _) => Did::Spoke(spoken),
            (None, Event::Replied { text, .. }) => Did::Replied(text.clone()),
            (None, _) => Did::Replied(String::new()),
        },
        Taken::Went => Did::Went,
        Taken::Nothing => Did::TimedOut(late(scenario, &play, &event, spoken)),
        Taken::TookBack => Did::TookBack,
        Taken::Paused => Did::Paused,
        Taken::Resumed => Did::Resumed,
    };
    let node = scenario.nodes.get(play.node).map(|node| node.id.clone());
    let event = PlayEvent {
        node: node.unwrap_or_default(),
        did,
        at,
    };
    let result = match after.end(scenario) {
        Some(_) => Some(judge(&opened.record, scenario, &after, &[])?),
        None => None,
    };
    let (id, now) = (opened.record.id.clone(), act.now);
    let tab = sitting::tab(&act.posted, Shown::of(scenario, &play));
    let (library, calendar) = (Arc::clone(&act.library), Arc::clone(&act.site.calendar));
    let writing = act.site.store.write(move |tx| {
        Box::pin(async move {
            let appended = plays::append(tx, &learner, &id, seq, &event, tab.as_ref()).await?;
            if let (Appended::Kept, Some(result)) = (appended, result) {
                plays::finish(tx, &learner, &id, now, |_| result).await?;
                go_live::settle(tx, &library, calendar.as_ref(), &learner.person, &learner, now).await?;
            }
            Ok(())
        })
    });
    match writing.await {
        Ok(()) => Ok(page),
        Err(StoreError::NotFound("recording")) => Err(Refusal::Cannot(t!(texts, "play-recording-gone"))),
        // Scripts keep what was typed in the page it came from, forms on the page it leads to.
        Err(StoreError::PlayMoved | StoreError::PlayOver) => Err(Refusal::Cannot(t!(texts, "play-moved"))),
        Err(StoreError::AssessedOpen { .. }) => Err(Refusal::Cannot(t!(texts, "play-assessed-open"))),
        // What was typed is kept for the page it leads to, which is a later one and takes over.
        Err(StoreError::PlayElsewhere) => Err(Refusal::Cannot(t!(texts, "play-was-elsewhere"))),
        Err(error) => Err(error.into()),
    }
}

/// While the time stands still, what was being typed goes from page to page.
fn still_typing(act: &Act, page: Done) -> Done {
    let typed = ["reply", "subject"]
        .into_iter()
        .filter_map(|name| Some((name, act.posted.get(name)?)));
    typed.fold(page, |page, (name, words)| page.telling(name, words.to_owned()))
}

/// The event a form means at this state of the play; none for a number that is not shown.
fn event(play: &Play, scenario: &Scenario, said: Said, at: domain::time::Moment) -> Option<Event> {
    let node = play.node;
    Some(match said {
        Said::Choice(shown) => Event::Chose {
            node,
            choice: *play.visible(scenario).get(shown.checked_sub(1)?)?,
            at,
        },
        Said::Reply(text) | Said::Letter(_, text) => Event::Replied {
            node,
            text: text.replace("\r\n", "\n"),
            at,
        },
        Said::Spoken(_) => Event::Spoke { node, at },
        Said::Go => Event::Went { node, at },
        Said::TimeOut => Event::TimedOut { node, at },
        Said::TakeBack => Event::TookBack { node, at },
        Said::Pause => Event::Paused { node, at },
        Said::Resume => Event::Resumed { node, at },
    })
}

/// What was said after the time had run out, as far as it would have been an answer here.
fn late(scenario: &Scenario, play: &Play, event: &Event, spoken: Option<Spoken>) -> Option<Late> {
    let exit = &scenario.nodes.get(play.node)?.exit;
    match (event, exit, spoken) {
        (Event::Chose { choice, .. }, Exit::Choices(_), _) => Some(Late::Chose(*choice)),
        (Event::Spoke { .. }, Exit::Reply(_), spoken) if scenario.can_be_spoken() => spoken.map(Late::Spoke),
        (Event::Replied { text, .. }, Exit::Reply(reply), _) => {
            let text: String = text.chars().take(reply.max as usize).collect();
            (!text.trim().is_empty()).then_some(Late::Replied(text))
        }
        _ => None,
    }
}

fn refused(texts: Texts, error: PlayError) -> Refusal {
    match error {
        PlayError::Empty => Refusal::field("reply", t!(texts, "play-reply-empty")),
        PlayError::TooLong { max } => Refusal::field("reply", t!(texts, "play-reply-long", n = max)),
        PlayError::NoSuchChoice | PlayError::Hidden => Refusal::Cannot(t!(texts, "play-no-choice")),
        PlayError::IsPaused => Refusal::Cannot(t!(texts, "play-is-paused")),
        PlayError::PracticeOnly => Refusal::Cannot(t!(texts, "play-practice-only")),
        _ => Refusal::Cannot(t!(texts, "play-moved")),
    }
}
