//! A task of many candidates at once: what is seen of all of them at one time.

use domain::{interview::Item, time::Moment};
use store::{
    StoreError,
    actors::Recruiter,
    sheets::{self, Late, Member, Seen},
};

use super::{Loaded, TICK, load, refused, tick_rows, written::when};
use crate::{
    actions::Kept,
    forms::{Act, Done, Posted},
    refusal::Refusal,
    visitor::Visitor,
};

/// The query that opens a group's table: the number of the time, from 1; 0 for the one that is due.
pub(crate) const GROUP: &str = "group";

/// The item's place in the kit, from 0, with the item, when it is watched in a group.
pub(crate) fn watched<'a>(loaded: &'a Loaded, id: &str) -> Result<(usize, &'a Item), Refusal> {
    let items = &loaded.kit()?.items;
    let place = items.iter().position(|item| item.id == id && is_watched(item));
    let place = place.ok_or(Refusal::NotFound)?;
    Ok((place, &items[place]))
}

/// Whether an item is for many candidates at once and watched at intervals.
pub(crate) fn is_watched(item: &Item) -> bool {
    item.group && item.observe.is_some()
}

/// Everybody whom one watches at this item together with this interview's candidate; not found when one's own sheet
/// for it is closed or missing.
pub(crate) async fn members(
    visitor: &Visitor,
    recruiter: &Recruiter,
    loaded: &Loaded,
    item: &Item,
) -> Result<Vec<Member>, Refusal> {
    let members = sheets::group(&visitor.site.store, recruiter, &loaded.interview, &item.id).await?;
    if members
        .iter()
        .any(|member| member.interview == loaded.interview.id)
    {
        Ok(members)
    } else {
        Err(Refusal::NotFound)
    }
}

/// The number of the time that is due, from 1: the last one that has passed, the first before that.
pub(crate) fn due(item: &Item, started: Option<Moment>, now: Moment) -> usize {
    let gone = started.map_or(0, |started| now.seconds_since(started));
    let passed = tick_rows(item)
        .iter()
        .filter(|(at, _)| i64::from(*at) <= gone)
        .count();
    passed.max(1)
}

/// What was posted about a group, read against the sheets one has.
struct Watch {
    place: usize,
    members: Vec<Member>,
    seen: Seen,
}

impl Watch {
    async fn read(
        visitor: &Visitor,
        posted: &Posted,
        recruiter: &Recruiter,
        interview: &str,
    ) -> Result<Self, Refusal> {
        let loaded = load(visitor, recruiter, interview).await?;
        let (place, item) = watched(&loaded, posted.get("item").unwrap_or_default())?;
        let rows = tick_rows(item);
        let at = posted.get("time").and_then(|at| at.parse::<u32>().ok());
        let row = rows.iter().find(|(seconds, _)| Some(*seconds) == at);
        let (seconds, offered) = row.ok_or(Refusal::NotFound)?;
        let members = members(visitor, recruiter, &loaded, item).await?;
        let ticked = |interview: &str| {
            let prefix = format!("{TICK}{interview}:");
            let values: Vec<&str> = posted.with_prefix(&prefix).map(|(value, _)| value).collect();
            let known = offered.iter().map(|(value, _)| value.clone());
            known.filter(|value| values.contains(&value.as_str())).collect()
        };
        let ticks = members
            .iter()
            .map(|member| (member.interview.clone(), ticked(&member.interview)));
        let seen = Seen {
            item: item.id.clone(),
            prefix: format!("{seconds}:"),
            ticks: ticks.collect(),
        };
        Ok(Self { place, members, seen })
    }
}

/// Saves what was seen at one time, and starts the clock when asked to.
pub(crate) async fn save_ticks(act: &Act, interview: String) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let Watch { place, members, seen } = Watch::read(act, &act.posted, &recruiter, &interview).await?;
    let go = act.posted.get("go").unwrap_or_default().to_owned();
    let number = match go.as_str() {
        "sheet" => String::new(),
        "start" => format!("&{GROUP}=0"),
        number => format!("&{GROUP}={}", number.parse::<usize>().unwrap_or(0)),
    };
    let to = format!("/interviews/{interview}?at={}{number}", place + 1);
    let saving = act.site.store.write(move |tx| {
        Box::pin(async move {
            sheets::tick(tx, &recruiter, &seen, now, Late::Wins).await?;
            if go == "start" {
                let all: Vec<String> = members.into_iter().map(|member| member.interview).collect();
                sheets::start(tx, &recruiter, &seen.item, &all, now).await?;
            }
            Ok(())
        })
    });
    saving.await.map_err(|error| refused(error, texts))?;
    Ok(Done::to(to))
}

/// Keeps what is seen at one time while it is ticked. What came later stays.
pub(crate) async fn keep_ticks(
    visitor: &Visitor,
    posted: &Posted,
    interview: String,
) -> Result<Kept, Refusal> {
    let recruiter = match visitor.recruiter() {
        Ok(recruiter) => recruiter,
        Err(Refusal::SignIn) => return Ok(Kept::SignedOut),
        Err(_) => return Ok(Kept::Unknown),
    };
    let seen = match Watch::read(visitor, posted, &recruiter, &interview).await {
        Ok(watch) => watch.seen,
        Err(Refusal::NotFound) => return Ok(Kept::Unknown),
        Err(refusal) => return Err(refusal),
    };
    let when = when(posted, visitor.now);
    let keeping = visitor.site.store.write(move |tx| {
        Box::pin(async move { sheets::tick(tx, &recruiter, &seen, when, Late::Yields).await })
    });
    match keeping.await {
        Ok(()) => Ok(Kept::Saved),
        Err(StoreError::SheetSubmitted | StoreError::Decided) => Ok(Kept::Closed),
        Err(error) => Err(error.into()),
    }
}
