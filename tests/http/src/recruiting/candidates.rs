//! Entering candidates, moving them on, planning their interviews.

use super::{candidate, id, rater};
use test_support::TestApp;

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
    assert!(recruiter.get(&page).await.text().contains("请写明理由"));
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
