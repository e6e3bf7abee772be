//! Lessons that take time, and checks of every kind.

use test_support::TestApp;

use super::complete;

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
