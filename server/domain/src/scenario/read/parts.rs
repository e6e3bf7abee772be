//! The parts of a body: the nodes and, under `## Tests`, the tests. Slips in the marks that tell them apart are reported and
//! read as what they mean, so that one of them does not hide the rest of the file.

use super::super::faults::{ScenarioFault, TestFault};
use super::lines::is_line;
use super::node::node_link;
use crate::content::doc::{Doc, Reading};
use crate::content::front::is_id;
use crate::content::markdown::{Block, BlockKind, Inline, InlineKind, Item, parse, plain};
use crate::content::source::Span;

/// What the heading above the tests says.
const TESTS: &str = "Tests";
/// What it says when it is written by ear, in lower case and without a colon.
const LIKE_TESTS: [&str; 4] = ["tests", "test", "测试", "测试用例"];

/// The blocks of the nodes, and those of the tests with their heading.
pub(super) fn of(doc: &Doc<'_>, reading: &mut Reading<'_>) -> (Vec<Block>, Vec<Block>) {
    let mut blocks = closed(doc, reading);
    for block in &mut blocks {
        if let Some(id) = heading_without_space(doc, block) {
            let kind = InlineKind::Text(id.clone());
            let span = block.span.clone();
            reading.report(doc, span.clone(), &ScenarioFault::HeadingSpace { id });
            block.kind = BlockKind::Heading(2, vec![Inline { span, kind }]);
        }
    }
    let mut inside = false;
    let mut parts = (Vec::new(), Vec::new());
    let mut blocks = blocks.into_iter().peekable();
    while let Some(mut block) = blocks.next() {
        if let BlockKind::Heading(level, inlines) = &mut block.kind {
            let text = plain(inlines);
            let is_tests = *level == 2 && text == TESTS;
            if !is_tests && is_like_tests(doc, &text, blocks.peek()) {
                let written = doc.source.text[block.span.clone()].lines().next();
                let heading = written.unwrap_or_default().trim().to_owned();
                reading.report(doc, block.span.clone(), &TestFault::Heading { heading });
                block.kind = BlockKind::Heading(2, Vec::new());
                inside = true;
            } else if *level == 2 {
                inside = is_tests;
            }
        }
        if inside { &mut parts.1 } else { &mut parts.0 }.push(block);
    }
    parts
}

/// The blocks of a body. A reply block that does not end would swallow what follows: it ends before the first line that
/// cannot be one of its own.
fn closed(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Vec<Block> {
    let text = &doc.source.text;
    let mut blocks = doc.blocks();
    let mut done = Vec::new();
    loop {
        let ends = blocks.iter_mut().enumerate();
        let open = ends
            .filter_map(|(at, block)| Some((at, open_reply(text, block)?)))
            .next();
        let Some((at, (fence, rest))) = open else {
            done.append(&mut blocks);
            return done;
        };
        done.extend(blocks.drain(..=at));
        reading.report(doc, fence, &ScenarioFault::OpenReply {});
        blocks = parse(text, rest..doc.body.end);
    }
}

/// Ends a reply block that does not end itself; says where its fence is and what stands behind it, if anything does.
fn open_reply(text: &str, block: &mut Block) -> Option<(Span, usize)> {
    let BlockKind::Code(info, code, span) = &mut block.kind else {
        return None;
    };
    let fence = block.span.start..span.start;
    let written = text[fence.clone()].trim();
    let mark = written.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = written.chars().take_while(|c| *c == mark).count();
    let last = text[span.start..block.span.end.max(span.start)]
        .lines()
        .last()?
        .trim();
    let ends = last.chars().count() >= length && last.chars().all(|c| c == mark);
    // A fence further down may be that of another block.
    let swallows = code
        .lines()
        .any(|line| line.starts_with("## ") || line.starts_with("```"));
    if (ends && !swallows) || info.trim() != "reply" {
        return None;
    }
    let mut end = span.start;
    for line in text[span.clone()].split_inclusive('\n') {
        if !is_line(line) {
            let rest = if line.trim().trim_matches(['`', '~']).is_empty() {
                end + line.len()
            } else {
                end
            };
            span.end = end;
            block.span.end = end;
            *code = text[span.clone()].to_owned();
            return (!text[rest..].trim().is_empty()).then_some((fence, rest));
        }
        end += line.len();
    }
    None
}

/// The id in `##id`, which is no heading without a space, where links lead to it.
fn heading_without_space(doc: &Doc<'_>, block: &Block) -> Option<String> {
    let BlockKind::Paragraph(_) = block.kind else {
        return None;
    };
    let text = &doc.source.text;
    let written = &text[block.span.clone()];
    let id = written
        .strip_prefix("##")
        .or_else(|| written.strip_prefix("＃＃"))?
        .trim();
    let is_meant = || {
        let body = &text[doc.body.clone()];
        let is_first = text[..doc.body.start].contains(&format!("\nstart: {id}\n"));
        let links = [format!("(#{id})"), format!("else #{id}`"), format!("to: #{id}\n")];
        is_first || links.iter().any(|link| body.contains(link))
    };
    (is_id(id) && is_meant()).then(|| id.to_owned())
}

/// Whether a heading is meant to stand above the tests: it nearly says so, and tests follow.
fn is_like_tests(doc: &Doc<'_>, heading: &str, next: Option<&Block>) -> bool {
    let said = heading.trim_end_matches([':', '：']).trim().to_lowercase();
    let is_test = |item: &Item| {
        let written = &doc.source.text[item.span.clone()];
        node_link(item).is_none() && (written.contains('→') || written.contains("->"))
    };
    let tests = next
        .is_some_and(|block| matches!(&block.kind, BlockKind::List(_, items) if items.iter().all(is_test)));
    tests && LIKE_TESTS.contains(&said.as_str())
}
