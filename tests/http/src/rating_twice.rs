//! Replies that more than one person rates: what is critical, and where raters differ.

use domain::evidence::Outcome;
use test_support::{Client, TestApp};

use crate::{
    play_content::{disable, folder, person},
    plays::outcomes,
    ratings::{rate, written},
};

/// A centre with three trainers, in which somebody said in the first of two replies what is banned.
async fn centre() -> (TestApp, Client, [Client; 3], String) {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let trainers = [
        app.sign_in("trainer").await,
        person(&app, "two", "trainer").await,
        person(&app, "three", "trainer").await,
    ];
    let play = written(&trainee, ["九点，滚！", "十点"]).await;
    (app, trainee, trainers, play)
}

async fn waits_for(trainer: &Client) -> usize {
    trainer
        .get("/ratings")
        .await
        .text()
        .matches("class=\"card\"")
        .count()
}

/// Rates the harmless reply until nobody is asked about it any more: one play in ten is looked at twice.
async fn rate_the_other(trainers: &[Client], play: &str) {
    for trainer in trainers {
        rate(trainer, play, "1", "1", "no", "").await;
    }
}

#[tokio::test]
async fn what_may_be_critical_is_rated_twice_and_half_points_are_exact() {
    let (app, trainee, trainers, play) = centre().await;
    let [one, two, three] = &trainers;
    rate_the_other(&trainers, &play).await;
    assert_eq!(rate(one, &play, "0", "1", "no", "canary-first").await, 303);
    assert_eq!((waits_for(one).await, waits_for(two).await), (0, 1));
    let page = trainee.get(&play).await;
    assert!(page.text().contains("data-outcome=\"pending\"") && !page.text().contains("canary-first"));
    assert!(
        !two.get("/ratings").await.text().contains("canary-first"),
        "blind to the first"
    );
    rate(one, &play, "0", "0", "yes", "").await;
    assert!(one.get("/ratings").await.text().contains("已经有人评过分了"));
    assert_eq!(outcomes(&app).await, [(Outcome::Pending, None)]);
    rate(two, &play, "0", "0", "no", "canary-second").await;
    assert_eq!(waits_for(three).await, 0);
    // One and two halves of three points.
    assert_eq!(outcomes(&app).await.last(), Some(&(Outcome::Passed, Some(83))));
    let page = trainee.get(&play).await;
    for text in ["共情 +0.5", "2.5 / 3", "canary-first", "canary-second"] {
        assert!(page.text().contains(text), "{text}");
    }
    assert!(!page.text().contains("critical-box") && !page.text().contains("演示培训师"));
}

#[tokio::test]
async fn where_they_differ_about_it_a_third_decides() {
    let (app, trainee, trainers, play) = centre().await;
    let [one, two, three] = &trainers;
    rate_the_other(&trainers, &play).await;
    rate(one, &play, "0", "1", "no", "").await;
    assert_eq!(waits_for(three).await, 1, "anybody may be the second");
    rate(two, &play, "0", "0", "yes", "").await;
    assert_eq!(
        (waits_for(one).await, waits_for(two).await, waits_for(three).await),
        (0, 0, 1)
    );
    assert_eq!(outcomes(&app).await, [(Outcome::Pending, None)]);
    rate(three, &play, "0", "0", "yes", "").await;
    assert_eq!(
        outcomes(&app).await.last().map(|(outcome, _)| *outcome),
        Some(Outcome::Failed)
    );
    let page = trainee.get(&play).await;
    assert!(page.text().contains("critical-box"), "two of three say so");
}

#[tokio::test]
async fn a_confirmed_error_is_looked_at_twice_though_no_phrase_found_it() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, one) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let two = person(&app, "two", "trainer").await;
    let play = written(&trainee, ["九点，你走开", "十点"]).await;
    rate(&one, &play, "0", "0", "yes", "").await;
    rate(&one, &play, "1", "1", "no", "").await;
    rate(&two, &play, "1", "1", "no", "").await;
    assert_eq!((waits_for(&two).await, outcomes(&app).await.len()), (1, 1));
    rate(&two, &play, "0", "0", "yes", "").await;
    assert_eq!(
        outcomes(&app).await.last().map(|(outcome, _)| *outcome),
        Some(Outcome::Failed)
    );
}

#[tokio::test]
async fn a_third_is_called_though_an_earlier_rater_has_left() {
    let (app, _, trainers, play) = centre().await;
    let [one, two, three] = &trainers;
    rate_the_other(&trainers, &play).await;
    rate(two, &play, "0", "1", "no", "").await;
    disable(&app, "two").await;
    rate(one, &play, "0", "0", "yes", "").await;
    assert_eq!(outcomes(&app).await, [(Outcome::Pending, None)]);
    assert_eq!((waits_for(one).await, waits_for(three).await), (0, 1));
    rate(three, &play, "0", "0", "yes", "").await;
    assert_eq!(
        outcomes(&app).await.last().map(|(outcome, _)| *outcome),
        Some(Outcome::Failed)
    );
}
