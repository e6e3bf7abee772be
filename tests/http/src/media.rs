//! `/media/…`: the pictures of lessons.

use std::{fs, path::Path};

use axum::{body::Body, http::Request};
use domain::hash::Hash;
use tempfile::TempDir;
use test_support::{Answer, Client, TestApp};

const LESSON: &str = "/courses/basics/one";
const PNG: &[u8] = b"\x89PNG one";
const IMMUTABLE: &str = "private, max-age=31536000, immutable";

/// A small content folder whose lesson shows a picture.
fn write_content(folder: &Path, picture: &[u8]) {
    let put = |path: &str, bytes: &[u8]| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let document = |format: &str, rest: &str| format!("---\nformat: {format}/1\n{rest}");
    let site = "name: 客服中心\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: Asia/Shanghai\n---\n";
    put("site.md", document("site", site).as_bytes());
    let role = "title: 电话客服专员\nrequires:\n  - course: basics\n---\n\n## 服务目的\n\n接听来电。\n";
    put("roles/phone-agent.md", document("role", role).as_bytes());
    let course = "title: 客服基础\nlessons: [one]\n---\n";
    put("courses/basics/course.md", document("course", course).as_bytes());
    let lesson = "title: 工位\n---\n\n![工位](工位.png)\n\n[表格](form.html)\n";
    put("courses/basics/one.md", document("lesson", lesson).as_bytes());
    let quiz = "title: 测验\n---\n\n## seat\n\n坐哪里？\n\n- [x] 这里\n- [ ] 那里\n";
    put("courses/basics/quiz.md", document("quiz", quiz).as_bytes());
    put("courses/basics/工位.png", picture);
    put("courses/basics/form.html", b"<script>alert(1)</script>");
    put("drawing.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    put("photo.JPG", b"jpeg");
}

async fn start() -> (TempDir, TestApp) {
    let folder = TempDir::new().unwrap();
    write_content(folder.path(), PNG);
    let app = TestApp::with_content(folder.path()).await;
    (folder, app)
}

/// The address of the picture as the lesson's page names it.
fn source(page: &Answer) -> String {
    let (_, rest) = page.text().split_once("<img src=\"").expect("a picture");
    rest.split('"').next().unwrap().to_owned()
}

async fn get_again(client: &Client, path: &str, tag: &str) -> Answer {
    let request = Request::get(path).header("if-none-match", tag);
    client.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_lesson_shows_its_picture_which_a_browser_keeps_for_ever() {
    let (_folder, app) = start().await;
    let trainee = app.sign_in("trainee").await;
    let address = source(&trainee.get(LESSON).await);
    let hash = Hash::of(PNG);
    assert_eq!(
        address,
        format!("/media/courses/basics/%E5%B7%A5%E4%BD%8D.png?v={hash}")
    );
    let picture = trainee.get(&address).await;
    assert_eq!(picture.status, 200);
    assert_eq!(&picture.body[..], PNG);
    assert_eq!(picture.header("content-type"), "image/png");
    assert_eq!(picture.header("cache-control"), IMMUTABLE);
    assert_eq!(picture.header("x-content-type-options"), "nosniff");
    assert_eq!(picture.header("content-disposition"), "");
}

#[tokio::test]
async fn without_a_hash_it_is_the_current_one_and_the_browser_asks_again() {
    let (_folder, app) = start().await;
    let trainee = app.sign_in("trainee").await;
    let path = "/media/photo.JPG";
    let photo = trainee.get(path).await;
    assert_eq!(photo.header("content-type"), "image/jpeg");
    assert_eq!(photo.header("cache-control"), "private, no-cache");
    let tag = photo.header("etag");
    assert_eq!(tag, format!("\"{}\"", Hash::of(b"jpeg")));
    let again = get_again(&trainee, path, tag).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert_eq!(again.header("etag"), tag);
    assert_eq!(get_again(&trainee, path, "\"another\"").await.status, 200);
}

#[tokio::test]
async fn what_an_author_put_there_never_runs() {
    let (_folder, app) = start().await;
    let trainee = app.sign_in("trainee").await;
    let drawing = trainee.get("/media/drawing.svg").await;
    assert_eq!(drawing.header("content-type"), "image/svg+xml");
    let page = trainee.get("/media/courses/basics/form.html").await;
    assert_eq!(page.header("content-type"), "application/octet-stream");
    assert_eq!(page.header("content-disposition"), "attachment");
    for answer in [drawing, page] {
        let policy = answer.header("content-security-policy").to_owned();
        assert!(
            policy.starts_with("default-src 'none';") && policy.contains("; sandbox;"),
            "{policy}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn an_older_release_keeps_its_picture() {
    let (folder, app) = start().await;
    let trainee = app.sign_in("trainee").await;
    let before = source(&trainee.get(LESSON).await);
    write_content(folder.path(), b"\x89PNG two");
    let trainer = app.sign_in("trainer").await;
    trainer.submit("/do/publish", "/studio", &[("note", "")]).await;
    let after = source(&trainee.get(LESSON).await);
    assert_ne!(before, after);
    assert_eq!(&trainee.get(&before).await.body[..], PNG);
    assert_eq!(&trainee.get(&after).await.body[..], b"\x89PNG two");
    let bare = after.split('?').next().unwrap();
    assert_eq!(&trainee.get(bare).await.body[..], b"\x89PNG two");
    fs::remove_file(folder.path().join("photo.JPG")).unwrap();
    trainer.submit("/do/publish", "/studio", &[("note", "")]).await;
    assert_eq!(trainee.get("/media/photo.JPG").await.status, 404);
}

#[tokio::test]
async fn nobody_else_and_nothing_else_is_served() {
    let (folder, app) = start().await;
    fs::write(app.folder().join("outside.png"), b"outside").unwrap();
    let trainee = app.sign_in("trainee").await;
    assert_eq!(app.get("/media/photo.JPG").await.status, 404, "not signed in");
    let quiz = Hash::of(&fs::read(folder.path().join("courses/basics/quiz.md")).unwrap());
    let png = Hash::of(PNG);
    for path in [
        "/media/nothing.png".to_owned(),
        "/media/photo.jpg".to_owned(),
        "/media/".to_owned(),
        "/media/courses/basics".to_owned(),
        "/media/courses/basics/quiz.md".to_owned(),
        format!("/media/courses/basics/quiz.md?v={quiz}"),
        format!("/media/photo.JPG?v={quiz}"),
        format!("/media/photo.JPG?v={png}"),
        "/media/photo.JPG?v=1".to_owned(),
        "/media/photo.JPG?v=".to_owned(),
        "/media/../outside.png".to_owned(),
        "/media/..%2foutside.png".to_owned(),
        "/media/%2e%2e/outside.png".to_owned(),
        "/media/courses/../photo.JPG".to_owned(),
        "/media//photo.JPG".to_owned(),
        "/media/%2fetc%2fpasswd".to_owned(),
        "/media/photo.JPG%00".to_owned(),
        "/media/%ff.png".to_owned(),
    ] {
        let answer = trainee.get(&path).await;
        assert!(
            [400, 404].contains(&answer.status.as_u16()),
            "{path}: {}",
            answer.status
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
}
