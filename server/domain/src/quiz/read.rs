//! Reading a quiz: front matter, introduction, questions, and whether they suffice.
//!
//! | key | what it says | when it is left out |
//! |---|---|---|
//! | `pass` | the percentage of the points drawn that passes | 80% |
//! | `time` | how long an attempt may take | no limit |
//! | `attempts`, `wait` | how many there are, and how long to wait after one | no limit, no wait |
//! | `close` | the day or moment from which nothing is taken any more, in the site's time zone | never |
//! | `draw`, `shuffle` | which questions an attempt gets, and in what order | all, as written |
//! | `navigation` | `free`, or `sequential`: one question after the other, without a way back | `free` |
//! | `behaviour` | `deferred`, `immediate`, `interactive` or `certainty` | `deferred` |
//! | `penalty` | with `interactive`: what each try but the last costs, as a percentage of the question's points | 25% |
//! | `counts` | which of several attempts counts: `highest`, `latest`, `average` or `first` | `highest` |
//! | `show` | what may be seen, from which moment on | the score, after submitting |
//!
//! In an interactive quiz, a paragraph of lines that begin with `? ` holds a question's hints, one a line.

use super::behaviour::Behaviour;
use super::body::{Body, Where};
use super::counting::Counts;
use super::faults::{DifferenceFault, QuizFault};
use super::model::{Draw, Moment, Quiz, Show, Shown};
use super::navigation::Navigation;
use super::pool;
use super::questions::{self, Questions};
use crate::content::doc::{Doc, Reading};
use crate::content::front::{At, Fields};
use crate::content::markdown::Block;
use crate::content::problem::Problems;
use crate::content::source::Span;
use crate::content::values::{LocalTime, Percent, Period};
use crate::content::yaml::Value;
use crate::lang::Text;
use crate::score::Milli;

const TEXTS: [&str; 2] = ["title", "summary"];
const BEHAVIOUR: [&str; 12] = [
    "pass",
    "time",
    "attempts",
    "wait",
    "close",
    "draw",
    "shuffle",
    "navigation",
    "behaviour",
    "penalty",
    "counts",
    "show",
];
const MOMENTS: [(&str, Moment); 3] = [
    ("after-submit", Moment::AfterSubmit),
    ("after-close", Moment::AfterClose),
    ("after-pass", Moment::AfterPass),
];
const SHOWN: [(&str, Shown); 5] = [
    ("score", Shown::Score),
    ("own", Shown::Own),
    ("marks", Shown::Marks),
    ("feedback", Shown::Feedback),
    ("answers", Shown::Answers),
];

/// What a try costs when the quiz does not say.
const PENALTY: Percent = Percent(Milli::whole(25));

/// Reads a quiz in the default language.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Quiz> {
    let fields = doc.fields(&TEXTS, &BEHAVIOUR, reading)?;
    let head = doc.head(&fields, reading);
    let summary = doc.optional_text("summary", &fields, reading);
    let problems = &mut reading.problems;
    let pass = fields
        .percent("pass", problems)
        .map_or(Percent(Milli::whole(80)), |pass| pass.value);
    let time = seconds("time", &fields, problems);
    let attempts = fields.integer("attempts", 1..=1000, problems);
    let wait = seconds("wait", &fields, problems);
    let close = close(&fields, problems);
    let draw = draw(&fields, problems);
    let [shuffle_questions, shuffle_options] = shuffle(&fields, problems);
    let navigation = fields.word(
        "navigation",
        &Navigation::ALL.map(|navigation| (navigation.as_str(), navigation)),
        problems,
    );
    let behaviours = Behaviour::ALL.map(|behaviour| (behaviour.as_str(), behaviour));
    let behaviour = fields.word("behaviour", &behaviours, problems);
    let behaviour = behaviour.map_or(Behaviour::Deferred, |behaviour| behaviour.value);
    let penalty = fields.percent("penalty", problems);
    let counts = fields.word(
        "counts",
        &Counts::ALL.map(|counts| (counts.as_str(), counts)),
        problems,
    );
    let show = show(&fields, problems);

    if let Some(penalty) = penalty.as_ref().filter(|_| behaviour != Behaviour::Interactive) {
        reading.report(doc, penalty.span.clone(), &QuizFault::Penalty {});
    }
    let body = Body::of(doc, Where::Quiz);
    let intro = intro(doc, reading, &body);
    let questions = Questions::read(doc, reading, &body, shuffle_options, behaviour.as_str());
    if questions.outline.is_empty() {
        reading.report(doc, doc.body_start(), &QuizFault::NoQuestions {});
    } else {
        pool::check(doc, reading, &questions, draw.as_ref());
    }
    Some(Quiz {
        course: course_of(doc.id),
        head,
        summary,
        intro: Text::new(intro),
        pass,
        time,
        attempts: attempts.and_then(|attempts| u32::try_from(attempts.value).ok()),
        wait,
        close,
        draw: draw.map_or(Draw::All, |draw| draw.value),
        shuffle_questions,
        shuffle_options,
        navigation: navigation.map_or(Navigation::Free, |navigation| navigation.value),
        behaviour,
        penalty: penalty.map_or(PENALTY, |penalty| penalty.value),
        counts: counts.map_or(Counts::Highest, |counts| counts.value),
        show,
        questions: questions.read,
        outline: questions.outline,
    })
}

/// Reads a translation into a quiz.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, into: &mut Quiz) {
    let Some(fields) = doc.fields(&TEXTS, &BEHAVIOUR, reading) else {
        return;
    };
    doc.translate_head(&mut into.head, &fields, reading);
    doc.translate_text("summary", &mut into.summary, &fields, reading);
    let body = Body::of(doc, Where::Quiz);
    let intro = intro(doc, reading, &body);
    let (what_en, what_zh) = ("an introduction", "开头的说明");
    match (intro.is_empty(), into.intro.default().is_empty()) {
        (false, true) => reading.report(doc, doc.body_start(), &DifferenceFault::With { what_en, what_zh }),
        (true, false) => reading.report(
            doc,
            doc.body_start(),
            &DifferenceFault::Without { what_en, what_zh },
        ),
        _ => into.intro.translate(doc.lang, intro),
    }
    let outline = into.outline.clone();
    questions::translate(
        doc,
        reading,
        &body,
        into.shuffle_options,
        into.behaviour == Behaviour::Interactive,
        &outline,
        &mut into.questions,
    );
}

/// The course of a lesson or quiz: the folder it stands in.
pub(crate) fn course_of(id: &str) -> String {
    id.split('/').next().unwrap_or(id).to_owned()
}

fn intro(doc: &Doc<'_>, reading: &mut Reading<'_>, body: &Body) -> String {
    let blocks: &[Block] = body.outside.first().map_or(&[], Vec::as_slice);
    reading.html(doc, blocks)
}

/// A duration with a fixed length.
pub(crate) fn seconds(key: &str, fields: &Fields<'_>, problems: &mut Problems) -> Option<u32> {
    let period = fields.period(key, problems)?;
    if let (Period::Months(_), Some(entry)) = (period.value, fields.get(key)) {
        fields.wrong(
            entry,
            "a duration in s, min, h or d",
            "以 s、min、h 或 d 为单位的时长",
            problems,
        );
    }
    period.value.seconds()
}

/// A day or a moment in the site's time zone.
fn close(fields: &Fields<'_>, problems: &mut Problems) -> Option<LocalTime> {
    let entry = fields.get("close")?;
    let close = match &entry.node.value {
        Value::Scalar { text, .. } => LocalTime::parse(text),
        _ => None,
    };
    if close.is_none() {
        let (en, zh) = (
            "a day or a moment, such as 2027-03-04 or 2027-03-04 18:00",
            "日期或时刻，例如 2027-03-04 或 2027-03-04 18:00",
        );
        fields.wrong(entry, en, zh, problems);
    }
    close
}

fn draw(fields: &Fields<'_>, problems: &mut Problems) -> Option<At<Draw>> {
    let entry = fields.get("draw")?;
    let span = entry.node.span.clone();
    match &entry.node.value {
        Value::Map(tags) if !tags.is_empty() => {
            let known: Vec<&str> = tags.iter().map(|tag| tag.key.as_str()).collect();
            let counts = fields.map("draw", &known, problems)?;
            let mut quotas = Vec::new();
            for tag in tags {
                let count = counts.integer(&tag.key, 1..=10_000, problems);
                let count = count.and_then(|count| usize::try_from(count.value).ok());
                quotas.extend(count.map(|count| (tag.key.clone(), count)));
            }
            (quotas.len() == tags.len()).then_some(At {
                value: Draw::ByTag(quotas),
                span,
            })
        }
        Value::Scalar { text, .. } if count(text).is_some() => count(text).map(|count| At {
            value: Draw::Count(count),
            span,
        }),
        _ => {
            let (en, zh) = (
                "a number of at least 1, or such a number for each tag",
                "不小于 1 的数，或每个标签各一个数",
            );
            fields.wrong(entry, en, zh, problems);
            None
        }
    }
}

fn count(text: &str) -> Option<usize> {
    text.parse().ok().filter(|count| (1..=10_000).contains(count))
}

fn shuffle(fields: &Fields<'_>, problems: &mut Problems) -> [bool; 2] {
    let mut shuffled = [false; 2];
    let words = ["questions", "options"];
    for word in fields.texts("shuffle", problems).unwrap_or_default() {
        match words.iter().position(|known| *known == word.value) {
            Some(place) => shuffled[place] = true,
            None => fields.unknown_word("shuffle", &word, words.into_iter(), problems),
        }
    }
    shuffled
}

fn show(fields: &Fields<'_>, problems: &mut Problems) -> Show {
    let Some(moments) = fields.map("show", &MOMENTS.map(|(word, _)| word), problems) else {
        return Show::default();
    };
    let mut show = Show(Default::default());
    for (moment, when) in MOMENTS {
        for item in moments.texts(moment, problems).unwrap_or_default() {
            match SHOWN.iter().find(|(word, _)| *word == item.value) {
                Some((_, shown)) => drop(show.0.insert((when, *shown))),
                None => moments.unknown_word(moment, &item, SHOWN.iter().map(|(word, _)| *word), problems),
            }
        }
    }
    show
}

/// Where a quota of the front matter stands.
pub(super) fn quota_place(doc: &Doc<'_>, tag: &str) -> Option<Span> {
    let Value::Map(entries) = &doc.front.value else {
        return None;
    };
    let draw = entries.iter().find(|entry| entry.key == "draw")?;
    let Value::Map(tags) = &draw.node.value else {
        return None;
    };
    let tag = tags.iter().find(|entry| entry.key == tag)?;
    Some(tag.key_span.start..tag.node.span.end)
}
