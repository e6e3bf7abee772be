//! What a play that ended earned.

use std::collections::BTreeSet;

use domain::{
    evidence::Outcome,
    lang::Lang,
    rating::Points,
    scenario::{
        Critical, Exit, Scenario,
        play::{Did, Mistake, Play},
        raters::{self, Said},
        score::{self, Score, score},
        state::state_hash,
    },
    score::Milli,
};
use store::{
    plays::{self, PlayResult, PlayState},
    ratings::Rating,
};

use super::{Opened, open::inconsistent};
use crate::refusal::Refusal;

/// A result as its page shows it.
pub(crate) struct ResultSheet {
    /// How the play ended.
    pub(crate) outcome: Outcome,
    /// The score; none while anything is still to be decided.
    pub(crate) score: Option<Milli>,
    /// Whole points that lack to the pass mark.
    pub(crate) lacks: i64,
    /// Whether the conversation ended well.
    pub(crate) ended_well: bool,
    /// Each criterion.
    pub(crate) criteria: Vec<CriterionBar>,
    /// The criterion in which most of the score was lost, when any was.
    pub(crate) weakest: Option<String>,
    /// The critical errors.
    pub(crate) mishaps: Vec<Mishap>,
}

/// A criterion and what was earned of it.
pub(crate) struct CriterionBar {
    /// Its title.
    pub(crate) title: String,
    /// The points earned.
    pub(crate) earned: Points,
    /// The most there are.
    pub(crate) max: u32,
    /// Whether replies that wait can still earn some.
    pub(crate) waits: bool,
}

/// A critical error: what was said, and why it is one.
pub(crate) struct Mishap {
    /// Whom it hurts.
    pub(crate) critical: Critical,
    /// What was said, as HTML; none for a typed reply, which stands in the transcript.
    pub(crate) said: Option<String>,
    /// Why, as HTML.
    pub(crate) why: Option<String>,
}

/// What raters said about one reply, as the rules take it.
pub(super) fn of_reply(scenario: &Scenario, ratings: &[Rating], reply: usize) -> Vec<Said> {
    let place = |id: &str| scenario.criteria.iter().position(|criterion| criterion.id == id);
    let said = |rating: &Rating| Said {
        points: rating
            .given
            .points
            .iter()
            .filter_map(|(id, points)| Some((place(id)?, *points)))
            .collect(),
        banned: rating.given.critical,
    };
    let of_reply = ratings.iter().filter(|rating| rating.part == reply);
    of_reply.map(said).collect()
}

/// What the ratings of each reply come to, where there are any.
pub(super) fn together(scenario: &Scenario, ratings: &[Rating]) -> Vec<score::Rating> {
    let replies: BTreeSet<usize> = ratings.iter().map(|rating| rating.part).collect();
    let of_each = |reply: usize| raters::together(reply, &of_reply(scenario, ratings, reply));
    replies.into_iter().map(of_each).collect()
}

/// The result of a play that has ended, for the store; `rated` are the replies that wait for nobody any more.
///
/// # Errors
/// When it cannot be scored, which the checker rules out.
pub(crate) fn judge(
    record: &plays::Play,
    scenario: &Scenario,
    play: &Play,
    rated: &[score::Rating],
) -> Result<PlayResult, Refusal> {
    let scored = score(scenario, play, rated).map_err(|_| inconsistent(record, "score"))?;
    let digest = Some(state_hash(play));
    Ok(match scored {
        score::Outcome::Final(score) => PlayResult {
            score: Some(score.score),
            outcome: if score.passed {
                Outcome::Passed
            } else {
                Outcome::Failed
            },
            waiting: Vec::new(),
            digest,
        },
        score::Outcome::Provisional { waiting, .. } => PlayResult {
            score: None,
            outcome: Outcome::Pending,
            waiting,
            digest,
        },
    })
}

impl ResultSheet {
    /// The result of a play that has ended. While replies wait, nothing of what raters said is in it.
    ///
    /// # Errors
    /// When it cannot be scored, which the checker rules out.
    pub(crate) fn of(opened: &Opened, play: &Play, ratings: &[Rating], lang: &Lang) -> Result<Self, Refusal> {
        let (scenario, record) = (opened.scenario()?, &opened.record);
        let scored =
            score(scenario, play, &together(scenario, ratings)).map_err(|_| inconsistent(record, "score"))?;
        let (score, waiting) = match scored {
            score::Outcome::Final(score) => (score, Vec::new()),
            score::Outcome::Provisional { so_far, waiting } => (so_far, waiting),
        };
        let outcome = match record.state {
            PlayState::Final => record.outcome.unwrap_or(Outcome::Failed),
            _ => Outcome::Pending,
        };
        // In practice nobody rates: what is known stays all there is.
        let is_known = record.state == PlayState::Final;
        let open = if is_known {
            BTreeSet::new()
        } else {
            earned_by(scenario, play, &waiting)
        };
        // As the rounded figures say it, but never nothing while something lacks.
        let lacks = match scenario.pass > score.score {
            true => (scenario.pass.rounded() - score.score.rounded()).max(1),
            false => 0,
        };
        Ok(Self {
            outcome,
            score: Some(score.score).filter(|_| is_known),
            lacks,
            ended_well: play.end(scenario) == Some(true),
            criteria: bars(scenario, &score, &open, lang),
            weakest: weakest(scenario, &score, lang),
            mishaps: score
                .mistakes
                .iter()
                .map(|mistake| mishap(scenario, mistake, lang))
                .collect(),
        })
    }
}

fn bars(scenario: &Scenario, score: &Score, open: &BTreeSet<usize>, lang: &Lang) -> Vec<CriterionBar> {
    let bars = scenario.criteria.iter().zip(&score.earned).enumerate();
    bars.map(|(at, (criterion, earned))| CriterionBar {
        title: criterion.title.get(lang).to_owned(),
        earned: *earned,
        max: criterion.max,
        waits: open.contains(&at),
    })
    .collect()
}

/// The criteria that raters of these replies give points of.
fn earned_by(scenario: &Scenario, play: &Play, replies: &[usize]) -> BTreeSet<usize> {
    let nodes = play.replies();
    let asked = replies
        .iter()
        .filter_map(|reply| scenario.nodes.get(*nodes.get(*reply)?));
    let rates = asked.flat_map(|node| match &node.exit {
        Exit::Reply(reply) => reply.rate.as_slice(),
        _ => &[],
    });
    rates.map(|rate| rate.criterion).collect()
}

/// The criterion that lost the largest part of the score, the first of equals.
fn weakest(scenario: &Scenario, score: &Score, lang: &Lang) -> Option<String> {
    let lost = scenario
        .criteria
        .iter()
        .zip(&score.earned)
        .map(|(criterion, earned)| {
            let most = Points::whole(criterion.max).doubled();
            let lost = most.saturating_sub(earned.doubled());
            let lost = criterion.weight.fraction(lost.into(), i64::from(most.max(1)));
            (lost, criterion)
        });
    let most = lost.rev().max_by_key(|(lost, _)| *lost);
    most.filter(|(lost, _)| *lost > Milli(0))
        .map(|(_, criterion)| criterion.title.get(lang).to_owned())
}

fn mishap(scenario: &Scenario, mistake: &Mistake, lang: &Lang) -> Mishap {
    let choice = match (
        scenario.nodes.get(mistake.node).map(|node| &node.exit),
        mistake.did,
    ) {
        (Some(Exit::Choices(choices)), Did::Chose(choice)) => choices.get(choice),
        _ => None,
    };
    Mishap {
        critical: mistake.critical,
        said: choice.map(|choice| choice.text.get(lang).to_owned()),
        why: choice.and_then(|choice| Some(choice.feedback.as_ref()?.get(lang).to_owned())),
    }
}
