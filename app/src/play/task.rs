//! What a rater gets to see of a typed reply.

use domain::{
    content::Library,
    lang::Lang,
    rating::sentences,
    scenario::{
        Channel, Exit, Reply, Scenario,
        wording::{self, Proposal},
    },
};
use store::{
    ratings::{Source, Waiting},
    recordings::Spoken,
};

use super::{
    parts, split,
    stretch::{Stretch, paragraphs, stretches},
};
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
    /// The subject of a letter.
    pub(crate) subject: Option<Vec<Stretch>>,
    /// The reply's paragraphs in stretches, with what was found in them.
    pub(crate) paragraphs: Vec<Vec<Stretch>>,
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
    /// What was found of what is wanted.
    pub(crate) must: Looked,
    /// What was found of what is banned.
    pub(crate) ban: Looked,
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
    /// The points that phrases propose, if any.
    pub(crate) proposed: Option<u32>,
    /// What earns a level, in ascending order.
    pub(crate) anchors: Vec<(u32, String)>,
}

/// What became of looking for words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Looked {
    /// Nothing is to be looked for here.
    ForNothing,
    /// Nothing was found.
    InVain,
    /// Something was found.
    Found,
}

impl Looked {
    fn of(nothing: bool, hits: &[wording::Hit]) -> Self {
        match (nothing, hits) {
            (true, _) => Self::ForNothing,
            (false, []) => Self::InVain,
            (false, _) => Self::Found,
        }
    }
}

/// What a rater gets to see of a reply that waits.
///
/// # Errors
/// When its release cannot be read.
pub(crate) async fn task(visitor: &Visitor, waiting: &Waiting) -> Result<Option<ReplyTask>, Refusal> {
    let Source::Play(play) = &waiting.source else {
        return Ok(None);
    };
    let site = &visitor.site;
    let library = site.libraries.at(&site.store, waiting.release).await?;
    let lang = visitor.lang();
    Ok(found(&library, waiting).map(|(scenario, node, reply)| {
        let phrases = proposal(scenario, node, &waiting.text, &library);
        let criteria = reply.rate.iter().filter_map(|rate| {
            let criterion = scenario.criteria.get(rate.criterion)?;
            let mut proposed = phrases.points.iter();
            let proposed = proposed.find(|(criterion, _)| *criterion == rate.criterion);
            Some(CriterionTask {
                id: criterion.id.clone(),
                title: criterion.title.get(&lang).to_owned(),
                most: rate.most,
                proposed: proposed.map(|(_, points)| *points),
                anchors: anchors(reply, rate.criterion, &lang),
            })
        });
        let body = scenario.nodes.get(node).map_or("", |node| node.body.get(&lang));
        let mut paragraphs = paragraphs(stretches(&waiting.text, &phrases.must, &phrases.ban));
        let is_letter = scenario.channel == Some(Channel::Email) && split(&waiting.text).0.is_some();
        ReplyTask {
            play: play.clone(),
            reply: waiting.part,
            title: scenario.head.title.get(&lang).to_owned(),
            before: parts(body),
            subject: is_letter.then(|| paragraphs.remove(0)),
            paragraphs,
            spoken: waiting.spoken.clone(),
            sentences: sentences(&waiting.text).into_iter().map(str::to_owned).collect(),
            criteria: criteria.collect(),
            guide: reply.guide.as_ref().map(|guide| guide.get(&lang).to_owned()),
            dispute: waiting.dispute.clone(),
            must: Looked::of(reply.must.is_empty(), &phrases.must),
            ban: Looked::of(reply.ban.is_empty(), &phrases.ban),
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

/// What phrases say, in whichever language of the scenario the reply was typed.
pub(super) fn proposal(scenario: &Scenario, node: usize, text: &str, library: &Library) -> Proposal {
    let propose = |lang: &Lang| wording::propose(scenario, node, text, lang, &library.phrases);
    let found = scenario.head.languages.iter().filter_map(propose);
    found.fold(Proposal::default(), |mut all, found| {
        if all.points.is_empty() {
            all.points = found.points;
        }
        all.must.extend(found.must);
        all.ban.extend(found.ban);
        all
    })
}
