//! Marks planted in every key, weight, target, feedback and foreign rating reach nobody early, and do appear once they
//! may. What is shown is compared as a whole: a mark too many fails as well as one too few.

pub(crate) mod content;
mod crawl;
mod documents;
mod places;
mod raters;
mod shown;

use test_support::{Client, TestApp};

use crate::play_content::{begin, choose, person};
use crawl::{Seen, crawl, look, probe};

const BOTH: [&str; 2] = ["en", "zh-CN"];

/// What begins or ends something is done by the test itself.
fn quietly(action: &str, button: &str) -> bool {
    let loud = [
        "/do/start-attempt",
        "/do/start-play",
        "/do/answer-play",
        "/do/dispute-play",
        "/do/withdraw-dispute",
        "/do/rate-reply",
        "/do/amend-rating",
        "/do/make-calibration",
        "/do/rate-calibration",
        "/do/close-calibration",
        "/do/answer-check",
        "/do/sign-out",
        "/do/set-language",
        "/do/set-theme",
    ];
    !loud.contains(&action) && !matches!(button, "check" | "submit")
}

/// Everything somebody can reach, in both languages.
async fn everything(who: &Client, starts: &[&str]) -> Vec<String> {
    let mut seen = Seen::new();
    for language in BOTH {
        speak(who, language).await;
        seen.append(&mut crawl(who, starts, quietly).await);
    }
    said(seen)
}

fn said(seen: Seen) -> Vec<String> {
    seen.into_iter()
        .map(|(mark, at)| format!("{mark} at {at}"))
        .collect()
}

/// The marks without where they were seen.
fn marks(seen: &[String]) -> Vec<&str> {
    seen.iter().filter_map(|said| said.split(' ').next()).collect()
}

async fn speak(who: &Client, language: &str) {
    who.submit("/do/set-language", "/password", &[("language", language)])
        .await;
}

/// The learner's own pages, and those that are only reached by their address.
const STARTS: [&str; 9] = [
    "/",
    "/courses",
    "/practice",
    "/phrases",
    "/me",
    "/search?q=canary",
    "/quizzes/desk/exam",
    "/quizzes/desk/silent",
    "/quizzes/desk/letter",
];

struct Centre {
    app: TestApp,
    learner: Client,
}

impl Centre {
    async fn new() -> Self {
        let folder = content::folder();
        let app = TestApp::with_content(folder.path()).await;
        let learner = app.sign_in("trainee").await;
        Self { app, learner }
    }

    /// Begins an attempt; its path.
    async fn start(&self, quiz: &str) -> String {
        let from = format!("/quizzes/desk/{quiz}");
        let id = format!("desk/{quiz}");
        let answer = self
            .learner
            .submit("/do/start-attempt", &from, &[("quiz", &id)])
            .await;
        let path = answer.header("location").to_owned();
        assert!(path.starts_with("/attempts/"), "{quiz}: {path}");
        path
    }

    /// Answers an attempt with the options that read so, and presses a button.
    async fn hand_in(&self, path: &str, options: &[&str], then: &str) -> Seen {
        let page = self.learner.get(path).await;
        let form = test_support::html::forms(page.text());
        let form = form.iter().find(|form| form.id == "quiz").unwrap();
        let mut fields = form.as_it_stands();
        fields.extend(options.iter().map(|text| option(page.text(), text)));
        fields.push(("then".to_owned(), then.to_owned()));
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let answer = self.learner.post("/do/hand-in", path, &fields).await;
        assert_eq!(answer.header("location"), path);
        let mut seen = Seen::new();
        look(&mut seen, path, &answer);
        seen
    }
}

/// Name and value of the option that reads so.
pub(crate) fn option(page: &str, text: &str) -> (String, String) {
    let option = page.split("class=\"option\"").skip(1).find(|option| {
        let shown = option.split("class=\"option-text\"").nth(1).unwrap_or_default();
        shown.split("</span>").next().unwrap_or_default().contains(text)
    });
    let value = |name: &str| {
        let (_, rest) = option.unwrap().split_once(&format!("{name}=\"")).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    (value(" name"), value(" value"))
}

#[tokio::test]
async fn nothing_is_seen_before_or_during_an_attempt() {
    let centre = Centre::new().await;
    let learner = &centre.learner;
    let none: [String; 0] = [];
    assert_eq!(everything(learner, &STARTS).await, none, "before");
    let mut open = Vec::new();
    for quiz in ["exam", "silent", "letter"] {
        open.push(centre.start(quiz).await);
    }
    speak(learner, "zh-CN").await;
    assert_eq!(said(centre.hand_in(&open[0], &["红", "一"], "save").await), none);
    open.push(begin(learner, "letter").await);
    choose(learner, &open[3], "马上").await;
    let mut starts = STARTS.to_vec();
    starts.extend(open.iter().map(String::as_str));
    assert_eq!(everything(learner, &starts).await, none, "during");
    choose(learner, &open[3], "写一封信").await;
    assert_eq!(everything(learner, &starts).await, none, "before the reply");

    // Nobody else sees it either, whatever they ask for.
    let other = person(&centre.app, "other", "learner").await;
    let recruiter = centre.app.sign_in("recruiter").await;
    let nobody = centre.app.browser();
    let ids: Vec<&str> = open.iter().map(|path| path.rsplit('/').next().unwrap()).collect();
    let ids = [
        &ids[..],
        &["desk/exam", "letter", "service-agent", "monthly", "trainee"],
    ]
    .concat();
    for (name, who) in [("other", &other), ("recruiter", &recruiter), ("nobody", &nobody)] {
        assert_eq!(said(probe(who, &ids).await), none, "{name}");
    }
    assert_eq!(everything(&other, &starts).await, none, "another learner");
    assert_eq!(everything(&nobody, &starts).await, none, "nobody");
    // The positive control of the crawler itself: whoever may see it finds it by the same way.
    assert!(
        !everything(&recruiter, &["/"]).await.is_empty(),
        "the kit is found"
    );
}
