//! What becomes of a rating afterwards: it is amended. And what a rating rests on.

use domain::evidence::Outcome;
use test_support::{Client, TestApp};

use crate::{
    play_content::{folder, hidden, person},
    plays::outcomes,
    ratings::{id, rate, written},
};

pub(crate) struct Centre {
    pub(crate) app: TestApp,
    pub(crate) trainee: Client,
    pub(crate) trainer: Client,
    pub(crate) play: String,
}

impl Centre {
    /// One trainer, and a play of two replies, each a sentence and two.
    pub(crate) async fn new() -> Self {
        let folder = folder();
        let app = TestApp::with_content(folder.path()).await;
        let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
        let play = written(&trainee, ["九点。", "十点回您！ 谢谢。"]).await;
        Self {
            app,
            trainee,
            trainer,
            play,
        }
    }

    /// The same, rated by the trainer.
    pub(crate) async fn rated(points: &str) -> Self {
        let centre = Self::new().await;
        rate(
            &centre.trainer,
            &centre.play,
            "0",
            points,
            "no",
            "canary-first-note",
        )
        .await;
        rate(&centre.trainer, &centre.play, "1", "1", "no", "").await;
        centre
    }

    pub(crate) async fn dispute(&self, words: &str) -> u16 {
        let fields = [("play", id(&self.play)), ("reason", words.to_owned())];
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let answer = self.trainee.submit("/do/dispute-play", &self.play, &fields).await;
        answer.status.as_u16()
    }

    pub(crate) async fn last(&self) -> (Outcome, Option<i64>) {
        *outcomes(&self.app).await.last().unwrap()
    }

    pub(crate) async fn page(&self) -> String {
        self.trainee.get(&self.play).await.text().to_owned()
    }
}

#[tokio::test]
async fn a_rating_rests_on_sentences_that_the_learner_sees() {
    let centre = Centre::new().await;
    let queue = centre.trainer.get("/ratings").await;
    for name in ["十点回您！", "谢谢。"] {
        assert!(queue.text().contains(&format!("<span>{name}</span>")), "{name}");
    }
    let play = id(&centre.play);
    let mut fields = vec![
        ("play", play.as_str()),
        ("reply", "1"),
        ("points-canary-criterion", "1"),
        ("banned", "no"),
        ("note", "留着"),
    ];
    centre.trainer.submit("/do/rate-reply", "/ratings", &fields).await;
    let queue = centre.trainer.get("/ratings").await;
    assert!(queue.text().contains("请选出评分依据的句子") && queue.text().contains("留着"));
    fields.push(("quote-1", "yes"));
    // One that is not there is none.
    fields.push(("quote-7", "yes"));
    centre.trainer.submit("/do/rate-reply", "/ratings", &fields).await;
    assert!(
        !centre.page().await.contains("class=\"quoted\""),
        "not before all is rated"
    );
    rate(&centre.trainer, &centre.play, "0", "1", "no", "").await;
    let page = centre.page().await;
    assert!(
        page.contains("<blockquote class=\"quoted\"><p>谢谢。</p>"),
        "{page}"
    );
}

#[tokio::test]
async fn a_rating_is_amended_and_everything_follows() {
    let centre = Centre::rated("0").await;
    assert_eq!(centre.last().await, (Outcome::Passed, Some(67)));
    let trainer = &centre.trainer;
    let mine = trainer.get("/ratings/mine").await;
    assert!(!mine.text().contains("演示学员"), "blind here too");
    let links = test_support::html::links(mine.text());
    let own: Vec<_> = links
        .iter()
        .filter(|link| link.starts_with("/ratings/mine/"))
        .collect();
    assert_eq!(own.len(), 2);
    // The first reply was rated first.
    let path = own[1].clone();
    let page = trainer.get(&path).await;
    let rating = hidden(page.text(), "rating");
    assert!(page.text().contains("九点。") && !page.text().contains("历次评分"));
    let amend = async |who: &Client, reason: &str| {
        let fields = [
            ("rating", rating.as_str()),
            ("points-canary-criterion", "1"),
            ("banned", "no"),
            ("quote-0", "yes"),
            ("note", "看漏了"),
            ("reason", reason),
        ];
        who.submit("/do/amend-rating", &path, &fields).await.status
    };
    amend(trainer, " ").await;
    let page = trainer.get(&path).await;
    assert!(page.text().contains("请写明为什么修改") && page.text().contains("看漏了"));
    let two = person(&centre.app, "two", "trainer").await;
    assert_eq!(two.get(&path).await.status, 404);
    assert_eq!(amend(&two, "not mine").await, 404);
    assert_eq!(amend(&centre.trainee, "mine").await, 403);
    assert_eq!(amend(trainer, "点错了").await, 303);
    assert_eq!(centre.last().await, (Outcome::Passed, Some(100)));
    assert!(centre.page().await.contains("看漏了"));
    assert!(
        !centre.page().await.contains("点错了"),
        "the reason is for trainers"
    );
    let links = test_support::html::links(trainer.get("/ratings/mine").await.text());
    let now = links
        .iter()
        .find(|link| link.starts_with("/ratings/mine/"))
        .unwrap();
    let page = trainer.get(now).await;
    for text in ["历次评分", "修改原因：点错了", "共情 0/1", "共情 1/1"] {
        assert!(page.text().contains(text), "{text}");
    }
    assert_eq!(
        amend(trainer, "once more").await,
        404,
        "it does not hold any more"
    );
    assert_eq!(outcomes(&centre.app).await.len(), 3);
}
