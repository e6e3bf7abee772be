//! Rating typed replies and amending a rating: what each does to the result.

use domain::{
    content::Library,
    scenario::{
        Exit, Reply, Scenario,
        score::{self, score},
    },
};
use store::{
    plays,
    ratings::{self, Given, Panel, Rating},
};

use super::{
    open::{inconsistent, replayed},
    quote::quoted,
    recording,
    rejudge::{rejudged, scenario, text},
    result,
};
use crate::{forms::Act, rating, refusal::Refusal, t};

/// What a rating form says beside points and quote, which are fields named after what they are about.
pub(crate) struct Words {
    /// Whether the rater confirms what is banned; none when nothing was said.
    banned: Option<bool>,
    /// The moment of a recording this is about, as typed.
    moment: String,
    /// A word to whoever typed it.
    note: String,
}

impl Words {
    /// From the fields as they were sent.
    pub(crate) fn of(banned: Option<&str>, moment: String, note: String) -> Self {
        let banned = match banned {
            Some("yes") => Some(true),
            Some("no") => Some(false),
            _ => None,
        };
        Self { banned, moment, note }
    }
}

/// Rates a reply; the last rating that is wanted makes the play's result final.
///
/// # Errors
/// Fields to mend; [`Refusal::NotFound`] for a reply that does not wait or is one's own.
pub(crate) async fn rate(act: &Act, play: String, reply: usize, words: Words) -> Result<(), Refusal> {
    let (trainer, now) = (act.trainer()?, act.now);
    let found = plays::get(&act.site.store, &trainer, &play).await?;
    let record = found.ok_or(Refusal::NotFound)?;
    if record.person == trainer.person {
        return Err(Refusal::NotFound);
    }
    let library = act.site.libraries.at(&act.site.store, record.release).await?;
    let given = given(act, &library, &record, reply, words)?;
    rating::write(act, trainer, t!(act.texts, "rating-again"), move |tx, trainer| {
        Box::pin(async move {
            let judged = |record: &plays::Play, ratings: &[Rating], panel: &Panel| {
                rejudged(&library, record, ratings, panel)
            };
            let play = ratings::rate_reply(tx, trainer, &play, reply, &given, now, judged).await?;
            let is_final = play.state == plays::PlayState::Final;
            Ok(is_final.then_some(play.person))
        })
    })
    .await
}

/// Amends one's own rating of a reply; the result follows. Returns whether it is final, and not waiting for more ratings.
///
/// # Errors
/// Fields to mend; [`Refusal::NotFound`] for a rating that is not one's own, or does not hold any more.
pub(crate) async fn amend(act: &Act, id: &str, words: Words, reason: &str) -> Result<bool, Refusal> {
    let (trainer, now) = (act.trainer()?, act.now);
    let reason = rating::words(reason);
    if reason.is_empty() {
        return Err(Refusal::field("reason", t!(act.texts, "rating-amend-why")));
    }
    let found = ratings::versions(&act.site.store, &trainer, id).await?;
    let (own, _) = found.ok_or(Refusal::NotFound)?;
    let record = plays::get(&act.site.store, &trainer, own.work.source.id()).await?;
    let record = record.ok_or(Refusal::NotFound)?;
    let library = act.site.libraries.at(&act.site.store, record.release).await?;
    let given = given(act, &library, &record, own.work.part, words)?;
    let (id, play) = (id.to_owned(), record.id);
    rating::write(
        act,
        trainer.clone(),
        t!(act.texts, "rating-again"),
        move |tx, trainer| {
            Box::pin(async move {
                let judged = |record: &plays::Play, ratings: &[Rating], panel: &Panel| {
                    rejudged(&library, record, ratings, panel)
                };
                let play = ratings::amend_reply(tx, trainer, &id, &given, &reason, now, judged).await?;
                let is_final = play.state == plays::PlayState::Final;
                Ok(is_final.then_some(play.person))
            })
        },
    )
    .await?;
    let play = plays::get(&act.site.store, &trainer, &play).await?;
    Ok(play.is_some_and(|play| play.state == plays::PlayState::Final))
}

/// What the form says about a reply, as far as the rules allow it.
fn given(
    act: &Act,
    library: &Library,
    record: &plays::Play,
    number: usize,
    words: Words,
) -> Result<Given, Refusal> {
    let texts = act.texts;
    let scenario = scenario(library, record)?;
    let play = replayed(scenario, record, record.events.len())?;
    let node = play.replies().get(number).copied().ok_or(Refusal::NotFound)?;
    let Some(Exit::Reply(reply)) = scenario.nodes.get(node).map(|node| &node.exit) else {
        return Err(Refusal::NotFound);
    };
    let text = record.replies().nth(number).map(text).unwrap_or_default();
    let given = Given {
        points: points(act, scenario, reply)?,
        critical: !reply.ban.is_empty()
            && words
                .banned
                .ok_or_else(|| Refusal::field("banned", t!(texts, "rating-choose")))?,
        note: rating::words(&words.note),
        quote: quoted(act, text)?,
        moment: recording::moment(texts, recording::of_reply(record, number), &words.moment)?,
    };
    let proposed = Rating {
        id: String::new(),
        part: number,
        rater: String::new(),
        given: given.clone(),
        at: act.now,
        anew: false,
    };
    // What the rules refuse is refused before anything is written.
    score(scenario, &play, &result::together(scenario, &[proposed])).map_err(|error| match error {
        score::ScoreError::WrongPoints { .. } => Refusal::field("points", t!(texts, "rating-points-wrong")),
        _ => inconsistent(record, "score"),
    })?;
    Ok(given)
}

/// The points of the form: one for each criterion, none left out.
fn points(act: &Act, scenario: &Scenario, reply: &Reply) -> Result<Vec<(String, u32)>, Refusal> {
    let wrong = || Refusal::field("points", t!(act.texts, "rating-choose"));
    let points = reply.rate.iter().map(|rate| {
        let id = scenario
            .criteria
            .get(rate.criterion)
            .map(|criterion| criterion.id.clone());
        let id = id.ok_or_else(wrong)?;
        let points = act
            .posted
            .get(&format!("points-{id}"))
            .and_then(|points| points.parse().ok());
        Ok((id, points.ok_or_else(wrong)?))
    });
    points.collect()
}
