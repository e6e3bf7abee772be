//! Playing a scenario: a pure fold over events. The server keeps the events and decides the times.

pub use super::event::{Did, Event, Mistake, Mode, PlayError, Taken};
use super::model::{Choice, Exit, Node, Scenario};
use super::pace::Pace;
use super::practice;
use crate::time::Moment;
use std::collections::BTreeSet;

/// Where a play stands. The same events always lead to the same play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Play {
    /// How it is held.
    pub mode: Mode,
    /// What its limits become.
    pub pace: Pace,
    /// When it began.
    pub began: Moment,
    /// The node that is shown.
    pub node: usize,
    /// Since when: the beginning of its time.
    pub since: Moment,
    /// The value of every variable.
    pub vars: Vec<i32>,
    /// The points of every criterion, without those that raters give.
    pub earned: Vec<u32>,
    /// What was done, in order, a step for each event; those taken back are among them.
    pub steps: Vec<Taken>,
    /// The critical errors made, in order; those in replies wait for a rater.
    pub mistakes: Vec<Mistake>,
    /// Since when it is paused.
    pub paused: Option<Moment>,
    /// What stood before each answer that was not taken back.
    pub(super) behind: Vec<Behind>,
    /// The nodes whose answer was taken back: the first one has scored.
    pub(super) taken_back: BTreeSet<usize>,
}

/// What stood before an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Behind {
    /// The place of the answer among the steps.
    pub(super) step: usize,
    /// The node it was given at.
    pub(super) node: usize,
    /// The variables it changed.
    pub(super) vars: Vec<i32>,
}

impl Play {
    /// A play at its beginning.
    #[must_use]
    pub fn begin(scenario: &Scenario, mode: Mode, at: Moment) -> Self {
        Self {
            mode,
            pace: Pace::default(),
            began: at,
            node: scenario.start,
            since: at,
            vars: scenario.vars.iter().map(|var| var.start).collect(),
            earned: vec![0; scenario.criteria.len()],
            steps: Vec::new(),
            mistakes: Vec::new(),
            paused: None,
            behind: Vec::new(),
            taken_back: BTreeSet::new(),
        }
    }

    /// With its limits stretched.
    #[must_use]
    pub fn at_pace(self, pace: Pace) -> Self {
        Self { pace, ..self }
    }

    /// Whether there is an answer to take back.
    #[must_use]
    pub fn can_take_back(&self) -> bool {
        self.mode == Mode::Practice && !self.behind.is_empty()
    }

    /// The places of the answers among the steps that were not taken back: the way to the node that is shown.
    #[must_use]
    pub fn way(&self) -> Vec<usize> {
        self.behind.iter().map(|behind| behind.step).collect()
    }

    /// Whether it is over, and if so whether it ended in `pass`.
    #[must_use]
    pub fn end(&self, scenario: &Scenario) -> Option<bool> {
        match scenario.nodes.get(self.node)?.exit {
            Exit::End(pass) => Some(pass),
            _ => None,
        }
    }

    /// The choices that are shown now, by their place in the node.
    #[must_use]
    pub fn visible(&self, scenario: &Scenario) -> Vec<usize> {
        match scenario.nodes.get(self.node).map(|node| &node.exit) {
            Some(Exit::Choices(choices)) => {
                let shown = choices
                    .iter()
                    .enumerate()
                    .filter(|(_, choice)| choice.is_visible(&self.vars));
                shown.map(|(at, _)| at).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The node of every reply typed or spoken so far.
    #[must_use]
    pub fn replies(&self) -> Vec<usize> {
        let replied = self
            .steps
            .iter()
            .filter(|step| matches!(step.did, Did::Replied(_)));
        replied.map(|step| step.node).collect()
    }

    /// How long there is to answer at the shown node, in milliseconds: its limit at the play's pace.
    #[must_use]
    pub fn limit(&self, scenario: &Scenario) -> Option<i64> {
        let within = scenario.nodes.get(self.node)?.within.as_ref()?;
        self.pace.stretch(within.seconds)
    }

    /// The moment after which an answer at the shown node is late.
    #[must_use]
    pub fn deadline(&self, scenario: &Scenario) -> Option<Moment> {
        let limit = self.limit(scenario)?;
        Some(Moment(self.since.0.saturating_add(limit.saturating_mul(1000))))
    }
}

/// The play after an event.
///
/// A late answer at a node whose limit has an `else` counts as the time having run out.
///
/// # Errors
/// When the event cannot happen in this state; the play stays as it is.
pub fn apply(scenario: &Scenario, play: &Play, event: &Event) -> Result<Play, PlayError> {
    let (here, at) = event.place();
    let node = scenario.nodes.get(play.node).ok_or(PlayError::Nowhere)?;
    if matches!(node.exit, Exit::End(_)) {
        return Err(PlayError::Finished);
    }
    if here != play.node {
        return Err(PlayError::NotHere);
    }
    match event {
        Event::TookBack { .. } => return practice::take_back(play, at),
        Event::Paused { .. } => return practice::pause(play, at),
        Event::Resumed { .. } => return practice::resume(play, at),
        _ if play.paused.is_some() => return Err(PlayError::IsPaused),
        _ => {}
    }
    let late = play.deadline(scenario).is_some_and(|deadline| at > deadline);
    let or_else = node.within.as_ref().and_then(|within| within.or_else);
    if late
        && play.mode == Mode::Assessed
        && let Some(target) = or_else
    {
        return Turn {
            scenario,
            play,
            at,
            in_time: false,
        }
        .to(target, Did::Nothing);
    }
    Turn {
        scenario,
        play,
        at,
        in_time: !late,
    }
    .take(node, event)
}

/// An event that counts as what it is.
struct Turn<'a> {
    scenario: &'a Scenario,
    play: &'a Play,
    at: Moment,
    in_time: bool,
}

impl Turn<'_> {
    fn take(&self, node: &Node, event: &Event) -> Result<Play, PlayError> {
        match (event, &node.exit) {
            // Without `else` nothing happens but that the answer, when it comes, is late.
            (Event::TimedOut { .. }, _) if self.in_time => Err(PlayError::NotTimedOut),
            (Event::TimedOut { .. }, _) => Ok(self.play.clone()),
            (Event::Chose { choice, .. }, Exit::Choices(choices)) => {
                let taken = choices.get(*choice).ok_or(PlayError::NoSuchChoice)?;
                self.choose(*choice, taken)
            }
            (Event::Replied { text, .. }, Exit::Reply(reply)) => {
                if text.trim().is_empty() {
                    return Err(PlayError::Empty);
                }
                if text.chars().count() > reply.max as usize {
                    return Err(PlayError::TooLong { max: reply.max });
                }
                self.to(reply.to, Did::Replied(self.play.replies().len()))
            }
            (Event::Spoke { .. }, Exit::Reply(reply)) if self.scenario.can_be_spoken() => {
                self.to(reply.to, Did::Replied(self.play.replies().len()))
            }
            (Event::Went { .. }, Exit::Go(go)) => self.to(go.target, Did::Went),
            _ => Err(PlayError::NotThisWay),
        }
    }

    fn choose(&self, at: usize, choice: &Choice) -> Result<Play, PlayError> {
        if !choice.is_visible(&self.play.vars) {
            return Err(PlayError::Hidden);
        }
        let did = Did::Chose(at);
        let mut play = self.to(choice.target, did)?;
        play.vars = choice.changed(self.scenario, &play.vars);
        let node = self.play.node;
        if self.play.taken_back.contains(&node) {
            return Ok(play);
        }
        for (criterion, points) in choice.earns() {
            earn(&mut play, criterion, points);
        }
        play.mistakes
            .extend(choice.critical.iter().map(|critical| Mistake {
                node,
                did,
                critical: *critical,
            }));
        Ok(play)
    }

    /// Goes on to a node, and earns what being in time earns.
    fn to(&self, target: usize, did: Did) -> Result<Play, PlayError> {
        if target >= self.scenario.nodes.len() {
            return Err(PlayError::Nowhere);
        }
        let mut play = self.play.clone();
        let timed = self
            .scenario
            .nodes
            .get(play.node)
            .is_some_and(|node| node.within.is_some());
        if self.in_time
            && timed
            && !play.taken_back.contains(&play.node)
            && let Some(timely) = self.scenario.timely()
        {
            earn(&mut play, timely, 1);
        }
        play.behind.push(Behind {
            step: play.steps.len(),
            node: play.node,
            vars: play.vars.clone(),
        });
        play.steps.push(Taken {
            node: play.node,
            did,
            at: self.at,
            in_time: self.in_time,
        });
        play.node = target;
        play.since = self.at;
        Ok(play)
    }
}

fn earn(play: &mut Play, criterion: usize, points: u32) {
    if let Some(earned) = play.earned.get_mut(criterion) {
        *earned = earned.saturating_add(points);
    }
}

/// The play after all events, from its beginning.
///
/// # Errors
/// At the first event that cannot happen.
pub fn replay<'e>(
    scenario: &Scenario,
    mode: Mode,
    begun: Moment,
    events: impl IntoIterator<Item = &'e Event>,
) -> Result<Play, PlayError> {
    go_on(scenario, Play::begin(scenario, mode, begun), events)
}

/// The play after further events.
///
/// # Errors
/// At the first event that cannot happen.
pub fn go_on<'e>(
    scenario: &Scenario,
    play: Play,
    events: impl IntoIterator<Item = &'e Event>,
) -> Result<Play, PlayError> {
    events
        .into_iter()
        .try_fold(play, |play, event| apply(scenario, &play, event))
}
