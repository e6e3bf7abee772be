//! Answers that are spoken: taking a recording in, who hears it, rating it, keeping it and deleting it.

mod heard;
mod rated;
mod refused;

use axum::{body::Body, http::Request};
use domain::{evidence::Outcome, scenario::recording::LARGEST};
use store::recordings::Sounds;
use tempfile::TempDir;
use test_support::{Answer, Client, TestApp};

use crate::{
    play_content::{SCENARIO, answer, begin, choose, folder, hidden, person, publish},
    plays::outcomes,
};

const DAY: i64 = 24 * 60 * 60;

/// The beginning of what Chromium records; the rest does not matter to the server.
fn sound(rest: &str) -> Vec<u8> {
    [b"\x1a\x45\xdf\xa3".as_slice(), rest.as_bytes()].concat()
}

/// A server on the small scenario, as a call.
async fn call() -> (TempDir, TestApp) {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    publish(&app, SCENARIO.replace("channel: chat", "channel: phone")).await;
    (folder, app)
}

async fn until_reply(who: &Client) -> String {
    let play = begin(who, "letter").await;
    choose(who, &play, "马上").await;
    choose(who, &play, "写一封信").await;
    play
}

fn id(play: &str) -> &str {
    play.trim_start_matches("/plays/")
}

struct Upload<'a> {
    address: String,
    token: &'a str,
    kind: &'a str,
    bytes: Vec<u8>,
}

async fn send(who: &Client, upload: Upload<'_>) -> Answer {
    let request = Request::post(upload.address)
        .header("host", "localhost")
        .header("sec-fetch-site", "same-origin")
        .header("x-form-token", upload.token)
        .header("content-type", upload.kind)
        .header("content-length", upload.bytes.len())
        .body(Body::from(upload.bytes));
    who.send(request.unwrap()).await
}

/// Records an answer for this step of a play, from its page.
async fn record(who: &Client, play: &str, step: &str, bytes: Vec<u8>) -> Answer {
    let page = who.get("/").await;
    let upload = Upload {
        address: format!("/recordings/{}/{step}?millis=12400", id(play)),
        token: &hidden(page.text(), "token"),
        kind: "audio/webm;codecs=opus",
        bytes,
    };
    send(who, upload).await
}

/// Records an answer and answers by it; its id.
async fn speak(who: &Client, play: &str, step: &str, words: &str) -> String {
    let kept = record(who, play, step, sound(words)).await;
    assert_eq!(kept.status, 201, "{}", kept.text());
    let sent = answer(who, play, &[("recording", kept.text())]).await;
    assert_eq!(sent.status, 303);
    kept.text().to_owned()
}

/// Plays the call to its end, with two spoken answers; the play and its recordings.
async fn spoken(who: &Client) -> (String, [String; 2]) {
    let play = until_reply(who).await;
    let first = speak(who, &play, "3", "nine").await;
    let second = speak(who, &play, "4", "ten").await;
    (play, [first, second])
}

fn files(app: &TestApp) -> usize {
    let folder = app.site().store.folder().join("recordings");
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

async fn rate(trainer: &Client, play: &str, reply: &str, moment: &str) -> Answer {
    let fields = [
        ("play", id(play)),
        ("reply", reply),
        ("points-canary-criterion", "1"),
        ("banned", "no"),
        ("moment", moment),
        ("note", "听得出你在笑。"),
    ];
    trainer.submit("/do/rate-reply", "/ratings", &fields).await
}
