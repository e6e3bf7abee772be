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
    assert_eq!(amend(&centre.trainee, "mine").await, 403);
    assert_eq!(amend(trainer, "点错了").await, 303);
    assert_eq!(centre.last().await, (Outcome::Passed, Some(100)));
    // Another trainer comes only now: before, one play in ten would have waited for him.
    let two = person(&centre.app, "two", "trainer").await;
    assert_eq!(two.get(&path).await.status, 404);
    assert_eq!(amend(&two, "not mine").await, 404);
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

/// The links to one's own ratings, the newest first.
async fn own(trainer: &Client) -> Vec<String> {
    let links = test_support::html::links(trainer.get("/ratings/mine").await.text());
    links
        .into_iter()
        .filter(|link| link.starts_with("/ratings/mine/"))
        .collect()
}

/// Amends one's own rating to these points; what is said about it.
async fn amended(trainer: &Client, path: &str, points: &str, banned: &str) -> String {
    let rating = path.trim_start_matches("/ratings/mine/");
    let fields = [
        ("rating", rating),
        ("points-canary-criterion", points),
        ("banned", banned),
        ("quote-0", "yes"),
        ("reason", "看错了"),
    ];
    let answer = trainer.submit("/do/amend-rating", path, &fields).await;
    assert_eq!(answer.status, 303);
    trainer.get(answer.header("location")).await.text().to_owned()
}

#[tokio::test]
async fn amending_may_call_a_second_and_says_that_the_result_waits() {
    let centre = Centre::new().await;
    let two = person(&centre.app, "two", "trainer").await;
    // The play may be one of those in which everything is rated twice.
    for trainer in [&centre.trainer, &two] {
        rate(trainer, &centre.play, "1", "1", "no", "").await;
    }
    rate(&centre.trainer, &centre.play, "0", "1", "no", "").await;
    rate(&two, &centre.play, "0", "1", "no", "").await;
    assert_eq!(centre.last().await, (Outcome::Passed, Some(100)));
    let mine = own(&centre.trainer).await;
    let three = person(&centre.app, "three", "trainer").await;
    let said = amended(&centre.trainer, &mine[0], "0", "yes").await;
    assert!(
        said.contains("先是暂定的") && !said.contains("成绩已重新判定"),
        "{said}"
    );
    assert_eq!(centre.last().await, (Outcome::Pending, None));
    assert!(three.get("/ratings").await.text().contains("九点。"));
    assert!(centre.page().await.contains("data-outcome=\"pending\""));
    // And back again: what was called for is called for no more.
    let mine = own(&centre.trainer).await;
    let said = amended(&centre.trainer, &mine[0], "1", "no").await;
    assert!(said.contains("成绩已重新判定"), "{said}");
    assert_eq!(centre.last().await, (Outcome::Passed, Some(100)));
    assert!(three.get("/ratings").await.text().contains("没有待评分的内容"));
}

#[tokio::test]
async fn amending_closes_a_gap() {
    let centre = Centre::new().await;
    let two = person(&centre.app, "two", "trainer").await;
    let three = person(&centre.app, "three", "trainer").await;
    for trainer in [&centre.trainer, &two] {
        rate(trainer, &centre.play, "1", "1", "no", "").await;
    }
    rate(&centre.trainer, &centre.play, "0", "1", "yes", "").await;
    rate(&two, &centre.play, "0", "1", "no", "").await;
    assert_eq!(centre.last().await.0, Outcome::Pending);
    assert!(three.get("/ratings").await.text().contains("九点。"));
    let mine = own(&centre.trainer).await;
    amended(&centre.trainer, &mine[0], "1", "no").await;
    assert_eq!(centre.last().await, (Outcome::Passed, Some(100)));
    assert!(three.get("/ratings").await.text().contains("没有待评分的内容"));
}

#[tokio::test]
async fn amending_sent_twice_is_done_once() {
    let centre = Centre::rated("0").await;
    let path = own(&centre.trainer).await.pop().unwrap();
    let page = centre.trainer.get(&path).await;
    let (token, key) = (hidden(page.text(), "token"), hidden(page.text(), "key"));
    let fields = [
        ("token", token.as_str()),
        ("key", key.as_str()),
        ("rating", path.trim_start_matches("/ratings/mine/")),
        ("points-canary-criterion", "1"),
        ("banned", "no"),
        ("quote-0", "yes"),
        ("reason", "看错了"),
    ];
    centre.trainer.post("/do/amend-rating", &path, &fields).await;
    assert_eq!(centre.last().await, (Outcome::Passed, Some(100)));
    assert_eq!(outcomes(&centre.app).await.len(), 3);
    let versions = async || {
        let mine = own(&centre.trainer).await;
        assert_eq!(mine.len(), 2);
        let page = centre.trainer.get(&mine[0]).await;
        page.text().matches("修改原因").count()
    };
    assert_eq!(versions().await, 1);
    // The rating does not hold any more: a second time changes nothing.
    centre.trainer.post("/do/amend-rating", &path, &fields).await;
    assert_eq!(versions().await, 1);
    assert_eq!(outcomes(&centre.app).await.len(), 3);
}

#[tokio::test]
async fn ones_own_ratings_show_nothing_of_the_others() {
    let centre = Centre::new().await;
    let two = person(&centre.app, "two", "trainer").await;
    rate(&centre.trainer, &centre.play, "0", "0", "yes", "canary-of-one").await;
    rate(&two, &centre.play, "0", "1", "no", "canary-of-two").await;
    let mine = own(&two).await;
    assert_eq!(mine.len(), 1);
    for path in ["/ratings/mine", mine[0].as_str()] {
        let page = two.get(path).await;
        let text = page.text();
        assert!(
            text.contains("共情 1") || text.contains("canary-of-two"),
            "{text}"
        );
        for hidden in ["canary-of-one", "共情 0", "演示培训师", "致命错误 · 客户"] {
            assert!(!text.contains(hidden), "{path} {hidden}: {text}");
        }
    }
}
