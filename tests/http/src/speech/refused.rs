//! What is no recording, or not wanted here, is refused in words.

use super::*;

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
    for (millis, said) in [
        ("0", "没有声音"),
        ("", "没有声音"),
        ("124000", "最长 2:00"),
        ("4294967295", "最长 2:00"),
    ] {
        let long = Upload {
            address: format!("/recordings/{}/3?millis={millis}", id(&play)),
            ..upload(webm, sound("a"))
        };
        let answer = send(&trainee, long).await;
        assert_eq!(answer.status, 409, "{millis}");
        assert!(answer.text().contains(said), "{}", answer.text());
    }
    let bare = Request::post(format!("/recordings/{}/3?millis=900", id(&play)))
        .header("content-type", webm)
        .body(Body::from(sound("a")));
    assert_eq!(trainee.send(bare.unwrap()).await.status, 403, "no page of ours");
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
    // Signed in again meanwhile, the page still has the token of before.
    let earlier = Upload {
        token: "of a session that ended",
        ..upload(webm, sound("earlier"))
    };
    assert_eq!(send(&trainee, earlier).await.status, 201);
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
    assert!(full.text().contains("收不下了"), "{}", full.text());
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
