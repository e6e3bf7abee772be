//! What is tested of quizzes as a whole: reading with its problems, translating, marking, drawing.

mod behaviours;
mod draw;
mod examples;
mod forms;
mod kinds;
mod mark;
mod navigation;
mod problems;
mod properties;
mod raters;
mod regrade;
mod standing;
mod statistics;
mod translation;

use super::model::Quiz;
use crate::content::body::Paths;
use crate::content::doc::{Doc, Reading};
use crate::content::lesson::{self, Lesson};
use crate::content::problem::{Problems, Severity};
use crate::content::source::Source;
use crate::content::{front, yaml};
use crate::lang::Lang;
use std::collections::BTreeMap;

/// Reads a file with `with`, and says what was found.
pub(super) fn reading<T>(
    path: &str,
    text: &str,
    lang: &Lang,
    with: impl FnOnce(&Doc<'_>, &mut Reading<'_>) -> T,
) -> (Option<T>, String) {
    let mut source = Source::plain(path, text.to_owned());
    let mut problems = Problems::default();
    let standards = BTreeMap::from([("phone-answer".to_owned(), "1 分钟".to_owned())]);
    source.fill_in(&standards, &mut problems);
    let paths = Paths::new();
    let mut reading = Reading {
        paths: &paths,
        problems,
        references: Vec::new(),
    };
    let read = front::split(&source, &mut reading.problems).and_then(|halves| {
        let front = yaml::parse(&source, halves.front, &mut reading.problems)?;
        let doc = Doc {
            source: &source,
            id: path.trim_start_matches("courses/").trim_end_matches(".md"),
            lang,
            translation: *lang != Lang::chinese(),
            front: &front,
            body: halves.body,
        };
        Some(with(&doc, &mut reading))
    });
    (read, said(reading.problems))
}

/// Problems as lines: place, severity, code and English message.
fn said(problems: Problems) -> String {
    let lines = problems.sorted().into_iter().map(|problem| {
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let words = &problem.message;
        assert!(
            !words.zh.is_empty() && !words.en.is_empty(),
            "words in both languages"
        );
        format!(
            "{}:{} {severity}[{}] {}",
            problem.line, problem.column, problem.code, words.en
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads a quiz file.
pub(super) fn quiz(text: &str) -> (Option<Quiz>, String) {
    let (quiz, said) = reading(
        "courses/phone-service/quiz.md",
        text,
        &Lang::chinese(),
        super::read,
    );
    (quiz.flatten(), said)
}

/// Reads a quiz whose front matter, besides format and title, is `front`, and whose questions are `body`.
///
/// The body begins at line 6.
pub(super) fn quiz_of(front: &str, body: &str) -> (Quiz, String) {
    assert_eq!(front.lines().count().max(1), 1, "the body begins at line 6");
    let front = if front.is_empty() {
        "summary: 一句话"
    } else {
        front
    };
    let (quiz, said) = quiz(&format!("---\nformat: quiz/1\ntitle: 测验\n{front}\n---\n{body}"));
    (quiz.expect("front matter that reads"), said)
}

/// Reads a lesson file.
pub(super) fn lesson(text: &str) -> (Option<Lesson>, String) {
    let (lesson, said) = reading(
        "courses/phone-service/greeting.md",
        text,
        &Lang::chinese(),
        lesson::read,
    );
    (lesson.flatten(), said)
}
