//! The generated content: one role, one course of 20 lessons of 3 KB, one quiz of 20 questions with one choice each.

use domain::content::{File, Library};

use crate::Outcome;

/// How many lessons the course has.
pub(crate) const LESSONS: usize = 20;

/// How many questions the quiz has.
pub(crate) const QUESTIONS: usize = 20;

const SITE: &str = "---
format: site/1
name: 测量
language: zh-CN
languages: [zh-CN]
time-zone: Asia/Shanghai
---
";

const ROLE: &str = "---
format: role/1
title: 客服专员
requires:
  - course: basics
  - quiz: basics/quiz
  - sign-off: floor
    by: trainer
  - approve: supervisor
---

为了测量。
";

const CHECKLIST: &str = "---
format: checklist/1
title: 现场技能
---

- greet: 问候客户并报出姓名
";

/// 150 bytes or so.
const PARAGRAPH: &str =
    "客户说完之前先不打断，听清楚要办的是哪一件事，再用自己的话复述一遍，请对方确认无误之后再去处理。\n\n";

/// The id of a lesson inside the course, counted from 0.
pub(crate) fn lesson(number: usize) -> String {
    format!("lesson-{number:02}")
}

/// How many lessons the large content has, for searches.
pub(crate) const MANY_LESSONS: usize = 2000;

/// How many of them make a course.
const A_COURSE: usize = 50;

/// Many lessons, every one with words of its own and words that all have, in Chinese and English.
pub(crate) fn many_files() -> Vec<File> {
    let mut files = vec![file("site.md", SITE.to_owned())];
    for course in 0..MANY_LESSONS / A_COURSE {
        let folder = format!("courses/course-{course:02}");
        let text = format!(
            "---\nformat: course/1\ntitle: 课程 {course}\nlessons:\n{}---\n",
            lines(A_COURSE)
        );
        files.push(file(&format!("{folder}/course.md"), text));
        for number in 0..A_COURSE {
            let own = course * A_COURSE + number;
            let text = format!(
                "---\nformat: lesson/1\ntitle: 第 {own} 种情形\nminutes: 10\n---\n\n{}客户要求退款，refund case {own}。\n",
                PARAGRAPH.repeat(20)
            );
            files.push(file(&format!("{folder}/{}.md", lesson(number)), text));
        }
    }
    files
}

fn lines(lessons: usize) -> String {
    (0..lessons)
        .map(|number| format!("  - {}\n", lesson(number)))
        .collect()
}

/// How many answers the role-play takes.
pub(crate) const TURNS: usize = 10;

/// The most points a criterion may have.
const MOST_POINTS: usize = 1000;

/// A role-play of so many nodes with choices, one behind the other, the first choice always right; an angry customer leaves
/// early, and what is said to him later depends on how angry he is.
pub(crate) fn scenario(nodes: usize) -> String {
    let max = nodes.min(MOST_POINTS);
    let head = format!(
        "---\nformat: scenario/1\ntitle: 催单\nchannel: chat\nstart: node-0\npass: 60\ncriteria:\n  \
         care: {{ title: 共情, weight: 1, max: {max} }}\nvars:\n  anger: {{ min: 0, max: 5, start: 0 }}\n---\n\n客户在催单。\n"
    );
    let nodes = (0..nodes).map(|at| {
        let next = if at + 1 < nodes {
            format!("node-{}", at + 1)
        } else {
            "thanks".to_owned()
        };
        let earns = if at < max { " `care +1`" } else { "" };
        format!(
            "\n## node-{at}\n\n> **王女士**：第 {at} 次问，几时到？\n\n- [我马上为您查。](#{next}){earns}\n\
             - [您再等等，会通知您的。](#{next}) `anger +1`\n  > 没有回应。\n\
             - [您别急嘛。](#gone) `if anger >= 2`\n  > 更急。\n"
        )
    });
    let ends = "\n## thanks\n\n**End:** pass\n\n## gone\n\n**End:** fail\n";
    std::iter::once(head)
        .chain(nodes)
        .chain([ends.to_owned()])
        .collect()
}

/// A folder with nothing but a role-play of so many nodes.
pub(crate) fn scenario_files(nodes: usize) -> Vec<File> {
    vec![
        file("site.md", SITE.to_owned()),
        file("scenarios/hurry.md", scenario(nodes)),
    ]
}

/// All files.
pub(crate) fn files() -> Vec<File> {
    let mut files = vec![
        file("site.md", SITE.to_owned()),
        file("roles/agent.md", ROLE.to_owned()),
        file("checklists/floor.md", CHECKLIST.to_owned()),
        file("courses/basics/course.md", course()),
        file("courses/basics/quiz.md", quiz()),
        file("scenarios/hurry.md", scenario(TURNS)),
    ];
    for number in 0..LESSONS {
        let text = format!(
            "---\nformat: lesson/1\ntitle: 第 {number} 课\nminutes: 10\n---\n\n{}",
            PARAGRAPH.repeat(20)
        );
        files.push(file(&format!("courses/basics/{}.md", lesson(number)), text));
    }
    files
}

/// The same with another key to the quiz's second question.
pub(crate) fn corrected_files() -> Vec<File> {
    let mut files = files();
    for file in &mut files {
        if file.path == "courses/basics/quiz.md" {
            *file = self::file(&file.path, corrected_quiz());
        }
    }
    files
}

/// The version of that question.
pub(crate) fn corrected_version() -> Outcome<String> {
    let library = Library::build(&corrected_files()).map_err(|faulty| faulty.to_string())?;
    let quiz = library.quizzes.get("basics/quiz").ok_or("no quiz")?;
    let question = quiz.question("question-1").ok_or("no question")?;
    Ok(question.hash.to_string())
}

fn corrected_quiz() -> String {
    let quiz = quiz();
    let at = quiz.find("## question-1\n").unwrap_or(0);
    let (before, from) = quiz.split_at(at);
    let from = from
        .replacen(
            "- [x] 先听客户把话说完",
            "- [ ] 先听客户把话说完\n  > 先要请客户稍等。",
            1,
        )
        .replacen(
            "- [ ] 先请客户稍等\n  > 还没听就请人等。",
            "- [x] 先请客户稍等",
            1,
        );
    [before, &from].concat()
}

fn course() -> String {
    let lessons = lines(LESSONS);
    format!("---\nformat: course/1\ntitle: 基础\nlessons:\n{lessons}---\n\n为了测量。\n")
}

/// The right option is the first and nothing is shuffled, so that the client passes without reading.
fn quiz() -> String {
    let head = "---\nformat: quiz/1\ntitle: 测验\npass: 80%\nshuffle: []\n---\n";
    let questions = (0..QUESTIONS).map(|number| {
        format!(
            "\n## question-{number}\n\n第 {number} 种情形下先做什么？\n\n- [x] 先听客户把话说完\n- [ ] 先请客户稍等\n  > 还没听就请人等。\n\
             - [ ] 先查系统里的记录\n  > 查什么还不知道。\n- [ ] 先转给别的同事\n  > 同事也不知道为什么。\n"
        )
    });
    std::iter::once(head.to_owned()).chain(questions).collect()
}

fn file(path: &str, text: String) -> File {
    File {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generated_content_can_be_published() {
        let files = files();
        for files in [&files, &many_files(), &corrected_files(), &scenario_files(50)] {
            let library = domain::content::Library::build(files);
            assert!(library.is_ok(), "{library:?}");
        }
        let lesson = files
            .iter()
            .find(|file| file.path.ends_with("lesson-00.md"))
            .unwrap();
        assert!(
            (2900..3600).contains(&lesson.bytes.len()),
            "{}",
            lesson.bytes.len()
        );
    }
}
