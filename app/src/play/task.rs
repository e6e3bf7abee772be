//! What a rater gets to see of a typed reply.

use std::ops::Range;

use domain::{
    content::Library,
    lang::Lang,
    rating::sentences,
    scenario::{
        Exit, Reply, Scenario,
        wording::{self, Hit},
    },
};
use store::{
    ratings::{Source, Waiting},
    recordings::Spoken,
};

use super::parts;
use crate::{refusal::Refusal, visitor::Visitor};

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
    /// Its sentences, for the rater to point at; none when it was erased.
    pub(crate) sentences: Vec<String>,
    /// What is rated.
    pub(crate) criteria: Vec<CriterionTask>,
    /// What raters should know of it.
    pub(crate) guide: Option<String>,
    /// What the learner says against the result, where it is disputed.
    pub(crate) dispute: Option<String>,
    /// Whether something is banned here at all.
    pub(crate) bans: bool,
    /// Whether something banned was found.
    pub(crate) ban_found: bool,
    /// Whether something wanted was found.
    pub(crate) must_found: bool,
    /// Since when it waits.
    pub(crate) since: domain::time::Moment,
}

/// A criterion of a reply to rate.
pub(crate) struct CriterionTask {
    /// Its id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// The most points.
    pub(crate) most: u32,
    /// The points that phrases propose.
    pub(crate) proposed: u32,
    /// What earns a level, in ascending order.
    pub(crate) anchors: Vec<(u32, String)>,
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
    let lang = visitor.lang();
    Ok(found(&library, waiting).map(|(scenario, node, reply)| {
        let (must, ban) = hits(scenario, node, &waiting.text, &library);
        let criteria = reply.rate.iter().filter_map(|rate| {
            let criterion = scenario.criteria.get(rate.criterion)?;
            Some(CriterionTask {
                id: criterion.id.clone(),
                title: criterion.title.get(&lang).to_owned(),
                most: rate.most,
                proposed: if must.is_empty() { 0 } else { rate.most },
                anchors: anchors(reply, rate.criterion, &lang),
            })
        });
        let body = scenario.nodes.get(node).map_or("", |node| node.body.get(&lang));
        ReplyTask {
            play: play.clone(),
            reply: waiting.part,
            title: scenario.head.title.get(&lang).to_owned(),
            before: parts(body),
            text: stretches(&waiting.text, &must, &ban),
            spoken: waiting.spoken.clone(),
            sentences: sentences(&waiting.text).into_iter().map(str::to_owned).collect(),
            criteria: criteria.collect(),
            guide: reply.guide.as_ref().map(|guide| guide.get(&lang).to_owned()),
            dispute: waiting.dispute.clone(),
            bans: !reply.ban.is_empty(),
            ban_found: !ban.is_empty(),
            must_found: !must.is_empty(),
            since: waiting.since,
        }
    }))
}

/// What earns the levels of a criterion, in ascending order.
pub(super) fn anchors(reply: &Reply, criterion: usize, lang: &Lang) -> Vec<(u32, String)> {
    let of_criterion = reply
        .anchors
        .iter()
        .filter(|anchor| anchor.criterion == criterion);
    of_criterion
        .map(|anchor| (anchor.level, anchor.text.get(lang).to_owned()))
        .collect()
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
pub(super) fn hits(scenario: &Scenario, node: usize, text: &str, library: &Library) -> (Vec<Hit>, Vec<Hit>) {
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
