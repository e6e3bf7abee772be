//! Courses and lessons: done when their rule says so, and checks that keep their key to themselves.

use test_support::{Answer, Client, TestApp};

const LESSON: &str = "/courses/service-basics/polite-words";
const READ: &str = "/courses/service-basics/posts-and-standards";

async fn answer(client: &Client, check: &str, picks: &[&str]) -> Answer {
    let mut fields = vec![
        ("lesson", "service-basics/polite-words"),
        ("check", check),
        ("at", check),
    ];
    fields.extend(picks.iter().map(|pick| ("answer", *pick)));
    client.submit("/do/answer-check", LESSON, &fields).await
}

async fn complete(client: &Client, lesson: &str) -> Answer {
    let from = format!("/courses/{lesson}");
    client
        .submit("/do/complete-lesson", &from, &[("lesson", lesson)])
        .await
}

#[tokio::test]
async fn courses_of_ones_role_come_first() {
    let app = TestApp::new().await;
    let page = app.sign_in("trainee").await.get("/courses").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("本岗位要求"));
    assert!(
        page.text().contains("href=\"/courses/service-basics\""),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn a_course_shows_its_lessons_and_its_quiz() {
    let app = TestApp::new().await;
    let page = app.sign_in("trainee").await.get("/courses/service-basics").await;
    for link in [READ, LESSON, "/quizzes/service-basics/quiz"] {
        assert!(page.text().contains(&format!("href=\"{link}\"")), "{link}");
    }
    assert!(page.text().contains("已学 0 / 4 节"));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    for path in [
        "/courses/none",
        "/courses/none/none",
        "/courses/service-basics/none",
    ] {
        assert_eq!(trainee.get(path).await.status, 404, "{path}");
    }
    assert_eq!(complete(&trainee, "service-basics/none").await.status, 404);
}

#[tokio::test]
async fn learning_is_for_learners_and_trainers_read_along() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    for path in [
        "/courses",
        "/courses/service-basics",
        LESSON,
        "/practice",
        "/me",
        "/policies/confidentiality",
    ] {
        assert_eq!(recruiter.get(path).await.status, 403, "{path}");
    }
    let trainer = app.sign_in("trainer").await;
    let page = trainer.get(READ).await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("/do/complete-lesson"));
    let refused = complete(&trainer, "service-basics/posts-and-standards").await;
    assert_eq!(refused.status, 403);
}

#[tokio::test]
async fn a_lesson_is_done_once_however_often_it_is_sent() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    for _ in 0..2 {
        let answer = complete(&trainee, "service-basics/posts-and-standards").await;
        assert_eq!(answer.header("location"), LESSON, "on to the next lesson");
    }
    assert!(
        trainee
            .get("/courses/service-basics")
            .await
            .text()
            .contains("已学 1 / 4 节")
    );
    let file = trainee.get("/me").await;
    assert_eq!(file.text().matches("学完：").count(), 1, "{}", file.text());
    assert!(file.text().contains("演示学员"));
}

#[tokio::test]
async fn opening_a_lesson_writes_nothing() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let before = app.site().store.commits();
    for path in [
        "/",
        "/courses",
        LESSON,
        READ,
        "/me",
        "/practice",
        "/phrases",
        "/policies/confidentiality",
    ] {
        assert_eq!(trainee.get(path).await.status, 200, "{path}");
    }
    assert_eq!(app.site().store.commits(), before);
}

#[tokio::test]
async fn a_check_keeps_its_key_until_it_is_right() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let (wrong, other, why) = ("用规定挡住了客户", "没有批准就答应", "说自己能做的动作");
    let fresh = trainee.get(LESSON).await;
    for secret in [wrong, other, why, "data-mark", "checked"] {
        assert!(!fresh.text().contains(secret), "{secret}");
    }
    let sent = answer(&trainee, "check-refund", &["0"]).await;
    assert_eq!(sent.header("location"), format!("{LESSON}#check-refund"));
    let page = trainee.get(LESSON).await;
    assert!(page.text().contains("还不对"));
    assert!(page.text().contains(wrong), "the feedback of what was picked");
    for secret in [other, why, "data-mark=\"right\""] {
        assert!(!page.text().contains(secret), "{secret}");
    }
    answer(&trainee, "check-refund", &["2"]).await;
    let page = trainee.get(LESSON).await;
    for shown in ["答对了", why, "data-mark=\"right\""] {
        assert!(page.text().contains(shown), "{shown}");
    }
    assert!(
        !page.text().contains("拿权威压人解决不了他的事"),
        "the other check keeps its own"
    );
}

#[tokio::test]
async fn an_answer_must_be_one() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    answer(&trainee, "check-refund", &[]).await;
    assert!(trainee.get(LESSON).await.text().contains("还没有作答"));
    answer(&trainee, "check-refund", &["17"]).await;
    assert!(
        trainee.get(LESSON).await.text().contains("还没有作答"),
        "there is no such option"
    );
    assert_eq!(answer(&trainee, "check-none", &["0"]).await.status, 404);
}

#[tokio::test]
async fn the_last_right_check_completes_a_lesson() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let early = complete(&trainee, "service-basics/polite-words").await;
    assert_eq!(early.header("location"), LESSON);
    let page = trainee.get(LESSON).await;
    assert!(
        page.text().contains("再答对 2 题就完成"),
        "said by the foot and the message"
    );
    assert!(!page.text().contains("/do/complete-lesson"));
    answer(&trainee, "check-refund", &["2"]).await;
    assert!(!trainee.get("/me").await.text().contains("学完："));
    for _ in 0..2 {
        answer(&trainee, "check-authority", &["1"]).await;
    }
    let file = trainee.get("/me").await;
    assert_eq!(file.text().matches("学完：").count(), 1, "{}", file.text());
}

#[tokio::test]
async fn a_quiz_under_its_course_is_found() {
    let app = TestApp::new().await;
    let answer = app
        .sign_in("trainee")
        .await
        .get("/courses/service-basics/quiz")
        .await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/quizzes/service-basics/quiz")
    );
}

/// A folder with a course in order whose lessons take time or ask every kind of check.
fn special() -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().unwrap();
    let files = [
        (
            "site.md",
            "---\nformat: site/1\nname: 站\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: UTC\n---\n",
        ),
        (
            "courses/demo/course.md",
            "---\nformat: course/1\ntitle: 课\nsequential: true\nlessons: [slow, kinds]\n---\n",
        ),
        (
            "courses/demo/slow.md",
            "---\nformat: lesson/1\ntitle: 慢\ncomplete: time(3min)\n---\n\n慢慢读。\n",
        ),
        ("courses/demo/kinds.md", KINDS),
    ];
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

const KINDS: &str = "---\nformat: lesson/1\ntitle: 各种检查\ncomplete: checks\n---\n
开头。

## check-order
`order`

按先后排列。

1. 甲步骤
2. 乙步骤
3. 丙步骤

## check-match
`match`

把两边连起来。

| 左 | 右 |
|---|---|
| 猫 | 喵喵 |
| 狗 | 汪汪 |

## check-number

一周有几天？

= 7
";

#[tokio::test]
async fn a_lesson_that_takes_time_is_not_done_early_and_the_next_one_waits() {
    let content = special();
    let app = TestApp::with_content(content.path()).await;
    let trainee = app.sign_in("trainee").await;
    let slow = "/courses/demo/slow";
    assert!(
        trainee
            .get(slow)
            .await
            .text()
            .contains("至少阅读 3 分钟后可以完成")
    );
    assert_eq!(trainee.get("/courses/demo/kinds").await.status, 409);
    assert_eq!(complete(&trainee, "demo/slow").await.header("location"), slow);
    assert!(trainee.get(slow).await.text().contains("请约 3 分钟后再按"));
    app.wait(181);
    assert_eq!(
        complete(&trainee, "demo/slow").await.header("location"),
        "/courses/demo/kinds"
    );
    assert_eq!(trainee.get("/courses/demo/kinds").await.status, 200);
}

/// The values of the options that a page shows, by their text.
fn value_of(page: &str, near: &str, text: &str) -> String {
    let (_, rest) = page.split_once(near).expect("the check is there");
    let before = &rest[..rest.find(&format!(">{text}<")).expect("the option is there")];
    let (_, value) = before.rsplit_once("value=\"").expect("an option has a value");
    value.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn orders_and_pairs_are_shown_mixed_and_marked() {
    let content = special();
    let app = TestApp::with_content(content.path()).await;
    let trainee = app.sign_in("trainee").await;
    let page = "/courses/demo/kinds";
    trainee.get("/courses/demo/slow").await;
    app.wait(181);
    complete(&trainee, "demo/slow").await;
    let send = async |check: &str, fields: &[(&str, &str)]| {
        let mut all = vec![("lesson", "demo/kinds"), ("check", check)];
        all.extend_from_slice(fields);
        trainee.submit("/do/answer-check", page, &all).await;
        trainee.get(page).await.text().matches("答对了").count()
    };
    let shown = trainee.get(page).await.text().to_owned();
    let places: Vec<_> = ["甲步骤", "乙步骤", "丙步骤"]
        .map(|item| shown.find(item).unwrap())
        .into();
    assert!(!places.is_sorted(), "the written order is the key");
    let mut order: Vec<_> = (0..3).collect();
    order.sort_by_key(|item| places[*item]);
    assert_eq!(
        send(
            "check-order",
            &[("answer-0", "0"), ("answer-1", "0"), ("answer-2", "0")]
        )
        .await,
        0
    );
    assert_eq!(
        send(
            "check-order",
            &[("answer-0", "0"), ("answer-1", "1"), ("answer-2", "2")]
        )
        .await,
        0
    );
    let steps = order.iter().map(ToString::to_string).collect::<Vec<_>>();
    let right = [
        ("answer-0", &*steps[0]),
        ("answer-1", &*steps[1]),
        ("answer-2", &*steps[2]),
    ];
    assert_eq!(send("check-order", &right).await, 1);
    let (meow, bark) = (
        value_of(&shown, "check-match", "喵喵"),
        value_of(&shown, "check-match", "汪汪"),
    );
    assert_eq!(
        send("check-match", &[("answer-0", &*bark), ("answer-1", &*meow)]).await,
        1
    );
    assert_eq!(
        send("check-match", &[("answer-0", &*meow), ("answer-1", &*bark)]).await,
        2
    );
    assert_eq!(send("check-number", &[("answer", "8")]).await, 2);
    assert_eq!(send("check-number", &[("answer", "7 ")]).await, 3);
    assert!(trainee.get("/me").await.text().contains("各种检查"));
}

#[tokio::test]
async fn a_check_with_several_right_options_takes_several_ticks() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let page = "/courses/service-basics/response-times";
    let fields = [
        ("lesson", "service-basics/response-times"),
        ("check", "check-receipt"),
        ("at", "check-receipt"),
        ("answer", "0"),
        ("answer", "1"),
    ];
    let answer = trainee.submit("/do/answer-check", page, &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}
