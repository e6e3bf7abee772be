//! Bad input of people, and the clear words each gets for it, in both languages.

use test_support::{Answer, Client, TestApp, html::links};

use crate::{
    play_content::{hidden, person},
    quiz::Taker,
};

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

async fn speak(who: &Client, language: &str) {
    let from = "/problem/not-found";
    who.submit("/do/set-language", from, &[("language", language)])
        .await;
}

/// One of the two texts, by the language.
fn said<'t>(language: &str, zh: &'t str, en: &'t str) -> &'t str {
    if language == "en" { en } else { zh }
}

fn says(page: &Answer, words: &str) {
    // Fluent's English quotes and the page's escapes are not what is asked for here.
    assert!(page.text().contains(words), "{words}: {}", page.text());
}

async fn try_password(who: &Client, login: &str, password: &str) -> Answer {
    let fields = [("login", login), ("password", password)];
    let answer = who.submit("/do/sign-in", "/sign-in", &fields).await;
    assert_eq!(answer.header("location"), "/sign-in");
    who.get("/sign-in").await
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_account_read_alike() {
    let app = TestApp::new().await;
    for language in LANGUAGES {
        let who = app.browser();
        speak(&who, language).await;
        for login in ["trainee", "nobody-at-all"] {
            let words = said(language, "账号或密码不对", "Account or password is wrong");
            says(&try_password(&who, login, "wrong").await, words);
        }
    }
}

#[tokio::test]
async fn a_disabled_account_is_told_whom_to_ask_and_only_who_knows_the_password() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let page = admin.get("/admin/accounts/trainee").await;
    let account = hidden(page.text(), "account");
    let fields = [("account", account.as_str())];
    admin
        .submit("/do/disable-account", "/admin/accounts/trainee", &fields)
        .await;
    for language in LANGUAGES {
        let who = app.browser();
        speak(&who, language).await;
        let words = said(
            language,
            "这个账号已停用，请联系管理员",
            "This account is disabled. Please ask your administrator",
        );
        says(
            &try_password(&who, "trainee", shanggang::demo::PASSWORD).await,
            words,
        );
        assert!(
            !try_password(&who, "trainee", "wrong")
                .await
                .text()
                .contains(words)
        );
    }
}

#[tokio::test]
async fn a_session_that_ended_in_a_quiz_is_told_that_nothing_is_lost() {
    for language in LANGUAGES {
        let taker = Taker::new("pass: 80%", crate::quiz::SHORT).await;
        let path = taker.start().await;
        speak(&taker.client, language).await;
        let page = taker.page(&path).await;
        taker.app.wait(9 * 3600);
        let answer = taker
            .press("save", &path, &page, &[("q1".to_owned(), "您好".to_owned())])
            .await;
        let page = taker.client.get(answer.header("location")).await;
        let words = said(language, "你刚才提交的内容还在", "What you just sent is kept");
        says(&page, words);
    }
}

#[tokio::test]
async fn a_quiz_handed_in_twice_or_saved_afterwards_shows_its_one_result() {
    let taker = Taker::new("pass: 80%", crate::quiz::SHORT).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    let right = taker.right(&path).await;
    for then in ["submit", "submit", "save"] {
        let answer = taker.press(then, &path, &page, &right).await;
        assert_eq!(answer.header("location"), path);
        let shown = taker.page(&path).await;
        assert!(
            shown.contains("score-word") && !shown.contains("id=\"quiz\""),
            "{then}: {shown}"
        );
    }
    assert_eq!(taker.results().await, 1);
}

#[tokio::test]
async fn unknown_and_foreign_ids_get_the_same_helpful_page() {
    let taker = Taker::new("pass: 80%", crate::quiz::SHORT).await;
    let path = taker.start().await;
    let other = person(&taker.app, "other", "learner").await;
    for language in LANGUAGES {
        speak(&other, language).await;
        let (title, help) = (
            said(language, "找不到这一页", "This page does not exist"),
            said(language, "或者不属于你", "or it is not yours"),
        );
        let unknown = "/attempts/01890000-0000-7000-8000-000000000000";
        for path in [
            path.as_str(),
            unknown,
            "/attempts/x",
            "/plays/x",
            "/courses/x",
            "/courses/desk/x",
            "/nothing",
        ] {
            let page = other.get(path).await;
            assert_eq!(page.status, 404, "{path}");
            says(&page, title);
            says(&page, help);
            assert!(links(page.text()).contains(&"/".to_owned()), "{path} leads on");
        }
    }
}

#[tokio::test]
async fn a_rating_that_is_none_is_told_what_one_is() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let today = recruiter.get("/").await;
    let links = links(today.text());
    let interview = links
        .iter()
        .find(|link| link.starts_with("/interviews/"))
        .unwrap();
    let interview = interview.split('?').next().unwrap();
    let id = interview.rsplit('/').next().unwrap();
    for language in LANGUAGES {
        speak(&recruiter, language).await;
        for rating in ["0", "6", "3.5"] {
            let fields = [
                ("interview", id),
                ("item", "proudest-of"),
                ("rating", rating),
                ("note", "kept words"),
            ];
            recruiter.submit("/do/save-rating", interview, &fields).await;
            let page = recruiter.get(&format!("{interview}?at=2")).await;
            let words = said(
                language,
                "评分只能是 1 到 5 的整数",
                "A rating is a whole number from 1 to 5",
            );
            says(&page, words);
            says(&page, "kept words");
        }
    }
}
