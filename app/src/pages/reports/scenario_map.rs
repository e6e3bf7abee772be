//! A role-play as a drawing: nodes in layers from the start down, and how many people went each way.

use domain::scenario::{
    Exit, Scenario,
    map::{Layers, ways},
    traffic::Traffic,
};
use leptos::prelude::*;

use crate::{t, texts::Texts, ui::Scroll};

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

/// The drawing; wide ones scroll in their own frame.
pub(super) fn drawing(texts: Texts, scenario: &Scenario, traffic: &Traffic) -> AnyView {
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
            let taken = traffic.taken(node, way);
            Some(edge(
                place(node)?,
                place(target)?,
                (nth, ways.len()),
                (taken, traffic.plays),
            ))
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
            let critical = traffic.nodes.get(at).is_some_and(|stop| stop.critical > 0);
            Some(node_box(place(at)?, &node.id, kind, critical))
        })
        .collect();
    let label = t!(texts, "traffic-map-label", n = traffic.plays);
    view! {
        <figure class="chart">
            <Scroll label=t!(texts, "traffic-map")>
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
            <figcaption>{t!(texts, "traffic-map-caption")}</figcaption>
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

fn node_box((x, y): (usize, usize), id: &str, kind: Option<&'static str>, critical: bool) -> AnyView {
    let shown: String = if id.chars().count() > LETTERS {
        id.chars().take(LETTERS - 1).chain(['…']).collect()
    } else {
        id.to_owned()
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
                data-critical=critical.then_some("")
            ></rect>
            <text class="map-name" x=x + WIDE / 2 y=y + HIGH / 2 + 5 text-anchor="middle">{shown}</text>
        </g>
    }
    .into_any()
}
