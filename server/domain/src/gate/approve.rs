//! Approvals: given by somebody entitled, for this time, after whatever ended the last time.

use super::item::{Case, Item};
use super::next::Next;
use crate::access::Access;
use crate::content::requirement::Requirement;
use crate::evidence::{Entry, Fact};
use crate::time::Moment;

/// Counts the lines that ask for the same access, over all stages: one approval meets one of them.
#[derive(Default)]
pub(super) struct Lines(Vec<Access>);

impl Lines {
    /// How many lines asked for this access before.
    pub(super) fn next(&mut self, by: Access) -> usize {
        let before = self.0.iter().filter(|access| **access == by).count();
        self.0.push(by);
        before
    }
}

/// Judges an approval line. `ready` is when everything else up to this stage was met; `before` is how many
/// lines before it ask for the same access.
pub(super) fn judge(case: &Case<'_>, item: &mut Item, by: Access, ready: Option<Moment>, before: usize) {
    if item.is_met() {
        return;
    }
    let role = &case.role.head.id;
    let approves = |entry: &&Entry| matches!(&entry.fact, Fact::Approved { role: of, by: access } if of == role && *access == by);
    let approvals = || case.history.iter().filter(approves);
    // Going live consumed the approvals of its stages; a later refusal is about the next stage.
    if let Some(given) = case.standing.consumed(item.stage)
        && let Some(approval) = approvals().rfind(|entry| entry.recorded <= given)
    {
        return item.meet(approval.recorded, [approval]);
    }
    let declined = case
        .history
        .last(|fact| matches!(fact, Fact::Declined { role: of, by: access } if of == role && *access == by));
    let (consumed, used) = consumed(case, by);
    let restart = [
        case.standing.left,
        case.standing.withdrawn,
        case.standing.ended(),
        consumed,
    ];
    let restart = restart.into_iter().flatten().max();
    let barrier = restart.max(declined);
    let mut fresh = approvals().filter(|entry| Some(entry.recorded) > barrier);
    if let Some(approval) = fresh.nth(before.saturating_sub(used)) {
        return item.meet(approval.recorded, [approval]);
    }
    item.declined = declined.filter(|_| declined >= restart);
    // Who has left waits for nobody.
    if let Some(ready) = ready.filter(|_| case.standing.gone().is_none()) {
        item.wait(restart.map_or(ready, |restart| ready.max(restart)), by);
        item.next = Some(Next::Approve);
    }
}

/// When going live took approvals of this access, and how many lines it took them for.
fn consumed(case: &Case<'_>, by: Access) -> (Option<Moment>, usize) {
    let taken = case.role.stages.iter().enumerate().filter_map(|(index, stage)| {
        let given = case.standing.consumed(index)?;
        let asks = |line: &&Requirement| matches!(line, Requirement::Approve { by: access } if *access == by);
        let lines = stage.requires.iter().filter(asks).count();
        (lines > 0).then_some((given, lines))
    });
    taken.fold((None, 0), |(_, used), (given, lines)| (Some(given), used + lines))
}
