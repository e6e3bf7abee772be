//! A conversation as lines: what was said so far, and in a result what each line earned.

use domain::{
    content::{html::escape, library::Shelf, phrases::Phrases},
    lang::Lang,
    rating::Points,
    scenario::{
        Channel, Critical, Exit, Scenario, better, measure,
        play::{Did, Play, Taken},
        raters,
        wording::{self, Hit},
    },
};
use store::plays::{self, Late, PlayEvent};
use store::ratings::Rating;

use super::{Part, parts, player, result::of_reply, split, task::anchors};
use crate::texts::Texts;

/// What the subject of a letter begins with, above its body.
pub(crate) const SUBJECT: &str = "<p class=\"letter-subject\">";

/// A line of a conversation. Texts are HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// What happens, told by nobody.
    Narration(String),
    /// What the other side says: the name, when one is written, and the words.
    Theirs(Option<String>, String),
    /// What the player said, and what it was worth; the note is for results only.
    Mine(String, Option<Note>),
    /// The player said nothing until the time was up; the note is for results only.
    Silence(Option<Note>),
    /// What the player had said just before came when the time was up; the note is for results only.
    TooLate(Option<Note>),
}

impl Line {
    /// What stands beside it.
    pub(crate) fn note(&self) -> Option<&Note> {
        match self {
            Self::Mine(_, note) | Self::Silence(note) | Self::TooLate(note) => note.as_ref(),
            Self::Narration(_) | Self::Theirs(..) => None,
        }
    }
}

/// What a line earned. Only for a play that has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Note {
    /// Criterion titles with points.
    pub(crate) earned: Vec<(String, Points)>,
    /// Where the time is limited: how long it took.
    pub(crate) took: Option<Took>,
    /// What the author tells whoever chose it, as HTML.
    pub(crate) feedback: Option<String>,
    /// What would have been better to say, as HTML; only once the play is over.
    pub(crate) better: Option<String>,
    /// What raters wrote, and the words it rests on.
    pub(crate) said: Vec<Remark>,
    /// What earns each level of what was rated: criterion title, level, words.
    pub(crate) anchors: Vec<(String, u32, String)>,
    /// The seconds of the recording that raters point at.
    pub(crate) moments: Vec<u32>,
    /// The critical errors it was.
    pub(crate) critical: Vec<Critical>,
    /// Whether it waits for a rater.
    pub(crate) waits: bool,
    /// What of a reply's wording was looked for and found, in practice.
    pub(crate) found: Vec<String>,
    /// What of a reply's wording is not to be said, in practice.
    pub(crate) banned: Vec<String>,
}

/// How long an answer took where the time is limited, in whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Took {
    /// It came in time.
    InTime(i64),
    /// It came late; the second number is how long there was.
    Late(i64, i64),
}

/// What one rater wrote, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// The words of the reply it rests on, a sentence a line; empty when it points at none.
    pub(crate) quote: String,
    /// To whoever typed it; may be empty.
    pub(crate) note: String,
}

/// What of the notes may be seen.
#[derive(Clone, Copy)]
pub(crate) enum Notes<'a> {
    /// Nothing: the play goes on, and counts; or another one of the same role-play does.
    Hidden,
    /// What the author says, and what these phrases find in replies: practice, where nobody rates.
    Practised(&'a Shelf<Phrases>),
    /// All: the play has ended, and raters said this.
    Rated(&'a [Rating]),
}

/// The lines of a play on its way to the node that is shown; what was taken back is not among them.
pub(crate) fn transcript(
    scenario: &Scenario,
    play: &Play,
    record: &plays::Play,
    lang: &Lang,
    notes: Notes<'_>,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let way = play.way().into_iter();
    let seconds = measure::seconds(play);
    for (at, step, kept) in way.filter_map(|at| Some((at, play.steps.get(at)?, record.events.get(at)?))) {
        told(scenario, step.node, lang, &mut lines);
        let mut note = match notes {
            Notes::Hidden => None,
            Notes::Practised(phrases) => Some(practised(scenario, step, kept, lang, phrases)),
            Notes::Rated(ratings) => Some(note(scenario, step, lang, ratings)),
        };
        if let Some(note) = &mut note {
            note.took = took(scenario, play, step, seconds.get(at).copied().flatten());
            note.better = play
                .end(scenario)
                .and_then(|_| better_words(scenario, play, at, kept, lang));
        }
        match (step.did, &kept.did) {
            (Did::Nothing, plays::Did::TimedOut(Some(late))) => {
                lines.extend(too_late(scenario, step.node, late, lang).map(|html| Line::Mine(html, None)));
                lines.push(Line::TooLate(note));
            }
            (Did::Nothing, _) => lines.push(Line::Silence(note)),
            (_, said) => {
                lines.extend(words(scenario, step.node, said, lang).map(|html| Line::Mine(html, note)));
            }
        }
    }
    told(scenario, play.node, lang, &mut lines);
    lines
}

fn took(scenario: &Scenario, play: &Play, step: &Taken, seconds: Option<i64>) -> Option<Took> {
    let within = scenario.nodes.get(step.node)?.within.as_ref()?;
    let (seconds, limit) = (seconds?, play.pace.stretch(within.seconds)? / 1000);
    Some(match step.in_time {
        true => Took::InTime(seconds),
        // Seconds begun: a late answer never took just as long as there was.
        false => Took::Late(seconds.max(limit + 1), limit),
    })
}

/// What would have been better at a step.
fn better_words(
    scenario: &Scenario,
    play: &Play,
    at: usize,
    kept: &PlayEvent,
    lang: &Lang,
) -> Option<String> {
    let better = better(scenario, play, at)?;
    // It was well said, and too late.
    if kept.did == plays::Did::TimedOut(Some(Late::Chose(better))) {
        return None;
    }
    let node = scenario.nodes.get(play.steps.get(at)?.node)?;
    match &node.exit {
        Exit::Choices(choices) => Some(choices.get(better)?.text.get(lang).to_owned()),
        _ => None,
    }
}

fn told(scenario: &Scenario, node: usize, lang: &Lang, lines: &mut Vec<Line>) {
    let Some(node) = scenario.nodes.get(node) else {
        return;
    };
    lines.extend(parts(node.body.get(lang)).into_iter().map(|part| match part {
        Part::Speech(name, words) => Line::Theirs(name, words),
        Part::Narration(html) => Line::Narration(html),
    }));
}

/// What came too late at a node, as it was said, as HTML.
pub(super) fn too_late(scenario: &Scenario, node: usize, late: &Late, lang: &Lang) -> Option<String> {
    let said = match late {
        Late::Chose(choice) => plays::Did::Chose(*choice),
        Late::Replied(text) => plays::Did::Replied(text.clone()),
        Late::Spoke(spoken) => plays::Did::Spoke(spoken.clone()),
    };
    words(scenario, node, &said, lang)
}

/// What was said at a node, as HTML; none for what is no answer.
fn words(scenario: &Scenario, node: usize, said: &plays::Did, lang: &Lang) -> Option<String> {
    match (said, &scenario.nodes.get(node)?.exit) {
        (plays::Did::Chose(choice), Exit::Choices(choices)) => {
            Some(format!("<p>{}</p>", choices.get(*choice)?.text.get(lang)))
        }
        (plays::Did::Replied(text), _) => {
            let (subject, text) = match scenario.channel {
                Some(Channel::Email) => split(text),
                _ => (None, text.as_str()),
            };
            let subject = subject.map(|subject| format!("{SUBJECT}{}</p>", escape(subject)));
            let lines: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            let html: String = lines
                .iter()
                .map(|line| format!("<p>{}</p>", escape(line)))
                .collect();
            Some(subject.unwrap_or_default() + &html)
        }
        (plays::Did::Spoke(spoken), _) => Some(player(Texts::of(lang), spoken)),
        _ => None,
    }
}

/// The note of a line in practice: what phrases say stands for what a rater would.
fn practised(
    scenario: &Scenario,
    step: &Taken,
    kept: &PlayEvent,
    lang: &Lang,
    phrases: &Shelf<Phrases>,
) -> Note {
    let mut note = note(scenario, step, lang, &[]);
    note.waits = false;
    if let plays::Did::Replied(text) = &kept.did
        && let Some(proposal) = wording::propose(scenario, step.node, text, lang, phrases)
    {
        let words = |hits: Vec<Hit>| hits.into_iter().map(|hit| hit.words).collect();
        note.found = words(proposal.must);
        note.banned = words(proposal.ban);
    }
    note
}

fn note(scenario: &Scenario, step: &Taken, lang: &Lang, ratings: &[Rating]) -> Note {
    let mut note = Note::default();
    let title = |at: usize| {
        scenario
            .criteria
            .get(at)
            .map(|criterion| criterion.title.get(lang).to_owned())
    };
    let Some(node) = scenario.nodes.get(step.node) else {
        return note;
    };
    match (step.did, &node.exit) {
        (Did::Chose(choice), Exit::Choices(choices)) => {
            if let Some(choice) = choices.get(choice) {
                let earned = choice
                    .earns()
                    .filter_map(|(at, points)| Some((title(at)?, points.into())));
                note.earned.extend(earned);
                note.feedback = choice.feedback.as_ref().map(|text| text.get(lang).to_owned());
                note.critical.clone_from(&choice.critical);
            }
        }
        (Did::Replied(number), Exit::Reply(reply)) => {
            let said = of_reply(scenario, ratings, number);
            let of_all = raters::together(number, &said);
            let given = of_all.points.iter().filter(|(_, points)| *points > Points::NONE);
            let given = given.filter_map(|(at, points)| Some((title(*at)?, *points)));
            note.earned.extend(given);
            let words = ratings.iter().filter(|rating| rating.part == number);
            let words = words.map(|rating| Remark {
                note: rating.given.note.clone(),
                quote: rating.given.quote.clone(),
            });
            note.said
                .extend(words.filter(|said| !said.note.is_empty() || !said.quote.is_empty()));
            if !said.is_empty() {
                for rate in &reply.rate {
                    let title = title(rate.criterion).unwrap_or_default();
                    let anchors = anchors(reply, rate.criterion, lang).into_iter();
                    note.anchors
                        .extend(anchors.map(|(level, text)| (title.clone(), level, text)));
                }
            }
            let of_this = ratings.iter().filter(|rating| rating.part == number);
            note.moments
                .extend(of_this.filter_map(|rating| rating.given.moment));
            if of_all.banned {
                note.critical.push(Critical::Customer);
            }
            note.waits = said.is_empty() && reply.is_rated();
        }
        _ => {}
    }
    if step.in_time
        && node.within.is_some()
        && let Some(title) = scenario.timely().and_then(title)
    {
        note.earned.push((title, Points::whole(1)));
    }
    note
}
