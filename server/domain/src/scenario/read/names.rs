//! The ids of nodes, and what links that lead nowhere probably mean.

use super::super::faults::ScenarioFault;
use super::super::model::Doubt;
use super::Reader;
use crate::content::faults::hint;
use crate::content::front::{At, Fields, is_id};
use crate::content::problem::nearest;
use crate::content::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How many nodes are named where none is near to what was written.
const NAMED: usize = 6;

/// What stands for the node that a link cannot be told to lead to.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The nodes' ids, as written.
    pub(super) nodes: Vec<String>,
    /// Other names by which links call nodes whose heading is no id: that is reported once, at the heading.
    called: BTreeMap<String, usize>,
}

impl Names {
    /// The names of nodes; `body` is all that can mention them, `start` what the front matter calls the first.
    pub(super) fn of(nodes: Vec<String>, body: &str, start: Option<&str>) -> Self {
        let mut bad: Vec<usize> = (0..nodes.len()).filter(|at| !is_id(&nodes[*at])).collect();
        if bad.is_empty() {
            return Self {
                nodes,
                called: BTreeMap::new(),
            };
        }
        let used: BTreeSet<&str> = mentions(body).chain(start).collect();
        let known: BTreeSet<&str> = nodes.iter().map(String::as_str).collect();
        let mut unknown: BTreeSet<&str> = used.difference(&known).copied().collect();
        let mut called = BTreeMap::new();
        bad.retain(|at| {
            let slug = slug(&nodes[*at]);
            let is_meant = unknown.remove(slug.as_str());
            if is_meant {
                called.insert(slug, *at);
            }
            !is_meant && !used.contains(nodes[*at].as_str())
        });
        if let (Some(only), [at], 1) = (unknown.first(), bad.as_slice(), unknown.len()) {
            called.insert((*only).to_owned(), *at);
        }
        Self { nodes, called }
    }

    /// The node of this name.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let known = self.nodes.iter().position(|node| node == id);
        known.or_else(|| self.called.get(id).copied())
    }

    /// The node of the nearest name, and what to say about a name that is none.
    pub(super) fn guess(&self, id: &str) -> (Option<usize>, String, String) {
        let known = || self.nodes.iter().map(String::as_str).filter(|node| is_id(node));
        if let Some(near) = nearest(id, known()) {
            let (hint_en, hint_zh) = hint(id, [near]);
            return (self.find(near), hint_en, hint_zh);
        }
        if known().next().is_none() {
            return Default::default();
        }
        let list: Vec<&str> = known().take(NAMED).collect();
        let more = if known().nth(NAMED).is_some() { ", …" } else { "" };
        let list = format!("{}{more}", list.join(", "));
        (
            None,
            format!("nodes here: {list}"),
            format!("这里的节点有：{list}"),
        )
    }
}

/// The ids that links, limits and reply blocks lead to.
fn mentions(body: &str) -> impl Iterator<Item = &str> {
    let marks = body.match_indices('#').filter(|(at, _)| {
        let before = body[..*at].chars().next_back();
        before.is_some_and(|c| matches!(c, '(' | ' ' | ':'))
    });
    let ids = marks.map(|(at, _)| {
        let rest = &body[at + 1..];
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '`' | '#'));
        &rest[..end.unwrap_or(rest.len())]
    });
    ids.filter(|id| !id.is_empty())
}

/// A heading as the id it would be.
fn slug(heading: &str) -> String {
    let plain = heading.trim().trim_end_matches([':', '：']).to_lowercase();
    plain.replace(|c: char| c.is_whitespace() || c == '_', "-")
}

impl Reader<'_, '_, '_> {
    /// The place of a node that is no node.
    pub(super) fn nowhere(&self) -> usize {
        self.names.nodes.len()
    }

    /// Reads a link's target, `#node`.
    pub(super) fn target(&mut self, link: &str, span: Span) -> usize {
        match link.strip_prefix('#') {
            Some(id) if !id.is_empty() => {
                if let Some(at) = self.names.find(id) {
                    return at;
                }
                let (near, hint_en, hint_zh) = self.names.guess(id);
                let id = id.to_owned();
                let fault = ScenarioFault::UnknownTarget { id, hint_en, hint_zh };
                self.reject(span, &fault, &[Doubt::Target(near)]);
            }
            _ => {
                let meant = self.names.find(link);
                let target = link.to_owned();
                self.reject(
                    span,
                    &ScenarioFault::BadTarget { target },
                    &[Doubt::Target(meant)],
                );
            }
        }
        self.nowhere()
    }

    /// Reads which node is the first.
    pub(super) fn start(&mut self, fields: &Fields<'_>) -> usize {
        if fields.get("start").is_none() {
            self.report(fields.place(), &ScenarioFault::NoStart {});
        }
        let written = fields.text("start", &mut self.reading.problems);
        let found = written.as_ref().and_then(|id| self.names.find(&id.value));
        if let (Some(At { value: id, span }), None) = (written, found) {
            let (_, hint_en, hint_zh) = self.names.guess(&id);
            self.report(span, &ScenarioFault::UnknownTarget { id, hint_en, hint_zh });
        }
        self.notes.doubts.start = found.is_none();
        found.unwrap_or(self.nowhere())
    }
}
