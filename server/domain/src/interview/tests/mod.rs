//! Interview kits as a whole: reading, and what ratings make of them.

mod reading;
mod scoring;

use super::model::Kit;
use crate::content::body::Paths;
use crate::content::doc::{Doc, Reading};
use crate::content::front;
use crate::content::problem::{Problem, Problems, Severity};
use crate::content::source::Source;
use crate::content::yaml;
use crate::lang::Lang;

/// The kit of the content formats and its translation.
const EXAMPLE: &str = include_str!("../../../tests/planted/base/interviews/service-kit.md");
const ENGLISH: &str = include_str!("../../../tests/planted/base/interviews/service-kit.en.md");

fn with_doc<T>(
    text: &str,
    lang: &Lang,
    work: impl FnOnce(&Doc<'_>, &mut Reading<'_>) -> T,
) -> (Option<T>, Vec<Problem>) {
    let source = Source::plain("interviews/x.md", text.to_owned());
    let paths = Paths::new();
    let mut reading = Reading {
        paths: &paths,
        problems: Problems::default(),
        references: Vec::new(),
    };
    let halves = front::split(&source, &mut reading.problems);
    let done = halves.and_then(|halves| {
        let front = yaml::parse(&source, halves.front, &mut reading.problems)?;
        let translation = *lang != Lang::chinese();
        let doc = Doc {
            source: &source,
            id: "x",
            lang,
            translation,
            front: &front,
            body: halves.body,
        };
        Some(work(&doc, &mut reading))
    });
    (done, reading.problems.sorted())
}

fn check(text: &str) -> (Option<Kit>, Vec<Problem>) {
    let (kit, problems) = with_doc(text, &Lang::chinese(), super::read);
    (kit.flatten(), problems)
}

/// A kit that has no mistake.
fn sound(text: &str) -> Kit {
    let (kit, problems) = check(text);
    assert!(problems.is_empty(), "{problems:#?}");
    kit.expect("a kit")
}

/// What is wrong, a line each.
fn said(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let mark = if problem.severity == Severity::Error {
            ""
        } else {
            "? "
        };
        format!(
            "{mark}{}:{} {}: {}",
            problem.line, problem.column, problem.code, problem.message.en
        )
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}
