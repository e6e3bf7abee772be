//! Who hears a recording, and how long it is there.

use super::*;

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
    let fields = [("scenario", "letter"), ("mode", "practice")];
    let begun = trainee
        .submit("/do/start-play", "/scenarios/letter", &fields)
        .await;
    let practice = begun.header("location").to_owned();
    choose(&trainee, &practice, "马上").await;
    choose(&trainee, &practice, "写一封信").await;
    let mut heard = Vec::new();
    for step in ["3", "4"] {
        heard.push(format!(
            "/recordings/{}",
            speak(&trainee, &practice, step, step).await
        ));
    }
    let page = trainee.get(&practice).await;
    assert!(page.text().contains(&heard[0]), "{}", page.text());
    let play = until_reply(&trainee).await;
    let open = record(&trainee, &play, "3", sound("open")).await;
    heard.push(format!("/recordings/{}", open.text()));
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
