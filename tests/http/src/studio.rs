//! `/studio`: what is published, and publishing.

use std::{fs, path::Path};

use tempfile::TempDir;
use test_support::{Client, TestApp, shipped_content};

const PAGE: &str = "/studio";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

async fn own_content() -> (TempDir, TestApp) {
    let folder = TempDir::new().unwrap();
    copy(&shipped_content(), folder.path());
    let app = TestApp::with_content(folder.path()).await;
    (folder, app)
}

async fn publish(client: &Client, note: &str) -> String {
    let answer = client.submit("/do/publish", PAGE, &[("note", note)]).await;
    assert_eq!(answer.header("location"), PAGE);
    client.get(PAGE).await.text().to_owned()
}

fn rewrite(folder: &TempDir, path: &str, change: impl Fn(String) -> String) {
    let path = folder.path().join(path);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, change(text)).unwrap();
}

#[tokio::test]
async fn only_trainers_see_the_content_page() {
    let app = TestApp::new().await;
    assert_eq!(app.get(PAGE).await.status, 303);
    for (login, status) in [
        ("trainee", 403),
        ("supervisor", 403),
        ("admin", 403),
        ("trainer", 200),
    ] {
        assert_eq!(app.sign_in(login).await.get(PAGE).await.status, status, "{login}");
    }
    let trainee = app.sign_in("trainee").await;
    let answer = trainee.submit("/do/publish", "/", &[("note", "")]).await;
    assert_eq!(answer.status, 403);
}

#[tokio::test]
async fn a_change_is_shown_published_and_read_at_once() {
    let (folder, app) = own_content().await;
    let trainer = app.sign_in("trainer").await;
    let page = trainer.get(PAGE).await;
    assert!(page.text().contains("没有要发布的"), "{}", page.text());
    rewrite(&folder, "roles/phone-agent.md", |text| {
        text.replace("title: 电话客服专员", "title: 热线专员")
    });
    let page = trainer.get(PAGE).await;
    assert!(page.text().contains("会改动 1 个文件"), "{}", page.text());
    assert!(page.text().contains("roles/phone-agent.md"));
    let before = app.site().libraries.current().release;
    let text = publish(&trainer, "岗位改名").await;
    assert!(text.contains("第 2 版已发布，改动了 1 个文件"), "{text}");
    assert!(text.contains("岗位改名") && text.contains("演示培训师"), "{text}");
    let library = app.site().libraries.current();
    assert_ne!(library.release, before);
    assert_eq!(library.roles["phone-agent"].head.title.default(), "热线专员");
    let text = publish(&trainer, "又点了一次").await;
    assert!(text.contains("内容没有变化，第 2 版继续使用"), "{text}");
    assert!(!text.contains("又点了一次"), "{text}");
}

#[tokio::test]
async fn errors_are_shown_with_their_place_and_forbid_publishing() {
    let (folder, app) = own_content().await;
    let trainer = app.sign_in("trainer").await;
    rewrite(&folder, "roles/phone-agent.md", |text| {
        text.replace("wrong-department", "wrong-departmnet")
    });
    let page = trainer.get(PAGE).await;
    let text = page.text();
    assert!(text.contains("有 1 处错误，改好后才能发布"), "{text}");
    assert!(text.contains("data-severity=\"error\""), "{text}");
    assert!(text.contains("roles/phone-agent.md:12:"), "{text}");
    assert!(text.contains("<mark>wrong-departmnet</mark>"), "{text}");
    assert!(!text.contains("/do/publish"), "{text}");
    let before = app.site().libraries.current().release;
    let text = publish(&trainer, "").await;
    assert!(text.contains("没有发布：内容里有 1 处错误"), "{text}");
    assert_eq!(app.site().libraries.current().release, before);
    let english = app.sign_in("trainer").await;
    english
        .submit("/do/set-language", PAGE, &[("language", "en")])
        .await;
    let page = english.get(PAGE).await;
    assert!(
        page.text().contains("One error to mend before"),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn a_folder_that_is_gone_is_said_and_nothing_breaks() {
    let (folder, app) = own_content().await;
    let trainer = app.sign_in("trainer").await;
    drop(folder);
    let page = trainer.get(PAGE).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("读不到内容文件夹"), "{}", page.text());
    let text = publish(&trainer, "").await;
    assert!(text.contains("读不到内容文件夹"), "{text}");
}

#[tokio::test]
async fn a_note_has_a_limit_and_comes_back() {
    let (folder, app) = own_content().await;
    rewrite(&folder, "roles/phone-agent.md", |text| {
        text.replace("电话客服专员", "热线专员")
    });
    let trainer = app.sign_in("trainer").await;
    let text = publish(&trainer, &"长".repeat(501)).await;
    assert!(text.contains("太长了，最多 500 个字符"), "{text}");
    assert!(text.contains(&"长".repeat(501)));
}

/// A role-play with more states than are explored: twelve variables of ten values, each raised by itself.
fn vast() -> String {
    let vars: String = (0..12)
        .map(|at| format!("  v{at}: {{ min: 0, max: 9, start: 0 }}\n"))
        .collect();
    let raises: String = (0..12)
        .map(|at| format!("- [第 {at} 件。](#open) `v{at} +1`\n  > 记下了。\n"))
        .collect();
    format!(
        "---\nformat: scenario/1\ntitle: 很大\nchannel: chat\nstart: open\npass: 0\nvars:\n{vars}---\n\n客户有很多事。\n\n\
         ## open\n\n> **王女士**：还有。\n\n{raises}- [好。](#done)\n  > 完了。\n\n## done\n\n**End:** pass\n"
    )
}

#[tokio::test]
async fn what_is_not_proven_is_published_once_it_is_accepted_by_name() {
    let (folder, app) = own_content().await;
    let trainer = app.sign_in("trainer").await;
    fs::write(folder.path().join("scenarios/vast.md"), vast()).unwrap();
    let published = || app.site().libraries.current().scenarios.contains_key("vast");
    let text = publish(&trainer, "").await;
    assert!(text.contains("not-proven"), "{text}");
    assert!(text.contains("请逐个确认没能证明的情景对练"), "{text}");
    assert!(!published());
    let other = [("note", ""), ("accept", "scenarios/late-delivery.md")];
    trainer.submit("/do/publish", PAGE, &other).await;
    assert!(!published());
    let fields = [("note", ""), ("accept", "scenarios/vast.md")];
    trainer.submit("/do/publish", PAGE, &fields).await;
    assert!(published());
}
