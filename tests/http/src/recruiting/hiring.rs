//! Hiring, and the link at which the new hire sets a password.

use super::{id, interview, path, rated};
use test_support::TestApp;

#[tokio::test]
async fn hiring_makes_one_person_and_a_link_that_works_once() {
    let app = TestApp::new().await;
    let (recruiter, supervisor) = (app.sign_in("recruiter").await, app.sign_in("supervisor").await);
    let at = interview(&recruiter).await;
    let page = path(&recruiter.get("/candidates").await, "/candidates/0");
    let hire = [
        ("candidate", id(&page)),
        ("login", "new-hire"),
        ("hire_role", "phone-agent"),
        ("team", ""),
    ];
    recruiter.submit("/do/hire-candidate", &page, &hire).await;
    assert!(
        recruiter.get(&page).await.text().contains("以后才能录用"),
        "not before a decision"
    );
    rated(&recruiter, &supervisor, &at).await;
    let decide = [("interview", id(&at)), ("outcome", "passed")];
    let decided = recruiter.submit("/do/decide-interview", &at, &decide).await;
    assert_eq!(decided.header("location"), page);
    let shown = recruiter.get(&page).await;
    assert!(shown.text().contains("总分 67.5") && shown.text().contains("phone-agent-1"));
    let mut taken = hire;
    taken[1] = ("login", "trainee");
    recruiter.submit("/do/hire-candidate", &page, &taken).await;
    assert!(recruiter.get(&page).await.text().contains("这个账号已经有人用了"));
    let hired = recruiter.submit("/do/hire-candidate", &page, &hire).await;
    assert_eq!(hired.header("location"), page);
    let shown = recruiter.get(&page).await;
    let link = path(&shown, "http://localhost/invitations/").replace("http://localhost", "");
    assert!(
        !recruiter.get(&page).await.text().contains("/invitations/"),
        "shown once"
    );
    // Again: nothing is made twice.
    let mut again = hire;
    again[1] = ("login", "new-hire-2");
    recruiter.submit("/do/hire-candidate", &page, &again).await;
    assert!(recruiter.get(&page).await.text().contains("没有重复录用"));
    let store = &app.site().store;
    assert!(
        store::accounts::by_login(store, "new-hire-2")
            .await
            .unwrap()
            .is_none()
    );
    let account = store::accounts::by_login(store, "new-hire")
        .await
        .unwrap()
        .unwrap();
    let entries = store::evidence::of_person(store, &account.person).await.unwrap();
    assert_eq!(entries.len(), 2, "hired and assigned");
    let domain::evidence::Fact::Hired { score, version, .. } = &entries[0].fact else {
        panic!("{:?}", entries[0].fact);
    };
    assert_eq!(*score, Some(domain::score::Milli(67_500)));
    assert_eq!(
        *version,
        Some(
            app.site().libraries.current().interviews["service-agent"]
                .head
                .version
        )
    );
    // Whoever hired follows how it goes, and finds the way back.
    let back = format!("href=\"{page}\"");
    let file = recruiter.get("/people/new-hire").await;
    assert!(
        file.status == 200 && file.text().contains(&back),
        "{}",
        file.text()
    );
    assert!(!file.text().contains("/do/sign-item"), "and signs nothing");
    let file = app.sign_in("trainer").await.get("/people/new-hire").await;
    assert!(file.status == 200 && !file.text().contains(&back));
    // A lost link is made again, and ends the one before.
    let candidate = [("candidate", id(&page))];
    recruiter.submit("/do/renew-invitation", &page, &candidate).await;
    let newer = path(&recruiter.get(&page).await, "http://localhost/invitations/");
    let newer = newer.replace("http://localhost", "");
    let browser = app.browser();
    assert_eq!(browser.get(&link).await.status, 409);
    let fields = [("invitation", id(&newer)), ("password_new", "a longer password")];
    let accepted = browser.submit("/do/accept-invitation", &newer, &fields).await;
    assert_eq!(accepted.header("location"), "/");
    assert_eq!(browser.get("/password").await.status, 200, "signed in");
    assert_eq!(app.browser().get(&newer).await.status, 409, "used up");
    let renewed = recruiter.submit("/do/renew-invitation", &page, &candidate).await;
    assert_eq!(renewed.status, 404, "whoever has a password needs no link");
}
