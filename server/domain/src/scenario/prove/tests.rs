//! Running the author's tests through the real engine.

use super::super::faults::TestFault;
use super::super::map::Way;
use super::super::model::{Act, Doubt, Exit, Scenario, Step, Test, Wanted, Wording};
use super::super::play::{Event, Mode, Play, PlayError, apply};
use super::super::score::{Outcome, Rating, Score, ScoreError, exact, score};
use super::super::wording::propose;
use crate::content::library::Shelf;
use crate::content::phrases::Phrases;
use crate::lang::Lang;
use crate::ratio::Ratio;
use crate::time::Moment;

/// What is wrong with a test; nothing when it comes out as it says, or when it takes a way that could not be read.
pub(super) fn run(scenario: &Scenario, test: &Test, phrases: &Shelf<Phrases>) -> Option<TestFault> {
    let lang = scenario
        .head
        .languages
        .first()
        .cloned()
        .unwrap_or_else(Lang::chinese);
    let now = Moment(0);
    let mut run = Run {
        scenario,
        phrases,
        lang,
        now,
        play: Play::begin(scenario, Mode::Assessed, now),
        ratings: Vec::new(),
    };
    test.steps
        .iter()
        .try_for_each(|step| run.step(step))
        .and_then(|()| run.compare(test))
        .err()
        .flatten()
}

/// Why a test ends early: something is wrong with it, or nobody can tell.
type Halt = Option<TestFault>;

struct Run<'a> {
    scenario: &'a Scenario,
    phrases: &'a Shelf<Phrases>,
    lang: Lang,
    now: Moment,
    play: Play,
    ratings: Vec<Rating>,
}

impl Run<'_> {
    fn step(&mut self, step: &Step) -> Result<(), Halt> {
        self.go_on(Some(step.node))?;
        let node = self.play.node;
        if step.node != node {
            return Err(Some(TestFault::OtherNode {
                said: self.name(step.node),
                shown: self.name(node),
            }));
        }
        self.is_certain(node, &step.act)?;
        let at = self.now;
        let event = match &step.act {
            Act::TimeOut => {
                self.now = self
                    .play
                    .deadline(self.scenario)
                    .map_or(at, |deadline| Moment(deadline.0 + 1));
                Event::TimedOut { node, at: self.now }
            }
            Act::Type(text, points) => {
                let proposal = propose(self.scenario, node, text, &self.lang, self.phrases);
                let banned = proposal.is_some_and(|proposal| !proposal.ban.is_empty());
                let reply = self.play.replies().len();
                self.ratings.push(Rating {
                    reply,
                    points: points
                        .iter()
                        .map(|(at, points)| (*at, (*points).into()))
                        .collect(),
                    banned,
                });
                Event::Replied {
                    node,
                    text: text.clone(),
                    at,
                }
            }
            Act::Choose(choice) if self.is_link(node) && *choice == 0 => Event::Went { node, at },
            Act::Choose(choice) => Event::Chose {
                node,
                choice: *choice,
                at,
            },
            Act::Go => Event::Went { node, at },
        };
        let after = apply(self.scenario, &self.play, &event);
        self.play = after.map_err(|error| Some(self.impossible(node, error)))?;
        // A late answer where the time has run out with a jump is no reply, so there is nothing to rate.
        self.ratings.truncate(self.play.replies().len());
        Ok(())
    }

    /// Takes the links that lead on by themselves, up to a node that a step is about.
    fn go_on(&mut self, until: Option<usize>) -> Result<(), Halt> {
        for _ in 0..self.scenario.nodes.len() {
            let node = self.play.node;
            if Some(node) == until || !self.is_link(node) {
                break;
            }
            self.is_certain(node, &Act::Go)?;
            let Ok(play) = apply(self.scenario, &self.play, &Event::Went { node, at: self.now }) else {
                break;
            };
            self.play = play;
        }
        Ok(())
    }

    /// Ends the test where it takes a way that could not be read.
    fn is_certain(&self, node: usize, act: &Act) -> Result<(), Halt> {
        let doubts = &self.scenario.notes.doubts;
        let exit = self.scenario.nodes.get(node).map(|node| &node.exit);
        let way = match (exit, act) {
            (Some(Exit::Choices(_)), Act::Choose(at)) => u32::try_from(*at).ok().map(Way::Choice),
            (_, Act::TimeOut) => Some(Way::TimeOut),
            _ => Some(Way::On),
        };
        let asks_unread = match (exit, act) {
            (Some(Exit::Choices(choices)), Act::Choose(at)) => choices.get(*at).is_some_and(|choice| {
                choice
                    .conditions
                    .iter()
                    .any(|asked| doubts.vars.contains(&asked.var))
            }),
            (Some(Exit::Reply(reply)), Act::Type(..)) => reply
                .ban
                .default
                .iter()
                .any(|wording| matches!(wording, Wording::List(id) if !self.phrases.contains_key(id))),
            _ => false,
        };
        let decides = |doubt: Doubt| doubt != Doubt::Words;
        let mut about = doubts
            .of(node, None)
            .chain(doubts.of(node, way).filter(|_| way.is_some()));
        if asks_unread || about.any(decides) {
            return Err(None);
        }
        Ok(())
    }

    fn is_link(&self, node: usize) -> bool {
        matches!(
            self.scenario.nodes.get(node).map(|node| &node.exit),
            Some(Exit::Go(_))
        )
    }

    fn compare(&mut self, test: &Test) -> Result<(), Halt> {
        self.go_on(None)?;
        let node = self.play.node;
        let doubts = &self.scenario.notes.doubts;
        if doubts.of(node, None).next().is_some() {
            return Err(None);
        }
        let name = self.name(node);
        let Some(ended) = self.play.end(self.scenario) else {
            let is_read = doubts.at(node).is_empty();
            return Err(is_read.then_some(TestFault::NotEnded { node: name }));
        };
        let came = match score(self.scenario, &self.play, &self.ratings) {
            Ok(Outcome::Final(score) | Outcome::Provisional { so_far: score, .. }) => score,
            Err(ScoreError::TooFine) => return Err(None),
            Err(_) => {
                return Err(Some(TestFault::Impossible {
                    node: name,
                    why_en: "a reply cannot get these points".to_owned(),
                    why_zh: "回复不能得这些分".to_owned(),
                }));
            }
        };
        let exact = exact(self.scenario, &came.earned).filter(|_| !doubts.score);
        let has_failed = !ended || !came.mistakes.is_empty();
        let is_known = has_failed || (exact.is_some() && !doubts.pass);
        let wanted = test.score.zip(exact);
        let reached = wanted.is_none_or(|(want, exact)| want.is(exact));
        if reached && (came.passed == test.passed || !is_known) {
            return Ok(());
        }
        let want = test.score.map(|score| format!("{score} ")).unwrap_or_default();
        Err(Some(TestFault::Other {
            came: result(&came, wanted.filter(|_| !reached)),
            want: format!("{want}{}", word(test.passed)),
        }))
    }

    fn name(&self, node: usize) -> String {
        self.scenario
            .nodes
            .get(node)
            .map_or_else(String::new, |node| node.id.clone())
    }

    fn impossible(&self, node: usize, error: PlayError) -> TestFault {
        let (en, zh) = match error {
            PlayError::Finished => ("the play is over", "已经到了结局"),
            PlayError::NotHere => ("another node is shown", "实际显示的是别的节点"),
            PlayError::NotThisWay => ("the node does not go on in this way", "这个节点不是这样继续的"),
            PlayError::NoSuchChoice => ("there is no such choice", "没有这个选项"),
            PlayError::Hidden => ("the choice is hidden then", "这时该选项是隐藏的"),
            PlayError::Empty => ("the reply is empty", "回复是空的"),
            PlayError::TooLong { .. } => ("the reply is too long", "回复太长"),
            PlayError::NotTimedOut => ("the node has no time limit", "这个节点没有限时"),
            PlayError::PracticeOnly
            | PlayError::NothingToTakeBack
            | PlayError::IsPaused
            | PlayError::NotPaused => ("this is for practice only", "只有练习时才能这样做"),
            PlayError::Nowhere => ("it leads nowhere", "没有通向任何节点"),
        };
        TestFault::Impossible {
            node: self.name(node),
            why_en: en.to_owned(),
            why_zh: zh.to_owned(),
        }
    }
}

/// What came of a test. Where three decimals, once more rounded, would read like what was wanted, there are as many decimals
/// as were wanted.
fn result(score: &Score, wanted: Option<(Wanted, Ratio)>) -> String {
    let critical = if score.mistakes.is_empty() {
        ""
    } else {
        " (critical)"
    };
    let like = wanted.and_then(|(want, exact)| {
        let is_alike = want.is(Ratio::of(score.score));
        want.like(exact).filter(|_| is_alike)
    });
    let came = like.map_or_else(|| score.score.to_string(), |like| like.to_string());
    format!("{came} {}{critical}", word(score.passed))
}

fn word(passed: bool) -> &'static str {
    if passed { "pass" } else { "fail" }
}
