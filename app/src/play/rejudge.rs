//! What a play comes to by the ratings there are.

use domain::{
    content::Library,
    rating::{available, is_sampled},
    scenario::{
        Exit, Scenario,
        play::Play,
        raters::{self, Case, Verdict},
    },
};
use store::{
    StoreError,
    plays::{self, Did},
    ratings::{JudgedPlay, Panel, Rating, is_there},
};

use super::{
    judge,
    open::{inconsistent, replayed},
    result,
    task::proposal,
};
use crate::refusal::Refusal;

/// The result with all ratings there are, and which replies wait for one more.
///
/// # Errors
/// When the play does not fit its content, which no version of this program brings about: then nothing is written.
pub(super) fn rejudged(
    library: &Library,
    record: &plays::Play,
    ratings: &[Rating],
    panel: &Panel,
) -> Result<JudgedPlay, StoreError> {
    judged(library, record, ratings, panel).map_err(|refusal| match refusal {
        Refusal::Store(error) => error,
        _ => StoreError::Inconsistent {
            table: "play",
            row: record.id.clone(),
            column: "outcome",
        },
    })
}

fn judged(
    library: &Library,
    record: &plays::Play,
    ratings: &[Rating],
    panel: &Panel,
) -> Result<JudgedPlay, Refusal> {
    let scenario = scenario(library, record)?;
    let play = replayed(scenario, record, record.events.len())?;
    let (mut rated, mut wanted) = (Vec::new(), Vec::new());
    for (reply, verdict) in verdicts(library, scenario, record, &play, ratings, panel) {
        match verdict {
            Verdict::Wants(raters) => wanted.push((reply, raters)),
            Verdict::Counts(rating) => rated.push(rating),
        }
    }
    let result = judge(record, scenario, &play, &rated)?;
    Ok(JudgedPlay { result, wanted })
}

/// What becomes of each reply that is rated at all.
fn verdicts(
    library: &Library,
    scenario: &Scenario,
    record: &plays::Play,
    play: &Play,
    ratings: &[Rating],
    panel: &Panel,
) -> Vec<(usize, Verdict)> {
    let verdict = |(reply, (node, did)): (usize, (usize, &Did))| {
        match scenario.nodes.get(node).map(|node| &node.exit) {
            Some(Exit::Reply(of)) if of.is_rated() => {}
            _ => return None,
        }
        let of_reply = || ratings.iter().filter(|rating| rating.part == reply);
        let has_anew = of_reply().any(|rating| rating.anew);
        let raters: Vec<&str> = of_reply().map(|rating| rating.rater.as_str()).collect();
        let case = Case {
            reply,
            sampled: is_sampled(&record.id),
            suspect: !proposal(scenario, node, text(did), library).ban.is_empty(),
            disputed: panel.disputed && !has_anew,
            gone: !is_there(did),
            available: available(&panel.trainers, &raters),
        };
        let said = result::of_reply(scenario, ratings, reply);
        Some((reply, raters::judge(&case, &said)))
    };
    let replies = play.replies().into_iter().zip(record.replies()).enumerate();
    replies.filter_map(verdict).collect()
}

/// What was typed; empty where it was erased, or spoken: nothing is looked for in that.
pub(super) fn text(reply: &Did) -> &str {
    match reply {
        Did::Replied(text) => text,
        _ => "",
    }
}

pub(super) fn scenario<'a>(library: &'a Library, record: &plays::Play) -> Result<&'a Scenario, Refusal> {
    let scenario = library.scenarios.get(&record.scenario);
    scenario.ok_or_else(|| inconsistent(record, "scenario"))
}
