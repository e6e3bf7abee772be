//! What raters do with a spoken answer.

use super::*;

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
async fn a_rating_of_a_spoken_answer_is_amended_at_its_moment() {
    let (_folder, app) = call().await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let (play, _) = spoken(&trainee).await;
    rate(&trainer, &play, "0", "0:07").await;
    rate(&trainer, &play, "1", "0:12").await;
    let links = test_support::html::links(trainer.get("/ratings/mine").await.text());
    let mut own = links.iter().filter(|link| link.starts_with("/ratings/mine/"));
    let path = own.next_back().expect("the first rating");
    let page = trainer.get(path).await;
    for words in ["<audio", "value=\"0:07\"", "data-moment"] {
        assert!(page.text().contains(words), "{words}\n{}", page.text());
    }
    let rating = path.trim_start_matches("/ratings/mine/");
    let amend = async |moment: &str| {
        let fields = [
            ("rating", rating),
            ("points-canary-criterion", "0"),
            ("banned", "no"),
            ("moment", moment),
            ("reason", "听漏了一句"),
        ];
        trainer.submit("/do/amend-rating", path, &fields).await
    };
    let wrong = amend("1:00").await;
    let page = trainer.get(wrong.header("location")).await;
    assert!(page.text().contains("录音只有 0:12") && page.text().contains("听漏了一句"));
    let done = amend("0:03").await;
    assert_eq!(done.header("location"), "/ratings/mine");
    let page = trainee.get(&play).await;
    assert!(page.text().contains("录音的 0:03 处"), "{}", page.text());
    assert!(!page.text().contains("录音的 0:07 处"), "{}", page.text());
}

#[tokio::test]
async fn nobody_is_asked_to_look_again_at_what_was_deleted() {
    let (_folder, app) = call().await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    person(&app, "two", "trainer").await;
    let (play, _) = spoken(&trainee).await;
    rate(&trainer, &play, "0", "0:07").await;
    rate(&trainer, &play, "1", "0:12").await;
    let two = app.sign_in("two").await;
    for reply in ["0", "1"] {
        // The play may be one of those in which everything is rated twice.
        rate(&two, &play, reply, "0:07").await;
    }
    assert!(trainee.get(&play).await.text().contains("/do/dispute-play"));
    app.wait(400 * DAY);
    assert_eq!(app::play::tidy(app.site()).await.unwrap(), 2);
    let trainee = app.sign_in("trainee").await;
    let page = trainee.get(&play).await;
    assert!(!page.text().contains("/do/dispute-play"), "{}", page.text());
    assert!(page.text().contains("没有内容可以重新看了"), "{}", page.text());
    let fields = [("play", id(&play)), ("reason", "再听一遍")];
    let sent = trainee.submit("/do/dispute-play", &play, &fields).await;
    assert_eq!(sent.status, 303);
    assert!(trainee.get(&play).await.text().contains("不能再提异议"));
    assert_eq!(outcomes(&app).await.last(), Some(&(Outcome::Passed, Some(100))));
}
