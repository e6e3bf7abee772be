//! What every answer tells the browser not to do.

use test_support::TestApp;

#[tokio::test]
async fn a_page_runs_its_own_scripts_only() {
    let app = TestApp::new().await;
    let page = app.get("/sign-in").await;
    let policy = page.header("content-security-policy");
    let nonce = policy
        .split_once("'nonce-")
        .and_then(|(_, rest)| rest.split_once('\''))
        .unwrap()
        .0;
    assert!(nonce.len() >= 22, "128 bits at least: {nonce}");
    assert_eq!(
        policy.replace(nonce, "…"),
        "default-src 'self'; script-src 'self' 'nonce-…' 'wasm-unsafe-eval'; style-src 'self'; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    for script in page.text().split("<script").skip(1) {
        assert!(
            script.contains(&format!("nonce=\"{nonce}\"")),
            "a script without the nonce"
        );
    }
    assert!(
        !page.text().contains(" style="),
        "the policy forbids style attributes"
    );

    let again = app.get("/sign-in").await;
    assert_ne!(
        policy,
        again.header("content-security-policy"),
        "a nonce is used once"
    );
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let app = TestApp::new().await;
    for path in ["/sign-in", "/healthz", "/nowhere", "/assets/nothing.js"] {
        let answer = app.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(
            answer
                .header("content-security-policy")
                .contains("frame-ancestors 'none'"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn an_unknown_page_is_404_and_helps() {
    let answer = TestApp::new().await.get("/nowhere").await;
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("href=\"/\""));
}

#[tokio::test]
async fn only_a_play_may_use_the_microphone_and_play_what_it_recorded() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let fields = [("scenario", "abusive-caller")];
    let begun = trainee
        .submit("/do/start-play", "/scenarios/abusive-caller", &fields)
        .await;
    let play = trainee.get(begun.header("location")).await;
    assert_eq!(play.header("permissions-policy"), "microphone=(self)");
    assert!(
        play.header("content-security-policy")
            .contains("; media-src 'self' blob:; ")
    );
    for path in [
        "/",
        "/scenarios/abusive-caller",
        "/plays",
        "/healthz",
        "/recordings/none",
    ] {
        let answer = trainee.get(path).await;
        assert_eq!(answer.header("permissions-policy"), "microphone=()", "{path}");
        assert!(
            !answer.header("content-security-policy").contains("media-src"),
            "{path}"
        );
    }
}
