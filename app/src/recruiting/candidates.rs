//! Entering candidates, moving them on, rejecting them, planning interviews.

use store::{
    candidates::{self, Stage, Who},
    idempotency::{self, Once},
    interviews::{self, NewInterview},
    people::NewPerson,
};

use super::refused;
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// The longest name, contact or room, in characters.
const LONGEST: usize = 100;

/// What the names of the boxes of raters begin with; the account follows.
pub(crate) const RATER: &str = "rater:";

/// Enters a candidate and opens their page.
pub(crate) async fn add(act: &Act, name: &str, role: &str, contact: &str) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let mut errors = Vec::new();
    match name.trim().chars().count() {
        0 => errors.push(("name", t!(texts, "field-required"))),
        1..=LONGEST => {}
        _ => errors.push(("name", t!(texts, "field-too-long", n = LONGEST))),
    }
    if !act.library.roles.contains_key(role) {
        errors.push(("role", t!(texts, "candidate-role-unknown")));
    }
    if contact.chars().count() > LONGEST {
        errors.push(("contact", t!(texts, "field-too-long", n = LONGEST)));
    }
    if !errors.is_empty() {
        return Err(Refusal::Fields(errors));
    }
    let who = Who::New(NewPerson::named(name.trim()));
    let roles = [role.to_owned()];
    let contact = Some(contact.trim().to_owned()).filter(|contact| !contact.is_empty());
    let key = act.key().to_owned();
    let adding = act.site.store.write(move |tx| {
        Box::pin(async move {
            if let Once::Again(path) = idempotency::once(tx, &key, &recruiter.account).await? {
                return Ok(path);
            }
            let id = candidates::add(tx, &recruiter, who, &roles, contact.as_deref(), now).await?;
            let path = format!("/candidates/{id}");
            idempotency::keep(tx, &key, &recruiter.account, &path, now).await?;
            Ok(path)
        })
    });
    Ok(Done::to(adding.await?).saying(t!(texts, "candidate-added")))
}

/// Moves a candidate to another stage.
pub(crate) async fn advance(act: &Act, candidate: String, stage: &str) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let unknown = || Refusal::field("stage", t!(texts, "candidate-stage-unknown"));
    let stage: Stage = stage.parse().map_err(|_| unknown())?;
    if matches!(stage, Stage::Hired | Stage::Rejected) {
        return Err(unknown());
    }
    let moving = act.site.store.write(move |tx| {
        Box::pin(async move { candidates::advance(tx, &recruiter, &candidate, stage, now).await })
    });
    moving.await.map_err(|error| refused(error, texts))?;
    Ok(Done::back().saying(t!(texts, "candidate-moved")))
}

/// Rejects a candidate with a reason.
pub(crate) async fn reject(act: &Act, candidate: String, reason: String) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let rejecting = act.site.store.write(move |tx| {
        Box::pin(async move { candidates::reject(tx, &recruiter, &candidate, &reason, now).await })
    });
    rejecting.await.map_err(|error| refused(error, texts))?;
    Ok(Done::back().saying(t!(texts, "candidate-rejected")))
}

/// Plans an interview of a candidate.
pub(crate) async fn plan(
    act: &Act,
    candidate: String,
    kit: String,
    at: &str,
    room: &str,
) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let store = &act.site.store;
    let found = candidates::get(store, &recruiter, &candidate).await?;
    let found = found.ok_or(Refusal::NotFound)?;
    if matches!(found.stage, Stage::Hired | Stage::Rejected) {
        return Err(Refusal::Cannot(t!(texts, "interview-too-late")));
    }
    let mut errors = Vec::new();
    let version = act.library.interviews.get(&kit).map(|kit| kit.head.version);
    if version.is_none() {
        errors.push(("kit", t!(texts, "interview-kit-unknown")));
    }
    let at = act.site.calendar.parse_local(at.trim());
    if at.is_none() {
        errors.push(("at", t!(texts, "interview-at-bad")));
    }
    if room.chars().count() > LONGEST {
        errors.push(("room", t!(texts, "field-too-long", n = LONGEST)));
    }
    let may_rate = candidates::choices(store, &recruiter).await?.raters;
    let raters: Vec<String> = act
        .posted
        .with_prefix(RATER)
        .map(|(rater, _)| rater.to_owned())
        .collect();
    let known = raters
        .iter()
        .all(|rater| may_rate.iter().any(|each| each.id == *rater));
    if raters.is_empty() || !known {
        errors.push(("rater", t!(texts, "interview-raters-needed")));
    }
    let (Some(version), Some(at), true) = (version, at, errors.is_empty()) else {
        return Err(Refusal::Fields(errors));
    };
    let new = NewInterview {
        candidate,
        kit,
        version,
        release: act.library.release,
        room: room.trim().to_owned(),
        at,
        raters,
    };
    let key = act.key().to_owned();
    let planning = store.write(move |tx| {
        Box::pin(async move {
            if let Once::First = idempotency::once(tx, &key, &recruiter.account).await? {
                let id = interviews::plan(tx, &recruiter, new, now).await?;
                idempotency::keep(tx, &key, &recruiter.account, &id, now).await?;
            }
            Ok(())
        })
    });
    planning.await.map_err(|error| refused(error, texts))?;
    Ok(Done::back().saying(t!(texts, "interview-planned")))
}
