//! Answers that are spoken: taking a recording in, who hears it, rating it, keeping it and deleting it.

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

#[tokio::test]
async fn an_answer_is_spoken_heard_and_rated_at_a_moment() {
    let (_folder, app) = call().await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let (play, [first, second]) = spoken(&trainee).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("暂定，等培训师评分"), "{}", page.text());
    assert!(page.text().contains(&format!("src=\"/recordings/{first}\"")));
    assert!(page.text().contains("录音 0:13"), "{}", page.text());
    assert_eq!(outcomes(&app).await, [(Outcome::Pending, None)]);

    let queue = trainer.get("/ratings").await;
    for words in [
        &format!("src=\"/recordings/{first}\""),
        &format!("src=\"/recordings/{second}\""),
        "这条回答是说的",
        "preload=\"none\"",
        "依据录音的哪一刻",
    ] {
        assert!(queue.text().contains(words), "{words}\n{}", queue.text());
    }
    let proposes = queue.text().contains("建议") || queue.text().contains(" checked");
    assert!(!proposes, "nothing is proposed: {}", queue.text());
    let heard = trainer.get(&format!("/recordings/{first}")).await;
    assert_eq!(
        (heard.status.as_u16(), &heard.body[..]),
        (200, &sound("nine")[..])
    );

    for (moment, said) in [
        ("", "请写下你指的是录音的哪一刻"),
        ("12", "请按“分:秒”写"),
        ("0:13", "录音只有 0:12"),
    ] {
        rate(&trainer, &play, "0", moment).await;
        let page = trainer.get("/ratings").await;
        assert!(page.text().contains(said), "{moment}: {}", page.text());
        assert!(page.text().contains("听得出你在笑"), "what was typed stays");
    }
    rate(&trainer, &play, "0", "0:07").await;
    rate(&trainer, &play, "1", "0:12").await;
    assert_eq!(outcomes(&app).await.last(), Some(&(Outcome::Passed, Some(100))));
    let page = trainee.get(&play).await;
    for words in ["录音的 0:07 处", "录音的 0:12 处", "听得出你在笑"] {
        assert!(page.text().contains(words), "{words}\n{}", page.text());
    }
    assert!(page.text().contains(&format!("src=\"/recordings/{second}\"")));
}

#[tokio::test]
async fn what_is_no_recording_is_refused_in_words() {
    let (_folder, app) = call().await;
    let trainee = app.sign_in("trainee").await;
    let play = until_reply(&trainee).await;
    let token = hidden(trainee.get(&play).await.text(), "token");
    let upload = |kind: &'static str, bytes: Vec<u8>| Upload {
        address: format!("/recordings/{}/3?millis=900", id(&play)),
        token: &token,
        kind,
        bytes,
    };
    let webm = "audio/webm";
    for (kind, bytes, status, said) in [
        ("audio/wav", sound("a"), 415, "格式用不了"),
        ("text/html", sound("a"), 415, "格式用不了"),
        ("", sound("a"), 415, "格式用不了"),
        (webm, b"<html>".to_vec(), 415, "格式用不了"),
        (webm, Vec::new(), 415, "格式用不了"),
        ("audio/ogg", sound("a"), 415, "格式用不了"),
        (webm, sound(&"a".repeat(LARGEST)), 413, "最多 4 MB"),
    ] {
        let answer = send(&trainee, upload(kind, bytes)).await;
        assert_eq!(answer.status, status, "{kind}");
        assert!(answer.text().contains(said), "{kind}: {}", answer.text());
    }
    let stale = Upload {
        token: "guessed",
        ..upload(webm, sound("a"))
    };
    assert_eq!(send(&trainee, stale).await.status, 403);
    let nobody = send(&app.browser(), upload(webm, sound("a"))).await;
    assert_eq!(nobody.status, 401);
    assert!(nobody.text().contains("录音还在这一页里"), "{}", nobody.text());
    let foreign = Request::post(format!("/recordings/{}/3", id(&play)))
        .header("sec-fetch-site", "cross-site")
        .header("x-form-token", &token)
        .header("content-type", webm)
        .body(Body::from(sound("a")));
    assert_eq!(trainee.send(foreign.unwrap()).await.status, 403);
    assert_eq!(files(&app), 0, "nothing is left of what was refused");
    let largest = sound(&"a".repeat(LARGEST - 4));
    assert_eq!(send(&trainee, upload(webm, largest)).await.status, 201);
}

#[tokio::test]
async fn only_the_step_of_ones_own_open_call_takes_one() {
    let (_folder, app) = call().await;
    let trainee = app.sign_in("trainee").await;
    let other = person(&app, "other", "learner").await;
    let play = begin(&trainee, "letter").await;
    let early = record(&trainee, &play, "1", sound("a")).await;
    assert_eq!(early.status, 409, "choices are not spoken");
    assert!(early.text().contains("不能用录音回答"), "{}", early.text());
    choose(&trainee, &play, "马上").await;
    choose(&trainee, &play, "写一封信").await;
    for step in ["1", "2", "4", "0"] {
        assert_eq!(
            record(&trainee, &play, step, sound("a")).await.status,
            409,
            "{step}"
        );
    }
    assert_eq!(record(&other, &play, "3", sound("a")).await.status, 404);
    assert_eq!(record(&trainee, "/plays/none", "3", sound("a")).await.status, 404);
    let trainer = app.sign_in("trainer").await;
    assert_eq!(record(&trainer, &play, "3", sound("a")).await.status, 403);
    assert_eq!(files(&app), 0);

    // Sent twice it is kept once, recorded anew it is another one.
    let first = record(&trainee, &play, "3", sound("a")).await;
    let again = record(&trainee, &play, "3", sound("a")).await;
    let anew = record(&trainee, &play, "3", sound("b")).await;
    assert_eq!((first.status.as_u16(), first.text()), (201, again.text()));
    assert_ne!(first.text(), anew.text());
    assert_eq!(files(&app), 2);
    answer(&trainee, &play, &[("recording", "none")]).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("这段录音用不上了"), "{}", page.text());
    assert_eq!(
        hidden(trainee.get(&play).await.text(), "seq"),
        "3",
        "nothing was said"
    );
    answer(&trainee, &play, &[("recording", anew.text())]).await;
    // The recording of another step answers nothing.
    answer(&trainee, &play, &[("recording", first.text())]).await;
    assert_eq!(hidden(trainee.get(&play).await.text(), "seq"), "4");
    answer(&trainee, &play, &[("reply", "typed after all")]).await;
    let closed = record(&trainee, &play, "5", sound("c")).await;
    assert_eq!(closed.status, 409);
    assert_eq!(files(&app), 2);
}

#[tokio::test]
async fn only_so_many_wait_for_an_answer() {
    let (_folder, app) = call().await;
    let trainee = app.sign_in("trainee").await;
    let play = until_reply(&trainee).await;
    for number in 0..8 {
        let kept = record(&trainee, &play, "3", sound(&number.to_string())).await;
        assert_eq!(kept.status, 201);
    }
    let full = record(&trainee, &play, "3", sound("more")).await;
    assert_eq!(full.status, 409);
    assert!(full.text().contains("好几段录音"), "{}", full.text());
    assert_eq!(files(&app), 8);
}

#[tokio::test]
async fn a_chat_is_not_spoken() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = until_reply(&trainee).await;
    let refused = record(&trainee, &play, "3", sound("a")).await;
    assert_eq!(refused.status, 409);
    assert_eq!(files(&app), 0);
}

#[tokio::test]
async fn the_player_and_raters_hear_it_and_nobody_else() {
    let (_folder, app) = call().await;
    let trainee = app.sign_in("trainee").await;
    let both = person(&app, "both", "learner,trainer").await;
    let other = person(&app, "other", "learner").await;
    let (_, [sound_of, _]) = spoken(&trainee).await;
    let (_, [own, _]) = spoken(&both).await;
    let path = format!("/recordings/{sound_of}");
    for (who, status) in [
        (&trainee, 200),
        (&both, 200),
        (&app.sign_in("trainer").await, 200),
        (&other, 404),
        (&app.sign_in("supervisor").await, 404),
        (&app.sign_in("admin").await, 404),
        (&app.sign_in("recruiter").await, 404),
        (&app.browser(), 404),
    ] {
        assert_eq!(who.get(&path).await.status, status);
    }
    assert_eq!(
        both.get(&format!("/recordings/{own}")).await.status,
        200,
        "as the player"
    );
    assert_eq!(trainee.get("/recordings/none").await.status, 404);

    // While the play goes on, and in practice, it is the player's alone.
    let play = until_reply(&trainee).await;
    let open = record(&trainee, &play, "3", sound("open")).await;
    let open = format!("/recordings/{}", open.text());
    assert_eq!(trainee.get(&open).await.status, 200);
    let fields = [("scenario", "letter"), ("mode", "practice")];
    let begun = trainee
        .submit("/do/start-play", "/scenarios/letter", &fields)
        .await;
    let practice = begun.header("location").to_owned();
    choose(&trainee, &practice, "马上").await;
    choose(&trainee, &practice, "写一封信").await;
    let mut heard = vec![open];
    for step in ["3", "4"] {
        heard.push(format!(
            "/recordings/{}",
            speak(&trainee, &practice, step, step).await
        ));
    }
    let page = trainee.get(&practice).await;
    assert!(page.text().contains(&heard[1]), "{}", page.text());
    for path in heard {
        assert_eq!(trainee.get(&path).await.status, 200);
        for who in [&both, &app.sign_in("trainer").await, &other] {
            assert_eq!(who.get(&path).await.status, 404);
        }
    }
}

#[tokio::test]
async fn a_recording_is_sent_in_parts_and_kept_by_nobody_on_the_way() {
    let (_folder, app) = call().await;
    let trainee = app.sign_in("trainee").await;
    let (_, [id, _]) = spoken(&trainee).await;
    let path = format!("/recordings/{id}");
    let whole = trainee.get(&path).await;
    for (name, value) in [
        ("content-type", "audio/webm"),
        ("cache-control", "private, no-store"),
        ("content-disposition", "inline"),
        ("x-content-type-options", "nosniff"),
        ("accept-ranges", "bytes"),
        ("content-length", "8"),
    ] {
        assert_eq!(whole.header(name), value, "{name}");
    }
    for (asked, status, range, body) in [
        ("bytes=0-", 206, "bytes 0-7/8", &sound("nine")[..]),
        ("bytes=4-5", 206, "bytes 4-5/8", b"ni"),
        ("bytes=-2", 206, "bytes 6-7/8", b"ne"),
        ("bytes=8-", 416, "bytes */8", b""),
        ("bytes=1-2,4-5", 200, "", &sound("nine")[..]),
    ] {
        let request = Request::get(&path).header("range", asked).body(Body::empty());
        let part = trainee.send(request.unwrap()).await;
        assert_eq!(part.status, status, "{asked}");
        assert_eq!(
            (part.header("content-range"), &part.body[..]),
            (range, body),
            "{asked}"
        );
    }
}

#[tokio::test]
async fn it_is_deleted_after_its_time_unless_it_waits() {
    let (_folder, app) = call().await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = until_reply(&trainee).await;
    let spare = record(&trainee, &play, "3", sound("spare")).await;
    let first = speak(&trainee, &play, "3", "first").await;
    let second = speak(&trainee, &play, "4", "second").await;
    assert_eq!(
        app::play::tidy(app.site()).await.unwrap(),
        1,
        "what no answer used"
    );
    let sounds = Sounds::of(app.site().store.folder());
    assert!(sounds.size(spare.text()).is_none() && sounds.size(&first).is_some());

    app.wait(400 * DAY);
    assert_eq!(
        app::play::tidy(app.site()).await.unwrap(),
        0,
        "both wait for a rater"
    );
    let trainer = match trainer.get("/ratings").await.status.as_u16() {
        200 => trainer,
        _ => app.sign_in("trainer").await,
    };
    rate(&trainer, &play, "0", "0:01").await;
    assert_eq!(
        app::play::tidy(app.site()).await.unwrap(),
        0,
        "one waits, and they belong together"
    );
    rate(&trainer, &play, "1", "0:01").await;
    assert_eq!(app::play::tidy(app.site()).await.unwrap(), 2);
    assert_eq!(files(&app), 0);
    let trainee = app.sign_in("trainee").await;
    assert_eq!(trainee.get(&format!("/recordings/{second}")).await.status, 404);
    let page = trainee.get(&play).await;
    assert!(page.text().contains("录音已按保存期限删除"), "{}", page.text());
    assert!(!page.text().contains("<audio") && page.text().contains("录音的 0:01 处"));
}
