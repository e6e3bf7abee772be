//! Rating typed replies: what a rater gets to see, and what a rating does.

use std::ops::Range;

use domain::{
    content::Library,
    lang::Lang,
    rating::is_sampled,
    scenario::{
        Exit, Reply, Scenario,
        play::Play,
        raters::{self, Case, Verdict},
        score::{self, score},
        wording::{self, Hit},
    },
};
use store::{
    plays::{self, Did, PlayResult},
    ratings::{self, Given, JudgedPlay, Rating, Source, Waiting},
    recordings::{self, Spoken},
};

use super::{
    judge,
    open::{inconsistent, replayed},
    parts, recording, result,
};
use crate::{forms::Act, rating, refusal::Refusal, t, visitor::Visitor};

/// A reply to rate, without whose it is.
pub(crate) struct ReplyTask {
    /// The play.
    pub(crate) play: String,
    /// The number of the reply in it, from 0.
    pub(crate) reply: usize,
    /// The scenario's title.
    pub(crate) title: String,
    /// What was said before, as the node tells it.
    pub(crate) before: Vec<super::Part>,
    /// The reply in stretches, with what was found in it.
    pub(crate) text: Vec<Stretch>,
    /// The recording, when the reply was spoken; nothing is looked for in it.
    pub(crate) spoken: Option<Spoken>,
    /// Criterion id, title, the most points, the points that phrases propose.
    pub(crate) criteria: Vec<(String, String, u32, u32)>,
    /// Whether something is banned here at all.
    pub(crate) bans: bool,
    /// Whether something banned was found.
    pub(crate) ban_found: bool,
    /// Whether something wanted was found.
    pub(crate) must_found: bool,
    /// Since when it waits.
    pub(crate) since: domain::time::Moment,
}

/// A stretch of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stretch {
    /// Nothing was found in it.
    Plain(String),
    /// Wanted words.
    Must(String),
    /// Banned words.
    Ban(String),
}

/// What a rating form says.
pub(crate) struct Rated {
    /// The play.
    pub(crate) play: String,
    /// The number of the reply in it, from 0.
    pub(crate) reply: usize,
    /// Whether the rater confirms what is banned; none when nothing was said.
    pub(crate) banned: Option<bool>,
    /// The moment of a recording this is about, as typed.
    pub(crate) moment: String,
    /// A word to whoever typed it.
    pub(crate) note: String,
}

/// What a rater gets to see of a reply that waits.
///
/// # Errors
/// When its release cannot be read.
pub(crate) async fn task(visitor: &Visitor, waiting: &Waiting) -> Result<Option<ReplyTask>, Refusal> {
    let Source::Play(play) = &waiting.source else {
        return Ok(None);
    };
    let library = visitor
        .site
        .libraries
        .at(&visitor.site.store, waiting.release)
        .await?;
    // Who types a reply types something.
    let spoken = match waiting.text.is_empty() {
        true => recordings::of_reply(&visitor.site.store, &visitor.trainer()?, play, waiting.part).await?,
        false => None,
    };
    let lang = visitor.lang();
    Ok(found(&library, waiting).map(|(scenario, node, reply)| {
        let (must, ban) = hits(scenario, node, &waiting.text, &library);
        let criteria = reply.rate.iter().filter_map(|rate| {
            let criterion = scenario.criteria.get(rate.criterion)?;
            let proposed = if must.is_empty() { 0 } else { rate.most };
            Some((
                criterion.id.clone(),
                criterion.title.get(&lang).to_owned(),
                rate.most,
                proposed,
            ))
        });
        let body = scenario.nodes.get(node).map_or("", |node| node.body.get(&lang));
        ReplyTask {
            play: play.clone(),
            reply: waiting.part,
            title: scenario.head.title.get(&lang).to_owned(),
            before: parts(body),
            text: stretches(&waiting.text, &must, &ban),
            spoken,
            criteria: criteria.collect(),
            bans: !reply.ban.is_empty(),
            ban_found: !ban.is_empty(),
            must_found: !must.is_empty(),
            since: waiting.since,
        }
    }))
}

fn found<'a>(library: &'a Library, waiting: &Waiting) -> Option<(&'a Scenario, usize, &'a Reply)> {
    let scenario = library.scenarios.get(&waiting.subject)?;
    let node = scenario.node(&waiting.place)?;
    match &scenario.nodes.get(node)?.exit {
        Exit::Reply(reply) => Some((scenario, node, reply)),
        _ => None,
    }
}

/// What was found of `must` and `ban`, in whichever language of the scenario the reply was typed.
fn hits(scenario: &Scenario, node: usize, text: &str, library: &Library) -> (Vec<Hit>, Vec<Hit>) {
    let propose = |lang: &Lang| wording::propose(scenario, node, text, lang, &library.phrases);
    let found: Vec<_> = scenario.head.languages.iter().filter_map(propose).collect();
    let all = |pick: fn(&wording::Proposal) -> &Vec<Hit>| found.iter().flat_map(pick).cloned().collect();
    (all(|found| &found.must), all(|found| &found.ban))
}

/// Cuts a text where something was found; what is banned goes before what is wanted.
fn stretches(text: &str, must: &[Hit], ban: &[Hit]) -> Vec<Stretch> {
    let mut spans: Vec<(&Range<usize>, bool)> = Vec::new();
    for (hits, banned) in [(ban, true), (must, false)] {
        for hit in hits {
            let apart = |known: &Range<usize>| hit.span.end <= known.start || known.end <= hit.span.start;
            if spans.iter().all(|(known, _)| apart(known)) {
                spans.push((&hit.span, banned));
            }
        }
    }
    spans.sort_by_key(|(span, _)| span.start);
    let mut cut = Vec::new();
    let mut at = 0;
    for (span, banned) in spans {
        let words = text.get(span.clone()).unwrap_or_default().to_owned();
        cut.push(Stretch::Plain(
            text.get(at..span.start).unwrap_or_default().to_owned(),
        ));
        cut.push(if banned {
            Stretch::Ban(words)
        } else {
            Stretch::Must(words)
        });
        at = span.end;
    }
    cut.push(Stretch::Plain(text.get(at..).unwrap_or_default().to_owned()));
    cut.retain(|stretch| *stretch != Stretch::Plain(String::new()));
    cut
}

/// Rates a reply; the last one that waits makes the play's result final.
///
/// # Errors
/// Fields to mend; [`Refusal::NotFound`] for a reply that does not wait or is one's own.
pub(crate) async fn rate(act: &Act, said: Rated) -> Result<(), Refusal> {
    let (texts, trainer, now) = (act.texts, act.trainer()?, act.now);
    let store = &act.site.store;
    let record = plays::get(store, &trainer, &said.play)
        .await?
        .ok_or(Refusal::NotFound)?;
    if record.person == trainer.person {
        return Err(Refusal::NotFound);
    }
    let library = act.site.libraries.at(store, record.release).await?;
    let scenario = scenario(&library, &record)?;
    let play = replayed(scenario, &record, record.events.len())?;
    let node = play.replies().get(said.reply).copied().ok_or(Refusal::NotFound)?;
    let Some(Exit::Reply(reply)) = scenario.nodes.get(node).map(|node| &node.exit) else {
        return Err(Refusal::NotFound);
    };
    let given = Given {
        points: points(act, scenario, reply)?,
        critical: !reply.ban.is_empty()
            && said
                .banned
                .ok_or_else(|| Refusal::field("banned", t!(texts, "rating-choose")))?,
        note: rating::words(&said.note),
        quote: String::new(),
        moment: recording::moment(texts, recording::of_reply(&record, said.reply), &said.moment)?,
    };
    let proposed = Rating {
        id: String::new(),
        part: said.reply,
        rater: trainer.account.clone(),
        name: String::new(),
        given: given.clone(),
        at: now,
    };
    // What the rules refuse is refused before anything is written.
    score(scenario, &play, &result::together(scenario, &[proposed])).map_err(|error| match error {
        score::ScoreError::WrongPoints { .. } => Refusal::field("points", t!(texts, "rating-points-wrong")),
        _ => inconsistent(&record, "score"),
    })?;
    let (id, reply) = (said.play, said.reply);
    rating::write(act, trainer, t!(texts, "rating-again"), move |tx, trainer| {
        Box::pin(async move {
            let judged = |record: &plays::Play, ratings: &[Rating], raters| {
                rejudged(&library, record, ratings, raters)
            };
            let play = ratings::rate_reply(tx, trainer, &id, reply, &given, now, judged).await?;
            let is_final = play.state == plays::PlayState::Final;
            Ok(is_final.then_some(play.person))
        })
    })
    .await
}

fn scenario<'a>(library: &'a Library, record: &plays::Play) -> Result<&'a Scenario, Refusal> {
    let scenario = library.scenarios.get(&record.scenario);
    scenario.ok_or_else(|| inconsistent(record, "scenario"))
}

/// The result with all ratings there are, of people of whom so many could rate. What cannot be scored goes on waiting;
/// it was scored above.
pub(super) fn rejudged(
    library: &Library,
    record: &plays::Play,
    ratings: &[Rating],
    raters: usize,
) -> JudgedPlay {
    let judged = scenario(library, record).and_then(|scenario| {
        let play = replayed(scenario, record, record.events.len())?;
        let verdicts = verdicts(library, scenario, record, &play, ratings, raters);
        let (mut rated, mut wanted) = (Vec::new(), Vec::new());
        for (reply, verdict) in verdicts {
            match verdict {
                Verdict::Wants(raters) => wanted.push((reply, raters)),
                Verdict::Counts(rating) => rated.push(rating),
            }
        }
        let result = judge(record, scenario, &play, &rated)?;
        Ok(JudgedPlay { result, wanted })
    });
    judged.unwrap_or(JudgedPlay {
        result: PlayResult {
            score: None,
            outcome: domain::evidence::Outcome::Pending,
            waiting: Vec::new(),
            digest: None,
        },
        wanted: Vec::new(),
    })
}

/// What becomes of each reply that is rated at all.
fn verdicts(
    library: &Library,
    scenario: &Scenario,
    record: &plays::Play,
    play: &Play,
    ratings: &[Rating],
    available: usize,
) -> Vec<(usize, Verdict)> {
    // Nothing is looked for in what was spoken.
    let texts = record.events.iter().filter_map(|event| match &event.did {
        Did::Replied(text) => Some(text.as_str()),
        Did::Spoke(_) => Some(""),
        _ => None,
    });
    let verdict = |(reply, (node, text)): (usize, (usize, &str))| {
        match scenario.nodes.get(node).map(|node| &node.exit) {
            Some(Exit::Reply(of)) if of.is_rated() => {}
            _ => return None,
        }
        let case = Case {
            reply,
            sampled: is_sampled(&record.id),
            suspect: !hits(scenario, node, text, library).1.is_empty(),
            disputed: false,
            available,
        };
        Some((
            reply,
            raters::judge(&case, &result::of_reply(scenario, ratings, reply)),
        ))
    };
    let replies = play.replies().into_iter().zip(texts).enumerate();
    replies.filter_map(verdict).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_marked_once() {
        let hit = |span: Range<usize>| Hit {
            words: String::new(),
            span,
        };
        let cut = stretches("one two three", &[hit(0..3), hit(4..13)], &[hit(8..13)]);
        let plain = |text: &str| Stretch::Plain(text.to_owned());
        assert_eq!(
            cut,
            [
                Stretch::Must("one".to_owned()),
                plain(" two "),
                Stretch::Ban("three".to_owned())
            ]
        );
        assert_eq!(stretches("one", &[], &[]), [plain("one")]);
        assert_eq!(stretches("", &[], &[]), []);
    }
}
