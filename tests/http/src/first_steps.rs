//! What a trainer does first on an empty system: four steps, ticked from what is there.

use std::{fs, path::Path};

use domain::evidence::Fact;
use tempfile::TempDir;
use test_support::{Client, TestApp};

use crate::staff::facts;

const CONFIRM: &str = "/studio/confirm";

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn standards(folder: &Path, answer: &str) {
    let text = format!(
        "---\nformat: standards/1\ntitle: 服务标准\nvalues:\n  answer: {{ title: 电话接听, value: {answer} }}\n---\n"
    );
    write(folder, "standards.md", &text);
}

/// A server on content of its own, with a role nobody has.
async fn empty() -> (TempDir, TestApp) {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    write(
        at,
        "site.md",
        "---\nformat: site/1\nname: 测试\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: Asia/Shanghai\n---\n",
    );
    standards(at, "1 分钟");
    write(
        at,
        "policies/secrecy.md",
        "---\nformat: policy/1\ntitle: 保密\nversion: 1\n---\n\n不谈客户。\n",
    );
    write(
        at,
        "roles/desk.md",
        "---\nformat: role/1\ntitle: 前台\ncertificate: { valid: 12mo }\nrequires:\n  - acknowledge: secrecy\n---\n\n前台。\n",
    );
    let app = TestApp::with_content(at).await;
    (folder, app)
}

/// How many of the four steps are ticked.
async fn ticked(trainer: &Client) -> usize {
    let page = trainer.get("/").await;
    let text = page.text();
    assert!(text.contains("四步就能开始"), "{text}");
    text.matches("data-state=\"met\"").count()
}

/// Confirms a document as the page shows it.
async fn confirm(trainer: &Client, document: &str) {
    let page = trainer.get(CONFIRM).await;
    let (_, rest) = page
        .text()
        .split_once(&format!("name=\"document\" value=\"{document}\""))
        .expect("a form");
    let (_, rest) = rest.split_once("name=\"version\" value=\"").unwrap();
    let (version, _) = rest.split_once('"').unwrap();
    let fields = [("document", document), ("version", version)];
    let answer = trainer.submit("/do/confirm-content", CONFIRM, &fields).await;
    assert_eq!(answer.header("location"), CONFIRM);
}

#[tokio::test]
async fn the_steps_are_ticked_from_what_is_there() {
    let (_folder, app) = empty().await;
    let trainer = app.sign_in("trainer").await;
    assert_eq!(ticked(&trainer).await, 1, "there are accounts already");
    confirm(&trainer, "standards").await;
    assert_eq!(ticked(&trainer).await, 2);
    confirm(&trainer, "roles/desk").await;
    assert_eq!(ticked(&trainer).await, 3);
    let today = trainer.get("/").await;
    assert!(today.text().contains("/people#unassigned"), "{}", today.text());
    let fields = [("role", "desk"), ("person", "trainee")];
    let answer = trainer.submit("/do/assign-people", "/people", &fields).await;
    assert_eq!(answer.header("location"), "/people");
    let people = trainer.get("/people").await;
    assert!(people.text().contains("已给 1 人安排岗位"), "{}", people.text());
    assert!(!people.text().contains("id=\"unassigned\""), "{}", people.text());
    let today = trainer.get("/").await;
    assert!(!today.text().contains("四步就能开始"), "{}", today.text());
    assert!(today.text().contains("/people/trainee"), "{}", today.text());
}

#[tokio::test]
async fn what_changed_is_to_be_confirmed_again() {
    let (folder, app) = empty().await;
    let trainer = app.sign_in("trainer").await;
    let page = trainer.get(CONFIRM).await;
    for words in ["电话接听", "1 分钟", "岗位：前台", "保密", "有效期：12 个月"] {
        assert!(page.text().contains(words), "{words}\n{}", page.text());
    }
    confirm(&trainer, "standards").await;
    let said = trainer.get(CONFIRM).await;
    assert!(said.text().contains("演示培训师于"), "{}", said.text());
    standards(folder.path(), "30 秒");
    trainer.submit("/do/publish", "/studio", &[("note", "")]).await;
    let page = trainer.get(CONFIRM).await;
    assert!(page.text().contains("30 秒"), "{}", page.text());
    assert!(!page.text().contains("演示培训师于"), "{}", page.text());
}

#[tokio::test]
async fn a_version_that_was_not_read_is_not_confirmed() {
    let (_folder, app) = empty().await;
    let trainer = app.sign_in("trainer").await;
    let fields = [("document", "standards"), ("version", "00")];
    trainer.submit("/do/confirm-content", CONFIRM, &fields).await;
    let page = trainer.get(CONFIRM).await;
    assert!(page.text().contains("内容刚刚更新过"), "{}", page.text());
    assert_eq!(ticked(&trainer).await, 1);
    let fields = [("document", "roles/nothing"), ("version", "00")];
    let answer = trainer.submit("/do/confirm-content", CONFIRM, &fields).await;
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn only_trainers_confirm_and_give_roles_to_many() {
    let (_folder, app) = empty().await;
    for login in ["trainee", "supervisor", "admin", "recruiter"] {
        let client = app.sign_in(login).await;
        assert_eq!(client.get(CONFIRM).await.status, 403, "{login}");
        let fields = [("role", "desk"), ("person", "trainee")];
        let answer = client.submit("/do/assign-people", "/", &fields).await;
        assert_eq!(answer.status, 403, "{login}");
    }
    assert!(facts(&app, "trainee").await.is_empty());
}

#[tokio::test]
async fn giving_roles_asks_for_people_and_is_done_once() {
    let (_folder, app) = empty().await;
    let trainer = app.sign_in("trainer").await;
    trainer
        .submit("/do/assign-people", "/people", &[("role", "desk")])
        .await;
    let page = trainer.get("/people").await;
    assert!(page.text().contains("id=\"person-error\""), "{}", page.text());
    let fields = [("role", "desk"), ("person", "nobody")];
    let answer = trainer.submit("/do/assign-people", "/people", &fields).await;
    assert_eq!(answer.status, 404);
    let fields = [("role", "desk"), ("person", "trainee"), ("person", "trainee")];
    for _ in 0..2 {
        trainer.submit("/do/assign-people", "/people", &fields).await;
    }
    let given = facts(&app, "trainee").await;
    let given = given
        .iter()
        .filter(|fact| matches!(fact, Fact::RoleAssigned { .. }));
    assert_eq!(given.count(), 1);
}
