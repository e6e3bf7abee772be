//! A content folder in which everything a learner must not see early bears a mark of its own.
//!
//! A mark in words is `canary-` and what it marks; `canary-en-` in the translation. Weights, points, tolerances and
//! thresholds are figures that stand nowhere else.

use std::{fs, path::Path};

use tempfile::TempDir;

use super::documents::{CHECKLIST, KIT, LESSON, LETTER, POLICY, QUIZ, REVIEW, ROLE, SCENARIO};

/// The figures, and what they are.
pub(super) const FIGURES: [(&str, &str); 13] = [
    ("7315927", "exam-number"),
    ("41.0625", "exam-tolerance"),
    ("7415927", "silent-number"),
    ("42.0625", "silent-tolerance"),
    ("7515927", "check-number"),
    ("43.0625", "check-tolerance"),
    ("615927.25", "scenario-weight"),
    ("\"997\"", "scenario-max"),
    ("+977", "scenario-delta"),
    ("+983", "scenario-variable"),
    ("115927.25", "kit-weight"),
    ("8215927", "kit-threshold"),
    ("325926.25", "review-weight"),
];

/// Everything, in both languages.
pub(crate) fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let exam = quiz(
        "exam",
        "attempts: 2\nshow: { after-submit: [score, own, feedback], after-close: [marks, answers] }",
        ("7315927.25", "41.0625"),
    );
    let silent = quiz("silent", "show: {}", ("7415927.25", "42.0625"));
    let lesson = LESSON
        .replace("NUMBER", "7515927.25")
        .replace("TOLERANCE", "43.0625");
    let course = "---\nformat: course/1\ntitle: 前台\nlessons: [hello]\n---\n";
    let site =
        "---\nformat: site/1\nname: 测试中心\nlanguage: zh-CN\nlanguages: [zh-CN, en]\ntime-zone: UTC\n---\n";
    for (path, text) in [
        ("courses/desk/exam", exam.as_str()),
        ("courses/desk/silent", silent.as_str()),
        ("courses/desk/letter", LETTER),
        ("courses/desk/hello", lesson.as_str()),
        ("scenarios/letter", SCENARIO),
        ("interviews/service-agent", KIT),
        ("reviews/monthly", REVIEW),
    ] {
        write(folder.path(), path, text);
        write(folder.path(), &format!("{path}.en"), &translated(text));
    }
    write(folder.path(), "courses/desk/course", course);
    write(folder.path(), "roles/phone-agent", ROLE);
    write(folder.path(), "policies/secrecy", POLICY);
    write(folder.path(), "checklists/floor", CHECKLIST);
    write(folder.path(), "site", site);
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(format!("{path}.md"));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn quiz(name: &str, rules: &str, (number, tolerance): (&str, &str)) -> String {
    let questions = QUIZ
        .replace('@', name)
        .replace("NUMBER", number)
        .replace("TOLERANCE", tolerance);
    format!("---\nformat: quiz/1\ntitle: 测验 {name}\npass: 50%\n{rules}\n---\n{questions}")
}

/// The translation of a document: ids as they are, no behaviour, every other mark a mark of its own.
fn translated(text: &str) -> String {
    let (front, body) = text[4..].split_once("\n---\n").unwrap();
    let title = front.lines().find(|line| line.starts_with("title")).unwrap();
    let mut english = format!("---\n{}\n{title} en\n", front.lines().next().unwrap());
    english.push_str(&maps(front));
    english.push_str("---\n");
    for line in body.split("\n## Tests").next().unwrap().lines() {
        let fixed = line.starts_with("## ") || line.starts_with("to: ");
        let behaviour = ["rate: ", "max: "].iter().any(|key| line.starts_with(key));
        let chips = line.starts_with('`') && !line.starts_with("```");
        let line = match line.split_once("](#") {
            _ if chips || behaviour => continue,
            // Criterion and level are as they are.
            None if line.starts_with("anchor: ") => {
                let (about, words) = line.rsplit_once(' ').unwrap();
                format!("{about} {}", words.replace("canary-", "canary-en-"))
            }
            Some((text, target)) => {
                let target = target.split(')').next().unwrap_or_default();
                format!("{}](#{target})", text.replace("canary-", "canary-en-"))
            }
            None if fixed => line.to_owned(),
            None => line.replace("[x]", "[ ]").replace("canary-", "canary-en-"),
        };
        english.push_str(&line);
        english.push('\n');
    }
    english
}

/// The maps of titles, with the title only.
fn maps(front: &str) -> String {
    let mut maps = String::new();
    for line in front.lines() {
        match line.trim_end() {
            "criteria:" | "competencies:" | "critical:" => maps.push_str(&format!("{line}\n")),
            _ => match line.strip_prefix("  ").and_then(|entry| entry.split_once(": ")) {
                Some((id, map)) if map.starts_with("{ title: ") => {
                    let title = map[9..].split(',').next().unwrap_or_default();
                    maps.push_str(&format!(
                        "  {id}: {{ title: {} }}\n",
                        title.replace("canary-", "canary-en-")
                    ));
                }
                Some((id, title)) if !map_is_behaviour(title) => {
                    maps.push_str(&format!("  {id}: {}\n", title.replace("canary-", "canary-en-")));
                }
                _ => {}
            },
        }
    }
    maps
}

fn map_is_behaviour(text: &str) -> bool {
    text.starts_with('{')
}
