//! From the start to the result.

use std::fs;

use super::{QUIZ, SHORT, Taker, content, pair};
use test_support::TestApp;

#[tokio::test]
async fn the_rules_stand_on_the_start_page() {
    let taker = Taker::new("pass: 80%\ntime: 20min\nattempts: 3\nwait: 1h", SHORT).await;
    let page = taker.page(QUIZ).await;
    for text in [
        "前台测验",
        "80 分",
        "2 题",
        "20 分钟",
        "还有 3 次，共 3 次",
        "1 小时",
        "开始考试",
    ] {
        assert!(page.contains(text), "{text}");
    }
    assert_eq!(taker.client.get("/quizzes/desk/none").await.status, 404);
    assert_eq!(taker.client.get("/quizzes/none/quiz").await.status, 404);
}

#[tokio::test]
async fn an_open_attempt_is_gone_on_with() {
    let taker = Taker::new("attempts: 3", SHORT).await;
    let path = taker.start().await;
    assert!(taker.page(QUIZ).await.contains("继续答题"));
    assert_eq!(taker.start().await, path);
    assert!(taker.page(QUIZ).await.contains("还有 2 次"));
}

#[tokio::test]
async fn a_passed_attempt_says_so_once() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.take(true).await;
    let page = taker.page(&path).await;
    assert!(page.contains("已通过") && page.contains("100"), "{page}");
    assert_eq!(taker.results().await, 1);
    assert!(taker.page(QUIZ).await.contains("不用再考"));
    assert_eq!(
        taker.press_start().await.header("location"),
        QUIZ,
        "back, with the reason"
    );
}

#[tokio::test]
async fn a_failed_attempt_first_says_how_far_it_was() {
    let rules = "pass: 80%\nattempts: 3\nshow: { after-submit: [score, marks] }";
    let taker = Taker::new(rules, SHORT).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    taker.press("submit", &path, &page, &[pair("q1", "您好。")]).await;
    let page = taker.page(&path).await;
    for text in [
        "50",
        "还差 30 分",
        "你在“问候”上丢分最多",
        "还有 2 次机会",
        "/courses/desk/hello",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(!page.contains("三声内接起"), "the explanation is not shown");
}

#[tokio::test]
async fn the_two_lessons_that_cost_most_are_to_be_read_again() {
    let question =
        |tag: &str, points: u32| format!("\n## {tag}\n`tags: {tag}` `{points} points`\n\n{tag}？\n\n= 是\n");
    let all = question("hello", 1) + &question("patience", 3) + &question("thanks", 2);
    let rules = "pass: 80%\nwait: 1h\nshow: { after-submit: [score, marks] }";
    let folder = content(rules, &all);
    let course = folder.path().join("courses/desk");
    for lesson in ["patience", "thanks"] {
        fs::write(
            course.join(format!("{lesson}.md")),
            super::LESSON.replace("问候", lesson),
        )
        .unwrap();
    }
    let lessons = super::COURSE.replace("[hello]", "[hello, patience, thanks]");
    fs::write(course.join("course.md"), lessons).unwrap();
    let app = TestApp::with_content(folder.path()).await;
    let client = app.sign_in("trainee").await;
    let taker = Taker { app, client };
    let path = taker.take(false).await;
    let page = taker.page(&path).await;
    let (_, again) = page.split_once("再读一遍").unwrap();
    let links: Vec<_> = again
        .match_indices("/courses/desk/")
        .map(|(at, _)| &again[at + 14..at + 20])
        .collect();
    assert_eq!(links, ["patien", "thanks"], "{page}");
    assert!(
        page.contains("你在“patience”上丢分最多") && page.contains("以后可以再考"),
        "{page}"
    );
}

#[tokio::test]
async fn points_are_shown_with_one_decimal_and_scores_without() {
    let several = "\n## one\n`tags: hello` `2.5 points`\n\n先做哪三件？\n\n- [x] 问候\n- [x] 倾听\n- [x] 记录\n- [ ] 看手机\n";
    let rules = "pass: 66.66%\nattempts: 3\nshow: { after-submit: [score, marks] }";
    let taker = Taker::new(rules, several).await;
    assert!(taker.page(QUIZ).await.contains("66.7 分"));
    let path = taker.start().await;
    let page = taker.page(&path).await;
    assert!(page.contains("<span>2.5 分</span>"), "{page}");
    let right = taker.right(&path).await;
    taker.press("submit", &path, &page, &right[..1]).await;
    let page = taker.page(&path).await;
    for text in ["得 0.8 分，满分 2.5 分", "0.8 / 2.5", "还差 33.7 分"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(!page.contains("33.3") && !page.contains("0.83"), "{page}");
}

#[tokio::test]
async fn handing_in_twice_gives_one_result() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    let (one, other) = (taker.page(&path).await, taker.page(&path).await);
    let right = taker.right(&path).await;
    let (first, second) = tokio::join!(
        taker.press("submit", &path, &one, &right),
        taker.press("submit", &path, &other, &[])
    );
    assert_eq!(
        (first.header("location"), second.header("location")),
        (&*path, &*path)
    );
    let again = taker.press("submit", &path, &one, &[pair("q1", "再见")]).await;
    assert_eq!(again.header("location"), path);
    assert_eq!(taker.results().await, 1);
    let attempt = taker.attempt(&path).await;
    taker.press("save", &path, &one, &[pair("q1", "再见")]).await;
    assert_eq!(taker.attempt(&path).await, attempt, "what was handed in stays");
}

#[tokio::test]
async fn handing_in_with_gaps_is_asked_about() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    assert!(!page.contains("仍然交卷"), "{page}");
    let answer = taker.press("check", &path, &page, &[pair("q1", "您好")]).await;
    assert_eq!(answer.header("location"), format!("{path}#answer-sheet"));
    assert_eq!(taker.results().await, 0);
    let page = taker.page(&path).await;
    assert!(
        page.contains("还有 1 题没有作答") && page.contains("仍然交卷"),
        "{page}"
    );
    assert!(page.contains("value=\"您好\""), "what was answered is kept");
    // Nothing is open any more: no question.
    let right = taker.right(&path).await;
    let answer = taker.press("check", &path, &page, &right).await;
    assert_eq!(answer.header("location"), path);
    assert_eq!(taker.results().await, 1);
}

#[tokio::test]
async fn somebody_elses_attempt_is_no_attempt() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    let unknown = taker
        .client
        .get("/attempts/01890000-0000-7000-8000-000000000000")
        .await;
    assert_eq!(unknown.status, 404);
    for login in ["trainer", "admin"] {
        let other = Taker {
            client: taker.app.sign_in(login).await,
            app: TestApp::new().await,
        };
        assert_eq!(
            other.client.get(&path).await.status,
            403,
            "{login} takes no quizzes"
        );
        let answer = other
            .client
            .call(
                "/do/save-answers",
                &path,
                &[("attempt", &path[10..]), ("seq1", "9"), ("q1", "x")],
            )
            .await;
        assert_eq!(answer.text(), "\"unknown\"");
    }
    let learner = second_learner(&taker).await;
    assert_eq!(learner.get(&path).await.status, 404);
    assert!(!learner.get(&path).await.text().contains("前台测验"));
    let fields = [
        ("attempt", &path[10..]),
        ("then", "submit"),
        ("was1", "x"),
        ("q1", "x"),
    ];
    assert_eq!(learner.submit("/do/hand-in", QUIZ, &fields).await.status, 404);
    let fields = [("attempt", &path[10..]), ("seq1", "9"), ("q1", "x")];
    assert_eq!(
        learner.call("/do/save-answers", &path, &fields).await.text(),
        "\"unknown\""
    );
    assert_eq!(
        taker.page(&path).await.matches("data-state=\"answered\"").count(),
        page.matches("data-state=\"answered\"").count()
    );
}

/// Another learner, who signs in.
async fn second_learner(taker: &Taker) -> test_support::Client {
    use store::{
        accounts::{self, NewAccount},
        actors::Operator,
        people::{self, NewPerson},
    };
    let site = taker.app.site();
    let (hash, now) = (site.passwords.hash("shanggang-demo".to_owned()).await, site.now());
    site.store
        .write(move |tx| {
            Box::pin(async move {
                let by = Operator::new();
                let person = people::add(tx, &by, NewPerson::named("第二学员"), now).await?;
                let access = domain::access::AccessSet::from_iter([domain::access::Access::Learner]);
                let login = "second".to_owned();
                let account = NewAccount {
                    person,
                    login,
                    access,
                    password: hash,
                    language: None,
                };
                accounts::add(tx, &by, account, now).await
            })
        })
        .await
        .unwrap();
    taker.app.sign_in("second").await
}

#[tokio::test]
async fn a_new_release_changes_nothing_for_an_open_attempt() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    let changed = SHORT
        .replace("- [x] 三声\n- [ ] 六声", "- [ ] 三声\n- [x] 九声")
        .replace("= 您好", "= 喂");
    taker.publish("pass: 100%", &changed).await;
    let page = taker.page(&path).await;
    assert!(page.contains("六声") && !page.contains("九声"));
    let right = taker.right(&path).await;
    taker.press("submit", &path, &page, &right).await;
    let page = taker.page(&path).await;
    assert!(page.contains("已通过") && page.contains("100"), "{page}");
}
