//! Scenarios: passed so many times, none of them too old.

use super::history::Test;
use super::item::{Case, Item, State};
use super::next::Next;
use crate::access::Access;
use crate::content::values::Period;
use crate::evidence::{Entry, Outcome};
use crate::time::Moment;
use std::collections::BTreeMap;

/// A passed play.
struct Passed<'a> {
    entry: &'a Entry,
    /// When it is too old to count; [`NEVER`] without a limit.
    expires: Moment,
    /// Whether its result is disputed and waits for a rater again.
    waits: bool,
}

const NEVER: Moment = Moment(i64::MAX);

/// Judges a scenario line.
pub(super) fn judge(case: &Case<'_>, item: &mut Item, scenario: &str, times: u32, within: Option<Period>) {
    let times = usize::try_from(times).unwrap_or(usize::MAX).max(1);
    let all = plays(case, scenario, within);
    let plays: Vec<&Passed<'_>> = all.iter().filter(|play| !play.waits).collect();
    let valid = valid(&plays, case.now);
    item.progress = Some((valid.len().min(times), times));
    item.rest_on(valid.iter().map(|play| play.entry));
    // Going live consumed the plays: they do not grow old while it holds, nor does a dispute take them back.
    if let Some(given) = case.standing.consumed(item.stage) {
        let all: Vec<&Passed<'_>> = all.iter().collect();
        let then = self::valid(&all, given);
        if let Some(last) = then.get(times - 1) {
            item.progress = Some((times, times));
            return item.meet(last.entry.recorded, then.iter().map(|play| play.entry));
        }
    }
    if let Some(last) = valid.get(times - 1) {
        item.until = falls(&valid, times).filter(|until| *until != NEVER);
        return item.meet(last.entry.recorded, valid.iter().map(|play| play.entry));
    }
    item.next = Some(Next::Scenario(scenario.to_owned()));
    let open = case.history.open(Test::Scenario, scenario);
    if let Some(first) = open.first().filter(|_| valid.len() + open.len() >= times) {
        item.wait(first.entry.recorded, Access::Trainer);
        let waits = open.iter().map(|play| play.entry);
        item.rest_on(valid.iter().map(|play| play.entry).chain(waits));
        item.next = Some(Next::Rating);
    } else if let Some(fell) = fell(&plays, times) {
        item.state = State::Expired;
        item.since = Some(fell);
        item.rest_on(plays.iter().map(|play| play.entry));
    }
}

/// Each play that counts as passed once, by when its result was recorded. A later result of the same play takes the place
/// of the ones before: an amended rating may have failed it.
fn plays<'a>(case: &Case<'a>, scenario: &str, within: Option<Period>) -> Vec<Passed<'a>> {
    let mut plays: BTreeMap<&str, Passed<'a>> = BTreeMap::new();
    for attempt in case.history.attempts(Test::Scenario, scenario) {
        match attempt.outcome {
            Outcome::Passed => {}
            Outcome::Failed => {
                plays.remove(attempt.source);
                continue;
            }
            Outcome::Pending => {
                if let Some(play) = plays.get_mut(attempt.source) {
                    play.waits = true;
                }
                continue;
            }
        }
        let expires = within.map_or(NEVER, |within| {
            case.calendar.after(attempt.entry.happened, within)
        });
        let play = plays.entry(attempt.source).or_insert(Passed {
            entry: attempt.entry,
            expires,
            waits: false,
        });
        play.waits = false;
        play.expires = play.expires.max(expires);
    }
    let mut plays: Vec<_> = plays.into_values().collect();
    plays.sort_by(|a, b| (a.entry.recorded, &a.entry.id).cmp(&(b.entry.recorded, &b.entry.id)));
    plays
}

/// The plays that counted at a moment.
fn valid<'p, 'a>(plays: &[&'p Passed<'a>], at: Moment) -> Vec<&'p Passed<'a>> {
    let counted = |play: &&&Passed<'_>| play.entry.recorded <= at && at < play.expires;
    plays.iter().filter(counted).copied().collect()
}

/// When these plays, growing old, will be fewer than `times`; nothing when they are now.
fn falls(valid: &[&Passed<'_>], times: usize) -> Option<Moment> {
    let mut ends: Vec<Moment> = valid.iter().map(|play| play.expires).collect();
    ends.sort_unstable_by(|a, b| b.cmp(a));
    ends.get(times - 1).copied()
}

/// When they last fell below `times`; nothing when they never were that many.
fn fell(plays: &[&Passed<'_>], times: usize) -> Option<Moment> {
    // Their number grows only when a play is recorded, so those are the moments to look at.
    plays
        .iter()
        .filter_map(|play| falls(&valid(plays, play.entry.recorded), times))
        .max()
}
