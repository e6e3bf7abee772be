//! What pages load. Needs a bundle to find anything, as `cargo xtask test` makes before.

use axum::{body::Body, http::Request};
use shanggang::assets::page_assets;
use test_support::TestApp;

#[tokio::test]
async fn a_style_sheet_is_kept_for_ever_in_the_smallest_form() {
    let Some(name) = page_assets().style else { return };
    let app = TestApp::new().await;
    for (accepts, sent) in [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", "")] {
        let request = Request::get(format!("/assets/{name}"))
            .header("accept-encoding", accepts)
            .body(Body::empty())
            .unwrap();
        let answer = app.send(request).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-encoding"), sent);
        assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        assert_eq!(answer.header("vary"), "accept-encoding");
    }
    assert!(
        app.get("/sign-in")
            .await
            .text()
            .contains(&format!("href=\"/assets/{name}\""))
    );
}

#[tokio::test]
async fn an_unknown_asset_is_404() {
    assert_eq!(TestApp::new().await.get("/assets/nothing.js").await.status, 404);
}

#[tokio::test]
async fn only_a_page_with_islands_loads_scripts() {
    let Some(stem) = page_assets().script else { return };
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let wasm = format!("/assets/{stem}_bg.wasm");
    for (path, loads) in [("/", false), ("/courses", false), ("/knowledge/not-sure", true)] {
        let page = trainee.get(path).await;
        assert_eq!(page.text().contains(&wasm), loads, "{path}");
        assert!(page.text().contains("addEventListener(\"keydown\""), "{path}");
        assert!(page.text().contains("<main id=\"main\""), "{path}");
    }
}
