//! Scenarios as a whole: reading, proving, playing and scoring together.

mod better;
mod brute;
mod decimals;
mod doubts;
mod draft;
mod example;
mod folds;
mod hint;
mod mutations;
mod own;
mod pace;
mod plays;
mod practice;
mod random;
mod reading;
mod sitting;
mod slips;
mod spoken;
mod traffic;
mod translations;

use super::model::Scenario;
use super::play::Event;
use super::prove::prove;
use crate::content::body::Paths;
use crate::content::doc::{Doc, Head, Reading};
use crate::content::front;
use crate::content::library::Shelf;
use crate::content::phrases::{Phrase, Phrases};
use crate::content::problem::{Problem, Problems, Severity};
use crate::content::source::Source;
use crate::content::yaml;
use crate::hash::Hash;
use crate::lang::{Lang, Text};
use crate::time::Moment;

/// The scenario of the content formats.
const EXAMPLE: &str = include_str!("../../../tests/planted/base/scenarios/late-delivery.md");

/// A small scenario without a mistake, for others to change.
const SMALL: &str = "---
format: scenario/1
title: 新场景
start: a
pass: 60
criteria:
  care: { title: 关怀, weight: 1, max: 2 }
vars:
  mood: { min: 0, max: 3, start: 1 }
---

## a

> **客户**：你好。

- [您好，请讲。](#b) `care +1`
- [说吧说吧，我这边很忙的。](#b) `mood +2`
  > 太急了。

## b

> **客户**：我的包裹丢了。

- [你自己找。](#z)
  > 推给了客户。
- [我用您的电话号码帮您查。](#z) `care +1`

## z

**End:** pass
";

/// So many seconds after the beginning.
fn at(seconds: i64) -> Moment {
    Moment(0).plus_seconds(seconds)
}

/// A choice taken at a node, so many seconds after the beginning.
fn chose(node: usize, choice: usize, seconds: i64) -> Event {
    Event::Chose {
        node,
        choice,
        at: at(seconds),
    }
}

/// The small scenario with one text replaced.
fn small(old: &str, new: &str) -> String {
    assert_eq!(SMALL.matches(old).count(), 1, "{old} occurs once");
    SMALL.replace(old, new)
}

fn with_doc<T>(
    path: &str,
    text: &str,
    lang: &Lang,
    work: impl FnOnce(&Doc<'_>, &mut Reading<'_>) -> T,
) -> (Option<T>, Problems) {
    let source = Source::plain(path, text.to_owned());
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
    (done, reading.problems)
}

fn forbidden() -> Shelf<Phrases> {
    let head = Head {
        id: "forbidden".to_owned(),
        version: Hash::of(b""),
        title: Text::new("服务忌语"),
        languages: vec![Lang::chinese(), Lang::english()],
    };
    let phrase = |text: &str, except: &[&str]| Phrase {
        text: text.to_owned(),
        except: except.iter().map(|&text| text.to_owned()).collect(),
    };
    let chinese = vec![phrase("不归我管", &[]), phrase("不知道", &["您可能不知道"])];
    let items = vec![
        (Lang::chinese(), chinese),
        (Lang::english(), vec![phrase("not my job", &[])]),
    ];
    Shelf::from([(
        "forbidden".to_owned(),
        Phrases {
            head,
            forbidden: true,
            items,
        },
    )])
}

/// Reads and proves a scenario.
fn check(text: &str) -> (Option<Scenario>, Vec<Problem>) {
    let (scenario, mut problems) = with_doc("scenarios/x.md", text, &Lang::chinese(), super::read);
    let scenario = scenario.flatten();
    if let Some(scenario) = &scenario {
        let source = Source::plain("scenarios/x.md", text.to_owned());
        prove(&source, scenario, &forbidden(), &mut problems);
    }
    (scenario, problems.sorted())
}

/// A scenario that has no mistake.
fn sound(text: &str) -> Scenario {
    let (scenario, problems) = check(text);
    assert!(problems.is_empty(), "{problems:#?}");
    scenario.expect("a scenario")
}

/// What is wrong, a line each: line, column, code, message.
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

/// What is wrong with a scenario.
fn wrong(text: &str) -> String {
    said(&check(text).1)
}
