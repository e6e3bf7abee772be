//! The lesson reader: outline, terms, time, place, and what is said about being done.

use std::fs;

use tempfile::TempDir;
use test_support::{Answer, Client, TestApp};

const READ: &str = "/courses/demo/read";
const ASK: &str = "/courses/demo/ask";

/// A course in order: one lesson to read, one with two checks, one that takes time.
fn content() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in FILES {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const FILES: [(&str, &str); 12] = [
    (
        "site.md",
        "---\nformat: site/1\nname: 站\nlanguage: zh-CN\nlanguages: [zh-CN, en]\ntime-zone: UTC\n---\n",
    ),
    (
        "glossary.md",
        "---\nformat: glossary/1\ntitle: 术语\n---\n\n- 共情: 先说出感受。\n- 首答: 第一句回应。\n",
    ),
    (
        "glossary.en.md",
        "---\nformat: glossary/1\ntitle: Terms\n---\n\n- Empathy: Name the feeling first.\n- First answer: The first reply.\n",
    ),
    (
        "knowledge/late.md",
        "---\nformat: knowledge/1\ntitle: 晚到了怎么说？\n---\n\n> 抱歉让您久等。\n",
    ),
    (
        "roles/phone-agent.md",
        "---\nformat: role/1\ntitle: 客服\nrequires:\n  - course: demo\n---\n",
    ),
    (
        "courses/demo/course.md",
        "---\nformat: course/1\ntitle: 课\nsequential: true\nlessons: [read, ask, slow]\n---\n",
    ),
    (
        "courses/demo/read.md",
        "---\nformat: lesson/1\ntitle: 第一课\ncomplete: read\n---\n\n## 先听\n\n要有共情，再说共情。见[标准答复](../../knowledge/late.md)。\n\n\
         | 渠道 | 时限 |\n|---|---|\n| 在线 | 首答 30 秒 |\n\n### 再说\n\n好。\n",
    ),
    (
        "courses/demo/read.en.md",
        "---\nformat: lesson/1\ntitle: First\n---\n\n## Listen\n\nShow empathy. See [the answer](../../knowledge/late.md).\n\n\
         | Channel | Limit |\n|---|---|\n| Chat | first answer in 30 s |\n\n### Then talk\n\nFine.\n",
    ),
    ("courses/demo/ask.md", ASKS),
    (
        "courses/demo/slow.md",
        "---\nformat: lesson/1\ntitle: 第三课\nminutes: 9\ncomplete: time(3min)\n---\n\n慢慢读。\n",
    ),
    (
        "courses/free/course.md",
        "---\nformat: course/1\ntitle: 随意\nlessons: [any]\n---\n",
    ),
    (
        "courses/free/any.md",
        "---\nformat: lesson/1\ntitle: 任意\n---\n\n没有小标题。\n",
    ),
];

const ASKS: &str = "---\nformat: lesson/1\ntitle: 第二课\ncomplete: checks\n---\n
读题。

## check-days

一周有几天？

= 7

## check-hours

一天有几小时？

= 24
";

async fn reader() -> (TestApp, Client, TempDir) {
    let content = content();
    let app = TestApp::with_content(content.path()).await;
    let trainee = app.sign_in("trainee").await;
    (app, trainee, content)
}

async fn complete(client: &Client, lesson: &str) -> Answer {
    let fields = [("lesson", lesson)];
    client
        .submit("/do/complete-lesson", &format!("/courses/{lesson}"), &fields)
        .await
}

async fn answer(client: &Client, check: &str, text: &str) -> Answer {
    let fields = [
        ("lesson", "demo/ask"),
        ("check", check),
        ("at", check),
        ("answer", text),
    ];
    client.submit("/do/answer-check", ASK, &fields).await
}

async fn english(client: &Client, from: &str, at: &str) -> Answer {
    client
        .submit("/do/set-language", from, &[("language", "en"), ("at", at)])
        .await
}

fn shows(page: &Answer, all: &[&str]) {
    for one in all {
        assert!(page.text().contains(one), "{one} is not in {}", page.text());
    }
}

#[tokio::test]
async fn terms_are_explained_once_and_without_scripts() {
    let (_app, trainee, _content) = reader().await;
    let page = trainee.get(READ).await;
    shows(
        &page,
        &[
            "要有<button type=\"button\" class=\"term\" popovertarget=\"term-1\">共情</button>，再说共情。",
            "popovertarget=\"term-2\">首答</button> 30 秒",
            "先说出感受。",
            "第一句回应。",
        ],
    );
    for id in ["id=\"term-1\"", "id=\"term-2\""] {
        assert_eq!(page.text().matches(id).count(), 1, "{id}");
    }
    assert_eq!(page.text().matches("popover=\"auto\"").count(), 2);
    assert!(!trainee.get("/courses/free/any").await.text().contains("popover="));
}

#[tokio::test]
async fn the_outline_has_the_lessons_and_the_headings() {
    let (_app, trainee, _content) = reader().await;
    let page = trainee.get(READ).await;
    shows(
        &page,
        &[
            "<h2 id=\"part-1\">先听</h2>",
            "<h3 id=\"part-2\">再说</h3>",
            "href=\"#part-1\"",
            "href=\"#part-2\"",
            "已学 0 / 3 节",
            "约 1 分钟",
        ],
    );
    assert!(!page.text().contains(&format!("href=\"{ASK}\"")), "not open yet");
    complete(&trainee, "demo/read").await;
    let page = trainee.get(READ).await;
    shows(&page, &[&format!("href=\"{ASK}\""), "已学 1 / 3 节"]);
}

#[tokio::test]
async fn a_table_scrolls_in_itself_and_links_lead_to_approved_answers() {
    let (_app, trainee, _content) = reader().await;
    shows(
        &trainee.get(READ).await,
        &[
            "role=\"region\" tabindex=\"0\" aria-label=\"渠道 · 时限\"",
            "href=\"/knowledge/late\"",
        ],
    );
    assert_eq!(trainee.get("/knowledge/late").await.status, 200);
}

#[tokio::test]
async fn a_place_is_kept_for_its_reader_and_found_on_any_device() {
    let (app, trainee, _content) = reader().await;
    shows(&trainee.get("/").await, &[&format!("href=\"{READ}\"")]);
    let kept = trainee
        .call(
            "/do/keep-place",
            READ,
            &[("lesson", "demo/read"), ("anchor", "part-2")],
        )
        .await;
    assert_eq!(kept.text(), "true");
    let phone = app.sign_in("trainee").await;
    let commits = app.site().store.commits();
    shows(
        &phone.get(READ).await,
        &["class=\"resume\"><a href=\"#part-2\">接着上次看：再说</a>"],
    );
    shows(&phone.get("/").await, &[&format!("href=\"{READ}#part-2\"")]);
    assert_eq!(app.site().store.commits(), commits, "looking writes nothing");
    let trainer = app.sign_in("trainer").await;
    assert!(!trainer.get(READ).await.text().contains("接着上次看"));
}

#[tokio::test]
async fn a_place_must_be_one() {
    let (app, trainee, _content) = reader().await;
    for (lesson, anchor) in [
        ("demo/read", "part-3"),
        ("demo/read", ""),
        ("demo/none", "part-1"),
    ] {
        let fields = [("lesson", lesson), ("anchor", anchor)];
        let kept = trainee.call("/do/keep-place", READ, &fields).await;
        assert_eq!(kept.text(), "false", "{lesson} {anchor}");
    }
    let fields = [("lesson", "demo/read"), ("anchor", "part-2")];
    let nobody = app.browser().call("/do/keep-place", READ, &fields).await;
    assert_eq!(nobody.text(), "false", "nobody is signed in");
    assert!(!trainee.get(READ).await.text().contains("接着上次看"));
    let fields = [("lesson", "demo/read"), ("anchor", "part-1")];
    trainee.call("/do/keep-place", READ, &fields).await;
    let page = trainee.get(READ).await;
    assert!(
        !page.text().contains("接着上次看"),
        "the beginning is no place to go on"
    );
}

#[tokio::test]
async fn the_other_language_opens_at_the_same_heading() {
    let (_app, trainee, _content) = reader().await;
    let switched = english(&trainee, READ, "part-2").await;
    assert_eq!(switched.header("location"), format!("{READ}#part-2"));
    shows(
        &trainee.get(READ).await,
        &[
            "<h3 id=\"part-2\">Then talk</h3>",
            "popovertarget=\"term-1\">empathy</button>",
            "Name the feeling first.",
            "aria-label=\"Channel · Limit\"",
        ],
    );
}

#[tokio::test]
async fn what_is_left_to_do_is_said_and_the_last_answer_opens_the_next_lesson() {
    let (_app, trainee, _content) = reader().await;
    let early = trainee.get(ASK).await;
    assert_eq!(early.status, 409);
    shows(&early, &["学完《第一课》，这一节就会打开"]);
    shows(
        &trainee.get("/courses/demo").await,
        &["学完《第一课》，这一节就会打开"],
    );
    shows(
        &trainee.get(READ).await,
        &["读完后，按“学完”完成", "下一节《第二课》就会打开"],
    );
    complete(&trainee, "demo/read").await;
    shows(
        &trainee.get(ASK).await,
        &["答对文中的 2 道检查题就完成", "再答对 2 题就完成"],
    );
    answer(&trainee, "check-days", "7").await;
    let page = trainee.get(ASK).await;
    assert_eq!(
        page.text().matches("再答对 1 题就完成").count(),
        2,
        "head and foot"
    );
    assert!(!page.text().contains("href=\"/courses/demo/slow\""));
    answer(&trainee, "check-hours", "24").await;
    let page = trainee.get(ASK).await;
    shows(
        &page,
        &["href=\"/courses/demo/slow\"", "id=\"lesson-rule\">已学完"],
    );
    assert!(!page.text().contains("lesson-unlocks"));
}

#[tokio::test]
async fn the_time_left_is_the_servers() {
    let (app, trainee, _content) = reader().await;
    complete(&trainee, "demo/read").await;
    trainee.get(ASK).await;
    answer(&trainee, "check-days", "7").await;
    answer(&trainee, "check-hours", "24").await;
    let slow = "/courses/demo/slow";
    shows(
        &trainee.get(slow).await,
        &["至少阅读 3 分钟后可以完成", "再过 3 分钟就可以点", "约 9 分钟"],
    );
    app.wait(70);
    shows(&trainee.get(slow).await, &["再过 2 分钟就可以点"]);
    app.wait(111);
    let page = trainee.get(slow).await;
    assert!(!page.text().contains("分钟就可以点"), "{}", page.text());
    let done = complete(&trainee, "demo/slow").await;
    assert_eq!(done.header("location"), "/courses/demo");
}
