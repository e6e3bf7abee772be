//! What is wrong, and where: the body of each quiz begins at line 6.

use super::{lesson, quiz, quiz_of};

/// A good question, so that only what is planted is reported.
const GOOD: &str = "## good\n`tags: x`\n\n好？\n\n= 好\n";

fn of(body: &str) -> String {
    quiz_of("", body).1
}

fn front(front: &str) -> String {
    quiz_of(front, GOOD).1
}

#[test]
fn values() {
    insta::assert_snapshot!(front("pass: 101%"), @r"
    4:7 error[wrong-value] `pass` must be a percentage from 0% to 100%, such as 80%
    ");
    insta::assert_snapshot!(front("time: 2mo"), @r"
    4:7 error[wrong-value] `time` must be a duration in s, min, h or d
    ");
    insta::assert_snapshot!(front("attempts: 0"), @r"
    4:11 error[wrong-value] `attempts` must be a whole number from 1 to 1000
    ");
    insta::assert_snapshot!(front("wait: 1"), @r"
    4:7 error[wrong-value] `wait` must be a duration such as 30s, 15min, 1h, 90d or 12mo
    ");
    insta::assert_snapshot!(front("close: 31.12.2026"), @r"
    4:8 error[wrong-value] `close` must be a day or a moment, such as 2027-03-04 or 2027-03-04 18:00
    ");
    insta::assert_snapshot!(front("shuffle: questions"), @r"
    4:10 error[wrong-value] `shuffle` must be a list, such as [a, b]
    ");
    insta::assert_snapshot!(front("shuffle: [option]"), @r"
    4:11 error[unknown-word] `shuffle` cannot be `option`
    ");
    insta::assert_snapshot!(front("behaviour: adaptive"), @r"
    4:12 error[unknown-word] `behaviour` cannot be `adaptive`
    ");
    insta::assert_snapshot!(front("show: { after-submit: [scores], later: [own] }"), @r"
    4:24 error[unknown-word] `after-submit` cannot be `scores`
    4:33 error[unknown-key] unknown key `later`
    ");
    insta::assert_snapshot!(front("passs: 80%"), @r"4:1 error[unknown-key] unknown key `passs`");
    insta::assert_snapshot!(quiz("---\nformat: quiz/1\n---\n").1, @r"
    2:1 error[missing-key] `title` is missing
    4:1 error[no-questions] this quiz has no questions
    ");
}

#[test]
fn draws() {
    insta::assert_snapshot!(front("draw: 2"), @r"
    4:7 error[small-pool] 2 questions are drawn from a pool of 1
    ");
    insta::assert_snapshot!(front("draw: 0"), @r"
    4:7 error[wrong-value] `draw` must be a number of at least 1, or such a number for each tag
    ");
    insta::assert_snapshot!(front("draw: all"), @r"
    4:7 error[wrong-value] `draw` must be a number of at least 1, or such a number for each tag
    ");
    insta::assert_snapshot!(front("draw: {}"), @r"
    4:7 error[wrong-value] `draw` must be a number of at least 1, or such a number for each tag
    ");
    insta::assert_snapshot!(front("draw: { x: 2, xx: 1 }"), @r"
    4:9 error[small-pool] 2 questions with the tag `x` are drawn from 1
    4:15 error[unknown-tag] no question has the tag `xx`
    ");
    insta::assert_snapshot!(front("draw: { x: many }"), @r"
    4:12 error[wrong-value] `x` must be a whole number from 1 to 10000
    ");
    let shared = "## a\n`tags: x, y`\n\n一？\n\n= 一\n\n## b\n`tags: x`\n\n二？\n\n= 二\n";
    insta::assert_snapshot!(quiz_of("draw: { x: 2, y: 1 }", shared).1, @r"
    4:7 error[small-pool] 3 are drawn but only 2 can be: a question counts for one of its tags
    ");
    assert_eq!(quiz_of("draw: { x: 1, y: 1 }", shared).1, "");
}

#[test]
fn points_of_some_draw_may_not_be_nothing() {
    let pool = "## a\n`0 points` `tags: x`\n\n一？\n\n= 一\n\n## b\n`tags: x`\n\n二？\n\n= 二\n";
    assert_eq!(quiz_of("", pool).1, "");
    insta::assert_snapshot!(quiz_of("draw: 1", pool).1, @r"
    4:7 error[no-points] the questions of an attempt may be worth nothing together
    ");
    insta::assert_snapshot!(quiz_of("draw: { x: 1 }", pool).1, @r"
    4:7 error[no-points] the questions of an attempt may be worth nothing together
    ");
    assert_eq!(quiz_of("draw: 2", pool).1, "");
    insta::assert_snapshot!(of("## a\n`0 points`\n\n一？\n\n= 一\n"), @r"
    6:1 error[no-points] the questions of an attempt may be worth nothing together
    ");
}

#[test]
fn chips() {
    insta::assert_snapshot!(of("## a\n`2 pionts` `multipel` `tags:` `-1 points` `1.2345 points`\n\n一？\n\n= 一\n"), @r"
    7:1 error[unknown-chip] unknown chip `2 pionts`
    7:12 error[unknown-chip] unknown chip `multipel`
    7:23 error[no-tags] `tags:` names no tag
    7:31 error[bad-points] `-1 points` cannot be read as points
    7:43 error[bad-points] `1.2345 points` cannot be read as points
    7:43 error[duplicate-chip] `1.2345 points` is said twice
    ");
    insta::assert_snapshot!(of("## a\n`2 points` `3 points`\n`contains` `contains`\n\n一？\n\n= 一\n"), @r"
    7:12 error[duplicate-chip] `3 points` is said twice
    8:12 error[duplicate-chip] `contains` is said twice
    ");
    insta::assert_snapshot!(of("## a\n`multiple` `text`\n\n一？\n\n= 一\n"), @r"
    7:1 error[chip-misfit] the chip `multiple` means nothing for a short answer or a number
    ");
    insta::assert_snapshot!(of("## a\n`contains` `text`\n\n一？\n\n- [x] 一\n- [ ] 二\n"), @r"
    7:1 error[chip-misfit] the chip `contains` means nothing for a choice
    7:12 error[chip-misfit] the chip `text` means nothing for a choice
    ");
    insta::assert_snapshot!(of("## a\n`contains`\n\n几？\n\n= 24\n"), @r"
    7:1 error[chip-misfit] the chip `contains` means nothing for a number
    ");
    insta::assert_snapshot!(of("## a\n`2 points` `tags: x`\n一？\n\n= 一\n"), @r"
    7:1 warning[chips-in-text] this line reads like chips, but belongs to the text below it
    ");
    assert_eq!(of("## a\n`接听` `multiple`\n是什么？\n\n= 键\n"), "");
}

#[test]
fn options() {
    insta::assert_snapshot!(of("## a\n哪个？\n\n- [ ] 一\n- [ ] 二\n"), @r"
    9:1 error[no-right-option] no option is right
    ");
    insta::assert_snapshot!(of("## a\n哪个？\n\n- [x] 一\n"), @r"
    9:1 error[too-few-options] one option is no choice
    ");
    insta::assert_snapshot!(of("## a\n哪个？\n\n- [x] 一\n- 二\n-\n- [ ]\n"), @r"
    10:1 error[option-without-box] this option has no box
    11:1 error[option-without-box] this option has no box
    12:1 error[empty-option] this option has no text
    ");
    insta::assert_snapshot!(of("## a\n哪个？\n\n- [x] 一\n- [ ] \n  > 反馈\n"), @r"
    10:1 error[empty-option] this option has no text
    ");
    insta::assert_snapshot!(of("## a\n哪个？\n\n- [x] 1 分钟\n- [ ] １分钟\n- [ ] `1` **分钟**\n"), @r"
    10:1 error[same-options] `１分钟` reads the same as one above
    11:1 error[same-options] `1 分钟` reads the same as one above
    ");
    insta::assert_snapshot!(of("## a\n哪个？\n\n- [x] 一\n> 没有缩进\n- [ ] 二\n- [ ] 三\n"), @r"
    11:1 error[split-options] this list is cut off from the answers above
    ");
    let above = "## a\n哪个？\n\n- [x] 一\n- [ ] 二\n- [ ] 以上都不是\n";
    insta::assert_snapshot!(quiz_of("shuffle: [options]", above).1, @r"
    11:1 error[option-about-others] `以上都不是` speaks of other options, which are shuffled
    ");
    assert_eq!(of(above), "");
}

#[test]
fn marks_of_two_kinds() {
    insta::assert_snapshot!(of("## a\n`order` `essay`\n\n？\n\n1. 一\n2. 二\n"), @r"
    7:9 error[mixed-marks] a question cannot be an order and an essay
    ");
    insta::assert_snapshot!(of("## a\n？\n\n- [x] 一\n- [ ] 二\n= 三\n"), @r"
    11:1 error[mixed-marks] a question cannot be a choice and a short answer or a number
    ");
    insta::assert_snapshot!(of("## a\n{{空}}？\n\n= 三\n\n[不在](no.md)\n"), @r"
    9:1 error[mixed-marks] a question cannot be a cloze and a short answer or a number
    11:1 error[dead-link] there is no file `no.md`
    ");
    insta::assert_snapshot!(of("## a\n？\n\n- [x] {{一}}\n- [ ] 二\n"), @r"
    9:7 error[mixed-marks] a question cannot be a choice and a cloze
    ");
    insta::assert_snapshot!(of("## a\n`match`\n\n{{空\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"), @r"
    9:1 error[gap-open] this gap does not end on its line
    9:1 error[mixed-marks] a question cannot be a match and a cloze
    ");
}

#[test]
fn answer_lines() {
    insta::assert_snapshot!(of("## a\n？\n\n= 一\n=\n= 二\n"), @r"
    10:1 error[empty-answer] this line has no answer
    ");
    insta::assert_snapshot!(of("## a\n？\n=\n"), @r"8:1 error[empty-answer] this line has no answer");
    insta::assert_snapshot!(of("## a\n？\n\n= 一\n或者\n= 二\n\n另外\n= 三\n"), @r"
    10:1 error[text-between-answers] this line stands among the answers but begins without `=`
    13:1 error[text-between-answers] this line stands among the answers but begins without `=`
    ");
    insta::assert_snapshot!(of("## a\n？\n\n= 10:30\n"), @r"
    9:1 error[not-a-number] `10:30` does not read as a number
    ");
    insta::assert_snapshot!(of("## a\n？\n\n= −一\n"), @r"
    9:1 error[not-a-number] `−一` does not read as a number
    ");
    insta::assert_snapshot!(of("## a\n？\n\n= 一\n\n还有一句。\n\n> 解析\n"), @r"
    11:1 error[stray-text] this text stands outside the question, its answers and the quoted explanation
    ");
    insta::assert_snapshot!(of("## a\n\n= 一\n"), @r"
    6:4 warning[no-question-text] this question asks nothing
    ");
    insta::assert_snapshot!(of("## a\n？\n"), @r"
    6:4 error[no-answer] this question does not say what is right
    ");
}

#[test]
fn everywhere() {
    insta::assert_snapshot!(of(""), @r"6:1 error[no-questions] this quiz has no questions");
    insta::assert_snapshot!(of("## A b\n？\n\n= 一\n\n## c\n？\n\n= 一\n\n## c\n？\n"), @r"
    6:4 error[bad-id] `A b` cannot be an id
    16:4 error[duplicate-id] `c` stands in this file twice
    ");
    insta::assert_snapshot!(of("## a\n？<br>\n\n- [x] [一](b.md)\n  > <b>\n- [ ] 二\n\n> [三](javascript:x)\n"), @r"
    7:2 warning[raw-html] raw HTML shows as text
    9:7 error[dead-link] there is no file `b.md`
    10:5 warning[raw-html] raw HTML shows as text
    13:3 error[bad-link] a link cannot lead to `javascript:x`
    ");
    assert_eq!(
        of("## a\n？\n\n- [x] 一\n- [ ] 二\n\n---\n\n## b\n？\n\n= 一\n"),
        ""
    );
}

#[test]
fn lessons() {
    let of = |front: &str, body: &str| {
        lesson(&format!("---\nformat: lesson/1\ntitle: 课\n{front}\n---\n{body}")).1
    };
    let essay = "## check-a\n`essay`\n\n？\n\n- 共情 (0..3): 先道歉\n";
    insta::assert_snapshot!(of("complete: checks", "文\n"), @r"
    4:11 error[no-checks] `complete: checks` needs at least one check
    ");
    insta::assert_snapshot!(of("complete: checks", essay), @r"
    6:4 error[essay-check] nobody rates an essay in a lesson, so `complete: checks` is never met
    ");
    assert_eq!(of("complete: read", essay), "");
    insta::assert_snapshot!(of("complete: time(1mo)", "文\n"), @r"
    4:11 error[unknown-word] `complete` cannot be `time(1mo)`
    ");
    insta::assert_snapshot!(of("minutes: 0", "文\n"), @r"
    4:10 error[wrong-value] `minutes` must be a whole number from 1 to 10000
    ");
    insta::assert_snapshot!(of("pass: 80%", "文\n"), @r"4:1 error[unknown-key] unknown key `pass`");
    insta::assert_snapshot!(of("minutes: 5", "## check-A\n？\n\n- [ ] 一\n- [ ] 二\n\n## check-A\n？\n"), @r"
    6:4 error[bad-id] `check-A` cannot be an id
    9:1 error[no-right-option] no option is right
    12:4 error[bad-id] `check-A` cannot be an id
    12:4 error[duplicate-id] `check-A` stands in this file twice
    ");
}
