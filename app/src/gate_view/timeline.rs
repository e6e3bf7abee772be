use std::collections::{HashMap, HashSet};

use domain::{
    access::Access,
    evidence::{Entry, Fact},
};
use leptos::prelude::*;

use store::evidence::Said;

use super::past::words;
use crate::{t, visitor::Visitor};

/// How many entries stand open; older ones are folded.
const OPEN: usize = 20;

/// A training file: everything done, newest first, with when, the result and by whom.
pub(crate) fn timeline(visitor: &Visitor, entries: &[Entry], said: &HashMap<String, Said>) -> AnyView {
    let facts: HashMap<&str, &Fact> = entries
        .iter()
        .map(|entry| (entry.id.as_str(), &entry.fact))
        .collect();
    let voided: HashSet<&str> = entries.iter().filter_map(|entry| voids(&entry.fact)).collect();
    let rows = entries.iter().rev().filter_map(|entry| {
        let words = match voids(&entry.fact).and_then(|id| facts.get(id)) {
            // A regraded result is void together with the first one, which says so.
            Some(Fact::QuizRegraded { .. }) => return None,
            Some(what) => {
                let (_, what) = words(visitor, what);
                (Some("wait"), t!(visitor.texts, "past-void-what", what = what))
            }
            None => words(visitor, &entry.fact),
        };
        let is_void = voided.contains(entry.id.as_str());
        Some(row(visitor, entry, words, is_void, said.get(&entry.id)))
    });
    let mut rows: Vec<AnyView> = rows.collect();
    let older = rows.split_off(rows.len().min(OPEN));
    let older = (!older.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{t!(visitor.texts, "past-older", n = older.len())}</summary>
                <ol class="timeline">{older}</ol>
            </details>
        }
    });
    view! {
        <ol class="timeline">{rows}</ol>
        {older}
    }
    .into_any()
}

/// The id of the entry that this one makes void.
fn voids(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Voided { entry } => Some(entry),
        _ => None,
    }
}

fn row(
    visitor: &Visitor,
    entry: &Entry,
    (kind, words): (Option<&'static str>, String),
    voided: bool,
    said: Option<&Said>,
) -> AnyView {
    let texts = visitor.texts;
    let (kind, words) = if voided {
        (Some("void"), format!("{words} · {}", t!(texts, "past-voided")))
    } else {
        (kind, words)
    };
    let by = match (&entry.actor, said.and_then(|said| said.by.clone())) {
        (None, _) => t!(texts, "past-system"),
        (Some(_), Some(name)) => name,
        (Some(_), None) => t!(texts, "past-someone"),
    };
    let note = said.and_then(|said| said.note.clone());
    let note = note.filter(|note| !note.trim().is_empty());
    view! {
        <li data-kind=kind>
            <p>{words}</p>
            <p class="timeline-when">
                <time>{visitor.site.calendar.date_time(entry.happened)}</time>
                {format!(" · {by}")}
            </p>
            {note.map(|note| view! { <p class="timeline-note">{note}</p> })}
            {interview(visitor, &entry.fact)}
        </li>
    }
    .into_any()
}

/// For recruiters, the way from being hired back to the interviews.
fn interview(visitor: &Visitor, fact: &Fact) -> Option<AnyView> {
    let Fact::Hired { candidate, .. } = fact else {
        return None;
    };
    visitor.has(Access::Recruiter).then(|| {
        let href = format!("/candidates/{candidate}");
        view! { <p><a href=href>{t!(visitor.texts, "candidate-link")}</a></p> }.into_any()
    })
}
