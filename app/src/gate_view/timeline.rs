use std::collections::{HashMap, HashSet};

use domain::{
    access::Access,
    content::doc::Head,
    evidence::{Entry, ExtraTime, Fact, Outcome},
    score::Milli,
};
use leptos::prelude::*;

use crate::{gate_view::role_title, t, texts::Texts, visitor::Visitor};

/// What a training file says besides the entries.
pub(crate) struct Said<'a> {
    /// The names of accounts, by id.
    pub(crate) names: &'a HashMap<String, String>,
    /// Notes and reasons, by the entry's id.
    pub(crate) notes: &'a HashMap<String, String>,
}

/// A training file: everything done, newest first, with when, the result and by whom.
pub(crate) fn timeline(visitor: &Visitor, entries: &[Entry], said: &Said<'_>) -> AnyView {
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
        Some(row(visitor, entry, words, is_void, said))
    });
    view! { <ol class="timeline">{rows.collect_view()}</ol> }.into_any()
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
    said: &Said<'_>,
) -> AnyView {
    let texts = visitor.texts;
    let (kind, words) = if voided {
        (Some("void"), format!("{words} · {}", t!(texts, "past-voided")))
    } else {
        (kind, words)
    };
    let by = match &entry.actor {
        Some(account) => said
            .names
            .get(account)
            .cloned()
            .unwrap_or_else(|| t!(texts, "past-someone")),
        None => t!(texts, "past-system"),
    };
    let note = said
        .notes
        .get(&entry.id)
        .filter(|note| !note.trim().is_empty())
        .cloned();
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

/// What an entry says, and how it is drawn.
fn words(visitor: &Visitor, fact: &Fact) -> (Option<&'static str>, String) {
    let (texts, library) = (visitor.texts, &visitor.library);
    let role = |id: &str| role_title(visitor, id);
    match fact {
        Fact::Hired { role: id, score, .. } => {
            let words = match score {
                Some(score) => t!(texts, "past-hired-score", role = role(id), score = points(*score)),
                None => t!(texts, "past-hired", role = role(id)),
            };
            (Some("ok"), words)
        }
        Fact::RoleAssigned { role: id } => (None, t!(texts, "past-assigned", role = role(id))),
        Fact::LessonCompleted { lesson, .. } => {
            let name = name(
                visitor,
                lesson,
                library.lessons.get(lesson).map(|lesson| &lesson.head),
            );
            (Some("ok"), t!(texts, "past-lesson", name = name))
        }
        Fact::QuizFinished {
            quiz, score, outcome, ..
        } => {
            let name = name(visitor, quiz, library.quizzes.get(quiz).map(|quiz| &quiz.head));
            result(
                visitor,
                &t!(texts, "requires-quiz", name = name),
                *score,
                *outcome,
            )
        }
        Fact::ScenarioFinished {
            scenario,
            score,
            outcome,
            ..
        } => {
            let head = library.scenarios.get(scenario).map(|scenario| &scenario.head);
            let name = name(visitor, scenario, head);
            result(
                visitor,
                &t!(texts, "requires-scenario", name = name),
                *score,
                *outcome,
            )
        }
        Fact::Acknowledged { policy, edition, .. } => {
            let name = name(
                visitor,
                policy,
                library.policies.get(policy).map(|policy| &policy.head),
            );
            let words = t!(texts, "past-acknowledged", name = name, edition = edition.clone());
            (Some("ok"), words)
        }
        Fact::ItemSigned { checklist, item, .. } => {
            let found = library.checklists.get(checklist);
            let list = name(visitor, checklist, found.map(|checklist| &checklist.head));
            let skill = found.and_then(|checklist| checklist.items.iter().find(|(id, _)| id == item));
            let skill = skill.map_or(item.as_str(), |(_, text)| text.get(&visitor.lang()));
            let skill = domain::content::plain_text(skill);
            (Some("ok"), t!(texts, "past-signed", name = list, item = skill))
        }
        Fact::Approved { role: id, .. } => (Some("ok"), t!(texts, "past-approved", role = role(id))),
        Fact::Declined { role: id, .. } => (Some("wait"), t!(texts, "past-declined", role = role(id))),
        Fact::Certified { role: id, number, .. } => {
            let words = t!(texts, "past-certified", role = role(id), number = number.clone());
            (Some("ok"), words)
        }
        Fact::Withdrawn { role: id } => (Some("critical"), t!(texts, "past-withdrawn", role = role(id))),
        Fact::Exempted { role: id, .. } => (None, t!(texts, "past-exempted", role = role(id))),
        Fact::Voided { .. } => (Some("wait"), t!(texts, "past-void")),
        Fact::AttemptGranted { quiz } => {
            let name = name(visitor, quiz, library.quizzes.get(quiz).map(|quiz| &quiz.head));
            (None, t!(texts, "past-attempt-granted", name = name))
        }
        Fact::TimeGranted { time } => {
            let time = extra_time(texts, *time);
            (None, t!(texts, "past-time-granted", time = time))
        }
        Fact::AttemptVoided { quiz, .. } => {
            let name = name(visitor, quiz, library.quizzes.get(quiz).map(|quiz| &quiz.head));
            (Some("wait"), t!(texts, "past-attempt-voided", name = name))
        }
        Fact::QuizRegraded {
            quiz,
            was,
            score,
            outcome,
            ..
        } => {
            let name = name(visitor, quiz, library.quizzes.get(quiz).map(|quiz| &quiz.head));
            let was = was.map_or_else(|| t!(texts, "state-pending"), points);
            let what = t!(texts, "past-regraded", name = name, was = was);
            result(visitor, &what, *score, *outcome)
        }
        Fact::Left => (None, t!(texts, "status-left")),
        Fact::ReleasePublished { release } => (None, t!(texts, "past-published", release = release.short())),
    }
}

fn name(visitor: &Visitor, id: &str, head: Option<&Head>) -> String {
    head.map_or(id, |head| head.title.get(&visitor.lang())).to_owned()
}

fn result(
    visitor: &Visitor,
    what: &str,
    score: Option<Milli>,
    outcome: Outcome,
) -> (Option<&'static str>, String) {
    let texts = visitor.texts;
    let (kind, word) = match outcome {
        Outcome::Passed => ("ok", t!(texts, "past-passed")),
        Outcome::Failed => ("wait", t!(texts, "past-not-passed")),
        Outcome::Pending => ("wait", t!(texts, "state-pending")),
    };
    let score = score.map(|score| format!(" · {}", t!(texts, "past-points", n = points(score))));
    (
        Some(kind),
        format!("{what} · {word}{}", score.unwrap_or_default()),
    )
}

/// More time for quizzes, in words.
pub(crate) fn extra_time(texts: Texts, time: ExtraTime) -> String {
    match time {
        ExtraTime::Minutes(0) => t!(texts, "extra-none"),
        ExtraTime::Minutes(n) => t!(texts, "extra-minutes", n = n),
        ExtraTime::Factor(factor) => t!(texts, "extra-factor", n = factor.to_string()),
    }
}

/// A score with at most one place: `78.1`.
fn points(score: Milli) -> String {
    score.shown()
}
