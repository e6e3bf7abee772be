use domain::{
    access::Access,
    content::{requirement::Requirement, values::Period},
    gate::{Item, Next, State},
};

use crate::{staff::segment, t, visitor::Visitor};

/// What a row says about one requirement.
pub(crate) struct Line {
    /// `met`, `pending`, `missing` or `expired`.
    pub(crate) state: &'static str,
    /// What is required: `课程：…`.
    pub(crate) title: String,
    /// For whoever looks after the person: the attempts at a quiz.
    pub(crate) leads: Option<String>,
    /// The state in a word.
    pub(crate) word: String,
    /// Since when, how far, from whom.
    pub(crate) note: Option<String>,
    /// The next step the visitor may take: where it leads, and its words.
    pub(crate) next: Option<(String, String)>,
}

impl Line {
    /// The words for an item of the report about the person with this account.
    pub(crate) fn of(visitor: &Visitor, item: &Item, login: &str) -> Self {
        let note = notes(visitor, item).join(" · ");
        Self {
            state: item.state.as_str(),
            title: title(visitor, &item.requirement),
            leads: attempts(visitor, item, login),
            word: word(visitor, item),
            note: Some(note).filter(|note| !note.is_empty()),
            next: next(visitor, item, login),
        }
    }
}

/// What is required, kind and title: `课程：电话服务`.
pub(crate) fn title(visitor: &Visitor, requirement: &Requirement) -> String {
    let texts = visitor.texts;
    let name = name(visitor, requirement);
    match requirement {
        Requirement::Course { .. } => t!(texts, "requires-course", name = name),
        Requirement::Quiz { .. } => t!(texts, "requires-quiz", name = name),
        Requirement::Scenario { .. } => t!(texts, "requires-scenario", name = name),
        Requirement::Acknowledge { .. } => t!(texts, "requires-acknowledge", name = name),
        Requirement::SignOff { .. } => t!(texts, "requires-sign-off", name = name),
        Requirement::Approve { .. } => t!(texts, "requires-approve", name = name),
    }
}

/// The page with somebody's attempts at a quiz, for those who look after the person.
fn attempts(visitor: &Visitor, item: &Item, login: &str) -> Option<String> {
    let Requirement::Quiz { quiz } = &item.requirement else {
        return None;
    };
    let actor = visitor.session.as_ref()?.actor();
    let looks_after = visitor.has(Access::Trainer) || visitor.has(Access::Supervisor);
    (looks_after && actor.login != login).then(|| format!("/people/{}/quizzes/{quiz}", segment(login)))
}

/// The title of what is required; its id when that is gone.
fn name(visitor: &Visitor, requirement: &Requirement) -> String {
    let (library, lang) = (&visitor.library, visitor.lang());
    let head = match requirement {
        Requirement::Course { course } => library.courses.get(course).map(|course| &course.head),
        Requirement::Quiz { quiz } => library.quizzes.get(quiz).map(|quiz| &quiz.head),
        Requirement::Scenario { scenario, .. } => {
            library.scenarios.get(scenario).map(|scenario| &scenario.head)
        }
        Requirement::Acknowledge { policy } => library.policies.get(policy).map(|policy| &policy.head),
        Requirement::SignOff { checklist, .. } => {
            library.checklists.get(checklist).map(|checklist| &checklist.head)
        }
        Requirement::Approve { by } => return access(visitor, *by),
    };
    head.map_or_else(
        || requirement.id().to_owned(),
        |head| head.title.get(&lang).to_owned(),
    )
}

fn access(visitor: &Visitor, access: Access) -> String {
    let texts = visitor.texts;
    match access {
        Access::Learner => t!(texts, "access-learner"),
        Access::Trainer => t!(texts, "access-trainer"),
        Access::Recruiter => t!(texts, "access-recruiter"),
        Access::Supervisor => t!(texts, "access-supervisor"),
        Access::Admin => t!(texts, "access-admin"),
    }
}

fn word(visitor: &Visitor, item: &Item) -> String {
    let texts = visitor.texts;
    match (item.state, &item.requirement) {
        (State::Met, _) => t!(texts, "state-met"),
        (State::Pending, Requirement::SignOff { .. }) => t!(texts, "state-to-sign"),
        (State::Pending, Requirement::Approve { .. }) => t!(texts, "state-to-approve"),
        (State::Pending, _) => t!(texts, "state-pending"),
        (State::Missing, _) => t!(texts, "state-missing"),
        (State::Expired, _) => t!(texts, "state-expired"),
    }
}

fn notes(visitor: &Visitor, item: &Item) -> Vec<String> {
    let texts = visitor.texts;
    let date = |moment| visitor.site.calendar.date(moment);
    let mut notes = Vec::new();
    if item.exempt {
        notes.push(t!(texts, "note-exempt"));
    }
    if let Some((done, of)) = item.progress.filter(|_| !item.is_met()) {
        notes.extend(progress(visitor, &item.requirement, done, of));
    }
    if let Some(by) = item.waiting_for {
        notes.push(t!(texts, "note-waits-for", who = access(visitor, by)));
    }
    if let Some(since) = item.since {
        notes.push(t!(texts, "note-since", date = date(since)));
    }
    if let Some(until) = item.until {
        notes.push(t!(texts, "note-until", date = date(until)));
    }
    if let Some(declined) = item.declined {
        notes.push(t!(texts, "note-declined", date = date(declined)));
    }
    notes
}

fn progress(visitor: &Visitor, requirement: &Requirement, done: usize, of: usize) -> Option<String> {
    let texts = visitor.texts;
    Some(match requirement {
        Requirement::Course { .. } => t!(texts, "note-lessons", done = done, of = of),
        Requirement::SignOff { .. } => t!(texts, "note-signed", done = done, of = of),
        Requirement::Scenario {
            within: Some(within), ..
        } => {
            let period = period(visitor, *within);
            t!(texts, "note-plays-within", done = done, of = of, period = period)
        }
        Requirement::Scenario { .. } if of > 1 => t!(texts, "note-plays", done = done, of = of),
        _ => return None,
    })
}

/// A period in words: `90 天`.
pub(crate) fn period(visitor: &Visitor, period: Period) -> String {
    let texts = visitor.texts;
    match period {
        Period::Months(n) => t!(texts, "months", n = n),
        Period::Seconds(s) if s % 86_400 == 0 => t!(texts, "days", n = s / 86_400),
        Period::Seconds(s) if s % 3600 == 0 => t!(texts, "hours", n = s / 3600),
        Period::Seconds(s) => t!(texts, "minutes", n = s.div_ceil(60)),
    }
}

/// A person takes the own steps; whoever may judge takes the others'.
fn next(visitor: &Visitor, item: &Item, login: &str) -> Option<(String, String)> {
    let texts = visitor.texts;
    let next = item.next.as_ref()?;
    let own = visitor.session.as_ref()?.actor().login == login;
    let may = |access: Access| !own && visitor.has(access);
    let (allowed, words) = match next {
        Next::Lesson(_) => (own, t!(texts, "go-learn")),
        Next::Quiz(_) => (own, t!(texts, "go-quiz")),
        Next::Scenario(_) => (own, t!(texts, "go-play")),
        Next::Policy(_) => (own, t!(texts, "go-read")),
        Next::Rating => (may(Access::Trainer), t!(texts, "go-rate")),
        Next::SignOff(_) => (
            may(item.waiting_for.unwrap_or(Access::Trainer)),
            t!(texts, "go-sign"),
        ),
        Next::Approve => (
            item.state == State::Pending && item.waiting_for.is_some_and(may),
            t!(texts, "go-approve"),
        ),
    };
    allowed.then(|| (next.path(login), words))
}
