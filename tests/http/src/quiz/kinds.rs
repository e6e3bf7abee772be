//! Every kind of question, answered through the form.

use super::Taker;
use domain::quiz::Share;

/// One question of each kind that is marked at once.
pub(super) const KINDS: &str = "
## single
`tags: a`

选一个。

- [ ] 红
  > FB-red
- [x] 绿
- [ ] 蓝

## several
`tags: a`

选几个。

- [x] 一
- [ ] 二
- [x] 三
- [ ] 四

## words
`tags: b`

写词。

= 谢谢

## figure
`tags: b`

几公斤？

= 24 ± 0.5 kg

## steps
`order` `tags: c`

排好。

1. 起床
2. 洗脸
3. 吃饭
4. 出门

## pairs
`match` `tags: c`

配对。

| 左 | 右 |
|---|---|
| 猫 | 喵 & \"呼\" |
| 狗 | 汪 |
| 牛 | 哞 |

## gaps
`tags: d`

先说 {{您好|你好}}，再 {{挂机/*记录/转接}}。
";

#[tokio::test]
async fn each_kind_answered_right_earns_all() {
    for shuffle in ["", "\nshuffle: [questions, options]"] {
        let taker = Taker::new(&format!("pass: 100%{shuffle}"), KINDS).await;
        let path = taker.take(true).await;
        let attempt = taker.attempt(&path).await;
        assert_eq!(attempt.questions.len(), 7);
        for asked in &attempt.questions {
            assert_eq!(asked.mark, Some(Share::ALL), "{}", asked.question);
        }
    }
}

#[tokio::test]
async fn each_kind_saved_is_shown_again_and_counts() {
    let taker = Taker::new("pass: 100%\nshuffle: [questions, options]", KINDS).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    for shown in [
        "type=\"radio\"",
        "type=\"checkbox\"",
        "inputmode=\"decimal\"",
        "<span>kg</span>",
        "class=\"cloze\"",
        "第 4 步",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    let right = taker.right(&path).await;
    taker.press("save", &path, &page, &right).await;
    let page = taker.page(&path).await;
    assert_eq!(
        page.matches("data-state=\"answered\"").count(),
        8,
        "all seven, and the legend"
    );
    // Nothing is changed in what comes back, so nothing is saved again; all of it counts.
    taker.press("submit", &path, &page, &[]).await;
    let attempt = taker.attempt(&path).await;
    assert!(
        attempt
            .questions
            .iter()
            .all(|asked| asked.mark != Some(Share::ALL)),
        "left out is taken back"
    );
}

#[tokio::test]
async fn the_page_sent_back_as_it_is_keeps_every_answer() {
    let taker = Taker::new("pass: 100%\nshuffle: [questions, options]", KINDS).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    let right = taker.right(&path).await;
    taker.press("save", &path, &page, &right).await;
    let saved = taker.attempt(&path).await;
    let page = taker.page(&path).await;
    taker.press("save", &path, &page, &right).await;
    assert_eq!(taker.attempt(&path).await, saved, "not even a new number");
    taker.press("submit", &path, &page, &right).await;
    assert!(
        taker
            .attempt(&path)
            .await
            .questions
            .iter()
            .all(|asked| asked.mark == Some(Share::ALL))
    );
}
