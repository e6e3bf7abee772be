//! Skills of a checklist, signed off one by one.

use std::collections::BTreeSet;

use domain::{
    access::Access,
    content::{library::Library, requirement::Requirement},
    evidence::{Entry, Fact},
    gate::Report,
};
use store::{
    evidence,
    training::{self, Skill},
};

use super::{attestor::attesting, reach, refused};
use crate::{
    forms::{Act, Done},
    gate_view, go_live,
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// The longest note, in characters.
pub(super) const LONGEST_NOTE: usize = 1000;

/// Signs that a skill was seen. Signed again, or in two tabs, it stays signed once.
pub(crate) async fn sign(
    act: &Act,
    login: &str,
    checklist: String,
    item: String,
    note: &str,
) -> Result<Done, Refusal> {
    let account = reach::find(act, login).await?;
    let (texts, now) = (act.texts, act.now);
    let known = act.library.checklists.get(&checklist).ok_or(Refusal::NotFound)?;
    if !known.items.iter().any(|(id, _)| *id == item) {
        return Err(Refusal::NotFound);
    }
    let entries = evidence::of_person(&act.site.store, &account.person).await?;
    let signers = signers(&act.library, &gate_view::reports_of(act, &entries), &checklist);
    if signers.is_empty() {
        return Err(Refusal::NotFound);
    }
    let access = signer(act, &signers).ok_or(Refusal::Forbidden)?;
    if note.chars().count() > LONGEST_NOTE {
        return Err(Refusal::Cannot(t!(texts, "staff-too-long", n = LONGEST_NOTE)));
    }
    let version = known.head.version;
    let back = format!("/people/{}#{checklist}", super::segment(login));
    let (note, person) = (note.trim().to_owned(), account.person.clone());
    let (library, calendar) = (act.library.clone(), act.site.calendar.clone());
    attesting!(act, access, |by| {
        let signing = act.site.store.write(move |tx| {
            Box::pin(async move {
                let entries = evidence::of_person_in(tx, &person).await?;
                if signature(&entries, &checklist, &item).is_some() {
                    return Ok(());
                }
                let skill = Skill {
                    checklist: &checklist,
                    item: &item,
                    version,
                };
                training::sign(tx, &by, &person, skill, &note, now).await?;
                go_live::settle(tx, &library, &*calendar, &person, &by, now).await?;
                Ok(())
            })
        });
        signing.await.map_err(|error| refused(texts, error))?;
    });
    Ok(Done::to(back).saying(t!(texts, "people-signed")))
}

/// Who may sign a checklist for a person with these reports: a trainer, and whoever the roles name.
pub(crate) fn signers(library: &Library, reports: &[Report], checklist: &str) -> BTreeSet<Access> {
    let roles = reports
        .iter()
        .filter_map(|report| library.roles.get(&report.role));
    let lines = roles
        .flat_map(|role| &role.stages)
        .flat_map(|stage| &stage.requires);
    lines
        .filter_map(|line| match line {
            Requirement::SignOff { checklist: of, by } if of == checklist => {
                Some([Access::Trainer, by.unwrap_or(Access::Trainer)])
            }
            _ => None,
        })
        .flatten()
        .collect()
}

/// The access in which the visitor signs.
pub(crate) fn signer(visitor: &Visitor, signers: &BTreeSet<Access>) -> Option<Access> {
    signers.iter().copied().find(|access| visitor.has(*access))
}

/// The entry that signed an item, when there is one that counts.
pub(crate) fn signature<'a>(entries: &'a [Entry], checklist: &str, item: &str) -> Option<&'a Entry> {
    let voided = voided(entries);
    entries.iter().find(|entry| {
        let signs = matches!(&entry.fact, Fact::ItemSigned { checklist: of, item: id, .. }
            if of == checklist && id == item);
        signs && !voided.contains(entry.id.as_str())
    })
}

/// The ids of voided entries. A voiding can itself be voided, so the latest are heard first.
fn voided(entries: &[Entry]) -> BTreeSet<&str> {
    let mut voided = BTreeSet::new();
    for entry in entries.iter().rev() {
        if let Fact::Voided { entry: target } = &entry.fact
            && !voided.contains(entry.id.as_str())
        {
            voided.insert(target.as_str());
        }
    }
    voided
}
