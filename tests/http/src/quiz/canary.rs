//! A mark planted in every key and every feedback reaches nobody early, and does appear once it may.

use super::{QUIZ, Taker, pair};

/// `CANARY-…` wherever a learner must not look before the time has come; `= 7315.25` is the number's.
const PLANTED: &str = "
## single
`tags: a`

选一个。

- [ ] 红
  > CANARY-feedback-wrong
- [x] 绿
  > CANARY-feedback-right

> CANARY-explanation

## words
`tags: b`

写词。

= CANARY-accepted
= CANARY-alternative

> CANARY-explanation-words

## figure
`tags: b`

多少？

= 7315.25 ± 0.125

## gaps
`tags: d`

先说 {{CANARY-gap|CANARY-other-gap}}。

> CANARY-explanation-gaps
";

const MARKS: [&str; 3] = ["CANARY", "7315.25", "0.125"];

fn is_clean(what: &str, text: &str) {
    for mark in MARKS {
        assert!(!text.contains(mark), "{mark} in {what}: {text}");
    }
}

#[tokio::test]
async fn no_key_is_seen_before_its_time() {
    let rules = "pass: 100%\nattempts: 2\nshuffle: [options]\n\
                 show: { after-submit: [score, own, marks], after-close: [feedback, answers] }";
    let taker = Taker::new(rules, PLANTED).await;
    is_clean("the start page", &taker.page(QUIZ).await);
    let path = taker.start().await;
    let page = taker.page(&path).await;
    is_clean("the attempt", &page);
    is_clean("the course", &taker.page("/courses/desk").await);
    is_clean("the lesson", &taker.page("/courses/desk/hello").await);
    is_clean("today", &taker.page("/").await);
    is_clean("the file", &taker.page("/me").await);
    is_clean(
        "search",
        &taker
            .page("/search?q=CANARY-")
            .await
            .replace("value=\"CANARY-\"", "")
            .replace("CANARY-", ""),
    );
    let fields = [
        ("attempt", &path[10..]),
        ("q0", "0"),
        ("seq0", "1"),
        ("q1", "x"),
        ("seq1", "1"),
        ("q3.0", "y"),
        ("seq3", "1"),
    ];
    let saved = taker.client.call("/do/save-answers", &path, &fields).await;
    is_clean("saving", saved.text());
    let bad = taker.client.call("/do/save-answers", &path, &[("q0", "0")]).await;
    is_clean("an answer to nonsense", bad.text());
    let answer = taker.press("save", &path, &page, &[pair("q1", "z")]).await;
    is_clean("the answer to a form", answer.text());
    let answer = taker
        .press(
            "submit",
            &path,
            &taker.page(&path).await,
            &[pair("q0", "0"), pair("q1", "z")],
        )
        .await;
    is_clean("handing in", answer.text());
    is_clean("the result", &taker.page(&path).await);
    is_clean("the start page afterwards", &taker.page(QUIZ).await);
    let last = taker.start().await;
    is_clean(
        "the first result while the last attempt is open",
        &taker.page(&path).await,
    );
    is_clean("the last attempt", &taker.page(&last).await);
    for option in ["0", "1"] {
        taker
            .save(&last, &[("q0", option), ("seq0", &format!("{option}1"))])
            .await;
    }
    let page = taker.page(&last).await;
    taker.press("submit", &last, &page, &[pair("q0", "1")]).await;
    // The control: it is there, and shows once nothing can be answered any more.
    let both = taker.page(&path).await + &taker.page(&last).await;
    for mark in [
        "CANARY-feedback",
        "CANARY-explanation",
        "CANARY-accepted",
        "CANARY-alternative",
        "CANARY-explanation-words",
        "7315.25",
        "CANARY-gap",
        "CANARY-explanation-gaps",
    ] {
        assert!(both.contains(mark), "{mark} never appears");
    }
}

#[tokio::test]
async fn what_is_not_listed_is_never_shown() {
    let taker = Taker::new("pass: 50%\nshow: {}", PLANTED).await;
    let path = taker.take(false).await;
    let page = taker.page(&path).await;
    is_clean("the result", &page);
    assert!(
        page.contains("未通过") && !page.contains("score-figure"),
        "{page}"
    );
}
