//! Practice: the book of mistakes and questions by topic, ungraded and private.

use test_support::{Answer, Client};

use crate::quiz::Taker;

const BOOK: &str = "/practice/mistakes";
const TOPIC: &str = "/practice/topics/desk?tag=hello";
const DAY: i64 = 86_400;
const ONLY_ONE: [(&str, &str); 2] = [("q0", "1"), ("q1", "您好")];
const ALL: [(&str, &str); 2] = [("q0", "0"), ("q1", "您好")];

/// Two questions that are drawn, and two for practice.
const QUESTIONS: &str = "\n## one\n`tags: hello`\n\n几声内接起？\n\n- [x] 三声\n- [ ] 六声\n  > 太久了。\n\n> 三声内接起。\n\n\
     ## two\n`tags: words`\n\n先说什么？\n\n= 您好\n\n\
     ## many\n`tags: hello` `pool: practice`\n\n开场白要说什么？\n\n- [x] 公司\n- [x] 姓名\n- [ ] 年龄\n  > 没有人问。\n\n> 公司和姓名。\n\n\
     ## gap\n`tags: 记录` `pool: practice`\n\n记下{{姓名}}和{{邮编/*事由}}。\n";

async fn centre(show: &str) -> Taker {
    Taker::new(&format!("pass: 80%\nattempts: 3\nshow: {show}"), QUESTIONS).await
}

/// Hands in one attempt with these answers.
async fn take(taker: &Taker, answers: [(&str, &str); 2]) {
    let path = taker.start().await;
    let page = taker.page(&path).await;
    let fields = answers.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let answer = taker.press("submit", &path, &page, &fields).await;
    assert_eq!(answer.header("location"), path);
}

/// So many days later; sessions do not last that long.
async fn days_later(taker: &mut Taker, days: i64) {
    taker.app.wait(days * DAY);
    taker.client = taker.app.sign_in("trainee").await;
}

async fn answer(client: &Client, from: &str, question: &str, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("quiz", "desk/quiz"), ("question", question)];
    all.extend_from_slice(fields);
    client.submit("/do/answer-practice", from, &all).await
}

/// Answers and reads the page that follows.
async fn told(client: &Client, from: &str, question: &str, fields: &[(&str, &str)]) -> String {
    let answer = answer(client, from, question, fields).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, from));
    client.get(from).await.text().to_owned()
}

#[tokio::test]
async fn a_mistake_comes_in_once_its_answer_may_be_seen() {
    let mut taker = centre("{ after-submit: [score], after-pass: [answers] }").await;
    take(&taker, ONLY_ONE).await;
    days_later(&mut taker, 1).await;
    let page = taker.page(BOOK).await;
    assert!(
        page.contains("没有要再练的错题") && !page.contains("几声内接起"),
        "{page}"
    );
    let early = answer(&taker.client, BOOK, "one", &[("answer", "0")]).await;
    assert_eq!(
        early.status, 404,
        "practising must not help with a quiz that may be repeated"
    );
    take(&taker, ALL).await;
    let page = taker.page(BOOK).await;
    assert!(
        page.contains("今天有 1 题要再练") && page.contains("几声内接起"),
        "{page}"
    );
    for key in ["太久了", "三声内接起。", "data-mark", "先说什么"] {
        assert!(!page.contains(key), "{key}");
    }
    assert!(page.contains("练习不计成绩，只有你自己看得到。"));
}

#[tokio::test]
async fn while_an_attempt_is_open_the_book_waits() {
    let mut taker = centre("{ after-submit: [score, answers] }").await;
    take(&taker, ONLY_ONE).await;
    days_later(&mut taker, 1).await;
    assert!(taker.page(BOOK).await.contains("几声内接起"));
    taker.start().await;
    assert!(!taker.page(BOOK).await.contains("几声内接起"));
    assert_eq!(
        answer(&taker.client, BOOK, "one", &[("answer", "0")])
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn it_returns_until_it_was_right_twice_in_a_row() {
    let mut taker = centre("{ after-submit: [score, answers] }").await;
    take(&taker, ONLY_ONE).await;
    assert!(taker.page(BOOK).await.contains("过几天再练的 1 题"));
    days_later(&mut taker, 1).await;
    let page = told(&taker.client, BOOK, "one", &[("answer", "1")]).await;
    for said in [
        "没答对，看看正确答案",
        "太久了。",
        "正确答案",
        "三声内接起。",
        "收在错题本里",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    days_later(&mut taker, 2).await;
    assert!(taker.page(BOOK).await.contains("没有要再练的错题"));
    days_later(&mut taker, 1).await;
    let page = told(&taker.client, BOOK, "one", &[("answer", "0")]).await;
    assert!(page.contains("答对了") && page.contains("收在错题本里"), "{page}");
    // Sent again, it changes nothing.
    told(&taker.client, BOOK, "one", &[("answer", "0")]).await;
    assert!(taker.page(BOOK).await.contains("连续答对 1 / 2"));
    days_later(&mut taker, 7).await;
    let page = told(&taker.client, BOOK, "one", &[("answer", "0")]).await;
    assert!(page.contains("已移出错题本"), "{page}");
    days_later(&mut taker, 30).await;
    assert!(!taker.page(BOOK).await.contains("几声内接起"));
    assert_eq!(taker.results().await, 1, "practice is no evidence");
}

#[tokio::test]
async fn topics_are_practised_without_end_and_never_drawn() {
    let mut taker = centre("{ after-submit: [score] }").await;
    let page = taker.page("/practice").await;
    for said in ["主题练习", "问候", "记录", "2 题", "错题本", "情景对练"] {
        assert!(page.contains(said), "{said}");
    }
    assert!(taker.page("/quizzes/desk/quiz").await.contains("<dd>2 题</dd>"));
    let page = taker.page(TOPIC).await;
    assert!(page.contains("开场白要说什么") && page.contains("第 1 题，共 1 题"));
    assert!(!page.contains("没有人问") && !page.contains("公司和姓名。"));
    // Nothing ticked: the page says so and shows nothing.
    let page = told(&taker.client, TOPIC, "many", &[]).await;
    assert!(
        page.contains("role=\"alert\"") && !page.contains("没有人问"),
        "{page}"
    );
    let page = told(&taker.client, TOPIC, "many", &[("answer", "0"), ("answer", "1")]).await;
    assert!(
        page.contains("答对了") && !page.contains("收在错题本里"),
        "{page}"
    );
    let page = told(&taker.client, TOPIC, "many", &[("answer", "0"), ("answer", "2")]).await;
    assert!(
        page.contains("没有人问。") && page.contains("收在错题本里"),
        "{page}"
    );
    let cloze = "/practice/topics/desk?tag=%E8%AE%B0%E5%BD%95";
    let page = told(
        &taker.client,
        cloze,
        "gap",
        &[("answer-0", "姓名"), ("answer-1", "0")],
    )
    .await;
    assert!(page.contains("没答对") && page.contains("事由"), "{page}");
    let all = "/practice/topics/desk";
    assert!(taker.page(all).await.contains("共 2 题"));
    assert_eq!(
        taker.client.get("/practice/topics/desk?tag=none").await.status,
        404
    );
    days_later(&mut taker, 1).await;
    assert!(taker.page(BOOK).await.contains("今天有 2 题要再练"));
    // Answered right while it is due, it counts wherever it is asked.
    told(&taker.client, TOPIC, "many", &[("answer", "0"), ("answer", "1")]).await;
    assert!(taker.page(BOOK).await.contains("今天有 1 题要再练"));
}

#[tokio::test]
async fn nobody_else_sees_what_somebody_practises() {
    let mut taker = centre("{ after-submit: [score, answers] }").await;
    take(&taker, ONLY_ONE).await;
    told(&taker.client, TOPIC, "many", &[("answer", "2")]).await;
    days_later(&mut taker, 1).await;
    assert!(taker.page(BOOK).await.contains("今天有 2 题要再练"));
    let app = &taker.app;
    for login in ["trainer", "supervisor", "recruiter", "admin"] {
        let other = app.sign_in(login).await;
        assert_eq!(other.get(BOOK).await.status, 403, "{login}");
        assert_eq!(other.get(TOPIC).await.status, 403, "{login}");
        let sent = answer(&other, "/", "many", &[("answer", "0")]).await;
        assert_eq!(sent.status, 403, "{login}");
    }
    let trainer = app.sign_in("trainer").await;
    let page = trainer.get("/practice").await;
    assert!(page.text().contains("情景对练") && !page.text().contains("错题本"));
    let colleague = crate::play_content::person(app, "colleague", "learner").await;
    assert!(colleague.get(BOOK).await.text().contains("没有要再练的错题"));
    let file = trainer.get("/people/trainee").await;
    assert!(!file.text().contains("开场白要说什么") && !file.text().contains("错题"));
}
