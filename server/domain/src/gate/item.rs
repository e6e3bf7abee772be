//! One line of a role, judged. Scenarios and approvals have files of their own.

use super::history::{History, Test};
use super::next::Next;
use super::standing::Standing;
use super::status::in_course;
use super::{Material, scenario};
use crate::access::Access;
use crate::content::requirement::Requirement;
use crate::content::role::Role;
use crate::evidence::{Entry, Fact, Outcome};
use crate::time::{Calendar, Moment};

/// How it stands with one requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Done, and it counts.
    Met,
    /// Begun or complete, and somebody else has to act.
    Pending,
    /// Not done.
    Missing,
    /// Was met, and is too old now.
    Expired,
}

impl State {
    /// The word used in the API and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Pending => "pending",
            Self::Missing => "missing",
            Self::Expired => "expired",
        }
    }
}

/// One requirement, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The line of the role.
    pub requirement: Requirement,
    /// The word content uses for its kind.
    pub kind: &'static str,
    /// What it asks for: a document's id, or the access that approves.
    pub id: String,
    /// The stage it stands in, an index into the role's stages.
    pub stage: usize,
    /// How it stands.
    pub state: State,
    /// Since when; none when missing, and when evidence does not tell.
    pub since: Option<Moment>,
    /// When it will not be met any more, if that is known.
    pub until: Option<Moment>,
    /// The ids of the entries it rests on.
    pub evidence: Vec<String>,
    /// How many of how many lessons, plays or skills.
    pub progress: Option<(usize, usize)>,
    /// Whose turn it is, when it is not the person's own.
    pub waiting_for: Option<Access>,
    /// Where the missing thing is done; none when it is met, and while it cannot be done yet.
    pub next: Option<Next>,
    /// Whether it is met only because the person is exempted.
    pub exempt: bool,
    /// When an approval that is still missing was last declined.
    pub declined: Option<Moment>,
}

/// All that a rule looks at.
pub(super) struct Case<'a> {
    pub(super) role: &'a Role,
    pub(super) material: &'a dyn Material,
    pub(super) history: &'a History<'a>,
    pub(super) standing: &'a Standing<'a>,
    pub(super) now: Moment,
    pub(super) calendar: &'a dyn Calendar,
}

impl Item {
    /// Whether it is met.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.state == State::Met
    }

    pub(super) fn is_approval(&self) -> bool {
        matches!(self.requirement, Requirement::Approve { .. })
    }

    fn missing(requirement: &Requirement, stage: usize) -> Self {
        Self {
            kind: requirement.kind(),
            id: requirement.id().to_owned(),
            requirement: requirement.clone(),
            stage,
            state: State::Missing,
            since: None,
            until: None,
            evidence: Vec::new(),
            progress: None,
            waiting_for: None,
            next: None,
            exempt: false,
            declined: None,
        }
    }

    /// Met since the moment, by these entries.
    pub(super) fn meet<'e>(&mut self, since: Moment, evidence: impl IntoIterator<Item = &'e Entry>) {
        self.state = State::Met;
        self.since = Some(since);
        self.rest_on(evidence);
        self.waiting_for = None;
        self.next = None;
    }

    /// Somebody with this access has to act, since the moment.
    pub(super) fn wait(&mut self, since: Moment, access: Access) {
        self.state = State::Pending;
        self.since = Some(since);
        self.waiting_for = Some(access);
    }

    pub(super) fn rest_on<'e>(&mut self, evidence: impl IntoIterator<Item = &'e Entry>) {
        self.evidence = evidence.into_iter().map(|entry| entry.id.clone()).collect();
    }
}

/// Judges one line; an approval only as far as an exemption goes.
pub(super) fn judge(case: &Case<'_>, requirement: &Requirement, stage: usize) -> Item {
    let mut item = Item::missing(requirement, stage);
    match requirement {
        Requirement::Course { course } => self::course(case, &mut item, course),
        Requirement::Quiz { quiz } => self::quiz(case, &mut item, quiz),
        Requirement::Scenario {
            scenario,
            times,
            within,
        } => scenario::judge(case, &mut item, scenario, *times, *within),
        Requirement::Acknowledge { policy } => acknowledge(case, &mut item, policy),
        Requirement::SignOff { checklist, by } => sign_off(case, &mut item, checklist, *by),
        Requirement::Approve { .. } => {}
    }
    exempt(case, &mut item);
    item
}

/// An exemption meets whatever evidence does not.
fn exempt(case: &Case<'_>, item: &mut Item) {
    let exempts = |fact: &Fact| {
        matches!(fact, Fact::Exempted { role, kind, id }
            if *role == case.role.head.id && kind == item.kind && *id == item.id)
    };
    let exemption = case.history.iter().find(|entry| exempts(&entry.fact));
    if let Some(entry) = exemption.filter(|_| !item.is_met()) {
        item.meet(entry.recorded, [entry]);
        item.exempt = true;
    }
}

/// Every lesson that is in the course now, completed in any version.
fn course(case: &Case<'_>, item: &mut Item, course: &str) {
    let Some(lessons) = case.material.lessons(course) else {
        return;
    };
    let lessons: Vec<String> = lessons
        .into_iter()
        .map(|lesson| format!("{course}/{lesson}"))
        .collect();
    let completed = |lesson: &String| {
        let mut entries = case.history.iter();
        entries
            .find(|entry| matches!(&entry.fact, Fact::LessonCompleted { lesson: done, .. } if done == lesson))
    };
    let done: Vec<&Entry> = lessons.iter().filter_map(completed).collect();
    item.progress = Some((done.len(), lessons.len()));
    if done.len() == lessons.len() {
        return item.meet(latest(&done).unwrap_or(case.standing.assigned), done);
    }
    item.next = lessons
        .into_iter()
        .find(|lesson| completed(lesson).is_none())
        .map(Next::Lesson);
    item.rest_on(done);
    // Lessons added since the person went live are not asked of him.
    if let Some(given) = case.standing.consumed(item.stage) {
        let of_course = |entry: &&Entry| matches!(&entry.fact, Fact::LessonCompleted { lesson, .. } if in_course(lesson, course));
        let then = case.history.iter().filter(|entry| entry.recorded <= given);
        let then: Vec<&Entry> = then.filter(of_course).collect();
        if let Some(since) = latest(&then) {
            item.meet(since, then);
        }
    }
}

/// Passed once is passed, whatever follows.
fn quiz(case: &Case<'_>, item: &mut Item, quiz: &str) {
    let mut attempts = case.history.attempts(Test::Quiz, quiz);
    if let Some(passed) = attempts.find(|attempt| attempt.outcome == Outcome::Passed) {
        item.meet(passed.entry.recorded, [passed.entry]);
    } else if let Some(open) = case.history.open(Test::Quiz, quiz).first() {
        item.wait(open.entry.recorded, Access::Trainer);
        item.rest_on([open.entry]);
        item.next = Some(Next::Rating);
    } else {
        item.next = Some(Next::Quiz(quiz.to_owned()));
    }
}

/// Acknowledged in the edition that is in force.
fn acknowledge(case: &Case<'_>, item: &mut Item, policy: &str) {
    let acknowledged =
        |entry: &&Entry| matches!(&entry.fact, Fact::Acknowledged { policy: of, .. } if of == policy);
    let entries: Vec<&Entry> = case.history.iter().filter(acknowledged).collect();
    let edition = case.material.edition(policy);
    let current = entries.iter().find(
        |entry| matches!(&entry.fact, Fact::Acknowledged { edition: of, .. } if Some(of.as_str()) == edition),
    );
    if let Some(current) = current {
        return item.meet(current.recorded, [*current]);
    }
    item.next = Some(Next::Policy(policy.to_owned()));
    if let Some(old) = entries.last() {
        // When the new edition came into force is not in the person's evidence, so there is no `since`.
        item.state = State::Expired;
        item.rest_on([*old]);
    }
}

/// Every item that is in the checklist now, signed on any version.
fn sign_off(case: &Case<'_>, item: &mut Item, checklist: &str, by: Option<Access>) {
    let Some(skills) = case.material.skills(checklist) else {
        return;
    };
    let signed = |skill: &&str| {
        let mut entries = case.history.iter();
        entries.find(|entry| {
            matches!(&entry.fact, Fact::ItemSigned { checklist: of, item, .. } if of == checklist && item == skill)
        })
    };
    let done: Vec<&Entry> = skills.iter().filter_map(signed).collect();
    item.progress = Some((done.len(), skills.len()));
    if done.len() == skills.len() {
        return item.meet(latest(&done).unwrap_or(case.standing.assigned), done);
    }
    item.waiting_for = Some(by.unwrap_or(Access::Trainer));
    item.next = Some(Next::SignOff(checklist.to_owned()));
    // What is left has waited since the last signature.
    if let Some(last) = latest(&done) {
        item.state = State::Pending;
        item.since = Some(last);
        item.rest_on(done);
    }
}

/// When the last of the entries was recorded.
fn latest(entries: &[&Entry]) -> Option<Moment> {
    entries.iter().map(|entry| entry.recorded).max()
}
