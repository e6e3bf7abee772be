//! What others get of it: nothing.

use super::{id, interview, path};
use test_support::TestApp;

#[tokio::test]
async fn others_get_nothing() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let at = interview(&recruiter).await;
    let page = path(&recruiter.get("/candidates").await, "/candidates/0");
    for login in ["trainee", "trainer", "admin"] {
        let client = app.sign_in(login).await;
        for path in ["/candidates", page.as_str(), at.as_str()] {
            assert_eq!(client.get(path).await.status, 403, "{login} {path}");
        }
        let fields = [
            ("interview", id(&at)),
            ("item", "napkins"),
            ("rating", "1"),
            ("note", ""),
        ];
        assert_eq!(
            client
                .submit("/do/save-rating", "/password", &fields)
                .await
                .status,
            403
        );
        let fields = [("candidate", id(&page)), ("reason", "x")];
        assert_eq!(
            client
                .submit("/do/reject-candidate", "/password", &fields)
                .await
                .status,
            403
        );
    }
    for unknown in ["/candidates/nobody", "/interviews/nothing"] {
        assert_eq!(recruiter.get(unknown).await.status, 404, "{unknown}");
    }
    let fields = [
        ("interview", "nothing"),
        ("item", "napkins"),
        ("rating", "1"),
        ("note", ""),
    ];
    assert_eq!(
        recruiter.submit("/do/save-rating", &at, &fields).await.status,
        404
    );
    let fields = [("candidate", "nobody"), ("stage", "tasks")];
    assert_eq!(
        recruiter
            .submit("/do/advance-candidate", &page, &fields)
            .await
            .status,
        404
    );
    assert_eq!(app.get("/candidates").await.status, 303, "sign in first");
}
