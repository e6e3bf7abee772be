//! `serve` as a process: what it refuses, and how it stops.

use std::{fs, net::TcpListener};

use sqlx::{Connection as _, Executor as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::shell::{Folder, Ran, run, shipped, text};

/// Runs a server that is expected not to start.
fn refused(data: &str, more: &[&str], why: &str) -> Ran {
    let content = shipped();
    let args = ["serve", "--data", data, "--content", &content];
    let args = args.iter().chain(more);
    run(args).refused(why)
}

const ANY: [&str; 2] = ["--addr", "127.0.0.1:0"];

#[test]
fn it_publishes_serves_and_stops_when_asked() {
    let folder = Folder::new();
    let server = folder.serve(&[]);
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.get("/sign-in").status, 200);
    assert_eq!(server.stop(), 0);
    folder.run(&["verify"]).well();
    assert_eq!(folder.serve(&[]).stop(), 0, "the folder is free again");
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = taken.local_addr().unwrap().to_string();
    let folder = Folder::new();
    refused(&folder.data(), &["--addr", &addr], &format!("{addr} is in use"));
}

#[test]
fn a_folder_is_served_once() {
    let folder = Folder::new();
    let _server = folder.serve(&[]);
    refused(&folder.data(), &ANY, "is already being served");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = Folder::new();
    fs::write(folder.path("data"), "a file, not a folder").unwrap();
    refused(&folder.data(), &ANY, "cannot be written");
}

#[test]
fn a_content_folder_that_is_not_there_is_named() {
    let folder = Folder::new();
    let nowhere = text(&folder.path("nowhere"));
    let data = folder.data();
    let args = [
        "serve",
        "--data",
        &data,
        "--content",
        &nowhere,
        "--addr",
        "127.0.0.1:0",
    ];
    run(args).refused("there is no content folder");
}

#[test]
fn content_with_errors_does_not_become_the_first_release() {
    let folder = Folder::new();
    let content = folder.content();
    fs::write(content.join("site.md"), "no front matter").unwrap();
    let (data, content) = (folder.data(), text(&content));
    let args = [
        "serve",
        "--data",
        &data,
        "--content",
        &content,
        "--addr",
        "127.0.0.1:0",
    ];
    run(args).refused("run `shanggang check`");
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    let folder = Folder::published();
    let options = SqliteConnectOptions::new().filename(folder.path("data").join("shanggang.db"));
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    conn.execute("INSERT INTO migration (version, name, hash, at) VALUES (999, 'later', '', 0)")
        .await
        .unwrap();
    conn.close().await.unwrap();
    refused(&folder.data(), &ANY, "use the newer program");
    folder.run(&["user", "list"]).refused("use the newer program");
}

#[test]
fn a_demo_stays_on_this_machine_and_in_its_own_folder() {
    let folder = Folder::new();
    refused(
        &folder.data(),
        &["--demo", "--addr", "0.0.0.0:0"],
        "on this machine only",
    );
    assert_eq!(folder.serve(&["--demo"]).stop(), 0);
    refused(&folder.data(), &ANY, "was made with --demo");
    let real = Folder::published();
    refused(
        &real.data(),
        &["--demo", "--addr", "127.0.0.1:0"],
        "was not made with --demo",
    );
}

#[test]
fn a_public_url_is_a_web_address() {
    let folder = Folder::new();
    refused(
        &folder.data(),
        &["--public-url", "training.example"],
        "starts with http:// or https://",
    );
}

#[test]
fn every_command_explains_itself() {
    let commands = [
        "serve",
        "check",
        "publish",
        "user",
        "token",
        "gate",
        "backup",
        "restore",
        "verify",
        "user add",
        "user set",
        "user list",
        "user disable",
        "token add",
        "token list",
        "token revoke",
    ];
    for command in commands {
        let ran = run(command.split(' ').chain(["--help"])).well();
        assert!(
            ran.out.contains("Usage:") && ran.out.len() > 200,
            "{command}: {}",
            ran.out
        );
    }
}
