//! `check`: exit codes, JSON, words.

use std::fs;

use crate::shell::{Folder, run, run_unread, shipped, text};

#[test]
fn the_shipped_content_passes_the_strictest_reading() {
    let ran = run(["check", "--strict", &shipped()]).well();
    assert!(ran.out.contains("0 errors, 0 warnings"), "{}", ran.out);
    assert_eq!(
        run(["check", &shipped(), "--format", "json"]).well().out.trim(),
        "[]"
    );
}

#[test]
fn errors_end_with_1_and_are_told_with_their_place() {
    let folder = Folder::new();
    let content = folder.content();
    let quiz = content.join("courses/service-basics/quiz.md");
    let broken = fs::read_to_string(&quiz).unwrap().replacen("pass:", "psas:", 1);
    fs::write(&quiz, broken).unwrap();
    fs::write(content.join("policies/latin.md"), [b'-', 0xff, b'\n']).unwrap();
    let content = text(&content);

    let ran = run(["check", &content]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.out.contains("error[unknown-key]: unknown key `psas`"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("--> courses/service-basics/quiz.md:4:1"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("^^^^"), "{}", ran.out);
    let chinese = run(["check", &content, "--lang", "zh-CN"]);
    assert!(chinese.out.contains("错误[unknown-key]"), "{}", chinese.out);

    let ran = run_unread(["check", &content]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "whoever reads no further");

    let ran = run(["check", &content, "--format", "json"]);
    assert_eq!(ran.code, 1);
    let problems: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let of = |file: &str| {
        let mut problems = problems.as_array().unwrap().iter();
        problems.find(|problem| problem["file"] == file).unwrap().clone()
    };
    let expected = serde_json::json!({
        "file": "courses/service-basics/quiz.md", "line": 4, "column": 1, "severity": "error",
        "code": "unknown-key", "message": "unknown key `psas`", "help": "did you mean `pass`?",
    });
    assert_eq!(of("courses/service-basics/quiz.md"), expected);
    assert!(ran.out.contains("\"code\": \"not-utf8\""), "{}", ran.out);
}

#[test]
fn warnings_count_only_when_asked() {
    let folder = Folder::new();
    let content = folder.content();
    let lesson = content.join("courses/service-basics/polite-words.md");
    let written = fs::read_to_string(&lesson).unwrap();
    let (front, body) = written.split_once("\n---\n").unwrap();
    let body = format!("\n**王女士：**我的包裹呢？\n{body}");
    fs::write(&lesson, [front, &body].join("\n---\n")).unwrap();
    let content = text(&content);
    let ran = run(["check", &content]).well();
    assert!(ran.out.contains("warning["), "{}", ran.out);
    assert_eq!(run(["check", "--strict", &content]).code, 1);
}

#[test]
fn a_folder_that_is_not_there_cannot_be_checked() {
    let nowhere = text(&Folder::new().path("nowhere"));
    run(["check", &nowhere]).refused("there is no content folder");
    assert_eq!(run(["check"]).code, 2);
}
