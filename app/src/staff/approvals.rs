//! Going live: approved, declined, withdrawn. The gate is judged again inside every write.

use domain::{
    access::Access,
    content::{library::Library, requirement::Requirement},
    evidence::Entry,
    gate::{self, Item, Report, State},
    time::{Calendar, Moment},
};
use store::{approvals, evidence};

use super::{attestor::attesting, first, reach, refused, sign_off::LONGEST_NOTE};
use crate::{
    forms::{Act, Done},
    go_live,
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// How an approval or a refusal ended.
enum Judged {
    /// It was written; with how many certificates.
    Written(usize),
    /// Somebody was quicker: the line is met.
    Already,
    /// Other requirements are missing.
    NotReady(usize),
}

/// Approves; when the list is then complete, the certificate comes in the same transaction.
pub(crate) async fn approve(act: &Act, login: &str, role: &str, note: &str) -> Result<Done, Refusal> {
    let texts = act.texts;
    if note.chars().count() > LONGEST_NOTE {
        return Err(Refusal::Cannot(t!(texts, "staff-too-long", n = LONGEST_NOTE)));
    }
    let judged = judge(act, login, role, note, true).await?;
    let name = reach::find(act, login).await?.shown().to_owned();
    match judged {
        Judged::Written(0) => Ok(Done::back().saying(t!(texts, "approvals-approved", name = name))),
        Judged::Written(_) => Ok(Done::back().saying(t!(texts, "approvals-live", name = name))),
        Judged::Already => Ok(Done::back().saying(t!(texts, "approvals-already", name = name))),
        Judged::NotReady(n) => Err(Refusal::Cannot(t!(
            texts,
            "approvals-not-ready",
            name = name,
            n = n
        ))),
    }
}

/// Declines, with a reason; the person stays ready, and the reason stands in the file.
pub(crate) async fn decline(act: &Act, login: &str, role: &str, reason: &str) -> Result<Done, Refusal> {
    let texts = act.texts;
    check_reason(act, reason)?;
    let judged = judge(act, login, role, reason, false).await?;
    let name = reach::find(act, login).await?.shown().to_owned();
    match judged {
        Judged::Written(_) => Ok(Done::back().saying(t!(texts, "approvals-declined", name = name))),
        Judged::Already => Err(Refusal::Cannot(t!(texts, "approvals-already", name = name))),
        Judged::NotReady(n) => Err(Refusal::Cannot(t!(
            texts,
            "approvals-not-ready",
            name = name,
            n = n
        ))),
    }
}

async fn judge(act: &Act, login: &str, role: &str, words: &str, yes: bool) -> Result<Judged, Refusal> {
    let account = reach::find(act, login).await?;
    let entries = evidence::of_person(&act.site.store, &account.person).await?;
    let calendar = act.site.calendar.clone();
    let report = report_of(&act.library, &*calendar, &entries, role, act.now).ok_or(Refusal::NotFound)?;
    let access = approver(act, &report).ok_or(Refusal::Forbidden)?;
    let (library, now, texts) = (act.library.clone(), act.now, act.texts);
    let (person, role, words) = (account.person.clone(), role.to_owned(), words.trim().to_owned());
    let key = act.key().to_owned();
    attesting!(act, access, |by| {
        let judging = act.site.store.write(move |tx| {
            Box::pin(async move {
                let again = !first(tx, &key, &by.account, now).await?;
                let entries = evidence::of_person_in(tx, &person).await?;
                let report = report_of(&library, &*calendar, &entries, &role, now);
                let Some(line) = report.as_ref().and_then(|report| line(report, access)) else {
                    return Ok(Judged::Already);
                };
                match line.state {
                    State::Pending if again => return Ok(Judged::Written(0)),
                    State::Pending => {}
                    State::Met => return Ok(Judged::Already),
                    State::Missing | State::Expired => {
                        let items = report.iter().flat_map(|report| &report.items);
                        let missing = items.filter(|item| !item.is_met() && !is_approval(item));
                        return Ok(Judged::NotReady(missing.count()));
                    }
                }
                if !yes {
                    approvals::decline(tx, &by, &person, &role, &words, now).await?;
                    return Ok(Judged::Written(0));
                }
                approvals::approve(tx, &by, &person, &role, &words, now).await?;
                let certificates = go_live::settle(tx, &library, &*calendar, &person, &by, now).await?;
                Ok(Judged::Written(certificates.len()))
            })
        });
        judging.await.map_err(|error| refused(texts, error))
    })
}

/// Withdraws a live status at once.
pub(crate) async fn withdraw(act: &Act, login: &str, role: String, reason: &str) -> Result<Done, Refusal> {
    let supervisor = act.supervisor()?;
    let account = reach::find(act, login).await?;
    let (texts, now) = (act.texts, act.now);
    check_reason(act, reason)?;
    let (library, calendar) = (act.library.clone(), act.site.calendar.clone());
    let (person, reason) = (account.person.clone(), reason.trim().to_owned());
    let withdrawing = act.site.store.write(move |tx| {
        Box::pin(async move {
            let entries = evidence::of_person_in(tx, &person).await?;
            let report = report_of(&library, &*calendar, &entries, &role, now);
            if !report.is_some_and(|report| report.live) {
                return Ok(false);
            }
            approvals::withdraw(tx, &supervisor, &person, &role, &reason, now).await?;
            Ok(true)
        })
    });
    let name = account.shown().to_owned();
    if withdrawing.await.map_err(|error| refused(texts, error))? {
        Ok(Done::back().saying(t!(texts, "approvals-withdrawn", name = name)))
    } else {
        Err(Refusal::Cannot(t!(texts, "approvals-not-live", name = name)))
    }
}

pub(crate) fn check_reason(act: &Act, reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::field("reason", t!(act.texts, "staff-reason-missing")));
    }
    if reason.chars().count() > LONGEST_NOTE {
        return Err(Refusal::field(
            "reason",
            t!(act.texts, "staff-too-long", n = LONGEST_NOTE),
        ));
    }
    Ok(())
}

fn report_of(
    library: &Library,
    calendar: &dyn Calendar,
    entries: &[Entry],
    role: &str,
    now: Moment,
) -> Option<Report> {
    let now = go_live::behind(entries, now);
    gate::report(library.roles.get(role)?, library, entries, now, calendar)
}

/// The access in which the visitor approves: that of a line that waits, else of any approval of the role.
pub(crate) fn approver(visitor: &Visitor, report: &Report) -> Option<Access> {
    let lines = || report.items.iter().filter_map(|item| Some((item, asks(item)?)));
    let own = |(_, access): &(&Item, Access)| visitor.has(*access);
    let waits = lines().filter(own).find(|(item, _)| item.state == State::Pending);
    waits.or_else(|| lines().find(own)).map(|(_, access)| access)
}

/// The approval line of this access that matters now: the first that is not met, else the last.
fn line(report: &Report, access: Access) -> Option<&Item> {
    let mut lines = report.items.iter().filter(|item| asks(item) == Some(access));
    let open = lines.clone().find(|item| !item.is_met());
    open.or_else(|| lines.next_back())
}

/// The line that waits for the visitor's approval.
pub(crate) fn waiting<'a>(visitor: &Visitor, report: &'a Report) -> Option<&'a Item> {
    report
        .items
        .iter()
        .find(|item| item.state == State::Pending && asks(item).is_some_and(|access| visitor.has(access)))
}

fn is_approval(item: &Item) -> bool {
    asks(item).is_some()
}

fn asks(item: &Item) -> Option<Access> {
    match item.requirement {
        Requirement::Approve { by } => Some(by),
        _ => None,
    }
}
