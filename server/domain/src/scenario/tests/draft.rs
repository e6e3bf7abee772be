use super::EXAMPLE;
use crate::content::problem::{Problem, Severity};
use crate::content::{File, check};
use crate::lang::Words;
use crate::scenario::draft::Draft;

fn draft() -> Draft {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let checked = check(&[file("scenarios/late.md", EXAMPLE)]);
    assert!(checked.library.is_none(), "there is no site");
    checked.drafts.into_iter().next().unwrap()
}

fn problem(file: &str, line: usize) -> Problem {
    Problem {
        file: file.to_owned(),
        line,
        column: 1,
        span: 0..0,
        severity: Severity::Error,
        code: "any",
        message: Words {
            zh: String::new(),
            en: String::new(),
        },
        help: None,
    }
}

#[test]
fn a_problem_belongs_to_the_node_it_stands_in() {
    let draft = draft();
    let line_of = |text: &str| 1 + EXAMPLE.lines().position(|line| line == text).unwrap();
    let node = |line: usize| {
        let at = draft.node_of(&problem("scenarios/late.md", line))?;
        Some(&draft.scenario.nodes[at].id[..])
    };
    assert_eq!(node(3), None, "the front matter is no node's");
    assert_eq!(node(line_of("## open")), Some("open"));
    assert_eq!(node(line_of("## look-up") - 1), Some("open"));
    assert_eq!(node(line_of("## look-up") + 2), Some("look-up"));
    assert_eq!(draft.node_of(&problem("scenarios/late.en.md", 40)), None);
}

#[test]
fn translations_are_its_own_and_other_files_are_not() {
    let draft = draft();
    for (file, own) in [
        ("scenarios/late.md", true),
        ("scenarios/late.en.md", true),
        ("scenarios/later.md", false),
        ("scenarios/late.en.x.md", false),
        ("roles/late.md", false),
    ] {
        assert_eq!(draft.has(&problem(file, 1)), own, "{file}");
    }
}
