//! What a learner sees of a question that was judged anew.

use super::*;

/// The part of a result page that reviews the question at this place, counted from 1.
fn reviewed(page: &str, number: usize) -> &str {
    let mut questions = page.split("<fieldset class=\"question\"").skip(number);
    questions.next().unwrap_or_default()
}

#[tokio::test]
async fn the_review_shows_the_corrected_key_and_what_it_changed() {
    let rules = "pass: 80%\nattempts: 3\nshow: { after-submit: [score, own, marks, feedback, answers] }";
    let folder = content(rules, SHORT);
    let (taker, trainer, path) = after_a_wrong_key(&folder).await;
    // Somebody whose result the correction does not change: nothing was answered.
    add_account(&taker.app, "lisa", "李莎", &["learner"], "").await;
    let lisa = Taker {
        client: taker.app.sign_in("lisa").await,
        app: taker.app,
    };
    let none = lisa.take(false).await;
    let taker = Taker {
        client: taker.client,
        app: lisa.app,
    };
    let before = taker.page(&path).await;
    assert!(reviewed(&before, 1).contains("你的选择，不对"), "{before}");
    // The corrected version also writes the options in another order.
    let corrected = SHORT.replace(
        "- [x] 三声\n- [ ] 六声\n  > 太久了。",
        "- [x] 六声\n  > 改正：六声内都可以。\n- [ ] 三声",
    );
    assert_ne!(corrected, SHORT);
    write(folder.path(), rules, &corrected);
    publish(&taker).await;
    let published = taker.page(&path).await;
    assert_eq!(
        reviewed(&published, 1),
        reviewed(&before, 1),
        "publishing changes nothing"
    );
    assert_eq!(apply(&taker, &trainer, "答案标错了").await, 303);
    let page = taker.page(&path).await;
    let first = reviewed(&page, 1);
    for text in [
        "你的选择，正确",
        "改正：六声内都可以",
        "答对 · 得 1 分",
        "这道题按更正后的答案重新判分，原来得 0 分",
    ] {
        assert!(first.contains(text), "{text}: {page}");
    }
    assert!(
        !first.contains("太久了") && !first.contains("你的选择，不对"),
        "{page}"
    );
    assert!(page.contains("原来 50 分，现在 100 分"), "{page}");
    assert!(!reviewed(&page, 2).contains("重新判分"), "{page}");
    // Options stand where they stood.
    let place = |page: &str| page.find("三声</span>") < page.find("六声</span>");
    assert_eq!(place(&page), place(&before));
    let asked = &taker.attempt(&path).await.questions[0];
    assert_eq!(
        asked.first_mark,
        Some(domain::quiz::Share::NONE),
        "the old mark stays"
    );
    let other = lisa.client.get(&none).await;
    let first = reviewed(other.text(), 1);
    assert!(first.contains("重新判分。"), "{first}");
    assert!(!other.text().contains("现在"), "{}", other.text());
    // The first key again: judged back, the first mark stays the first.
    write(folder.path(), rules, SHORT);
    publish(&taker).await;
    apply(&taker, &trainer, "改回来").await;
    let attempt = taker.attempt(&path).await;
    assert_eq!(attempt.score, Some(Milli::whole(50)));
    assert!(taker.page(&path).await.contains("你的选择，不对"));
}
