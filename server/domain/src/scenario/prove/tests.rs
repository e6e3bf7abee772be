//! Running the author's tests through the real engine.

use super::super::faults::TestFault;
use super::super::model::{Act, Exit, Scenario, Step, Test};
use super::super::play::{Event, Mode, Play, PlayError, apply};
use super::super::score::{Outcome, Rating, Score, score};
use super::super::wording::propose;
use crate::content::library::Shelf;
use crate::content::phrases::Phrases;
use crate::lang::Lang;
use crate::score::Milli;
use crate::time::Moment;

/// What is wrong with a test; nothing when it comes out as it says.
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
}

struct Run<'a> {
    scenario: &'a Scenario,
    phrases: &'a Shelf<Phrases>,
    lang: Lang,
    now: Moment,
    play: Play,
    ratings: Vec<Rating>,
}

impl Run<'_> {
    fn step(&mut self, step: &Step) -> Result<(), TestFault> {
        self.go_on(Some(step.node));
        let node = self.play.node;
        if step.node != node {
            return Err(TestFault::OtherNode {
                said: self.name(step.node),
                shown: self.name(node),
            });
        }
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
        self.play = after.map_err(|error| self.impossible(node, error))?;
        // A late answer where the time has run out with a jump is no reply, so there is nothing to rate.
        self.ratings.truncate(self.play.replies().len());
        Ok(())
    }

    /// Takes the links that lead on by themselves, up to a node that a step is about.
    fn go_on(&mut self, until: Option<usize>) {
        for _ in 0..self.scenario.nodes.len() {
            let node = self.play.node;
            if Some(node) == until || !self.is_link(node) {
                return;
            }
            let Ok(play) = apply(self.scenario, &self.play, &Event::Went { node, at: self.now }) else {
                return;
            };
            self.play = play;
        }
    }

    fn is_link(&self, node: usize) -> bool {
        matches!(
            self.scenario.nodes.get(node).map(|node| &node.exit),
            Some(Exit::Go(_))
        )
    }

    fn compare(&mut self, test: &Test) -> Result<(), TestFault> {
        self.go_on(None);
        let node = self.name(self.play.node);
        if self.play.end(self.scenario).is_none() {
            return Err(TestFault::NotEnded { node });
        }
        let points = |_| TestFault::Impossible {
            node,
            why_en: "a reply cannot get these points".to_owned(),
            why_zh: "回复不能得这些分".to_owned(),
        };
        let came = match score(self.scenario, &self.play, &self.ratings).map_err(points)? {
            Outcome::Final(score) | Outcome::Provisional { so_far: score, .. } => score,
        };
        let reached = test.score.is_none_or(|want| agrees(came.score, want));
        if reached && came.passed == test.passed {
            return Ok(());
        }
        let want = test.score.map(|score| format!("{score} ")).unwrap_or_default();
        Err(TestFault::Other {
            came: result(&came),
            want: format!("{want}{}", word(test.passed)),
        })
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

/// Whether a score is the one a test says: as written, a score is rounded half up to the places that are written.
fn agrees(came: Milli, want: Milli) -> bool {
    let unit = [1000, 100, 10]
        .into_iter()
        .find(|unit| want.0 % unit == 0)
        .unwrap_or(1);
    (came.0 + unit / 2).div_euclid(unit) * unit == want.0
}

fn result(score: &Score) -> String {
    let critical = if score.mistakes.is_empty() {
        ""
    } else {
        " (critical)"
    };
    format!("{} {}{critical}", score.score, word(score.passed))
}

fn word(passed: bool) -> &'static str {
    if passed { "pass" } else { "fail" }
}
