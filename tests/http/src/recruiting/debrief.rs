//! What the sheets come to.

use super::{id, interview, rate, rated, submit};
use test_support::TestApp;

#[tokio::test]
async fn the_total_follows_the_formula() {
    let app = TestApp::new().await;
    let (recruiter, supervisor) = (app.sign_in("recruiter").await, app.sign_in("supervisor").await);
    let at = interview(&recruiter).await;
    rated(&recruiter, &supervisor, &at).await;
    let page = recruiter.get(&at).await;
    assert!(
        page.text().contains("67.5") && page.text().contains("达到合格线 65"),
        "{}",
        page.text()
    );
    assert!(
        page.text().contains("× (3.5 − 1)"),
        "the formula is shown with its numbers"
    );
    assert!(page.text().contains("相差 2 分，请先谈这一项"));
    let decide = [("interview", id(&at)), ("outcome", "maybe")];
    recruiter.submit("/do/decide-interview", &at, &decide).await;
    assert!(!recruiter.get(&at).await.text().contains("结论："));
}

#[tokio::test]
async fn an_incomplete_interview_has_no_total() {
    let app = TestApp::new().await;
    let (recruiter, supervisor) = (app.sign_in("recruiter").await, app.sign_in("supervisor").await);
    let at = interview(&recruiter).await;
    rate(&recruiter, &at, "napkins", "2", "slow").await;
    let check = recruiter.get(&format!("{at}?at=10")).await;
    assert!(check.text().contains("还有 8 项没有完成"));
    submit(&recruiter, &at).await;
    let page = recruiter.get(&at).await;
    for words in [
        "结果不完整，没有总分",
        "还没提交：演示主管",
        "有 8 项未评",
        "没有人评到“助人”",
        "“耐心”低于最低要求",
    ] {
        assert!(page.text().contains(words), "{words}");
    }
    submit(&supervisor, &at).await;
    let page = recruiter.get(&at).await;
    assert!(page.text().contains("结果不完整") && !page.text().contains("还没提交"));
}
