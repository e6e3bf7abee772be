//! Where a learner might ask for what is not shown: addresses, fields, actions.

/// The names of all fields that actions take and that hold an id.
pub(super) const NAMES: [&str; 16] = [
    "calibration",
    "rating",
    "attempt",
    "quiz",
    "play",
    "scenario",
    "lesson",
    "check",
    "interview",
    "item",
    "candidate",
    "login",
    "role",
    "policy",
    "checklist",
    "seq",
];

/// Where an id may stand in an address.
pub(super) const PLACES: [&str; 20] = [
    "/ratings/mine/ID",
    "/ratings/calibrations/ID",
    "/recordings/ID",
    "/reports/scenarios/ID",
    "/attempts/ID",
    "/plays/ID",
    "/quizzes/ID",
    "/scenarios/ID",
    "/courses/ID",
    "/policies/ID",
    "/interviews/ID",
    "/interviews/ID?at=1",
    "/candidates/ID",
    "/people/ID",
    "/certificates/ID",
    "/verify/ID",
    "/content/ID.md",
    "/assets/ID",
    "/api/v1/roles/ID/live",
    "/api/v1/roles/phone-agent/people/ID/gate",
];

/// Pages of others, and addresses that are none.
pub(super) const ODD: [&str; 16] = [
    "/people",
    "/ratings",
    "/ratings/mine",
    "/ratings/calibrations",
    "/approvals",
    "/candidates",
    "/studio",
    "/admin",
    "/reports",
    "/nothing",
    "/content/courses/desk/exam.md",
    "/courses/desk/exam.md",
    "/problem/failed",
    "/problem/too-large",
    "/api/v1/openapi.json",
    "/search?q=canary",
];

/// Every action there is, as its file says.
pub(super) fn actions() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../app/src/actions");
    let files = std::fs::read_dir(folder).unwrap();
    let mut actions: Vec<String> = files
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .filter_map(|text| Some(text.split_once("endpoint = \"")?.1.split('"').next()?.to_owned()))
        .filter(|name| !["sign-out", "set-language", "set-theme"].contains(&name.as_str()))
        .map(|name| format!("/do/{name}"))
        .collect();
    actions.sort();
    assert!(actions.len() > 30, "{actions:?}");
    actions
}
