//! A scenario as it stands in a content folder, mistakes and all, and which of its nodes a problem is about.

use super::model::Scenario;
use crate::content::problem::Problem;
use crate::content::source::Source;

/// A scenario of a folder, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What could be read; ways that lead nowhere are among it.
    pub scenario: Scenario,
    /// Its path without `.md`.
    stem: String,
    /// The line of each node's heading, from 1.
    lines: Vec<usize>,
}

impl Draft {
    pub(crate) fn of(scenario: &Scenario, source: &Source) -> Self {
        let line = |node: &super::model::Node| source.position(node.place.start).line;
        Self {
            scenario: scenario.clone(),
            stem: source.path.trim_end_matches(".md").to_owned(),
            lines: scenario.nodes.iter().map(line).collect(),
        }
    }

    /// Whether a problem is about it, in the default language or in a translation.
    #[must_use]
    pub fn has(&self, problem: &Problem) -> bool {
        let rest = problem.file.strip_prefix(&self.stem);
        rest.is_some_and(|rest| rest == ".md" || self.is_translation(rest))
    }

    /// The node in whose text a problem of the default language stands; none above the first node, and for others.
    #[must_use]
    pub fn node_of(&self, problem: &Problem) -> Option<usize> {
        let is_default = problem.file.strip_prefix(&self.stem) == Some(".md");
        let before = self.lines.partition_point(|line| *line <= problem.line);
        before.checked_sub(1).filter(|_| is_default)
    }

    fn is_translation(&self, rest: &str) -> bool {
        let lang = rest.strip_prefix('.').and_then(|rest| rest.strip_suffix(".md"));
        lang.is_some_and(|lang| !lang.is_empty() && !lang.contains(['.', '/']))
    }
}
