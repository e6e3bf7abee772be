//! Playing a scenario: a pure fold over events. The server keeps the events and decides the times.

use super::model::{Bound, Choice, Condition, Critical, Effect, Exit, Node, Scenario};
use crate::time::Moment;

/// Something a player did, or that happened to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Took a choice.
    Chose {
        /// The node it was taken at.
        node: usize,
        /// Which one, counted from 0 as written, hidden ones included.
        choice: usize,
        /// When the server heard of it.
        at: Moment,
    },
    /// Typed a reply.
    Replied {
        /// The node it was typed at.
        node: usize,
        /// What was typed.
        text: String,
        /// When the server heard of it.
        at: Moment,
    },
    /// Took the one way on.
    Went {
        /// The node it was taken at.
        node: usize,
        /// When the server heard of it.
        at: Moment,
    },
    /// Let the time run out.
    TimedOut {
        /// The node at which it ran out.
        node: usize,
        /// When the server heard of it.
        at: Moment,
    },
}

/// Where a play stands. The same events always lead to the same play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Play {
    /// The node that is shown.
    pub node: usize,
    /// Since when: the beginning of its time.
    pub since: Moment,
    /// The value of every variable.
    pub vars: Vec<i32>,
    /// The points of every criterion, without those that raters give.
    pub earned: Vec<u32>,
    /// What was done, in order.
    pub steps: Vec<Taken>,
    /// The critical errors made, in order; those in replies wait for a rater.
    pub mistakes: Vec<Mistake>,
}

/// A step that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The node.
    pub node: usize,
    /// What was done there.
    pub did: Did,
    /// When.
    pub at: Moment,
    /// Whether it was in time; always, when there is no limit.
    pub in_time: bool,
}

/// What was done at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// Took this choice.
    Chose(usize),
    /// Typed the play's so-manieth reply, counted from 0.
    Replied(usize),
    /// Took the one way on.
    Went,
    /// Nothing before the time had run out; a late answer is the same.
    Nothing,
}

/// A critical error and the step that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The node.
    pub node: usize,
    /// What was done there.
    pub did: Did,
    /// Whom it hurts.
    pub critical: Critical,
}

/// Why an event cannot happen in a play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlayError {
    /// The play is over.
    #[error("the play is over")]
    Finished,
    /// The event is about a node that is not shown, such as a form that was sent twice.
    #[error("another node is shown")]
    NotHere,
    /// The node does not go on in this way.
    #[error("the node does not go on in this way")]
    NotThisWay,
    /// There is no such choice.
    #[error("there is no such choice")]
    NoSuchChoice,
    /// The choice is hidden in this state.
    #[error("the choice is hidden")]
    Hidden,
    /// The reply has no words.
    #[error("the reply is empty")]
    Empty,
    /// The reply has more characters than it may.
    #[error("the reply has more than {max} characters")]
    TooLong {
        /// How many it may have.
        max: u32,
    },
    /// The node has no limit, or its time has not run out.
    #[error("the time has not run out")]
    NotTimedOut,
    /// The scenario has errors: a target does not exist.
    #[error("the way leads nowhere")]
    Nowhere,
}

impl Play {
    /// A play at its beginning.
    #[must_use]
    pub fn begin(scenario: &Scenario, at: Moment) -> Self {
        Self {
            node: scenario.start,
            since: at,
            vars: scenario.vars.iter().map(|var| var.start).collect(),
            earned: vec![0; scenario.criteria.len()],
            steps: Vec::new(),
            mistakes: Vec::new(),
        }
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

    /// The node of every reply typed so far.
    #[must_use]
    pub fn replies(&self) -> Vec<usize> {
        let replied = self
            .steps
            .iter()
            .filter(|step| matches!(step.did, Did::Replied(_)));
        replied.map(|step| step.node).collect()
    }

    /// The moment after which an answer at the shown node is late.
    #[must_use]
    pub fn deadline(&self, scenario: &Scenario) -> Option<Moment> {
        let within = scenario.nodes.get(self.node)?.within.as_ref()?;
        Some(self.since.plus_seconds(i64::from(within.seconds)))
    }
}

impl Choice {
    /// Whether it is shown when the variables have these values.
    #[must_use]
    pub fn is_visible(&self, vars: &[i32]) -> bool {
        self.conditions.iter().all(|condition| condition.holds(vars))
    }

    /// The variables after it was taken: changes clamp at the bounds.
    #[must_use]
    pub fn changed(&self, scenario: &Scenario, vars: &[i32]) -> Vec<i32> {
        let mut vars = vars.to_vec();
        for effect in &self.effects {
            if let Effect::Change { var, by } = *effect
                && let (Some(value), Some(bounds)) = (vars.get_mut(var), scenario.vars.get(var))
            {
                *value = value.saturating_add(by).min(bounds.max).max(bounds.min);
            }
        }
        vars
    }

    /// The points it earns: criteria and how many.
    pub fn earns(&self) -> impl Iterator<Item = (usize, u32)> {
        self.effects.iter().filter_map(|effect| match effect {
            Effect::Earn {
                criterion, points, ..
            } => Some((*criterion, *points)),
            Effect::Change { .. } => None,
        })
    }
}

impl Condition {
    /// Whether it holds when the variables have these values.
    #[must_use]
    pub fn holds(&self, vars: &[i32]) -> bool {
        vars.get(self.var).is_some_and(|value| match self.bound {
            Bound::AtLeast => *value >= self.number,
            Bound::AtMost => *value <= self.number,
        })
    }
}

/// The play after an event.
///
/// A late answer at a node whose limit has an `else` counts as the time having run out.
///
/// # Errors
/// When the event cannot happen in this state; the play stays as it is.
pub fn apply(scenario: &Scenario, play: &Play, event: &Event) -> Result<Play, PlayError> {
    let (at, here) = match *event {
        Event::Chose { node, at, .. }
        | Event::Replied { node, at, .. }
        | Event::Went { node, at }
        | Event::TimedOut { node, at } => (at, node),
    };
    let node = scenario.nodes.get(play.node).ok_or(PlayError::Nowhere)?;
    if matches!(node.exit, Exit::End(_)) {
        return Err(PlayError::Finished);
    }
    if here != play.node {
        return Err(PlayError::NotHere);
    }
    let late = play.deadline(scenario).is_some_and(|deadline| at > deadline);
    let or_else = node.within.as_ref().and_then(|within| within.or_else);
    if late && let Some(target) = or_else {
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
        for (criterion, points) in choice.earns() {
            earn(&mut play, criterion, points);
        }
        play.vars = choice.changed(self.scenario, &play.vars);
        let node = self.play.node;
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
            && let Some(timely) = self.scenario.timely()
        {
            earn(&mut play, timely, 1);
        }
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
    begun: Moment,
    events: impl IntoIterator<Item = &'e Event>,
) -> Result<Play, PlayError> {
    let begin = Play::begin(scenario, begun);
    events
        .into_iter()
        .try_fold(begin, |play, event| apply(scenario, &play, event))
}
