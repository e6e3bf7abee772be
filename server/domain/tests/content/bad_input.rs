//! The bad input that every release must explain: where it is, what is wrong and how to mend it, in both languages.

use domain::content::problem::Problem;
use domain::content::{File, check};

use crate::folder::{base, with};

const QUIZ: &str = "courses/phone-service/quiz.md";
const LESSON: &str = "courses/phone-service/greeting.md";
const SCENARIO: &str = "scenarios/late-delivery.md";

/// The one error of a folder, as its author reads it.
fn told(files: &[File]) -> [String; 3] {
    let errors = check(files).problems.into_iter();
    let errors: Vec<Problem> = errors
        .filter(|problem| problem.severity == domain::content::problem::Severity::Error)
        .collect();
    let [problem] = errors.as_slice() else {
        panic!("one error: {errors:#?}")
    };
    let help = problem.help.as_ref();
    let words =
        |message: &str, help: Option<&String>| format!("{message} | {}", help.map_or("", String::as_str));
    [
        format!("{}:{}:{}", problem.file, problem.line, problem.column),
        words(&problem.message.en, help.map(|help| &help.en)),
        words(&problem.message.zh, help.map(|help| &help.zh)),
    ]
}

/// The base with one file changed.
fn changed(path: &str, old: &str, new: &str) -> Vec<File> {
    let file = base().into_iter().find(|file| file.path == path).expect("a file");
    let text = String::from_utf8(file.bytes).expect("text");
    assert_eq!(text.matches(old).count(), 1, "{old} occurs once");
    with(path, &text.replace(old, new))
}

#[test]
fn a_file_that_is_not_utf_8() {
    let mut files = base();
    let lesson = files
        .iter_mut()
        .find(|file| file.path == LESSON)
        .expect("a lesson");
    lesson.bytes = b"---\nformat: lesson/1\ntitle: \xce\xca\xba\xf2\n---\n".to_vec();
    insta::assert_debug_snapshot!(told(&files), @r#"
    [
        "courses/phone-service/greeting.md:3:8",
        "the file is not UTF-8 from here on | save the file as UTF-8",
        "从这里起不是 UTF-8 编码 | 请把文件另存为 UTF-8",
    ]
    "#);
}

#[test]
fn front_matter_that_does_not_end() {
    let files = changed(LESSON, "minutes: 5\n---\n", "minutes: 5\n");
    insta::assert_debug_snapshot!(told(&files), @r#"
    [
        "courses/phone-service/greeting.md:1:1",
        "the front matter does not end | close it with a line `---`",
        "文件头没有结束 | 请用单独一行 `---` 结束",
    ]
    "#);
}

#[test]
fn a_link_to_nowhere() {
    let files = changed(LESSON, "(recording.md)", "(recordings.md)");
    insta::assert_debug_snapshot!(told(&files), @r#"
    [
        "courses/phone-service/greeting.md:17:6",
        "there is no file `recordings.md` | check the path; it is relative to this file, named as in the default language",
        "没有文件“recordings.md” | 请检查路径：相对于本文件，用默认语言的文件名",
    ]
    "#);
}

#[test]
fn a_quiz_with_no_right_option() {
    let files = changed(QUIZ, "- [x] 1 分钟", "- [ ] 1 分钟");
    insta::assert_debug_snapshot!(told(&files), @r#"
    [
        "courses/phone-service/quiz.md:19:1",
        "no option is right | tick the right one: `- [x]`",
        "没有正确选项 | 请给正确的选项打勾：`- [x]`",
    ]
    "#);
}

#[test]
fn a_scenario_with_a_missing_node() {
    let files = changed(SCENARIO, "- [好。](#thanks)", "- [好。](#thank)");
    insta::assert_debug_snapshot!(told(&files), @r#"
    [
        "scenarios/late-delivery.md:57:3",
        "there is no node `thank` | did you mean `thanks`?",
        "没有节点“thank” | 是否想写“thanks”？",
    ]
    "#);
}

#[test]
fn a_list_of_phrases_that_is_not_there() {
    for (name, help) in [("@Forbidden", "did you mean `forbidden`?"), ("@忌语", "")] {
        let files = changed(SCENARIO, "ban: @forbidden", &format!("ban: {name}"));
        let [place, en, _] = told(&files);
        let id = name.trim_start_matches('@');
        assert_eq!(place, "scenarios/late-delivery.md:47:7");
        assert_eq!(en, format!("there is no list of phrases `{id}` | {help}"));
    }
}
