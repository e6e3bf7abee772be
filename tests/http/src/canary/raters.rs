//! What raters say is the learner's once the result is final, and never another rater's before that.

use super::{
    Centre, STARTS,
    crawl::{Seen, probe, visit},
    everything, marks, said,
};
use crate::play_content::{answer, begin, choose, hidden, person};
use test_support::Client;

/// What somebody said about a reply, in points that nothing else shows.
const POINTS: &str = "17";

/// The name of the first rater, too, is nobody's business.
const RATER: &str = "canary-rater-of-first";

struct Judging {
    centre: Centre,
    raters: [Client; 3],
    play: String,
    /// What another rater might ask for: the play, ratings, calibrations.
    ids: Vec<String>,
}

impl Judging {
    /// A play that two are to rate, and one of them has; and a calibration that he has rated, too.
    async fn new() -> Self {
        let centre = Centre::new().await;
        let raters = [
            person(&centre.app, RATER, "trainer").await,
            person(&centre.app, "second", "trainer").await,
            centre.app.sign_in("trainer").await,
        ];
        let play = begin(&centre.learner, "letter").await;
        choose(&centre.learner, &play, "马上").await;
        choose(&centre.learner, &play, "写一封信").await;
        answer(&centre.learner, &play, &[("reply", "九点，滚！")]).await;
        let mut judging = Self {
            centre,
            raters,
            play,
            ids: Vec::new(),
        };
        judging.rate(0, POINTS, "canary-note-of-first").await;
        judging.calibrate().await;
        let play = judging.play.trim_start_matches("/plays/");
        judging
            .ids
            .push(play.split('#').next().unwrap_or_default().to_owned());
        judging
    }

    async fn rate(&mut self, rater: usize, points: &str, note: &str) {
        let by = &self.raters[rater];
        let queue = by.get("/ratings").await;
        let play = hidden(queue.text(), "play");
        let fields = [
            ("play", play.as_str()),
            ("reply", "0"),
            ("quote-0", "yes"),
            ("points-canary-play-criterion", points),
            ("banned", "yes"),
            ("note", note),
        ];
        let answer = by.submit("/do/rate-reply", "/ratings", &fields).await;
        assert_eq!(answer.header("location"), "/ratings");
        let mine = by.get("/ratings/mine").await;
        let links = test_support::html::links(mine.text());
        let own = links.iter().find_map(|link| link.strip_prefix("/ratings/mine/"));
        self.ids.push(own.unwrap().to_owned());
    }

    /// A calibration that the first rater has rated wholly.
    async fn calibrate(&mut self) {
        let by = &self.raters[0];
        let fields = [
            ("subject", "reply:letter:canary-play-node-first"),
            ("title", "语气"),
            ("written", "一封信"),
        ];
        let made = by
            .submit("/do/make-calibration", "/ratings/calibrations/new", &fields)
            .await;
        let path = made.header("location").to_owned();
        let id = path.trim_start_matches("/ratings/calibrations/").to_owned();
        let fields = [("calibration", id.as_str()), ("item", "0"), ("level0", POINTS)];
        by.submit("/do/rate-calibration", &path, &fields).await;
        assert!(by.get(&path).await.text().contains(RATER), "it is rated");
        self.ids.push(id);
    }

    fn ids(&self) -> Vec<&str> {
        self.ids.iter().map(String::as_str).collect()
    }

    /// What of the ratings somebody finds who crawls everything and asks for everything by its id.
    async fn found(&self, who: &Client, starts: &[&str]) -> Vec<String> {
        let mut seen = everything(who, starts).await;
        seen.extend(said(visit(who, &self.ids()).await));
        of_raters(&seen)
    }

    /// The same of the learner, who may send whatever he likes.
    async fn learner_found(&self) -> Vec<String> {
        let learner = &self.centre.learner;
        let mut seen = everything(learner, &STARTS).await;
        seen.extend(said(visit(learner, &self.ids()).await));
        of_raters(&seen)
    }
}

/// Notes, reasons and names of raters among the marks.
fn of_raters(seen: &[String]) -> Vec<String> {
    let is_of_rater = |mark: &&str| {
        ["note", "reason", "rater"]
            .iter()
            .any(|kind| mark.starts_with(kind))
    };
    let mut found: Vec<_> = marks(seen)
        .into_iter()
        .filter(is_of_rater)
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

const QUEUE: [&str; 3] = ["/ratings", "/ratings/mine", "/ratings/calibrations"];

#[tokio::test]
async fn a_rating_is_seen_by_whom_it_concerns_when_it_may_be() {
    let mut judging = Judging::new().await;
    let none = [""; 0];
    assert_eq!(judging.learner_found().await, none, "rated by one of two");
    assert_eq!(
        judging.found(&judging.raters[1], &QUEUE).await,
        none,
        "the second rater"
    );
    let queue = judging.raters[1].get("/ratings").await;
    assert!(
        queue.text().contains("九点，"),
        "has it to rate: {}",
        queue.text()
    );
    // The positive control: whoever said it finds it by its id. Only that: a crawl would sign things in this name.
    let own = said(visit(&judging.raters[0], &judging.ids()).await);
    assert_eq!(of_raters(&own), ["note-of-first", "rater-of-first"]);

    judging.rate(1, "17", "canary-note-of-second").await;
    let notes = ["note-of-first", "note-of-second"];
    assert_eq!(judging.learner_found().await, notes, "final");
    assert_eq!(
        judging.found(&judging.raters[1], &QUEUE).await,
        ["note-of-second"],
        "another's rating stays another's"
    );
    let ids: Seen = probe(&judging.centre.learner, &judging.ids()).await;
    assert_eq!(of_raters(&said(ids)), notes, "whatever the learner asks for");

    let play = judging.ids()[2].to_owned();
    let fields = [("play", play.as_str()), ("reason", "请再看看")];
    let learner = &judging.centre.learner;
    learner.submit("/do/dispute-play", &judging.play, &fields).await;
    assert_eq!(judging.learner_found().await, none, "disputed");
    assert_eq!(
        judging.found(&judging.raters[2], &QUEUE).await,
        none,
        "the one who looks again"
    );
    let queue = judging.raters[2].get("/ratings").await;
    assert!(queue.text().contains("请再看看"), "{}", queue.text());
    judging.rate(2, "3", "canary-note-of-third").await;
    assert_eq!(
        judging.learner_found().await,
        ["note-of-first", "note-of-second", "note-of-third"]
    );
}
