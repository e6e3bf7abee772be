//! One line of a role's list: what a person must have done, or others must have attested.

use super::doc::{Doc, Reading, Target};
use super::front::{At, Fields};
use super::problem::faults;
use super::values::Period;
use super::yaml::{Node, Value};
use crate::access::Access;

/// One requirement of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// Every lesson of the course is complete.
    Course {
        /// The course's id.
        course: String,
    },
    /// The quiz is passed.
    Quiz {
        /// The quiz's id, `course/quiz`.
        quiz: String,
    },
    /// The scenario is passed, several times if so wanted.
    Scenario {
        /// The scenario's id.
        scenario: String,
        /// How many passed plays it takes, at least 1.
        times: u32,
        /// How old a passed play may be to count.
        within: Option<Period>,
    },
    /// The policy is acknowledged in its present version.
    Acknowledge {
        /// The policy's id.
        policy: String,
    },
    /// Every item of the checklist is signed.
    SignOff {
        /// The checklist's id.
        checklist: String,
        /// Who may sign; anybody who may sign at all when left out.
        by: Option<Access>,
    },
    /// Somebody with this access has approved.
    Approve {
        /// The access.
        by: Access,
    },
}

impl Requirement {
    /// The word content uses for its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Course { .. } => "course",
            Self::Quiz { .. } => "quiz",
            Self::Scenario { .. } => "scenario",
            Self::Acknowledge { .. } => "acknowledge",
            Self::SignOff { .. } => "sign-off",
            Self::Approve { .. } => "approve",
        }
    }

    /// What it asks for: a document's id, or the access that approves.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Course { course: id }
            | Self::Quiz { quiz: id }
            | Self::Scenario { scenario: id, .. }
            | Self::Acknowledge { policy: id }
            | Self::SignOff { checklist: id, .. } => id,
            Self::Approve { by } => by.as_str(),
        }
    }
}

const KINDS: [&str; 6] = ["course", "quiz", "scenario", "acknowledge", "sign-off", "approve"];
const KEYS: [&str; 9] = [
    "course",
    "quiz",
    "scenario",
    "acknowledge",
    "sign-off",
    "approve",
    "times",
    "within",
    "by",
];

faults! {
    /// What can be wrong with a requirement.
    RequirementFault:
    NoKind {} Error "requirement-without-kind"
        en "the requirement does not say what it asks for" "begin it with course, quiz, scenario, acknowledge, sign-off or approve"
        zh "这条上岗条件没有说明要什么" "请以 course、quiz、scenario、acknowledge、sign-off 或 approve 开头"
    TwoKinds { kind: String } Error "two-kinds"
        en "one requirement cannot ask for two things; `{kind}` is the second" "begin a new line with `- `"
        zh "一条上岗条件只能要一样，“{kind}”是第二样" "请另起一行，以 `- ` 开头"
    NotHere { key: String, kind: String } Error "key-not-here"
        en "`{key}` has no meaning for `{kind}`" "`times` and `within` belong to `scenario`, `by` to `sign-off`"
        zh "“{kind}”不能用“{key}”" "`times` 和 `within` 只用于 `scenario`，`by` 只用于 `sign-off`"
    LearnerAttests {} Warning "learner-attests"
        en "learners sign and approve nothing, so nobody can ever meet this" "name trainer, recruiter, supervisor or admin"
        zh "学员不能签字，也不能批准，这一条永远满足不了" "请写 trainer、recruiter、supervisor 或 admin"
}

/// Reads the list under `requires`.
pub(super) fn requirements(
    doc: &Doc<'_>,
    fields: &Fields<'_>,
    reading: &mut Reading<'_>,
) -> Vec<Requirement> {
    let Some(entry) = fields.get("requires") else {
        return Vec::new();
    };
    let Value::List(items) = &entry.node.value else {
        let problems = &mut reading.problems;
        fields.wrong(
            entry,
            "a list such as `- course: …`",
            "列表，例如 `- course: …`",
            problems,
        );
        return Vec::new();
    };
    items
        .iter()
        .filter_map(|item| requirement(doc, item, reading))
        .collect()
}

fn requirement(doc: &Doc<'_>, item: &Node, reading: &mut Reading<'_>) -> Option<Requirement> {
    let fields = Fields::of(doc.source, item, &KEYS, &mut reading.problems)?;
    let mut kinds = fields
        .entries()
        .iter()
        .filter(|entry| KINDS.contains(&entry.key.as_str()));
    let Some(kind) = kinds.next() else {
        reading.report(
            doc,
            item.span.start..item.span.start,
            &RequirementFault::NoKind {},
        );
        return None;
    };
    for second in kinds {
        let fault = RequirementFault::TwoKinds {
            kind: second.key.clone(),
        };
        reading.report(doc, second.key_span.clone(), &fault);
    }
    let kind = kind.key.as_str();
    let own: &[&str] = match kind {
        "scenario" => &["times", "within"],
        "sign-off" => &["by"],
        _ => &[],
    };
    for key in ["times", "within", "by"].iter().filter(|key| !own.contains(key)) {
        if let Some(entry) = fields.get(key) {
            let fault = RequirementFault::NotHere {
                key: entry.key.clone(),
                kind: kind.to_owned(),
            };
            reading.report(doc, entry.key_span.clone(), &fault);
        }
    }
    typed(doc, kind, &fields, reading)
}

fn typed(doc: &Doc<'_>, kind: &str, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Option<Requirement> {
    if kind == "approve" {
        let by = attester(doc, fields, "approve", reading)?;
        return Some(Requirement::Approve { by });
    }
    let times = fields.integer("times", 1..=1000, &mut reading.problems);
    let within = fields.period("within", &mut reading.problems);
    let by = attester(doc, fields, "by", reading);
    let named: At<String> = fields.text(kind, &mut reading.problems)?;
    let target = match kind {
        "course" => Target::Course,
        "quiz" => Target::Quiz,
        "scenario" => Target::Scenario,
        "acknowledge" => Target::Policy,
        _ => Target::Checklist,
    };
    reading.refer(doc, target, &named);
    let id = named.value;
    Some(match target {
        Target::Course => Requirement::Course { course: id },
        Target::Quiz => Requirement::Quiz { quiz: id },
        Target::Scenario => Requirement::Scenario {
            scenario: id,
            times: times
                .and_then(|times| u32::try_from(times.value).ok())
                .unwrap_or(1),
            within: within.map(|within| within.value),
        },
        Target::Policy => Requirement::Acknowledge { policy: id },
        _ => Requirement::SignOff { checklist: id, by },
    })
}

fn access_words() -> [(&'static str, Access); 5] {
    Access::ALL.map(|access| (access.as_str(), access))
}

/// The access that signs or approves.
fn attester(doc: &Doc<'_>, fields: &Fields<'_>, key: &str, reading: &mut Reading<'_>) -> Option<Access> {
    let by = fields.word(key, &access_words(), &mut reading.problems)?;
    if by.value == Access::Learner {
        reading.report(doc, by.span.clone(), &RequirementFault::LearnerAttests {});
    }
    Some(by.value)
}
