//! A person's file as pages show it: every entry of evidence in words, the latest first.

use std::{borrow::Borrow, collections::HashMap};

use domain::{
    access::Access,
    evidence::{Entry, Fact, Outcome},
    score::Milli,
};
use leptos::prelude::*;

use crate::{gate_view::role_title, staff::sign_off::voided, t, visitor::Visitor};

/// What is needed besides the entries.
#[derive(Clone, Debug, Default)]
pub(crate) struct Besides {
    /// The words behind entries, by entry.
    pub(crate) texts: HashMap<String, String>,
    /// The names behind accounts, by account.
    pub(crate) names: HashMap<String, String>,
}

/// Everything about a person, the latest first: what, when, by whom, and the words behind it.
pub(crate) fn timeline(visitor: &Visitor, entries: &[Entry], besides: &Besides) -> AnyView {
    let voided = voided(entries);
    let rows = entries.iter().rev().map(|entry| {
        let gone = voided.contains(entry.id.as_str());
        let when = visitor.site.calendar.date_time(entry.happened);
        let stamp = when.replace(' ', "T");
        let by = match &entry.actor {
            Some(account) => besides.names.get(account).cloned(),
            None => Some(t!(visitor.texts, "staff-system")),
        };
        let note = besides.texts.get(&entry.id).cloned();
        let note = note.map(|note| view! { <p class="timeline-note">{note}</p> });
        let void = gone.then(|| t!(visitor.texts, "file-void"));
        view! {
            <li data-kind=if gone { Some("void") } else { kind(&entry.fact) }>
                <p>{words(visitor, &entry.fact)} {void}</p>
                <p class="timeline-when">
                    <time datetime=stamp>{when}</time>
                    {by.map(|by| format!(" · {by}"))}
                </p>
                {note}
            </li>
        }
    });
    view! { <ol class="timeline">{rows.collect_view()}</ol> }.into_any()
}

/// How an entry is marked.
const fn kind(fact: &Fact) -> Option<&'static str> {
    match fact {
        Fact::QuizFinished { outcome, .. } | Fact::ScenarioFinished { outcome, .. } => match outcome {
            Outcome::Passed => Some("ok"),
            Outcome::Pending => Some("wait"),
            Outcome::Failed => None,
        },
        Fact::LessonCompleted { .. }
        | Fact::Acknowledged { .. }
        | Fact::ItemSigned { .. }
        | Fact::Approved { .. }
        | Fact::Certified { .. } => Some("ok"),
        Fact::Withdrawn { .. } => Some("critical"),
        _ => None,
    }
}

/// What an entry says.
fn words(visitor: &Visitor, fact: &Fact) -> AnyView {
    let texts = visitor.texts;
    let role = |role: &str| role_title(visitor, role);
    let words = match fact {
        Fact::Hired { role: of, score, .. } => match score {
            Some(score) => t!(texts, "file-hired-score", role = role(of), score = points(*score)),
            None => t!(texts, "file-hired", role = role(of)),
        },
        Fact::RoleAssigned { role: of } => t!(texts, "file-assigned", role = role(of)),
        Fact::QuizFinished {
            quiz, score, outcome, ..
        } => {
            let known = visitor.library.quizzes.get(quiz).map(|quiz| &quiz.head.title);
            let what = t!(texts, "requires-quiz", name = title(visitor, known, quiz));
            finished(visitor, &what, *score, *outcome)
        }
        Fact::ScenarioFinished {
            scenario,
            score,
            outcome,
            ..
        } => {
            let known = visitor.library.scenarios.get(scenario);
            let name = title(visitor, known.map(|known| &known.head.title), scenario);
            finished(
                visitor,
                &t!(texts, "requires-scenario", name = name),
                *score,
                *outcome,
            )
        }
        Fact::LessonCompleted { lesson, .. } => {
            let known = visitor.library.lessons.get(lesson).map(|known| &known.head.title);
            t!(texts, "file-lesson", name = title(visitor, known, lesson))
        }
        Fact::Acknowledged { policy, edition, .. } => {
            let known = visitor
                .library
                .policies
                .get(policy)
                .map(|known| &known.head.title);
            let name = title(visitor, known, policy);
            t!(
                texts,
                "file-acknowledged",
                name = name,
                edition = edition.as_str()
            )
        }
        Fact::ItemSigned { checklist, item, .. } => return signed(visitor, checklist, item),
        Fact::Approved { role: of, by } => {
            t!(texts, "file-approved", role = role(of), by = access(visitor, *by))
        }
        Fact::Declined { role: of, by } => {
            t!(texts, "file-declined", role = role(of), by = access(visitor, *by))
        }
        Fact::Certified {
            role: of,
            number,
            until,
            ..
        } => match until {
            Some(until) => {
                let until = visitor.site.calendar.date(*until);
                t!(
                    texts,
                    "file-certified-until",
                    role = role(of),
                    number = number.as_str(),
                    until = until
                )
            }
            None => t!(texts, "file-certified", role = role(of), number = number.as_str()),
        },
        Fact::Withdrawn { role: of } => t!(texts, "file-withdrawn", role = role(of)),
        Fact::Exempted { role: of, id, .. } => {
            t!(texts, "file-exempted", role = role(of), id = id.as_str())
        }
        Fact::Voided { .. } => t!(texts, "file-voided"),
        Fact::Left => t!(texts, "file-left"),
        Fact::ReleasePublished { .. } => t!(texts, "file-release"),
    };
    words.into_any()
}

/// A skill, whose text may hold emphasis and links.
fn signed(visitor: &Visitor, checklist: &str, item: &str) -> AnyView {
    let known = visitor.library.checklists.get(checklist);
    let name = title(visitor, known.map(|known| &known.head.title), checklist);
    let text = known.and_then(|known| known.items.iter().find(|(id, _)| id == item));
    let text = text.map_or_else(
        || item.to_owned(),
        |(_, text)| text.get(&visitor.lang()).to_owned(),
    );
    let words = t!(visitor.texts, "file-signed", name = name);
    view! {
        {words}
        <span inner_html=text></span>
    }
    .into_any()
}

fn finished(visitor: &Visitor, what: &str, score: Option<Milli>, outcome: Outcome) -> String {
    let texts = visitor.texts;
    let word = match outcome {
        Outcome::Passed => t!(texts, "file-passed"),
        Outcome::Failed => t!(texts, "file-failed"),
        Outcome::Pending => t!(texts, "file-pending"),
    };
    match score {
        Some(score) => t!(
            texts,
            "file-finished-score",
            what = what,
            word = word,
            score = points(score)
        ),
        None => t!(texts, "file-finished", what = what, word = word),
    }
}

fn title(visitor: &Visitor, known: Option<impl Borrow<domain::lang::Text>>, id: &str) -> String {
    known.map_or_else(
        || id.to_owned(),
        |text| text.borrow().get(&visitor.lang()).to_owned(),
    )
}

fn access(visitor: &Visitor, access: Access) -> String {
    visitor.texts.get(match access {
        Access::Learner => "access-learner",
        Access::Trainer => "access-trainer",
        Access::Recruiter => "access-recruiter",
        Access::Supervisor => "access-supervisor",
        Access::Admin => "access-admin",
    })
}

/// A score as shown to people: one decimal, none when it is a whole number.
fn points(score: Milli) -> String {
    let tenths = (score.0 + 50).div_euclid(100);
    Milli(tenths * 100).to_string()
}
