//! `play`: a role-play in the terminal, for whoever writes one.

mod words;

use std::{
    io::{self, BufRead},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use domain::{
    content::{self, Library, plain_text},
    lang::Lang,
    scenario::{
        Exit, Scenario,
        play::{Event, Mode, Play as State, apply},
        score::{Outcome, Score, score},
        wording,
    },
    time::Moment,
};

use self::words::{Verdict, Words};
use super::{diagnostics, language::Language, say::say};
use crate::{
    clock,
    content_folder::{self, FolderError},
};

/// Play a role-play in the terminal, as practice: nothing is kept.
///
/// Exit code: 0 played to an end; 1 the content has errors, or the input ended before the play; 2 could not run.
#[derive(Debug, Args)]
pub(super) struct Play {
    /// The content folder.
    #[arg(value_name = "CONTENT")]
    folder: PathBuf,

    /// The scenario: its file's name without `.md`.
    scenario: String,

    /// The language to play in; without it that of the terminal when it is Chinese or English, else Chinese.
    #[arg(long, env = "SHANGGANG_LANG", value_enum)]
    lang: Option<Language>,
}

/// Why nothing could be played.
#[derive(Debug, thiserror::Error)]
pub(super) enum PlayError {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error("there is no scenario {scenario}; there are: {known}")]
    NoSuchScenario { scenario: String, known: String },
    #[error("the input cannot be read")]
    Input(#[from] io::Error),
}

impl Play {
    pub(super) fn run(self) -> Result<ExitCode, PlayError> {
        let files = content_folder::read(&self.folder)?;
        let checked = content::check(&files);
        let language = Language::or_terminal(self.lang);
        let Some(library) = checked.library else {
            say(diagnostics::text(&checked.problems, &files, language));
            return Ok(ExitCode::from(1));
        };
        let Some(scenario) = library.scenarios.get(&self.scenario) else {
            let known: Vec<_> = library.scenarios.keys().map(String::as_str).collect();
            return Err(PlayError::NoSuchScenario {
                scenario: self.scenario,
                known: known.join(", "),
            });
        };
        let table = Table {
            library: &library,
            scenario,
            lang: language.lang(),
            words: Words::of(language),
        };
        if table.play(io::stdin().lock())? {
            return Ok(ExitCode::SUCCESS);
        }
        Ok(ExitCode::from(1))
    }
}

/// What lies before the player.
struct Table<'a> {
    library: &'a Library,
    scenario: &'a Scenario,
    lang: Lang,
    words: &'static Words,
}

impl Table<'_> {
    /// Plays to an end, or to the end of what is typed; whether it came to an end.
    fn play(&self, input: impl BufRead) -> io::Result<bool> {
        let words = self.words;
        say(format_args!(
            "{}\n{}\n\n{}\n",
            self.scenario.head.title.get(&self.lang),
            plain_text(self.scenario.intro.get(&self.lang)),
            words.how
        ));
        let mut state = State::begin(self.scenario, Mode::Practice, clock::now());
        let mut lines = input.lines();
        self.show(&state);
        while state.end(self.scenario).is_none() {
            let Some(line) = lines.next().transpose()? else {
                say(words.unfinished);
                return Ok(false);
            };
            let Some(event) = self.event(&state, line.trim(), clock::now()) else {
                say(words.what);
                continue;
            };
            match apply(self.scenario, &state, &event) {
                Ok(after) => {
                    self.comment(&state, &event);
                    state = after;
                    self.show(&state);
                }
                Err(error) => say(words.refusal(&error)),
            }
        }
        self.result(&state);
        Ok(true)
    }

    /// What is said at the node, and how it goes on.
    fn show(&self, state: &State) {
        let Some(node) = self.scenario.nodes.get(state.node) else {
            return;
        };
        say(format_args!("\n{}", plain_text(node.body.get(&self.lang))));
        if let Some(within) = &node.within {
            say(format_args!("({} {} s)", self.words.within, within.seconds));
        }
        match &node.exit {
            Exit::Choices(choices) => {
                let shown = state.visible(self.scenario).into_iter();
                for (number, choice) in (1..).zip(shown.filter_map(|at| choices.get(at))) {
                    say(format_args!(
                        "  {number}. {}",
                        plain_text(choice.text.get(&self.lang))
                    ));
                }
            }
            Exit::Reply(reply) => say(format_args!("  {} {}", self.words.write, reply.max)),
            Exit::Go(go) => say(format_args!(
                "  {} {}",
                self.words.go_on,
                plain_text(go.text.get(&self.lang))
            )),
            Exit::End(_) => {}
        }
    }

    /// What a line means here; none when it means nothing.
    fn event(&self, state: &State, line: &str, at: Moment) -> Option<Event> {
        let node = state.node;
        let is_back = line.chars().map(half_width).eq(self.words.back.chars());
        if is_back {
            return Some(Event::TookBack { node, at });
        }
        match &self.scenario.nodes.get(node)?.exit {
            Exit::Choices(_) => {
                let digits: String = line.chars().map(half_width).collect();
                let number = digits.parse::<usize>().ok()?.checked_sub(1)?;
                let choice = *state.visible(self.scenario).get(number)?;
                Some(Event::Chose { node, choice, at })
            }
            Exit::Reply(_) => Some(Event::Replied {
                node,
                text: line.to_owned(),
                at,
            }),
            Exit::Go(_) => Some(Event::Went { node, at }),
            Exit::End(_) => None,
        }
    }

    /// What the author and the lists of phrases say about an answer.
    fn comment(&self, before: &State, event: &Event) {
        let Some(node) = self.scenario.nodes.get(before.node) else {
            return;
        };
        match (event, &node.exit) {
            (Event::Chose { choice, .. }, Exit::Choices(choices)) => {
                let Some(choice) = choices.get(*choice) else {
                    return;
                };
                for (criterion, points) in choice.earns() {
                    if let Some(criterion) = self.scenario.criteria.get(criterion) {
                        say(format_args!("  + {} {points}", criterion.title.get(&self.lang)));
                    }
                }
                for critical in &choice.critical {
                    say(format_args!("  ! {}", self.words.critical(*critical)));
                }
                if let Some(feedback) = &choice.feedback {
                    say(format_args!("  > {}", plain_text(feedback.get(&self.lang))));
                }
            }
            (Event::Replied { text, .. }, Exit::Reply(_)) => {
                let phrases = &self.library.phrases;
                let Some(found) = wording::propose(self.scenario, before.node, text, &self.lang, phrases)
                else {
                    return;
                };
                for hit in &found.must {
                    say(format_args!("  + {}", hit.words));
                }
                for hit in &found.ban {
                    say(format_args!("  ! {} {}", self.words.banned, hit.words));
                }
            }
            _ => {}
        }
    }

    fn result(&self, state: &State) {
        // A play that came to an end by its own events is always scored.
        let (result, waits) = match score(self.scenario, state, &[]) {
            Ok(Outcome::Final(score)) => (score, false),
            Ok(Outcome::Provisional { so_far, .. }) => (so_far, true),
            Err(error) => return say(error),
        };
        let may_pass = state.end(self.scenario) == Some(true) && result.mistakes.is_empty();
        let verdict = self.words.verdict(&Verdict {
            score: result.score,
            pass: self.scenario.pass,
            passed: result.passed,
            open: waits && may_pass,
            mistakes: &result.mistakes,
        });
        say(format_args!("\n{verdict}"));
        self.criteria(&result);
    }

    fn criteria(&self, result: &Score) {
        for (criterion, earned) in self.scenario.criteria.iter().zip(&result.earned) {
            let title = criterion.title.get(&self.lang);
            say(format_args!("  {title} {earned}/{}", criterion.max));
        }
        for mistake in &result.mistakes {
            say(format_args!("  ! {}", self.words.critical(mistake.critical)));
        }
    }
}

/// A character of a Chinese keyboard as its half-width twin: `１` is `1`, `＜` is `<`.
fn half_width(c: char) -> char {
    let code = u32::from(c);
    let is_wide = (0xff01..=0xff5e).contains(&code);
    is_wide
        .then(|| char::from_u32(code - 0xfee0))
        .flatten()
        .unwrap_or(c)
}
