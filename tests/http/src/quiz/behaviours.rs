//! Checks that lock, tries with hints, answers one is sure of, and which of several attempts counts.

use super::{QUIZ, SHORT, Taker, pair};
use domain::evidence::Outcome;
use domain::score::Milli;

const HINTED: &str = "\n## one\n\n几声内接起？\n\n- [x] 三声\n- [ ] 六声\n  > 太久了。\n- [ ] 九声\n  > 更久了。\n\n\
     ? 再快一点。\n? 一只手数得过来。\n\n> 三声内接起。\n";

/// Checks the question at this place, as the page stands; where that leads.
async fn check(taker: &Taker, path: &str, position: usize, fields: &[(String, String)]) -> String {
    let page = taker.page(path).await;
    let answer = taker.press(&format!("try-{position}"), path, &page, fields).await;
    answer.header("location").to_owned()
}

async fn option(taker: &Taker, path: &str, written: usize) -> (String, String) {
    let attempt = taker.attempt(path).await;
    let place = attempt.questions[0]
        .permutation
        .iter()
        .position(|slot| *slot == written)
        .unwrap();
    pair("q0", &place.to_string())
}

/// Hands in with these fields, as a browser sends them all again.
async fn score(taker: &Taker, path: &str, fields: &[(String, String)]) -> Milli {
    let page = taker.page(path).await;
    taker.press("submit", path, &page, fields).await;
    taker.attempt(path).await.score.unwrap()
}

#[tokio::test]
async fn immediate_says_at_once_and_locks() {
    let taker = Taker::new("pass: 80%\nbehaviour: immediate", SHORT).await;
    assert!(taker.page(QUIZ).await.contains("检查后这道题就不能再改"));
    let path = taker.start().await;
    let page = taker.page(&path).await;
    assert_eq!(page.matches("检查这一题").count(), 2);
    assert!(!page.contains("三声内接起"));
    let wrong = option(&taker, &path, 1).await;
    assert_eq!(
        check(&taker, &path, 0, std::slice::from_ref(&wrong)).await,
        format!("{path}#question-1")
    );
    let page = taker.page(&path).await;
    for text in ["太久了", "三声内接起。", "没答对 · 得 0 分", "不能再改"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(!page.contains("正确答案") && !page.contains("value=\"try-0\""));
    // Neither a form nor a save nor another check changes it any more.
    let right = option(&taker, &path, 0).await;
    check(&taker, &path, 0, std::slice::from_ref(&right)).await;
    taker.save(&path, &[(&right.0, &right.1), ("seq0", "99")]).await;
    assert_eq!(score(&taker, &path, &[]).await, Milli(0));
    assert_eq!(taker.results().await, 1);
}

#[tokio::test]
async fn what_is_right_when_checked_counts_in_full_and_what_is_open_is_not_checked() {
    let taker = Taker::new("pass: 50%\nbehaviour: immediate", SHORT).await;
    let path = taker.start().await;
    assert_eq!(check(&taker, &path, 1, &[]).await, format!("{path}#told-2"));
    let page = taker.page(&path).await;
    let question = &page[page.find("id=\"question-2\"").unwrap()..];
    let beside = &question[question.find("id=\"told-2\"").unwrap()..];
    assert!(beside.contains("请先作答，再检查"), "beside the question: {page}");
    assert_eq!(page.matches("请先作答，再检查").count(), 1);
    assert!(
        question.contains("data-kind=\"warn\"") && !page.contains("data-kind=\"ok\""),
        "{page}"
    );
    check(&taker, &path, 1, &[pair("q1", "您好")]).await;
    assert!(taker.page(&path).await.contains("答对 · 得 1 分"));
    // The other question is answered without a check, and marked when handed in.
    let right = option(&taker, &path, 0).await;
    let page = taker.page(&path).await;
    taker
        .press("save", &path, &page, std::slice::from_ref(&right))
        .await;
    assert_eq!(score(&taker, &path, &[right]).await, Milli::whole(100));
}

#[tokio::test]
async fn interactive_gives_hints_and_takes_off_for_each_try() {
    let taker = Taker::new("pass: 50%\nbehaviour: interactive\npenalty: 30%", HINTED).await;
    assert!(taker.page(QUIZ).await.contains("少得 30% 的分"));
    let path = taker.start().await;
    let page = taker.page(&path).await;
    assert!(
        page.contains("还有 3 次机会") && !page.contains("再快一点"),
        "{page}"
    );
    check(&taker, &path, 0, &[option(&taker, &path, 1).await]).await;
    let page = taker.page(&path).await;
    assert!(page.contains("还不对，还有 2 次机会") && page.contains("再快一点") && page.contains("太久了"));
    assert!(page.contains("选项 B："), "whose feedback it is: {page}");
    assert!(
        !page.contains("一只手数得过来") && !page.contains("三声内接起。"),
        "{page}"
    );
    // The same answer again is no try, and it is said beside the question.
    let same = check(&taker, &path, 0, &[option(&taker, &path, 1).await]).await;
    assert_eq!(same, format!("{path}#told-1"));
    let page = taker.page(&path).await;
    assert!(
        page.contains("还有 2 次机会") && page.contains("答案没有改，这次不算"),
        "{page}"
    );
    assert!(!taker.page(&path).await.contains("答案没有改"), "once");
    // A check sent twice is one, and nothing is said of it.
    let two = option(&taker, &path, 2).await;
    let (_, again) = tokio::join!(
        taker.press("try-0", &path, &page, std::slice::from_ref(&two)),
        taker.press("try-0", &path, &page, std::slice::from_ref(&two))
    );
    assert_eq!(again.header("location"), format!("{path}#question-1"));
    assert!(taker.page(&path).await.contains("一只手数得过来"));
    check(&taker, &path, 0, &[option(&taker, &path, 0).await]).await;
    let page = taker.page(&path).await;
    assert!(page.contains("答对 · 得 0.4 分，满分 1 分 · 试了 3 次"), "{page}");
    assert_eq!(score(&taker, &path, &[]).await, Milli::whole(40));
}

#[tokio::test]
async fn certainty_earns_and_costs_and_never_less_than_nothing() {
    let rules = "pass: 60%\nbehaviour: certainty\nshow: { after-submit: [score, marks] }";
    let taker = Taker::new(rules, SHORT).await;
    let page = taker.page(QUIZ).await;
    for text in ["有把握却答错要倒扣", "+3", "−6", "−2", "+1"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let path = taker.start().await;
    assert_eq!(taker.page(&path).await.matches("有多大把握").count(), 2);
    // Through the form: sure and right; through the island: a guess, and wrong.
    let page = taker.page(&path).await;
    let right = option(&taker, &path, 0).await;
    let mut fields = vec![right, pair("q0.sure", "sure")];
    taker.press("save", &path, &page, &fields).await;
    taker
        .save(
            &path,
            &[("q1", "喂"), ("q1.sure", "guess"), ("seq1", "9999999999999")],
        )
        .await;
    let page = taker.page(&path).await;
    assert!(page.contains("value=\"sure\" checked"), "{page}");
    fields.extend([pair("q1", "喂"), pair("q1.sure", "guess")]);
    assert_eq!(
        score(&taker, &path, &fields).await,
        Milli::whole(50),
        "3 of 6 thirds"
    );
    let page = taker.page(&path).await;
    // Head, mark and topics count in the same points.
    assert!(page.contains("有把握 · 答对 · 得 3 分，满分 3 分"), "{page}");
    assert_eq!(page.matches("<span>3 分</span>").count(), 2, "{page}");
    assert!(page.contains("猜的 · 没答对 · 得 0 分"), "{page}");
    let path = taker.start().await;
    let page = taker.page(&path).await;
    assert_eq!(page.matches("<span>3 分</span>").count(), 2, "{page}");
    let mut fields = vec![pair("q1", "喂"), pair("q1.sure", "sure")];
    fields.extend([option(&taker, &path, 1).await, pair("q0.sure", "sure")]);
    taker.press("save", &path, &page, &fields).await;
    assert_eq!(
        score(&taker, &path, &fields).await,
        Milli(0),
        "−6 is nothing, not less"
    );
    let page = taker.page(&path).await;
    assert!(page.contains("得 −6 分") && page.contains("−6 / 3"), "{page}");
}

#[tokio::test]
async fn a_change_of_certainty_alone_is_kept() {
    let taker = Taker::new("pass: 60%\nbehaviour: certainty", SHORT).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    taker.press("save", &path, &page, &[pair("q1", "您好")]).await;
    let page = taker.page(&path).await;
    let fields = [pair("q1", "您好"), pair("q1.sure", "fairly")];
    taker.press("save", &path, &page, &fields).await;
    assert_eq!(
        taker.attempt(&path).await.questions[1].certainty,
        Some(domain::quiz::Certainty::Fairly)
    );
}

#[tokio::test]
async fn a_quiz_says_which_attempt_counts() {
    let taker = Taker::new("pass: 80%\ncounts: average", SHORT).await;
    assert!(taker.page(QUIZ).await.contains("以各次的平均分为准"));
    taker.take(false).await;
    let path = taker.take(true).await;
    let attempt = taker.attempt(&path).await;
    assert_eq!(
        (attempt.score, attempt.outcome),
        (Some(Milli::whole(100)), Some(Outcome::Failed))
    );
    let page = taker.page(&path).await;
    assert!(
        page.contains("以各次的平均分为准") && !page.contains("还差"),
        "{page}"
    );
    let first = Taker::new("pass: 80%\ncounts: first\nattempts: 2", SHORT).await;
    first.take(false).await;
    let path = first.take(true).await;
    assert_eq!(first.attempt(&path).await.outcome, Some(Outcome::Failed));
    let page = first.page(QUIZ).await;
    assert!(
        page.contains("考试次数已经用完") && !page.contains("不用再考"),
        "used up is not passed"
    );
    let latest = Taker::new("pass: 80%\ncounts: latest", SHORT).await;
    latest.take(false).await;
    let path = latest.take(true).await;
    assert_eq!(latest.attempt(&path).await.outcome, Some(Outcome::Passed));
}
