//! A task of many candidates at once: candidates as rows under one clock.

use domain::time::Moment;

use super::{candidate, id, interview, path, rater, submit};
use test_support::{Client, TestApp};

const NAPKINS: &str = "napkins";

/// 2026-12-01 12:00 in Shanghai, in microseconds.
const NOON: i64 = 1_796_097_600_000_000;

/// Plans an interview of a new candidate with the shipped kit, rated by the recruiter, `seconds` past noon; its path.
async fn planned(app: &TestApp, recruiter: &Client, name: &str, seconds: i64) -> String {
    let page = candidate(recruiter, name).await;
    let own = rater(app, "recruiter").await;
    let at = app.site().calendar.date_time(Moment(NOON).plus_seconds(seconds));
    let fields = [
        ("candidate", id(&page)),
        ("kit", "service-agent"),
        ("at", &*at.replace(' ', "T")),
        ("room", ""),
        (own.as_str(), "1"),
    ];
    recruiter.submit("/do/plan-interview", &page, &fields).await;
    path(&recruiter.get(&page).await, "/interviews/")
}

async fn tick(client: &Client, at: &str, time: &str, ticks: &[String], go: &str) -> String {
    let mut fields = vec![
        ("interview", id(at)),
        ("item", NAPKINS),
        ("time", time),
        ("go", go),
    ];
    fields.extend(ticks.iter().map(|tick| (tick.as_str(), "1")));
    let answer = client
        .submit("/do/save-ticks", &format!("{at}?at=7&group=1"), &fields)
        .await;
    answer.header("location").to_owned()
}

fn ticked(at: &str, value: &str) -> String {
    format!("tick:{}:{value}", id(at))
}

#[tokio::test]
async fn candidates_invited_together_are_watched_together() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let one = planned(&app, &recruiter, "甲候选", 0).await;
    let two = planned(&app, &recruiter, "乙候选", 0).await;
    let later = planned(&app, &recruiter, "丙候选", 3600).await;
    let table = format!("{one}?at=7&group=1");
    let sheet = recruiter.get(&format!("{one}?at=7")).await;
    assert!(sheet.text().contains("所有候选人一起记录"));
    assert!(
        !recruiter
            .get(&format!("{one}?at=6"))
            .await
            .text()
            .contains("所有候选人一起记录")
    );
    let page = recruiter.get(&table).await;
    assert_eq!(page.status, 200);
    for words in ["甲候选", "乙候选", "第 5 分钟看到的", "甲候选：变慢", "开始计时"] {
        assert!(page.text().contains(words), "{words}");
    }
    assert!(!page.text().contains("丙候选"), "another time");
    assert_eq!(page.text().matches(" checked").count(), 0);
    let ticks = [
        ticked(&one, "300:steady"),
        ticked(&two, "300:slowing"),
        ticked(&two, "300:invented"),
        ticked(&two, "600:stops"),
        ticked(&later, "300:steady"),
    ];
    assert_eq!(
        tick(&recruiter, &one, "300", &ticks, "2").await,
        format!("{one}?at=7&group=2")
    );
    let page = recruiter.get(&table).await;
    assert_eq!(
        page.text().matches(" checked").count(),
        2,
        "known ticks of this time and group"
    );
    // The same ticks stand on each one's own sheet, with everything else there.
    let fields = [
        ("interview", id(&two)),
        ("item", NAPKINS),
        ("rating", "3"),
        ("note", "慢下来了"),
    ];
    let with_tick = [&fields[..], &[("tick:300:slowing", "1")]].concat();
    recruiter.submit("/do/save-rating", &two, &with_tick).await;
    assert_eq!(
        tick(&recruiter, &one, "600", &[ticked(&two, "600:stops")], "sheet").await,
        format!("{one}?at=7")
    );
    let own = recruiter.get(&format!("{two}?at=7")).await;
    assert!(own.text().contains("慢下来了"));
    assert_eq!(
        own.text().matches(" checked").count(),
        3,
        "two ticks and the rating"
    );
    let other = recruiter.get(&format!("{later}?at=7")).await;
    assert_eq!(other.text().matches(" checked").count(), 0);
}

#[tokio::test]
async fn one_clock_runs_for_all() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let one = planned(&app, &recruiter, "甲候选", 0).await;
    let two = planned(&app, &recruiter, "乙候选", 0).await;
    assert_eq!(
        tick(&recruiter, &one, "300", &[], "start").await,
        format!("{one}?at=7&group=0")
    );
    app.wait(11 * 60);
    for at in [&one, &two] {
        let page = recruiter.get(&format!("{at}?at=7&group=0")).await;
        assert!(page.text().contains("第 10 分钟看到的"), "the time that is due");
        assert!(!page.text().contains("value=\"start\""), "it runs");
    }
    let begun = recruiter
        .get(&format!("{one}?at=7&group=0"))
        .await
        .text()
        .to_owned();
    tick(&recruiter, &two, "300", &[], "start").await;
    app.wait(60);
    let again = recruiter.get(&format!("{one}?at=7&group=0")).await;
    let since = |text: &str| {
        text.split(" 开始")
            .next()
            .map(|text| text[text.len() - 16..].to_owned())
    };
    assert_eq!(
        since(&begun),
        since(again.text()),
        "starting again changes nothing"
    );
}

#[tokio::test]
async fn what_is_ticked_is_kept_at_once_and_others_get_nothing() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let one = planned(&app, &recruiter, "甲候选", 0).await;
    let steady = ticked(&one, "300:steady");
    let kept = async |client: &Client, item: &str, time: &str| {
        let fields = [
            ("interview", id(&one)),
            ("item", item),
            ("time", time),
            (steady.as_str(), "1"),
        ];
        let answer = client.call("/do/keep-ticks", &one, &fields).await;
        answer.text().trim_matches('"').to_owned()
    };
    assert_eq!(kept(&recruiter, NAPKINS, "300").await, "saved");
    let table = format!("{one}?at=7&group=1");
    assert_eq!(recruiter.get(&table).await.text().matches(" checked").count(), 1);
    for (item, time) in [
        ("stranger", "300"),
        ("nothing", "300"),
        (NAPKINS, "301"),
        (NAPKINS, ""),
    ] {
        assert_eq!(kept(&recruiter, item, time).await, "unknown", "{item} {time}");
    }
    assert_eq!(kept(&app.browser(), NAPKINS, "300").await, "signed-out");
    assert_eq!(
        kept(&app.sign_in("trainee").await, NAPKINS, "300").await,
        "unknown"
    );
    let supervisor = app.sign_in("supervisor").await;
    assert_eq!(
        kept(&supervisor, NAPKINS, "300").await,
        "unknown",
        "has no sheet of it"
    );
    for page in [
        format!("{one}?at=6&group=1"),
        format!("{one}?at=0&group=1"),
        format!("{one}?group=1"),
    ] {
        assert_eq!(recruiter.get(&page).await.status, 404, "{page}");
    }
    assert_eq!(
        recruiter.get(&format!("{one}?at=7&group=99")).await.status,
        200,
        "the last time"
    );
    submit(&recruiter, &one).await;
    assert_eq!(kept(&recruiter, NAPKINS, "300").await, "unknown", "submitted");
    let demo = interview(&recruiter).await;
    assert_eq!(recruiter.get(&format!("{demo}?at=7&group=1")).await.status, 200);
}
