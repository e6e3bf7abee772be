//! Planted mistakes: each case of `planted/cases` changes the clean folder `planted/base`, and the checker must
//! find exactly what the case says. How a case reads is said in `planted/README.md`.

use crate::folder::{path, read_folder};
use domain::content::problem::{Problem, Severity};
use domain::content::{File, check};
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    what: String,
    severity: String,
    file: Option<String>,
    line: Option<usize>,
    count: Option<usize>,
    mentions: Option<String>,
    #[serde(rename = "doubt")]
    _doubt: Option<String>,
    #[serde(default)]
    edit: Vec<Edit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    replace: Option<String>,
    with: Option<String>,
    write: Option<String>,
    append: Option<String>,
    times: Option<usize>,
    hex: Option<String>,
    #[serde(default)]
    delete: bool,
}

impl Edit {
    fn apply(&self, files: &mut Vec<File>) {
        let at = files.iter().position(|file| file.path == self.file);
        if self.delete {
            files.remove(at.expect("a file to delete"));
            return;
        }
        let at = at.unwrap_or_else(|| {
            files.push(File {
                path: self.file.clone(),
                bytes: Vec::new(),
            });
            files.len() - 1
        });
        let bytes = &mut files[at].bytes;
        if let (Some(old), Some(new)) = (&self.replace, &self.with) {
            let text = String::from_utf8(bytes.clone()).expect("text");
            assert_eq!(
                text.matches(old).count(),
                1,
                "{}: {old:?} must occur once",
                self.file
            );
            *bytes = text.replace(old, new).into_bytes();
        }
        if let Some(text) = &self.write {
            *bytes = text.clone().into_bytes();
        }
        if let Some(text) = &self.append {
            bytes.extend(text.repeat(self.times.unwrap_or(1)).into_bytes());
        }
        if let Some(hex) = &self.hex {
            let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
            *bytes = (0..hex.len()).step_by(2).map(byte).collect();
        }
    }
}

/// What the case says against what was found; empty when they agree.
fn disagreement(case: &Case, problems: &[Problem]) -> Option<String> {
    let of = |severity| {
        problems
            .iter()
            .filter(move |problem| problem.severity == severity)
    };
    let severity = match case.severity.as_str() {
        "clean" => {
            let clean = of(Severity::Error).chain(of(Severity::Warning)).count() == 0;
            return (!clean).then(|| "expected no error and no warning".to_owned());
        }
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        "note" => Severity::Note,
        other => return Some(format!("no severity: {other}")),
    };
    if severity != Severity::Error && of(Severity::Error).count() > 0 {
        return Some("expected no error".to_owned());
    }
    let says = |problem: &Problem, text: &str| {
        let help = problem.help.iter().flat_map(|help| [&help.en, &help.zh]);
        [&problem.message.en, &problem.message.zh]
            .into_iter()
            .chain(help)
            .any(|words| words.contains(text))
    };
    let found = of(severity).any(|problem| {
        case.file.as_ref().is_none_or(|file| problem.file == *file)
            && case.line.is_none_or(|line| problem.line == line)
            && case.mentions.as_ref().is_none_or(|text| says(problem, text))
    });
    if !found {
        let (file, line) = (case.file.as_deref().unwrap_or("any file"), case.line.unwrap_or(0));
        return Some(format!("expected {} in {file}:{line}", case.severity));
    }
    let count = of(severity).count();
    let wrong = case.count.filter(|expected| *expected != count);
    wrong.map(|expected| format!("expected {expected} of severity {}, found {count}", case.severity))
}

#[test]
fn every_planted_mistake_is_found() {
    let mut cases: Vec<_> = fs::read_dir(path("tests/planted/cases"))
        .expect("cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    cases.sort();
    assert!(cases.len() > 300, "the table is there");
    let base = read_folder("tests/planted/base");
    let mut wrong = Vec::new();
    for path in &cases {
        let case: Case = toml::from_str(&fs::read_to_string(path).expect("a case")).expect("a readable case");
        let mut files = base.clone();
        for edit in &case.edit {
            edit.apply(&mut files);
        }
        let problems = check(&files).problems;
        if let Some(disagreement) = disagreement(&case, &problems) {
            let said = problems
                .iter()
                .filter(|problem| problem.severity != Severity::Note || case.severity == "note");
            let said: Vec<_> = said
                .map(|p| {
                    format!(
                        "\n      {}:{}:{} {:?} {}: {}",
                        p.file, p.line, p.column, p.severity, p.code, p.message.en
                    )
                })
                .collect();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            wrong.push(format!(
                "{name}: {}\n    {disagreement}; found:{}",
                case.what,
                said.concat()
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}
