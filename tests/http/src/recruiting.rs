//! Candidates, blind interview sheets, the debrief, hiring.

use test_support::{Answer, Client, TestApp};

/// What the supervisor writes; nobody may see it early.
const CANARY: &str = "CANARY-NOTE-7731";

/// The items of the shipped kit, with the ratings of recruiter and supervisor.
///
/// patience: (4+2)/2 = 3, (5+4)/2 = 4.5, (3+3)/2 = 3 → 3.5; helpfulness: (5+4)/2 = 4.5, (4+5)/2 = 4.5 → 4.5;
/// communication: 3, 4 → 3.5; responsibility: 4; openness: 2 → total
/// 100 × (3 × 2.5 + 3 × 3.5 + 2 × 2.5 + 3 + 1) ÷ 4 ÷ 10 = 67.5.
const RATINGS: [(&str, &str, &str); 9] = [
    ("room-of-strangers", "3", "3"),
    ("proudest-of", "4", "4"),
    ("what-matters", "4", "none"),
    ("same-or-different", "4", "2"),
    ("same-question-25", "5", "4"),
    ("given-up", "5", "4"),
    ("napkins", "3", "3"),
    ("stranger", "4", "5"),
    ("rival", "2", "2"),
];

/// The first path with this head in a page.
fn path(page: &Answer, head: &str) -> String {
    let text = page.text();
    let at = text
        .find(&format!("\"{head}"))
        .unwrap_or_else(|| panic!("no {head} in {text}"))
        + 1;
    let rest = &text[at..];
    rest[..rest.find(['"', '?']).unwrap()].to_owned()
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// The path of the demo's interview.
async fn interview(client: &Client) -> String {
    path(&client.get("/").await, "/interviews/")
}

async fn rate(client: &Client, interview: &str, item: &str, rating: &str, note: &str) -> Answer {
    let fields = [
        ("interview", id(interview)),
        ("item", item),
        ("rating", rating),
        ("note", note),
    ];
    client.submit("/do/save-rating", interview, &fields).await
}

async fn submit(client: &Client, interview: &str) -> Answer {
    let fields = [("interview", id(interview))];
    client.submit("/do/submit-sheet", interview, &fields).await
}

/// Both rate everything and submit.
async fn rated(recruiter: &Client, supervisor: &Client, interview: &str) {
    for (item, first, second) in RATINGS {
        rate(recruiter, interview, item, first, "noted").await;
        rate(supervisor, interview, item, second, CANARY).await;
    }
    submit(supervisor, interview).await;
    submit(recruiter, interview).await;
}

/// The field that makes an account a rater.
async fn rater(app: &TestApp, login: &str) -> String {
    let account = store::accounts::by_login(&app.site().store, login)
        .await
        .unwrap()
        .unwrap();
    format!("rater:{}", account.id)
}

/// The path of a new candidate.
async fn candidate(client: &Client, name: &str) -> String {
    let fields = [("name", name), ("role", "phone-agent"), ("contact", "")];
    let answer = client.submit("/do/add-candidate", "/candidates", &fields).await;
    answer.header("location").to_owned()
}

#[tokio::test]
async fn a_candidate_is_entered_moved_on_and_rejected_with_a_reason() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let wrong = [
        ("name", " "),
        ("role", "no-such-role"),
        ("contact", "kept-contact"),
    ];
    recruiter.submit("/do/add-candidate", "/candidates", &wrong).await;
    let page = recruiter.get("/candidates").await;
    assert!(page.text().contains("请填写") && page.text().contains("请选择一个岗位"));
    assert!(page.text().contains("kept-contact"), "what was typed is kept");
    let page = candidate(&recruiter, "甲候选").await;
    assert!(page.starts_with("/candidates/"));
    assert!(recruiter.get(&page).await.text().contains("简历筛选"));
    let fields = [("candidate", id(&page)), ("stage", "tasks")];
    recruiter.submit("/do/advance-candidate", &page, &fields).await;
    let listed = recruiter.get("/candidates?stage=tasks").await;
    assert!(listed.text().contains("甲候选") && !listed.text().contains("演示候选人"));
    assert!(
        !recruiter
            .get("/candidates?q=%E6%BC%94%E7%A4%BA")
            .await
            .text()
            .contains("甲候选")
    );
    for bad in ["hired", "rejected", "nonsense"] {
        let fields = [("candidate", id(&page)), ("stage", bad)];
        recruiter.submit("/do/advance-candidate", &page, &fields).await;
        assert!(
            recruiter.get(&page).await.text().contains("请选择一个阶段"),
            "{bad}"
        );
    }
    let blank = [("candidate", id(&page)), ("reason", "  ")];
    recruiter.submit("/do/reject-candidate", &page, &blank).await;
    assert!(recruiter.get(&page).await.text().contains("请写明原因"));
    let reason = [("candidate", id(&page)), ("reason", "另有更合适的人")];
    recruiter.submit("/do/reject-candidate", &page, &reason).await;
    let text = recruiter.get(&page).await.text().to_owned();
    assert!(text.contains("另有更合适的人") && text.contains("未录用"));
    // Nobody who was rejected is interviewed or hired.
    let plan = [
        ("candidate", id(&page)),
        ("kit", "service-agent"),
        ("at", "2026-07-04T10:00"),
        ("room", ""),
    ];
    recruiter.submit("/do/plan-interview", &page, &plan).await;
    assert!(recruiter.get(&page).await.text().contains("流程已经结束"));
}

#[tokio::test]
async fn a_form_sent_twice_enters_one_candidate() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let page = recruiter.get("/candidates").await;
    let hidden = |name: &str| {
        let (_, rest) = page
            .text()
            .split_once(&format!("name=\"{name}\" value=\""))
            .unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let (token, key) = (hidden("token"), hidden("key"));
    let fields = [
        ("token", token.as_str()),
        ("key", key.as_str()),
        ("name", "乙候选"),
        ("role", "phone-agent"),
        ("contact", ""),
    ];
    let first = recruiter.post("/do/add-candidate", "/candidates", &fields).await;
    let second = recruiter.post("/do/add-candidate", "/candidates", &fields).await;
    assert_eq!(first.header("location"), second.header("location"));
    recruiter.get("/candidates").await;
    let listed = recruiter.get("/candidates").await;
    assert_eq!(listed.text().matches("乙候选").count(), 1);
}

#[tokio::test]
async fn an_interview_is_planned_with_kit_time_room_and_raters() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let page = candidate(&recruiter, "丙候选").await;
    let wrong = [
        ("candidate", id(&page)),
        ("kit", "no-kit"),
        ("at", "tomorrow"),
        ("room", "七号房"),
    ];
    recruiter.submit("/do/plan-interview", &page, &wrong).await;
    let text = recruiter.get(&page).await.text().to_owned();
    for message in [
        "请选择一个面试方案",
        "请填写日期和时间",
        "请至少选择一位评分人",
        "七号房",
    ] {
        assert!(text.contains(message), "{message}");
    }
    // Somebody without recruiter access cannot be made a rater.
    let trainee = rater(&app, "trainee").await;
    let (own, other) = (rater(&app, "recruiter").await, rater(&app, "supervisor").await);
    let foreign = [
        ("candidate", id(&page)),
        ("kit", "service-agent"),
        ("at", "2026-07-04T10:00"),
        ("room", "七号房"),
        (trainee.as_str(), "1"),
    ];
    recruiter.submit("/do/plan-interview", &page, &foreign).await;
    assert!(recruiter.get(&page).await.text().contains("请至少选择一位评分人"));
    let mut right = foreign.to_vec();
    right[4] = (own.as_str(), "1");
    right.push((other.as_str(), "1"));
    recruiter.submit("/do/plan-interview", &page, &right).await;
    let text = recruiter.get(&page).await.text().to_owned();
    assert!(text.contains("七号房") && text.contains("2026-07-04 10:00"));
    assert!(text.contains("0 / 2 份评分表已提交"));
}

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
        assert!(
            recruiter
                .get(&format!("{at}?at=2"))
                .await
                .text()
                .contains("本项还没有保存")
        );
    }
    let saved = rate(&recruiter, &at, "proudest-of", "4", "seen").await;
    assert_eq!(
        saved.header("location"),
        format!("{at}?at=3"),
        "on to the next item"
    );
    let page = recruiter.get(&format!("{at}?at=2")).await;
    assert!(page.text().contains("本项已保存") && page.text().contains("seen"));
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
