//! One question after the other: no way back, none skipped, none seen before its turn.

use super::{QUIZ, Taker, pair};
use domain::score::Milli;

/// Three questions of one word each.
const THREE: &str =
    "\n## one\n\n第一问？\n\n= 甲\n\n## two\n\n第二问？\n\n= 乙\n\n## three\n\n第三问？\n\n= 丙\n";

const RULES: &str = "pass: 60%\nnavigation: sequential";

/// The places of the questions a page has.
fn shown(page: &str) -> Vec<usize> {
    (0..3)
        .filter(|place| page.contains(&format!("id=\"question-{}\"", place + 1)))
        .collect()
}

/// Answers the current question and goes on; where to.
async fn next(taker: &Taker, path: &str, place: usize, text: &str) -> String {
    let page = taker.page(path).await;
    let fields = [pair(&format!("q{place}"), text)];
    let answer = taker.press(&format!("next-{place}"), path, &page, &fields).await;
    answer.header("location").to_owned()
}

#[tokio::test]
async fn a_quiz_is_answered_one_question_after_the_other() {
    let taker = Taker::new(RULES, THREE).await;
    assert!(taker.page(QUIZ).await.contains("一题一题地答，不能回头"));
    let path = taker.start().await;
    for (place, text) in [(0, "甲"), (1, "不知道")] {
        let page = taker.page(&path).await;
        assert_eq!(shown(&page), [place]);
        assert!(page.contains(&format!("第 {} 题，共 3 题", place + 1)), "{page}");
        assert!(
            page.contains("下一题") && !page.contains("name=\"later\""),
            "{page}"
        );
        assert!(!page.contains("href=\"#question-"), "no links to others: {page}");
        assert_eq!(page.matches("data-state=\"ahead\"").count(), 3 - place, "{page}");
        assert_eq!(
            next(&taker, &path, place, text).await,
            format!("{path}#question-{}", place + 2)
        );
    }
    let page = taker.page(&path).await;
    assert_eq!(shown(&page), [2]);
    assert!(
        !page.contains("下一题") && page.contains("value=\"next-2\""),
        "{page}"
    );
    assert!(!page.contains("第一问") && !page.contains("第二问"));
    assert_eq!(next(&taker, &path, 2, "丙").await, path);
    assert_eq!(taker.attempt(&path).await.score, Some(Milli(66_667)));
    assert_eq!(taker.results().await, 1);
}

#[tokio::test]
async fn what_was_passed_or_is_to_come_takes_no_answer() {
    let taker = Taker::new(RULES, THREE).await;
    let path = taker.start().await;
    let first = taker.page(&path).await;
    next(&taker, &path, 0, "甲").await;
    let kept = taker.attempt(&path).await;
    let refused = async |then: &str, fields: &[(String, String)], words: &str| {
        let answer = taker.press(then, &path, &first, fields).await;
        assert_eq!(answer.header("location"), path, "{then}");
        let page = taker.page(&path).await;
        assert!(page.contains(words), "{then}: {page}");
        assert_eq!(taker.attempt(&path).await, kept, "{then}");
    };
    let back = [pair("q0", "乙")];
    for then in ["save", "next-0", "skip-0", "try-0", "submit", "check"] {
        refused(then, &back, "第 1 题已经过了，不能再改").await;
    }
    let ahead = [pair("q0", "甲"), pair("q2", "丙"), pair("was2", "")];
    for then in ["save", "next-1", "next-2", "submit"] {
        refused(then, &ahead, "还没有轮到第 3 题").await;
    }
    refused("next-2", &[pair("q0", "甲")], "还没有轮到第 3 题").await;
    // As the island sends it: all of a save or nothing.
    for fields in [
        [
            ("q0", "乙"),
            ("seq0", "9999999999999"),
            ("q1", "乙"),
            ("seq1", "9999999999999"),
        ],
        [
            ("q2", "丙"),
            ("seq2", "9999999999999"),
            ("q1", "乙"),
            ("seq1", "9999999999999"),
        ],
    ] {
        assert_eq!(taker.save(&path, &fields).await, "out-of-turn");
    }
    assert_eq!(taker.attempt(&path).await, kept);
    assert_eq!(taker.results().await, 0);
    assert_eq!(taker.save(&path, &[("q1", "乙"), ("seq1", "5")]).await, "saved");
    // A mark to come back to means nothing here.
    taker.save(&path, &[("later", "1")]).await;
    assert_eq!(taker.attempt(&path).await.later, [0; 0]);
}

#[tokio::test]
async fn a_step_sent_twice_is_one_step() {
    let taker = Taker::new(RULES, THREE).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    let fields = [pair("q0", "甲")];
    let (one, two) = tokio::join!(
        taker.press("next-0", &path, &page, &fields),
        taker.press("next-0", &path, &page, &fields)
    );
    assert_eq!(one.header("location"), two.header("location"));
    let page = taker.page(&path).await;
    assert_eq!(shown(&page), [1], "the second question is not skipped");
    assert!(!page.contains("这次的改动没有保存"), "no mistake: {page}");
    // A save that was on its way when the step was made, repeated.
    let attempt = taker.attempt(&path).await;
    let seq = attempt.questions[0].seq.to_string();
    assert_eq!(taker.save(&path, &[("q0", "甲"), ("seq0", &seq)]).await, "saved");
    assert_eq!(taker.attempt(&path).await, attempt);
}

#[tokio::test]
async fn a_gap_is_asked_about_once() {
    let taker = Taker::new(RULES, THREE).await;
    let path = taker.start().await;
    assert_eq!(next(&taker, &path, 0, " ").await, format!("{path}#told-1"));
    let page = taker.page(&path).await;
    assert_eq!(shown(&page), [0]);
    assert!(
        page.contains("id=\"told-1\"") && page.contains("还没有作答。过了就不能再回来补"),
        "{page}"
    );
    assert!(
        page.contains("仍然继续") && page.contains("value=\"skip-0\""),
        "{page}"
    );
    taker.press("skip-0", &path, &page, &[]).await;
    assert_eq!(shown(&taker.page(&path).await), [1]);
    // Answered after all.
    next(&taker, &path, 1, "").await;
    let page = taker.page(&path).await;
    taker.press("skip-1", &path, &page, &[pair("q1", "乙")]).await;
    // The last one is asked about in the same way; the gaps before it are past.
    next(&taker, &path, 2, "").await;
    let page = taker.page(&path).await;
    assert!(
        page.contains("仍然交卷") && page.contains("id=\"told-3\""),
        "{page}"
    );
    assert_eq!(taker.results().await, 0);
    taker.press("skip-2", &path, &page, &[]).await;
    let attempt = taker.attempt(&path).await;
    assert_eq!((attempt.score, attempt.reached), (Some(Milli(33_333)), Some(2)));
}

#[tokio::test]
async fn another_device_lands_at_the_same_question() {
    let taker = Taker::new(RULES, THREE).await;
    let path = taker.start().await;
    next(&taker, &path, 0, "甲").await;
    let other = taker.app.sign_in("trainee").await;
    assert_eq!(shown(other.get(&path).await.text()), [1]);
    assert_eq!(taker.start().await, path);
    assert_eq!(shown(&taker.page(&path).await), [1]);
}

#[tokio::test]
async fn the_deadline_ends_it_where_it_is() {
    let taker = Taker::new("pass: 60%\nnavigation: sequential\ntime: 10min", THREE).await;
    let path = taker.start().await;
    next(&taker, &path, 0, "甲").await;
    taker.save(&path, &[("q1", "乙"), ("seq1", "5")]).await;
    let page = taker.page(&path).await;
    taker.app.wait(620);
    // Too late: what comes now is not kept, and what was saved counts.
    let answer = taker.press("next-1", &path, &page, &[pair("q1", "丙")]).await;
    assert_eq!(answer.header("location"), path);
    let page = taker.page(&path).await;
    assert!(page.contains("时间到了"), "{page}");
    taker.press("submit", &path, &page, &[]).await;
    assert_eq!(taker.attempt(&path).await.score, Some(Milli(66_667)));
}

#[tokio::test]
async fn questions_are_checked_and_then_left() {
    for (rules, words) in [
        ("behaviour: immediate", "答对 · 得 1 分"),
        ("behaviour: interactive\npenalty: 50%", "答对 · 得 1 分"),
    ] {
        let taker = Taker::new(&format!("{RULES}\n{rules}"), THREE).await;
        let path = taker.start().await;
        let page = taker.page(&path).await;
        let answer = taker.press("try-0", &path, &page, &[pair("q0", "甲")]).await;
        assert_eq!(answer.header("location"), format!("{path}#question-1"));
        let page = taker.page(&path).await;
        assert!(page.contains(words) && shown(&page) == [0], "{page}");
        taker.press("next-0", &path, &page, &[]).await;
        assert_eq!(shown(&taker.page(&path).await), [1], "{rules}");
        // The check of what is not there yet.
        let page = taker.page(&path).await;
        taker.press("try-2", &path, &page, &[]).await;
        assert!(taker.page(&path).await.contains("还没有轮到第 3 题"));
        next(&taker, &path, 1, "乙").await;
        next(&taker, &path, 2, "丙").await;
        assert_eq!(
            taker.attempt(&path).await.score,
            Some(Milli::whole(100)),
            "{rules}"
        );
    }
}

#[tokio::test]
async fn how_sure_one_is_cannot_be_changed_afterwards() {
    let taker = Taker::new(&format!("{RULES}\nbehaviour: certainty"), THREE).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    let sure = |word: &str| [pair("q0", "甲"), pair("q0.sure", word)];
    taker.press("next-0", &path, &page, &sure("guess")).await;
    let kept = taker.attempt(&path).await;
    taker.press("save", &path, &page, &sure("sure")).await;
    assert!(taker.page(&path).await.contains("第 1 题已经过了"));
    assert_eq!(taker.attempt(&path).await, kept);
}

#[tokio::test]
async fn without_the_key_nothing_changes() {
    let taker = Taker::new("pass: 60%", THREE).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    assert_eq!(shown(&page), [0, 1, 2]);
    taker.press("next-2", &path, &page, &[pair("q0", "甲")]).await;
    let attempt = taker.attempt(&path).await;
    assert_eq!((attempt.reached, attempt.score), (None, None));
    assert!(attempt.questions[0].answer.is_some());
}
