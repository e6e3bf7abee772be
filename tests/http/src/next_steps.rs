//! Every next step of the gate, followed: the person whose turn it is finds there the form for exactly this, and with
//! it the requirement is met.

use serde_json::Value;
use test_support::{
    Client, TestApp,
    html::{Form, forms},
};

use crate::{
    canary::content::folder,
    play_content::{answer, begin, choose, person},
    quiz::Taker,
};

/// One line of the report, as other systems read it.
#[derive(Debug)]
struct Line {
    kind: String,
    state: String,
    next: Option<String>,
}

struct Centre {
    taker: Taker,
    trainer: Client,
    supervisor: Client,
    token: String,
}

impl Centre {
    async fn new() -> Self {
        let folder = folder();
        let app = TestApp::with_content(folder.path()).await;
        let (client, trainer, supervisor) = (
            app.sign_in("trainee").await,
            app.sign_in("trainer").await,
            app.sign_in("supervisor").await,
        );
        let token = crate::api::token(&app).await;
        Self {
            taker: Taker { app, client },
            trainer,
            supervisor,
            token,
        }
    }

    async fn lines(&self) -> Vec<Line> {
        let authorization = format!("Bearer {}", self.token);
        let answer = crate::api::ask(&self.taker.app, crate::api::GATE, &authorization).await;
        let report: Value = serde_json::from_str(answer.text()).unwrap();
        let text = |line: &Value, key: &str| line[key].as_str().map(str::to_owned);
        let lines = report["requirements"].as_array().unwrap().iter();
        let line = |line: &Value| Line {
            kind: text(line, "kind").unwrap(),
            state: text(line, "state").unwrap(),
            next: text(line, "next"),
        };
        lines.map(line).collect()
    }

    /// The line at this place, which must have a next step.
    async fn open(&self, place: usize) -> Line {
        let line = self.lines().await.swap_remove(place);
        assert_ne!(line.state, "met", "{line:?}");
        line
    }

    /// Follows the next step of a line and finds the form with this action and these hidden fields: the first that a
    /// person would see.
    async fn follow(
        &self,
        who: &Client,
        place: usize,
        action: &str,
        about: &[(&str, &str)],
    ) -> (String, Form) {
        let line = self.open(place).await;
        let path = line.next.clone().unwrap();
        let page = who.get(&path).await;
        assert_eq!(page.status, 200, "{line:?}");
        let found = forms(page.text()).into_iter().find(|form| form.action == action);
        let form = found.unwrap_or_else(|| panic!("{line:?} has no {action}: {}", page.text()));
        for (name, value) in about {
            assert_eq!(form.hidden(name), *value, "{line:?}: {form:?}");
        }
        if let Some((_, place)) = path.split_once('#') {
            assert!(
                page.text().contains(&format!("id=\"{place}\"")),
                "{path} leads nowhere"
            );
        }
        (path.split('#').next().unwrap().to_owned(), form)
    }

    async fn is(&self, place: usize, state: &str) {
        assert_eq!(self.lines().await[place].state, state, "line {place}");
    }

    /// Hands in the attempt that the quiz's form begins, everything right.
    async fn take(&self, place: usize, quiz: &str) -> String {
        let learner = &self.taker.client;
        let (path, form) = self
            .follow(learner, place, "/do/start-attempt", &[("quiz", quiz)])
            .await;
        let attempt = send(learner, &path, &form, &[]).await;
        let page = learner.get(&attempt).await;
        let form = forms(page.text())
            .into_iter()
            .find(|form| form.id == "quiz")
            .unwrap();
        let right = self.taker.right(&attempt).await;
        let mut fields: Vec<_> = right
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        fields.push(("then", "submit"));
        send(learner, &attempt, &form, &fields).await
    }
}

/// Sends a form with some fields filled in; where it leads.
async fn send(who: &Client, from: &str, form: &Form, filled: &[(&str, &str)]) -> String {
    let mut fields = form.as_it_stands();
    fields.retain(|(name, _)| filled.iter().all(|(of, _)| of != name));
    fields.extend(
        filled
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let answer = who.post(&form.action, from, &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").to_owned()
}

/// The places of the role's lines.
const COURSE: usize = 0;
const QUIZ: usize = 1;
const ESSAY: usize = 3;
const SCENARIO: usize = 4;
const POLICY: usize = 5;
const SIGN_OFF: usize = 6;
const APPROVE: usize = 7;

#[tokio::test]
async fn every_next_step_allows_exactly_the_missing_thing() {
    let centre = Centre::new().await;
    let (learner, trainer) = (&centre.taker.client, &centre.trainer);
    for line in centre.lines().await {
        // Nobody can approve before all else is met, so no step leads there.
        assert_eq!(line.next.is_some(), line.kind != "approve", "{line:?}");
    }
    let checks = [
        ("check-one", ""),
        ("check-two", "canary-check-words"),
        ("check-three", "7515927.25"),
    ];
    for (check, words) in checks {
        let about = [("lesson", "desk/hello"), ("check", check)];
        let (path, form) = centre.follow(learner, COURSE, "/do/answer-check", &about).await;
        let page = learner.get(&path).await;
        let right = if words.is_empty() {
            crate::canary::option(page.text(), "绿").1
        } else {
            words.to_owned()
        };
        send(learner, &path, &form, &[("answer", &right)]).await;
    }
    let (path, form) = centre
        .follow(learner, COURSE, "/do/answer-check", &[("check", "check-four")])
        .await;
    send(learner, &path, &form, &[("answer-0", "canary-check-gap")]).await;
    centre.is(COURSE, "met").await;

    centre.take(QUIZ, "desk/exam").await;
    centre.is(QUIZ, "met").await;
    centre.take(QUIZ + 1, "desk/silent").await;
    centre.is(QUIZ + 1, "met").await;

    let (path, form) = centre
        .follow(learner, POLICY, "/do/acknowledge", &[("policy", "secrecy")])
        .await;
    send(learner, &path, &form, &[]).await;
    centre.is(POLICY, "met").await;

    for item in ["greet", "log"] {
        let about = [("login", "trainee"), ("checklist", "floor"), ("item", item)];
        let (path, form) = centre.follow(trainer, SIGN_OFF, "/do/sign-item", &about).await;
        send(trainer, &path, &form, &[]).await;
    }
    centre.is(SIGN_OFF, "met").await;
    essay_and_replies(&centre).await;

    let about = [("login", "trainee"), ("role", "phone-agent")];
    let (path, form) = centre
        .follow(&centre.supervisor, APPROVE, "/do/approve", &about)
        .await;
    send(&centre.supervisor, &path, &form, &[]).await;
    centre.is(APPROVE, "met").await;
    assert!(centre.lines().await.iter().all(|line| line.next.is_none()));
}

/// What was handed in waits behind others, whoever's page the step is followed from; rated in their order, it comes up.
async fn essay_and_replies(centre: &Centre) {
    let (learner, trainer) = (&centre.taker.client, &centre.trainer);
    let other = person(&centre.taker.app, "other", "learner").await;
    let others = [play(&other).await, play(&other).await];
    let attempt = centre.take(ESSAY, "desk/letter").await;
    centre.is(ESSAY, "pending").await;
    for play in &others {
        let about = [("play", id(play))];
        let (path, form) = centre.follow(trainer, ESSAY, "/do/rate-reply", &about).await;
        send(trainer, &path, &form, &GIVEN).await;
    }
    let page = trainer.get("/people/trainee").await;
    assert!(
        page.text().contains("href=\"/ratings\"") && !page.text().contains(id(&attempt)),
        "the rater must not know whose it is"
    );
    let about = [("attempt", id(&attempt))];
    let (path, form) = centre.follow(trainer, ESSAY, "/do/rate-essay", &about).await;
    send(trainer, &path, &form, &[("level0", "3"), ("quote", "先道歉")]).await;
    centre.is(ESSAY, "met").await;

    let (_, _) = centre
        .follow(learner, SCENARIO, "/do/start-play", &[("scenario", "letter")])
        .await;
    let play = play(learner).await;
    centre.is(SCENARIO, "pending").await;
    let (path, form) = centre
        .follow(trainer, SCENARIO, "/do/rate-reply", &[("play", id(&play))])
        .await;
    let page = trainer.get("/people/trainee").await;
    assert!(page.text().contains("href=\"/ratings\"") && !page.text().contains(id(&play)));
    send(trainer, &path, &form, &GIVEN).await;
    centre.is(SCENARIO, "met").await;
}

/// What is said about a reply.
const GIVEN: [(&str, &str); 3] = [
    ("points-canary-play-criterion", "20"),
    ("banned", "no"),
    ("quote-0", "yes"),
];

async fn play(who: &Client) -> String {
    let play = begin(who, "letter").await;
    choose(who, &play, "马上").await;
    choose(who, &play, "写一封信").await;
    answer(who, &play, &[("reply", "九点")]).await;
    play
}

fn id(path: &str) -> &str {
    let end = path.rsplit('/').next().unwrap();
    end.split('#').next().unwrap()
}
