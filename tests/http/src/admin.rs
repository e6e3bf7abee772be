//! `/admin`: accounts, teams, tokens.

use crate::staff::{ROLE, add_account, facts, lead_team_of};
use domain::evidence::Fact;
use store::{accounts, tokens};
use test_support::{Client, TestApp};

const ADD: &str = "/admin/add";

async fn id(app: &TestApp, login: &str) -> String {
    let account = accounts::by_login(&app.site().store, login).await.unwrap();
    account.unwrap().id.clone()
}

async fn act(client: &Client, action: &str, from: &str, fields: &[(&str, &str)]) -> String {
    client.submit(action, from, fields).await;
    client.get(from).await.text().to_owned()
}

/// The path of the one-time link in a notice.
fn link(text: &str) -> String {
    let (_, rest) = text.split_once("http://localhost/invitations/").expect("a link");
    let token: String = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    format!("/invitations/{token}")
}

#[tokio::test]
async fn only_admins_see_the_pages() {
    let app = TestApp::new().await;
    for path in [
        "/admin",
        ADD,
        "/admin/accounts/trainee",
        "/admin/teams",
        "/admin/tokens",
    ] {
        assert_eq!(app.get(path).await.status, 303, "{path}");
        assert_eq!(
            app.sign_in("supervisor").await.get(path).await.status,
            403,
            "{path}"
        );
        assert_eq!(app.sign_in("admin").await.get(path).await.status, 200, "{path}");
    }
    let admin = app.sign_in("admin").await;
    assert_eq!(admin.get("/admin/accounts/nobody").await.status, 404);
    let fields = [("account", "unknown")];
    assert_eq!(
        admin
            .submit("/do/disable-account", "/admin", &fields)
            .await
            .status,
        404
    );
    let trainer = app.sign_in("trainer").await;
    let fields = [("account", &*id(&app, "trainee").await)];
    assert_eq!(
        trainer
            .submit("/do/disable-account", "/people", &fields)
            .await
            .status,
        403
    );
    app.sign_in("trainee").await;
}

#[tokio::test]
async fn an_account_without_password_gets_a_link_shown_once() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let fields = [
        ("name", "林晨"),
        ("login", "lin-chen"),
        ("role", ROLE),
        ("team", ""),
        ("password_new", ""),
    ];
    let answer = admin.submit("/do/add-account", ADD, &fields).await;
    assert_eq!(answer.header("location"), "/admin/accounts/lin-chen");
    let page = admin.get("/admin/accounts/lin-chen").await;
    let path = link(page.text());
    let again = admin.get("/admin/accounts/lin-chen").await;
    assert!(!again.text().contains("/invitations/"), "once");
    assert!(admin.get("/admin").await.text().contains("未启用"));
    assert_eq!(app.get(&path).await.status, 200);
    let assigned = Fact::RoleAssigned {
        role: ROLE.to_owned(),
    };
    assert_eq!(
        facts(&app, "lin-chen").await,
        [assigned],
        "who prepares is a learner"
    );
    assert!(again.text().contains("data-status=\"not-started\""));
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_typed_values_stay() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let fields = [
        ("name", "另一位学员"),
        ("login", "Trainee"),
        ("role", ""),
        ("team", ""),
        ("password_new", ""),
        ("access-trainer", "1"),
    ];
    let text = act(&admin, "/do/add-account", ADD, &fields).await;
    assert!(
        text.contains("这个账号已经有人用了") && text.contains("login-error"),
        "{text}"
    );
    assert!(text.contains("value=\"另一位学员\"") && text.contains("value=\"Trainee\""));
    let fields = [
        ("name", " "),
        ("login", "no spaces"),
        ("role", ""),
        ("team", ""),
        ("password_new", "short"),
    ];
    let text = act(&admin, "/do/add-account", ADD, &fields).await;
    for error in ["请填写", "账号只能用字母", "请至少选一种权限", "至少要 10 个字符"]
    {
        assert!(text.contains(error), "{error}: {text}");
    }
    assert!(!text.contains("short"), "a password is typed again");
}

#[tokio::test]
async fn sent_twice_it_is_one_account() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let page = admin.get(ADD).await;
    let token = page.text().split("name=\"token\" value=\"").nth(1).unwrap();
    let token = token.split('"').next().unwrap();
    let fields = [
        ("token", token),
        ("key", "one and the same"),
        ("name", "林晨"),
        ("login", "lin"),
        ("role", ""),
        ("team", ""),
        ("password_new", ""),
        ("access-learner", "1"),
    ];
    for _ in 0..2 {
        let answer = admin.post("/do/add-account", ADD, &fields).await;
        assert_eq!(answer.header("location"), "/admin/accounts/lin");
    }
}

#[tokio::test]
async fn access_changes_take_effect_at_the_next_request() {
    let app = TestApp::new().await;
    let (admin, trainee) = (app.sign_in("admin").await, app.sign_in("trainee").await);
    assert_eq!(trainee.get("/studio").await.status, 403);
    let account = id(&app, "trainee").await;
    let page = "/admin/accounts/trainee";
    let fields = [("account", &*account), ("access-trainer", "1")];
    assert!(
        act(&admin, "/do/set-access", page, &fields)
            .await
            .contains("权限已保存")
    );
    assert_eq!(trainee.get("/studio").await.status, 200);
    let text = act(&admin, "/do/set-access", page, &[("account", &account)]).await;
    assert!(text.contains("请至少选一种权限"), "{text}");
    assert_eq!(trainee.get("/studio").await.status, 200, "nothing was changed");
}

#[tokio::test]
async fn disabling_ends_sessions_at_once_and_enabling_lets_in_again() {
    let app = TestApp::new().await;
    let (admin, trainee) = (app.sign_in("admin").await, app.sign_in("trainee").await);
    assert_eq!(trainee.get("/password").await.status, 200);
    let account = id(&app, "trainee").await;
    let page = "/admin/accounts/trainee";
    let text = act(&admin, "/do/disable-account", page, &[("account", &account)]).await;
    assert!(
        text.contains("所有登录都已退出") && text.contains("已停用"),
        "{text}"
    );
    assert_eq!(trainee.get("/password").await.status, 303);
    let fields = [("login", "trainee"), ("password", shanggang::demo::PASSWORD)];
    let again = app.browser();
    again.submit("/do/sign-in", "/sign-in", &fields).await;
    assert!(again.get("/sign-in").await.text().contains("这个账号已停用"));
    act(&admin, "/do/enable-account", page, &[("account", &account)]).await;
    app.sign_in("trainee").await;
}

#[tokio::test]
async fn the_last_admin_stays() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let account = id(&app, "admin").await;
    let page = "/admin/accounts/admin";
    let text = act(&admin, "/do/disable-account", page, &[("account", &account)]).await;
    assert!(text.contains("至少要有一个管理员账号"), "{text}");
    let fields = [("account", &*account), ("access-learner", "1")];
    let text = act(&admin, "/do/set-access", page, &fields).await;
    assert!(text.contains("至少要有一个管理员账号"), "{text}");
}

#[tokio::test]
async fn a_new_link_replaces_a_lost_password() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let account = id(&app, "trainee").await;
    let page = "/admin/accounts/trainee";
    let first = link(&act(&admin, "/do/invite-account", page, &[("account", &account)]).await);
    let second = link(&act(&admin, "/do/invite-account", page, &[("account", &account)]).await);
    assert_eq!(app.get(&first).await.status, 409, "the earlier link ended");
    let browser = app.browser();
    let token = second.rsplit('/').next().unwrap();
    let fields = [("invitation", token), ("password_new", "quite a new one")];
    browser.submit("/do/accept-invitation", &second, &fields).await;
    assert_eq!(browser.get("/password").await.status, 200);
}

#[tokio::test]
async fn teams_have_names_leaders_and_members() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let page = "/admin/teams";
    let leader = id(&app, "supervisor").await;
    let fields = [("name", "夜班组"), ("supervisor", "")];
    assert!(
        act(&admin, "/do/add-team", page, &fields)
            .await
            .contains("班组已添加")
    );
    assert!(
        act(&admin, "/do/add-team", page, &fields)
            .await
            .contains("已有同名的班组")
    );
    let text = act(&admin, "/do/add-team", page, &[("name", ""), ("supervisor", "")]).await;
    assert!(text.contains("请填写"), "{text}");
    let teams = store::teams::list(&app.site().store).await.unwrap();
    let night = teams
        .iter()
        .find(|team| team.name == "夜班组")
        .unwrap()
        .id
        .clone();
    let fields = [("team", &*night), ("supervisor", &*leader)];
    assert!(
        act(&admin, "/do/lead-team", page, &fields)
            .await
            .contains("主管已保存")
    );
    let trainee = id(&app, "trainee").await;
    let fields = [("team", &*night), ("supervisor", &*trainee)];
    assert_eq!(
        admin.submit("/do/lead-team", page, &fields).await.status,
        404,
        "no supervisor"
    );
    add_account(&app, "anna", "安然", &["learner"], ROLE).await;
    add_account(&app, "chief", "总主管", &["supervisor"], "").await;
    lead_team_of(&app, "chief", "anna").await;
    let supervisor = app.sign_in("supervisor").await;
    assert_eq!(supervisor.get("/people/anna").await.status, 404);
    let fields = [("login", "anna"), ("team", &*night)];
    act(&admin, "/do/move-person", "/admin/accounts/anna", &fields).await;
    assert_eq!(supervisor.get("/people/anna").await.status, 200);
    assert!(admin.get(page).await.text().contains("安然"));
    let fields = [("login", "anna"), ("team", "unknown")];
    assert_eq!(admin.submit("/do/move-person", page, &fields).await.status, 404);
}

#[tokio::test]
async fn a_token_is_shown_once_and_ends_when_revoked() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let page = "/admin/tokens";
    let text = act(&admin, "/do/add-token", page, &[("name", "排班系统")]).await;
    let (_, token) = text.split_once("请马上复制：").expect("the token");
    let token = token.split('<').next().unwrap().trim().to_owned();
    let store = &app.site().store;
    assert!(tokens::bearer(store, &token).await.unwrap().is_some());
    assert!(!admin.get(page).await.text().contains(&token), "once");
    let text = act(&admin, "/do/add-token", page, &[("name", "排班系统")]).await;
    assert!(text.contains("已有同名的令牌"), "{text}");
    let text = act(&admin, "/do/revoke-token", page, &[("name", "排班系统")]).await;
    assert!(text.contains("立即失效"), "{text}");
    assert!(tokens::bearer(store, &token).await.unwrap().is_none());
    let fields = [("name", "排班系统")];
    assert_eq!(admin.submit("/do/revoke-token", page, &fields).await.status, 404);
}
