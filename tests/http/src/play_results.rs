//! What a play that is over tells its player.

use sqlx::{AnyConnection, Connection as _, Executor as _};
use test_support::TestApp;

use crate::play_content::{begin, choose, folder};

#[tokio::test]
async fn a_record_that_does_not_lead_to_its_result_says_so() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    choose(&trainee, &play, "等会儿").await;
    choose(&trainee, &play, "canary-hidden").await;
    assert!(!trainee.get(&play).await.text().contains("对不上"));
    let file = app.site().store.folder().join("shanggang.db");
    let mut conn = AnyConnection::connect(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    conn.execute("UPDATE play_event SET at = at + 1000000 WHERE seq = 2")
        .await
        .unwrap();
    conn.close().await.unwrap();
    assert!(trainee.get(&play).await.text().contains("对不上"));
}

#[tokio::test]
async fn what_would_have_been_better_is_told_when_it_is_over_and_not_before() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    choose(&trainee, &play, "等会儿").await;
    let going = trainee.get(&play).await;
    assert!(!going.text().contains("更好的说法"), "{}", going.text());
    choose(&trainee, &play, "canary-hidden").await;
    let over = trainee.get(&play).await;
    let told = "更好的说法：在，&lt;b&gt;马上&lt;/b&gt;查。";
    assert_eq!(over.text().matches(told).count(), 1, "{}", over.text());
    assert!(
        over.text().contains("更好的说法：给您写一封信。"),
        "{}",
        over.text()
    );
}
