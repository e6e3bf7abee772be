//! The examples of the content formats read clean and mean what they say.

use super::super::*;
use super::{lesson, quiz};
use crate::content::lesson::Complete;
use crate::content::values::Percent;
use crate::lang::Lang;
use crate::score::Milli;

pub(super) const QUIZ: &str = "---
format: quiz/1
title: 电话服务测验
pass: 80%
time: 15min
attempts: 3
wait: 1h
draw: { standards: 1 }        # how many of each tag; or one number; or all when left out
shuffle: [questions, options]
behaviour: deferred
show: { after-submit: [score, feedback], after-pass: [answers] }
---

## answer-time
`tags: standards` `2 points`

客户来电应在多长时间内接起？

- [ ] 30 秒
  > 在线咨询才是 30 秒。
- [x] 1 分钟
- [ ] 5 分钟
  > 邮件可以晚些，电话不行。

> 电话 1 分钟内接起，在线 30 秒内首答。
";

#[test]
fn the_quiz() {
    let (quiz, said) = quiz(QUIZ);
    assert_eq!(said, "");
    let quiz = quiz.unwrap();
    assert_eq!(
        (quiz.head.id.as_str(), quiz.course.as_str()),
        ("phone-service/quiz", "phone-service")
    );
    assert_eq!(quiz.pass, Percent(Milli::whole(80)));
    assert_eq!(
        (quiz.time, quiz.attempts, quiz.wait),
        (Some(900), Some(3), Some(3600))
    );
    assert_eq!(quiz.draw, Draw::ByTag(vec![("standards".to_owned(), 1)]));
    assert!(quiz.shuffle_questions && quiz.shuffle_options);
    assert_eq!(
        visible(&quiz, false, true),
        Visible {
            score: true,
            feedback: true,
            ..Visible::default()
        }
    );
    assert_eq!(
        visible(&quiz, true, false),
        Visible {
            score: true,
            feedback: true,
            answers: true,
            ..Visible::default()
        }
    );
    let question = quiz.question("answer-time").unwrap();
    assert_eq!(
        (question.points, question.tags.as_slice()),
        (Milli::whole(2), &["standards".to_owned()][..])
    );
    assert_eq!(question.prompt.default(), "<p>客户来电应在多长时间内接起？</p>");
    assert_eq!(
        question.explanation.as_ref().unwrap().default(),
        "<p>电话 1 分钟内接起，在线 30 秒内首答。</p>"
    );
    let Kind::Choice {
        options,
        multiple: false,
        all_or_nothing: false,
    } = &question.kind
    else {
        panic!("a single choice")
    };
    let options: Vec<_> = options
        .iter()
        .map(|o| {
            (
                o.text.default(),
                o.right,
                o.feedback.as_ref().map(crate::lang::Text::default),
            )
        })
        .collect();
    assert_eq!(
        options,
        [
            ("30 秒", false, Some("<p>在线咨询才是 30 秒。</p>")),
            ("1 分钟", true, None),
            ("5 分钟", false, Some("<p>邮件可以晚些，电话不行。</p>")),
        ]
    );
}

#[test]
fn what_is_left_out_has_its_default() {
    let (quiz, said) = quiz("---\nformat: quiz/1\ntitle: 测验\n---\n## a\n一？\n= 一\n");
    assert_eq!(said, "");
    let quiz = quiz.unwrap();
    assert_eq!(quiz.pass, Percent(Milli::whole(80)));
    assert_eq!(
        (quiz.time, quiz.attempts, quiz.wait, quiz.summary),
        (None, None, None, None)
    );
    assert_eq!((quiz.draw, quiz.behaviour), (Draw::All, Behaviour::Deferred));
    assert!(!quiz.shuffle_questions && !quiz.shuffle_options);
    assert_eq!(quiz.show, Show::default());
    assert_eq!(quiz.questions[0].points, Milli::whole(1));
}

#[test]
fn a_lesson_with_checks() {
    let text = "---\nformat: lesson/1\ntitle: 问候\nminutes: 5\ncomplete: time(3min)\n---\n先{{说}}好。\n\n## 为什么\n\n因为。\n\n\
        ## check-one\n\n`= 一` 是？\n\n- [x] 一\n- [ ] 二\n\n## check-two\n\n{{您好|您们好}}！\n\n\
        # 小结\n\n= 不是答案\n\n> 引用\n\n## check-three\n= 3 次\n\n## 结尾\n完。\n";
    let (lesson, said) = lesson(text);
    assert_eq!(said, "30:4 warning[no-question-text] this question asks nothing");
    let lesson = lesson.unwrap();
    assert_eq!((lesson.minutes, lesson.complete), (Some(5), Complete::Time(180)));
    let prose: Vec<_> = lesson.prose.iter().map(crate::lang::Text::default).collect();
    assert_eq!(
        prose,
        [
            "<p>先{{说}}好。</p><h2>为什么</h2><p>因为。</p>",
            "",
            "<h1>小结</h1><p>= 不是答案</p><blockquote><p>引用</p></blockquote>",
            "<h2>结尾</h2><p>完。</p>",
        ]
    );
    let ids: Vec<_> = lesson.checks.iter().map(|check| check.id.as_str()).collect();
    assert_eq!(ids, ["check-one", "check-two", "check-three"]);
    assert_eq!(lesson.checks[1].prompt.default(), "<p><gap-0>！</p>");
    assert_eq!(lesson.prose[0].get(&Lang::english()), lesson.prose[0].default());
}

#[test]
fn a_questions_version_is_its_own_source() {
    let one = quiz(QUIZ).0.unwrap();
    let more = quiz(&format!("{QUIZ}\n## other\n另一道？\n= 一\n")).0.unwrap();
    assert_eq!(one.questions[0].hash, more.questions[0].hash);
    assert_ne!(one.head.version, more.head.version);
    let changed = quiz(&QUIZ.replace("- [ ] 5 分钟", "- [ ] 6 分钟")).0.unwrap();
    assert_ne!(one.questions[0].hash, changed.questions[0].hash);
}

#[test]
fn a_checks_version_leaves_out_the_prose_behind_it() {
    let text = |tail: &str| {
        format!("---\nformat: lesson/1\ntitle: 问候\n---\n## check-one\n一？\n= 一\n\n## {tail}\n")
    };
    let (one, other) = (lesson(&text("结尾")).0.unwrap(), lesson(&text("小结")).0.unwrap());
    assert_eq!(one.checks[0].hash, other.checks[0].hash);
}
