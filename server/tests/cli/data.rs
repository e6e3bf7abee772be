//! `backup`, `restore`, `verify`.

use std::{path::Path, process::Command};

use sqlx::{Connection as _, Executor as _, SqliteConnection, sqlite::SqliteConnectOptions};

use domain::time::Moment;
use store::{Mode, Store, upkeep};

use crate::shell::{Folder, text};

/// Changes a database behind the program's back.
async fn tamper(data: &Path, sql: &[&'static str]) {
    let options = SqliteConnectOptions::new().filename(data.join("shanggang.db"));
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    for sql in sql {
        conn.execute(*sql).await.unwrap();
    }
    conn.close().await.unwrap();
}

#[tokio::test]
async fn verify_names_a_changed_row() {
    let folder = Folder::published();
    let add = [
        "user",
        "add",
        "--login",
        "li",
        "--name",
        "李",
        "--access",
        "learner",
        "--role",
        "phone-agent",
    ];
    folder.run(&add).well();
    let whole = folder.run(&["verify"]).well();
    assert!(
        whole.out.starts_with("whole: 2 entries of evidence"),
        "{}",
        whole.out
    );
    let copy = folder.path("copy.db");
    folder.run(&["backup", &text(&copy)]).well();

    let change = "UPDATE evidence SET recorded = recorded - 1 WHERE seq = 2";
    tamper(&folder.path("data"), &["DROP TRIGGER evidence_is_fixed", change]).await;
    let ran = folder.run(&["verify"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("evidence entry 2 ("), "{}", ran.out);
    folder.run(&["restore", &text(&copy)]).well();
    folder.run(&["verify"]).well();
    Folder::new().run(&["verify"]).refused("there is no data folder");
}

#[tokio::test]
async fn a_backup_taken_while_serving_comes_back() {
    let folder = Folder::published();
    let server = folder.serve(&[]);
    folder
        .run(&[
            "user", "add", "--login", "li", "--name", "李", "--access", "learner",
        ])
        .well();
    let file = text(&folder.path("backup.db"));
    folder.run(&["backup", &file]).well();
    folder.run(&["backup", &file]).refused("exists already");
    folder
        .run(&[
            "user", "add", "--login", "wang", "--name", "王", "--access", "learner",
        ])
        .well();
    folder.run(&["restore", &file]).refused("is already being served");
    assert_eq!(server.stop(), 0);

    folder.run(&["restore", &file]).well();
    let list = folder.run(&["user", "list"]).well().out;
    assert!(list.contains("li\t") && !list.contains("wang\t"), "{list}");
    assert_eq!(folder.serve(&[]).get("/healthz").status, 200);
    folder
        .run(&["restore", &text(&folder.path("nothing.db"))])
        .refused("there is no file");
}

#[tokio::test]
async fn what_was_done_is_noted_for_the_administrator() {
    let folder = Folder::published();
    let server = folder.serve(&[]);
    folder.run(&["backup", &text(&folder.path("copy.db"))]).well();
    folder.run(&["verify"]).well();
    let data = folder.path("data");
    let store = Store::open(&data, Mode::Existing, Moment(0)).await.unwrap();
    let last = upkeep::last(&store).await.unwrap();
    store.close().await;
    assert!(last.backup.is_some(), "{last:?}");
    assert!(matches!(last.check, Some((_, 0))), "{last:?}");
    assert_eq!(server.stop(), 0);
}

#[test]
fn a_backup_that_is_not_whole_is_not_brought_back() {
    let folder = Folder::published();
    let file = folder.path("backup.db");
    folder.run(&["backup", &text(&file)]).well();
    let cut = format!("truncate -s 20000 {}", text(&file));
    assert!(Command::new("sh").args(["-c", &cut]).status().unwrap().success());
    let ran = folder.run(&["restore", &text(&file)]);
    assert_ne!(ran.code, 0, "{ran:?}");
    folder.run(&["verify"]).well();
}
