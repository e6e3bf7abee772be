//! A role-play as a drawing: nodes in layers from the start down, and what there is to say about them.

use domain::scenario::{
    Exit, Scenario,
    map::{Layers, Way, ways},
};
use leptos::prelude::*;

use crate::ui::Scroll;

/// A node's box.
const WIDE: usize = 132;
const HIGH: usize = 40;
/// From one node's left edge to the next one's.
const COLUMN: usize = WIDE + 28;
/// From one layer's upper edge to the next one's.
const LAYER: usize = HIGH + 56;
/// Around everything.
const MARGIN: usize = 12;
/// The longest id that fits its box.
const LETTERS: usize = 17;

/// What is drawn upon the map.
pub(super) struct Overlay<'a> {
    /// What the map is, for those who do not see it.
    pub(super) label: String,
    /// What the lines and marks mean.
    pub(super) caption: String,
    /// How many went a way out of a node, and of how many; the more, the thicker.
    pub(super) taken: &'a dyn Fn(usize, Way) -> (usize, usize),
    /// What is wrong at a node: the kind of mark, and words that stand beside its name.
    pub(super) mark: &'a dyn Fn(usize) -> Option<(&'static str, String)>,
}

/// The drawing; wide ones scroll in their own frame.
pub(super) fn drawing(scenario: &Scenario, overlay: Overlay<'_>) -> AnyView {
    let layers = Layers::of(scenario);
    let width = 2 * MARGIN + layers.widest().max(1) * COLUMN - 28;
    let height = 2 * MARGIN + layers.0.len().max(1) * LAYER - 56;
    let place = |node: usize| {
        let (layer, at) = layers.place(node)?;
        let row = layers.0.get(layer)?.len();
        let indent = (layers.widest() - row) * COLUMN / 2;
        Some((MARGIN + indent + at * COLUMN, MARGIN + layer * LAYER))
    };
    let edges: Vec<_> = (0..scenario.nodes.len())
        .flat_map(|node| {
            ways(scenario, node)
                .into_iter()
                .map(move |(way, target)| (node, way, target))
        })
        .filter_map(|(node, way, target)| {
            let ways = ways(scenario, node);
            let nth = ways.iter().position(|(known, _)| *known == way)?;
            let taken = (overlay.taken)(node, way);
            Some(edge(place(node)?, place(target)?, (nth, ways.len()), taken))
        })
        .collect();
    let nodes: Vec<_> = scenario
        .nodes
        .iter()
        .enumerate()
        .filter_map(|(at, node)| {
            let kind = match node.exit {
                Exit::End(true) => Some("pass"),
                Exit::End(false) => Some("fail"),
                _ => None,
            };
            Some(node_box(place(at)?, &node.id, kind, (overlay.mark)(at)))
        })
        .collect();
    let (label, caption) = (overlay.label, overlay.caption);
    view! {
        <figure class="chart">
            <Scroll label=label.clone()>
                <svg
                    class="map"
                    viewBox=format!("0 0 {width} {height}")
                    width=width
                    height=height
                    role="img"
                    aria-label=label
                >
                    {edges}
                    {nodes}
                </svg>
            </Scroll>
            <figcaption>{caption}</figcaption>
        </figure>
    }
    .into_any()
}

/// A way from a box to a box, the `nth` of so many, as thick as the share of plays that `taken` it, with their number.
fn edge(
    (from_x, from_y): (usize, usize),
    (to_x, to_y): (usize, usize),
    (nth, of): (usize, usize),
    (taken, plays): (usize, usize),
) -> AnyView {
    let start_x = from_x + WIDE * (nth + 1) / (of + 1);
    let (start_y, end_x) = (from_y + HIGH, to_x + WIDE / 2);
    let bend = LAYER / 2;
    // A way back up goes around below and above the boxes.
    let path = format!(
        "M{start_x} {start_y} C{start_x} {} {end_x} {} {end_x} {to_y}",
        start_y + bend,
        to_y.saturating_sub(bend)
    );
    let thickness = 1 + 5 * taken / plays.max(1);
    let number = (taken > 0).then(|| {
        view! { <text x=start_x + 4 y=start_y + 14>{taken}</text> }
    });
    view! {
        <path class="map-way" d=path stroke-width=thickness data-taken=(taken > 0).then_some("")></path>
        {number}
    }
    .into_any()
}

fn node_box(
    (x, y): (usize, usize),
    id: &str,
    kind: Option<&'static str>,
    mark: Option<(&'static str, String)>,
) -> AnyView {
    let shown: String = if id.chars().count() > LETTERS {
        id.chars().take(LETTERS - 1).chain(['…']).collect()
    } else {
        id.to_owned()
    };
    let (mark, words) = mark.unzip();
    let words = words.filter(|words| !words.is_empty()).map(|words| {
        view! {
            <text class="map-note" data-mark=mark x=x + WIDE / 2 y=y + HIGH - 6 text-anchor="middle">{words}</text>
        }
    });
    let name = y + if words.is_some() {
        HIGH / 2 - 2
    } else {
        HIGH / 2 + 5
    };
    view! {
        <g>
            <rect
                class="map-node"
                x=x
                y=y
                width=WIDE
                height=HIGH
                rx="8"
                data-kind=kind
                data-mark=mark
            ></rect>
            <text class="map-name" x=x + WIDE / 2 y=name text-anchor="middle">{shown}</text>
            {words}
        </g>
    }
    .into_any()
}
