//! Candidates, blind interview sheets, the debrief, hiring.

mod access;
mod candidates;
mod debrief;
mod group;
mod hiring;
mod sheets;

use test_support::{Answer, Client, TestApp};

/// What the supervisor writes; nobody may see it early.
pub(super) const CANARY: &str = "CANARY-NOTE-7731";

/// The items of the shipped kit, with the ratings of recruiter and supervisor.
///
/// patience: (4+2)/2 = 3, (5+4)/2 = 4.5, (3+3)/2 = 3 → 3.5; helpfulness: (5+4)/2 = 4.5, (4+5)/2 = 4.5 → 4.5;
/// communication: 3, 4 → 3.5; responsibility: 4; openness: 2 → total
/// 100 × (3 × 2.5 + 3 × 3.5 + 2 × 2.5 + 3 + 1) ÷ 4 ÷ 10 = 67.5.
pub(super) const RATINGS: [(&str, &str, &str); 9] = [
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
pub(super) fn path(page: &Answer, head: &str) -> String {
    let text = page.text();
    let at = text
        .find(&format!("\"{head}"))
        .unwrap_or_else(|| panic!("no {head} in {text}"))
        + 1;
    let rest = &text[at..];
    rest[..rest.find(['"', '?']).unwrap()].to_owned()
}

pub(super) fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// The path of the demo's interview.
pub(super) async fn interview(client: &Client) -> String {
    path(&client.get("/").await, "/interviews/")
}

pub(super) async fn rate(client: &Client, interview: &str, item: &str, rating: &str, note: &str) -> Answer {
    let fields = [
        ("interview", id(interview)),
        ("item", item),
        ("rating", rating),
        ("note", note),
    ];
    client.submit("/do/save-rating", interview, &fields).await
}

pub(super) async fn submit(client: &Client, interview: &str) -> Answer {
    let fields = [("interview", id(interview))];
    client.submit("/do/submit-sheet", interview, &fields).await
}

/// Both rate everything and submit.
pub(super) async fn rated(recruiter: &Client, supervisor: &Client, interview: &str) {
    for (item, first, second) in RATINGS {
        rate(recruiter, interview, item, first, "noted").await;
        rate(supervisor, interview, item, second, CANARY).await;
    }
    submit(supervisor, interview).await;
    submit(recruiter, interview).await;
}

/// The field that makes an account a rater.
pub(super) async fn rater(app: &TestApp, login: &str) -> String {
    let account = store::accounts::by_login(&app.site().store, login)
        .await
        .unwrap()
        .unwrap();
    format!("rater:{}", account.id)
}

/// The path of a new candidate.
pub(super) async fn candidate(client: &Client, name: &str) -> String {
    let fields = [("name", name), ("role", "phone-agent"), ("contact", "")];
    let answer = client.submit("/do/add-candidate", "/candidates", &fields).await;
    answer.header("location").to_owned()
}
