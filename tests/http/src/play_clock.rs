//! The time to answer in a scenario.

use domain::evidence::Outcome;
use test_support::TestApp;

use crate::{
    play_content::{answer, begin, choose, folder, hidden},
    plays::outcomes,
};

#[tokio::test]
async fn a_late_answer_is_the_time_running_out() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("class=\"clock\"") && page.text().contains("class=\"choice\""));
    let id = hidden(page.text(), "play");
    app.wait(31);
    for _ in 0..2 {
        let page = trainee.get(&play).await;
        assert!(page.text().contains("时间到了") && !page.text().contains("class=\"choice\""));
        assert_eq!(hidden(page.text(), "seq"), "1", "opening a page writes nothing");
    }
    let fields = [("play", id.as_str()), ("seq", "1"), ("choice", "1")];
    trainee.submit("/do/answer-play", &play, &fields).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("客户走了") && page.text().contains("你没有回答"));
    assert!(
        !page.text().contains("canary-feedback-a"),
        "the choice did not count"
    );
    assert_eq!(outcomes(&app).await, [(Outcome::Failed, Some(0))]);
}

#[tokio::test]
async fn the_time_is_up_by_the_button_and_not_before() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    answer(&trainee, &play, &[("way", "time-out")]).await;
    assert_eq!(
        hidden(trainee.get(&play).await.text(), "seq"),
        "1",
        "there is time left"
    );
    app.wait(31);
    answer(&trainee, &play, &[("way", "time-out")]).await;
    assert!(trainee.get(&play).await.text().contains("客户走了"));
}

#[tokio::test]
async fn without_else_a_late_answer_still_counts() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    choose(&trainee, &play, "马上").await;
    app.wait(31);
    let page = trainee.get(&play).await;
    assert!(page.text().contains("仍可以回答") && page.text().contains("class=\"choice\""));
    choose(&trainee, &play, "写一封信").await;
    assert!(trainee.get(&play).await.text().contains("写给我"));
}
