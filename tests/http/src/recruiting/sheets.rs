//! Filling in a sheet, blind.

use super::{CANARY, RATINGS, id, interview, path, rate, submit};
use test_support::{Client, TestApp};

#[tokio::test]
async fn a_rating_is_a_whole_number_from_one_to_five() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let at = interview(&recruiter).await;
    for bad in ["0", "6", "3.5", "-1", "five"] {
        rate(&recruiter, &at, "proudest-of", bad, "typed before the mistake").await;
        let page = recruiter.get(&format!("{at}?at=2")).await;
        assert!(page.text().contains("评分只能是 1 到 5 的整数"), "{bad}");
        assert!(
            page.text().contains("typed before the mistake"),
            "{bad} keeps the note"
        );
        let again = recruiter.get(&format!("{at}?at=2")).await;
        assert!(
            again.text().contains("typed before the mistake") && !again.text().contains(" checked"),
            "{bad} is not kept, the note is"
        );
    }
    let saved = rate(&recruiter, &at, "proudest-of", "4", "seen").await;
    assert_eq!(
        saved.header("location"),
        format!("{at}?at=3"),
        "on to the next item"
    );
    let page = recruiter.get(&format!("{at}?at=2")).await;
    assert!(page.text().contains("data-state=\"saved\"") && page.text().contains("seen"));
    rate(&recruiter, &at, "proudest-of", "6", "more was seen").await;
    let page = recruiter.get(&format!("{at}?at=2")).await;
    assert!(page.text().contains("评分只能是 1 到 5 的整数"));
    let page = recruiter.get(&format!("{at}?at=2")).await;
    assert!(page.text().contains("more was seen") && page.text().matches(" checked").count() == 1);
    assert_eq!(rate(&recruiter, &at, "no-such-item", "4", "").await.status, 404);
}

#[tokio::test]
async fn every_item_shows_and_nobody_is_told_what_it_tests() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let at = interview(&recruiter).await;
    for number in 1..=9 {
        let page = recruiter.get(&format!("{at}?at={number}")).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("独立评分：提交前互不可见"));
        assert!(page.text().contains("name=\"note\"") && page.text().contains("value=\"none\""));
    }
    let napkins = recruiter.get(&format!("{at}?at=7")).await;
    assert!(napkins.text().contains("变慢") && napkins.text().contains("第 40 分钟"));
    let fields = [
        ("interview", id(&at)),
        ("item", "napkins"),
        ("note", ""),
        ("tick:600:slowing", "1"),
        ("tick:900:steady", "1"),
        ("tick:600:invented", "1"),
        ("go", "stay"),
    ];
    let saved = recruiter.submit("/do/save-rating", &at, &fields).await;
    assert_eq!(saved.header("location"), format!("{at}?at=7"));
    let napkins = recruiter.get(&format!("{at}?at=7")).await;
    assert_eq!(napkins.text().matches(" checked").count(), 2);
    assert!(
        recruiter
            .get(&format!("{at}?at=8"))
            .await
            .text()
            .contains("配合人员的说法")
    );
}

#[tokio::test]
async fn others_sheets_stay_hidden_until_ones_own_is_submitted() {
    let app = TestApp::new().await;
    let (recruiter, supervisor) = (app.sign_in("recruiter").await, app.sign_in("supervisor").await);
    let at = interview(&recruiter).await;
    for (item, _, second) in RATINGS {
        rate(&supervisor, &at, item, second, CANARY).await;
    }
    submit(&supervisor, &at).await;
    assert!(
        supervisor.get(&at).await.text().contains(CANARY),
        "one sees one's own"
    );
    let candidate = path(&recruiter.get("/candidates").await, "/candidates/0");
    let mut pages = vec!["/".to_owned(), "/candidates".to_owned(), candidate, at.clone()];
    pages.extend((1..=10).map(|number| format!("{at}?at={number}")));
    for page in pages {
        let answer = recruiter.get(&page).await;
        assert_eq!(answer.status, 200, "{page}");
        assert!(!answer.text().contains(CANARY), "{page}");
        assert!(!answer.text().contains("class=\"rating\""), "{page}");
    }
    let decide = [("interview", id(&at)), ("outcome", "passed")];
    recruiter.submit("/do/decide-interview", &at, &decide).await;
    assert!(recruiter.get(&at).await.text().contains("提交自己的评分表以后"));
    submit(&recruiter, &at).await;
    assert!(
        recruiter.get(&at).await.text().contains(CANARY),
        "shown once submitted"
    );
}

#[tokio::test]
async fn a_submitted_sheet_is_locked_and_submitting_twice_changes_nothing() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let at = interview(&recruiter).await;
    rate(&recruiter, &at, "napkins", "2", "first words").await;
    submit(&recruiter, &at).await;
    let again = submit(&recruiter, &at).await;
    assert_eq!(
        (again.status.as_u16(), again.header("location")),
        (303, at.as_str())
    );
    recruiter.get(&at).await;
    rate(&recruiter, &at, "napkins", "5", "other words").await;
    let page = recruiter.get(&at).await;
    assert!(page.text().contains("不能再修改") && page.text().contains("first words"));
    assert!(!page.text().contains("other words"));
}

/// Keeps a note as the island does: `ago` milliseconds after a page made at `made`.
async fn keep(client: &Client, at: &str, note: &str, rating: &str, made: &str, ago: &str) -> String {
    let fields = [
        ("interview", id(at)),
        ("item", "proudest-of"),
        ("note", note),
        ("rating", rating),
        ("made", made),
        ("ago", ago),
    ];
    let answer = client.call("/do/keep-rating", at, &fields).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text().trim_matches('"').to_owned()
}

#[tokio::test]
async fn what_is_written_is_kept_while_it_is_written() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let at = interview(&recruiter).await;
    let made = app.now().0.to_string();
    app.wait(60);
    assert_eq!(keep(&recruiter, &at, "half a", "", &made, "2000").await, "saved");
    assert_eq!(
        keep(&recruiter, &at, "half a sentence", "4", &made, "9000").await,
        "saved"
    );
    assert_eq!(
        keep(&recruiter, &at, "half a", "", &made, "2000").await,
        "saved",
        "late"
    );
    let page = recruiter.get(&format!("{at}?at=2")).await;
    assert!(page.text().contains("half a sentence") && page.text().contains(" checked"));
    assert_eq!(keep(&recruiter, &at, "whole", "9", &made, "10000").await, "unfit");
    let page = recruiter.get(&format!("{at}?at=2")).await;
    assert!(
        page.text().contains("whole") && page.text().contains(" checked"),
        "the rating before stays"
    );
    // A clock from the future does not lock the item.
    assert_eq!(
        keep(&recruiter, &at, "early", "4", &made, "99999999999").await,
        "saved"
    );
    app.wait(1);
    let later = app.now().0.to_string();
    assert_eq!(
        keep(&recruiter, &at, "after that", "4", &later, "0").await,
        "saved"
    );
    assert!(
        recruiter
            .get(&format!("{at}?at=2"))
            .await
            .text()
            .contains("after that")
    );
}

#[tokio::test]
async fn keeping_says_why_it_cannot() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let at = interview(&recruiter).await;
    assert_eq!(keep(&app.browser(), &at, "x", "", "", "").await, "signed-out");
    for login in ["trainee", "trainer"] {
        let other = app.sign_in(login).await;
        assert_eq!(keep(&other, &at, "x", "", "", "").await, "unknown", "{login}");
    }
    assert_eq!(
        keep(&recruiter, "/interviews/nothing", "x", "", "", "").await,
        "unknown"
    );
    submit(&recruiter, &at).await;
    assert_eq!(keep(&recruiter, &at, "x", "", "", "").await, "closed");
}

#[tokio::test]
async fn going_to_another_item_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let at = interview(&recruiter).await;
    for (go, to) in [("7", 7), ("before", 1), ("10", 10), ("nonsense", 3), ("99", 99)] {
        let fields = [
            ("interview", id(&at)),
            ("item", "proudest-of"),
            ("note", go),
            ("go", go),
        ];
        let saved = recruiter.submit("/do/save-rating", &at, &fields).await;
        assert_eq!(saved.header("location"), format!("{at}?at={to}"));
        assert_eq!(recruiter.get(&format!("{at}?at={to}")).await.status, 200);
        let page = recruiter.get(&format!("{at}?at=2")).await;
        assert!(page.text().contains(&format!(">{go}</textarea>")), "{go}");
    }
}
