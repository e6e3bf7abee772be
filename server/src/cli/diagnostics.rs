//! Problems of a content folder, told the way rustc tells them, or as JSON.

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    io::{self, IsTerminal as _},
};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use domain::content::{
    problem::{Problem, Severity},
    source::File,
};
use serde::Serialize;

use super::language::Language;

/// One problem as machines read it.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    severity: Severity,
    code: &'a str,
    message: &'a str,
    help: Option<&'a str>,
}

/// All problems as a JSON array, in their order.
pub(super) fn json(problems: &[Problem], language: Language) -> Result<String, serde_json::Error> {
    let lines: Vec<_> = problems
        .iter()
        .map(|problem| Line {
            file: &problem.file,
            line: problem.line,
            column: problem.column,
            severity: problem.severity,
            code: problem.code,
            message: language.of(&problem.message),
            help: problem.help.as_ref().map(|help| language.of(help)),
        })
        .collect();
    serde_json::to_string_pretty(&lines)
}

/// All problems with the places they are at, and one line that counts them. Coloured when `stdout` is a terminal.
pub(super) fn text(problems: &[Problem], files: &[File], language: Language) -> String {
    let coloured = io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if coloured {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let sources: BTreeMap<&str, String> = files
        .iter()
        .filter(|file| problems.iter().any(|problem| problem.file == file.path))
        .map(|file| (file.path.as_str(), as_checked(&file.bytes)))
        .collect();
    let mut text = String::new();
    for problem in problems {
        let source = sources.get(problem.file.as_str()).map(String::as_str);
        let group = group(problem, source, language);
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}\n", renderer.render(&[group]));
    }
    text + &summary(problems, files.len(), language)
}

/// The text that the spans of problems point into.
fn as_checked(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.strip_prefix('\u{feff}')
        .unwrap_or(&text)
        .replace("\r\n", "\n")
}

fn group<'a>(problem: &'a Problem, source: Option<&'a str>, language: Language) -> Group<'a> {
    let (chinese, english) = (language == Language::Chinese, language == Language::English);
    let level = match problem.severity {
        Severity::Error if english => Level::ERROR,
        Severity::Warning if english => Level::WARNING,
        Severity::Note if english => Level::NOTE,
        Severity::Error => Level::ERROR.with_name("错误"),
        Severity::Warning => Level::WARNING.with_name("警告"),
        Severity::Note => Level::NOTE.with_name("提示"),
    };
    let title = level
        .primary_title(language.of(&problem.message))
        .id(problem.code);
    let span = problem.span.clone();
    let shown = source.filter(|source| !span.is_empty() && source.get(span.clone()).is_some());
    let group = match shown {
        Some(source) => {
            // A mark over many lines would hide the place: the first line says enough.
            let end = source[span.clone()]
                .find('\n')
                .filter(|at| *at > 0)
                .map_or(span.end, |at| span.start + at);
            title.element(
                Snippet::source(source)
                    .path(&problem.file)
                    .annotation(AnnotationKind::Primary.span(span.start..end)),
            )
        }
        None => title.element(
            Origin::path(&problem.file)
                .line(problem.line)
                .char_column(problem.column),
        ),
    };
    match &problem.help {
        Some(help) if chinese => group.element(Level::HELP.with_name("建议").message(&help.zh)),
        Some(help) => group.element(Level::HELP.message(&help.en)),
        None => group,
    }
}

fn summary(problems: &[Problem], files: usize, language: Language) -> String {
    let count = |severity| {
        problems
            .iter()
            .filter(|problem| problem.severity == severity)
            .count()
    };
    let counts = [
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    ];
    let [errors, warnings, notes] = counts;
    match language {
        Language::Chinese if problems.is_empty() => format!("检查了 {files} 个文件，没有问题"),
        Language::Chinese => {
            format!("检查了 {files} 个文件：{errors} 个错误，{warnings} 个警告，{notes} 个提示")
        }
        Language::English => {
            let few = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
            let counts = [few(errors, "error"), few(warnings, "warning"), few(notes, "note")];
            format!("{} checked: {}", few(files, "file"), counts.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faulty() -> (Vec<Problem>, Vec<File>) {
        let site =
            "---\nformat: site/1\nname: 上岗\nlanguage: zh-CN\nlanguages: [zh-CN]\ntme-zone: UTC\n---\n";
        let files = vec![
            File {
                path: "policies/a.md".to_owned(),
                bytes: vec![b'-', b'-', b'-', b'\n', 0xff],
            },
            File {
                path: "site.md".to_owned(),
                bytes: site.into(),
            },
        ];
        (domain::content::check(&files).problems, files)
    }

    #[test]
    fn the_place_is_shown_and_the_problems_are_counted() {
        let (problems, files) = faulty();
        let english = text(&problems, &files, Language::English);
        assert!(english.contains("--> site.md:6:1\n"), "{english}");
        assert!(english.contains("6 | tme-zone: UTC\n"), "{english}");
        assert!(english.contains("policies/a.md:2:1"), "{english}");
        assert!(
            english.ends_with("2 files checked: 2 errors, 0 warnings, 0 notes"),
            "{english}"
        );
        let chinese = text(&problems, &files, Language::Chinese);
        assert!(chinese.starts_with("错误["), "{chinese}");
        assert!(chinese.ends_with("检查了 2 个文件：2 个错误，0 个警告，0 个提示"));
    }

    #[test]
    fn machines_get_every_field() {
        let (problems, _) = faulty();
        let lines: serde_json::Value =
            serde_json::from_str(&json(&problems, Language::English).unwrap()).unwrap();
        let keys: Vec<_> = lines[0].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            keys,
            ["code", "column", "file", "help", "line", "message", "severity"]
        );
        assert_eq!(lines[1]["severity"], "error");
        assert_eq!(lines[1]["file"], "site.md");
    }
}
