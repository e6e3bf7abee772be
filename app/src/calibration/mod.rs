//! Calibration: what answers can be calibrated on, what a rater looks at, and how far raters agree.

mod act;
mod figures;

pub(crate) use act::{close, make, rate};
pub(crate) use figures::{Figures, figures};

use domain::{
    content::Library,
    lang::Lang,
    quiz::{Kind as QuestionKind, Question},
    scenario::{Anchor, Exit},
};
use store::calibrations::{Kind, Subject};

/// What is asked, and by what its answers are rated.
pub(crate) struct Task {
    /// The title of the role-play or quiz.
    pub(crate) title: String,
    /// What is answered, as HTML.
    pub(crate) prompt: String,
    /// What raters should know of it, where the content says so.
    pub(crate) guide: Option<String>,
    /// What a rater gives levels for.
    pub(crate) criteria: Vec<Criterion>,
}

/// One thing a rater gives a level for.
#[derive(Clone)]
pub(crate) struct Criterion {
    /// Its title.
    pub(crate) title: String,
    /// What earns it, where the content says so.
    pub(crate) meaning: Option<String>,
    /// The levels from 0 up, each with what is seen in an answer that earns it, where the content says so.
    pub(crate) levels: Vec<Option<String>>,
}

impl Task {
    /// What stands behind a subject in this content; none when there is nothing there that a person rates.
    pub(crate) fn of(library: &Library, subject: &Subject, lang: &Lang) -> Option<Self> {
        match subject.kind {
            Kind::Reply => reply(library, subject, lang),
            Kind::Essay => essay(library, subject, lang),
        }
    }
}

fn reply(library: &Library, subject: &Subject, lang: &Lang) -> Option<Task> {
    let scenario = library.scenarios.get(&subject.id)?;
    let node = scenario.nodes.get(scenario.node(&subject.place)?)?;
    let Exit::Reply(reply) = &node.exit else {
        return None;
    };
    let rated = reply.rate.iter().filter_map(|rate| {
        let criterion = scenario.criteria.get(rate.criterion)?;
        let seen = |level: u32| {
            let is = |anchor: &&Anchor| anchor.criterion == rate.criterion && anchor.level == level;
            let anchor = reply.anchors.iter().find(is);
            anchor.map(|anchor| anchor.text.get(lang).to_owned())
        };
        Some(Criterion {
            title: criterion.title.get(lang).to_owned(),
            meaning: None,
            levels: (0..=rate.most).map(seen).collect(),
        })
    });
    let criteria: Vec<_> = rated.collect();
    (!criteria.is_empty()).then(|| Task {
        title: scenario.head.title.get(lang).to_owned(),
        prompt: node.body.get(lang).to_owned(),
        guide: reply.guide.as_ref().map(|guide| guide.get(lang).to_owned()),
        criteria,
    })
}

fn essay(library: &Library, subject: &Subject, lang: &Lang) -> Option<Task> {
    let quiz = library.quizzes.get(&subject.id)?;
    let question = quiz.question(&subject.place)?;
    let QuestionKind::Essay { criteria } = &question.kind else {
        return None;
    };
    let criteria = criteria.iter().map(|criterion| Criterion {
        title: criterion.name.get(lang).to_owned(),
        meaning: Some(criterion.meaning.get(lang).to_owned()).filter(|meaning| !meaning.is_empty()),
        levels: vec![None; criterion.max as usize + 1],
    });
    Some(Task {
        title: quiz.head.title.get(lang).to_owned(),
        prompt: question.prompt.get(lang).to_owned(),
        guide: None,
        criteria: criteria.collect(),
    })
}

/// Everything in this content that people rate, as it is now: role-plays first.
pub(crate) fn subjects(library: &Library) -> Vec<Subject> {
    let release = library.release;
    let replies = library.scenarios.values().flat_map(|scenario| {
        let asks = |exit: &Exit| matches!(exit, Exit::Reply(reply) if !reply.rate.is_empty());
        let nodes = scenario.nodes.iter().filter(move |node| asks(&node.exit));
        nodes.map(move |node| Subject {
            kind: Kind::Reply,
            id: scenario.head.id.clone(),
            place: node.id.clone(),
            version: scenario.head.version,
            release,
        })
    });
    let essays = library.quizzes.values().flat_map(|quiz| {
        let is_essay = |question: &&Question| matches!(question.kind, QuestionKind::Essay { .. });
        quiz.questions
            .iter()
            .filter(is_essay)
            .map(move |question| Subject {
                kind: Kind::Essay,
                id: quiz.head.id.clone(),
                place: question.id.clone(),
                version: quiz.head.version,
                release,
            })
    });
    replies.chain(essays).collect()
}

/// A subject as an address and a form carry it, without its version.
pub(crate) fn code(subject: &Subject) -> String {
    let kind = match subject.kind {
        Kind::Reply => "reply",
        Kind::Essay => "essay",
    };
    format!("{kind}:{}:{}", subject.id, subject.place)
}

/// The subject of this content with that code.
pub(crate) fn find(library: &Library, wanted: &str) -> Option<Subject> {
    subjects(library)
        .into_iter()
        .find(|subject| code(subject) == wanted)
}
