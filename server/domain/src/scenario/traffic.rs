//! How people went through a scenario: which answer was given how often, where it took long, where critical errors were
//! made. Over plays that ended, of one version; no names.

use super::map::Way;
use super::measure;
use super::model::{Exit, Scenario};
use super::play::{Did, Play};

/// What happened at each node, in the order of the scenario's nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traffic {
    /// How many plays it is over.
    pub plays: usize,
    /// Each node.
    pub nodes: Vec<Stop>,
}

/// What happened at one node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stop {
    /// How often it was left; an end is left never, and counts how often it was reached.
    pub visits: usize,
    /// How often in which way, in the order of [`super::map::ways`]; the last is the time running out, where it leads on.
    pub ways: Vec<(Way, usize)>,
    /// How many answers were late.
    pub late: usize,
    /// How many critical errors were made there.
    pub critical: usize,
    /// The middle of the times it took, in whole seconds, the earlier one of two middles.
    pub median_seconds: Option<i64>,
}

/// A play, and what raters found in it.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'p> {
    /// The play.
    pub play: &'p Play,
    /// The replies that count as critical errors, counted from 0.
    pub banned: &'p [usize],
}

impl<'p> From<&'p Play> for Walk<'p> {
    fn from(play: &'p Play) -> Self {
        Self { play, banned: &[] }
    }
}

impl Traffic {
    /// Counts plays of this scenario; a play that was not of it counts where its steps fit.
    #[must_use]
    pub fn of<'p>(scenario: &Scenario, walks: impl IntoIterator<Item = impl Into<Walk<'p>>>) -> Self {
        let mut nodes: Vec<Stop> = (0..scenario.nodes.len())
            .map(|node| Stop {
                ways: super::map::ways(scenario, node)
                    .into_iter()
                    .map(|(way, _)| (way, 0))
                    .collect(),
                ..Stop::default()
            })
            .collect();
        let mut seconds: Vec<Vec<i64>> = vec![Vec::new(); nodes.len()];
        let mut count = 0;
        for walk in walks {
            let Walk { play, banned } = walk.into();
            count += 1;
            for (step, took) in play.steps.iter().zip(measure::seconds(play)) {
                if let Some((stop, took)) = nodes.get_mut(step.node).zip(took) {
                    stop.add(way(step.did));
                    stop.late += usize::from(!step.in_time);
                    seconds[step.node].push(took);
                }
            }
            let replies = play.replies();
            let said = banned.iter().filter_map(|reply| replies.get(*reply).copied());
            for node in play.mistakes.iter().map(|mistake| mistake.node).chain(said) {
                if let Some(stop) = nodes.get_mut(node) {
                    stop.critical += 1;
                }
            }
            let is_end =
                |at: usize| matches!(scenario.nodes.get(at).map(|node| &node.exit), Some(Exit::End(_)));
            if let Some(end) = nodes.get_mut(play.node).filter(|_| is_end(play.node)) {
                end.visits += 1;
            }
        }
        for (stop, mut seconds) in nodes.iter_mut().zip(seconds) {
            seconds.sort_unstable();
            stop.median_seconds = seconds.get(seconds.len().saturating_sub(1) / 2).copied();
        }
        Self { plays: count, nodes }
    }

    /// How often a way out of a node was taken.
    #[must_use]
    pub fn taken(&self, node: usize, way: Way) -> usize {
        let ways = self.nodes.get(node).map_or(&[][..], |stop| &stop.ways);
        ways.iter()
            .find(|(known, _)| *known == way)
            .map_or(0, |(_, count)| *count)
    }
}

impl Stop {
    fn add(&mut self, way: Way) {
        self.visits += 1;
        if let Some((_, count)) = self.ways.iter_mut().find(|(known, _)| *known == way) {
            *count += 1;
        }
    }
}

fn way(did: Did) -> Way {
    match did {
        // More choices than fit make no file of 512 KiB.
        Did::Chose(at) => Way::Choice(u32::try_from(at).unwrap_or(u32::MAX)),
        Did::Nothing => Way::TimeOut,
        _ => Way::On,
    }
}
