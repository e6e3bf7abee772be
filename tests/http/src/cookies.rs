//! Cookies travel as safely as the site is reached.

use test_support::{Answer, TestApp};

fn cookies(answer: &Answer) -> Vec<&str> {
    let cookies = answer.headers.get_all("set-cookie");
    cookies.iter().map(|cookie| cookie.to_str().unwrap()).collect()
}

async fn signed_in(app: &TestApp, password: &str) -> Answer {
    let fields = [("login", "trainee"), ("password", password)];
    app.browser().submit("/do/sign-in", "/sign-in", &fields).await
}

#[tokio::test]
async fn behind_tls_every_cookie_is_secure_and_the_session_bound_to_the_host() {
    let app = TestApp::at("https://training.example").await;
    let answer = signed_in(&app, "shanggang-demo").await;
    let session = cookies(&answer)[0].to_owned();
    assert!(session.starts_with("__Host-session="), "{session}");
    for part in ["; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(session.contains(part), "{session}");
    }
    assert!(!session.contains("Domain"), "{session}");
    let answer = signed_in(&app, "wrong").await;
    let flash = cookies(&answer)[0].to_owned();
    assert!(
        flash.starts_with("flash=") && flash.ends_with("; Secure"),
        "{flash}"
    );
}

#[tokio::test]
async fn without_tls_none_is_secure_or_no_browser_would_keep_it() {
    let app = TestApp::at("http://localhost").await;
    for password in ["shanggang-demo", "wrong"] {
        let answer = signed_in(&app, password).await;
        let cookies = cookies(&answer);
        assert!(!cookies.is_empty());
        assert!(
            cookies
                .iter()
                .all(|cookie| !cookie.contains("Secure") && !cookie.starts_with("__Host"))
        );
    }
}
