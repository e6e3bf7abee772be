//! What a play that is over tells its player.

use test_support::TestApp;

use crate::play_content::{begin, choose, folder};

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
