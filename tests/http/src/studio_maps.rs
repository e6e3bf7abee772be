//! Maps of the role-plays in the content folder, with what is wrong where.

use std::{fs, path::Path};

use tempfile::TempDir;
use test_support::TestApp;

const SITE: &str =
    "---\nformat: site/1\nname: 测试\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: Asia/Shanghai\n---\n";

/// A role-play without a mistake.
const FINE: &str = "---\nformat: scenario/1\ntitle: 一问一答\nchannel: chat\nstart: open\ncriteria:\n  care: { title: 用心, max: 1 }\n---\n\n\
## open\n\n> **客户**：在吗？\n\n- [在，请讲，我来帮您看看。](#done) `care +1`\n  > 先应一声。\n- [不在。](#left)\n  > 明明在。\n\n\
## done\n\n谢谢。\n\n**End:** pass\n\n## left\n\n客户走了。\n\n**End:** fail\n";

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

async fn centre() -> (TempDir, TestApp) {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "site.md", SITE);
    write(folder.path(), "scenarios/fine.md", FINE);
    let app = TestApp::with_content(folder.path()).await;
    (folder, app)
}

/// How a node's box is marked.
fn mark<'p>(page: &'p str, node: &str) -> Option<&'p str> {
    let (before, _) = page.split_once(&format!(">{node}</text>")).expect("a box");
    let (_, rect) = before.rsplit_once("<rect").expect("a box");
    let (_, mark) = rect.split_once("data-mark=\"")?;
    mark.split_once('"').map(|(mark, _)| mark)
}

#[tokio::test]
async fn a_mistake_is_marked_at_its_step_and_told_below() {
    let (folder, app) = centre().await;
    let trainer = app.sign_in("trainer").await;
    let fine = trainer.get("/studio/scenarios/fine").await;
    assert!(fine.text().contains("没有发现问题"), "{}", fine.text());
    assert_eq!(mark(fine.text(), "open"), None);
    // Saved in the folder, not published: a target nobody knows, and a choice without a word on it.
    let broken = FINE
        .replace("(#left)", "(#gone)")
        .replace("\n  > 先应一声。", "")
        .replace(" `care +1`", "");
    write(folder.path(), "scenarios/fine.md", &broken);
    let page = trainer.get("/studio/scenarios/fine").await;
    assert_eq!(mark(page.text(), "open"), Some("error"), "{}", page.text());
    assert_eq!(mark(page.text(), "done"), None);
    assert_eq!(mark(page.text(), "left"), Some("error"), "nothing reaches it");
    assert!(page.text().contains("scenarios/fine.md:"), "{}", page.text());
    let studio = trainer.get("/studio").await;
    assert!(
        studio.text().contains("/studio/scenarios/fine"),
        "{}",
        studio.text()
    );
    assert!(studio.text().contains("个错误"), "{}", studio.text());
}

#[tokio::test]
async fn a_warning_is_marked_otherwise() {
    let (folder, app) = centre().await;
    let trainer = app.sign_in("trainer").await;
    let silent = FINE.replace("\n  > 明明在。", "");
    write(folder.path(), "scenarios/fine.md", &silent);
    let page = trainer.get("/studio/scenarios/fine").await;
    assert_eq!(mark(page.text(), "open"), Some("warning"), "{}", page.text());
}

#[tokio::test]
async fn maps_are_for_trainers_and_of_what_is_there() {
    let (_folder, app) = centre().await;
    let (trainer, trainee) = (app.sign_in("trainer").await, app.sign_in("trainee").await);
    assert_eq!(trainee.get("/studio/scenarios/fine").await.status, 403);
    assert_eq!(trainer.get("/studio/scenarios/none").await.status, 404);
}
