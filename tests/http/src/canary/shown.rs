//! What does appear once it may, and only that.

use super::{
    BOTH, Centre, STARTS,
    crawl::{Seen, crawl, look},
    everything, marks, option, quietly, said, speak,
};
use crate::play_content::{answer, begin, choose, hidden, person};
use test_support::Client;

#[tokio::test]
async fn a_quiz_shows_what_its_show_says_and_no_more() {
    let centre = Centre::new().await;
    let (learner, starts) = (&centre.learner, &STARTS);
    let first = centre.start("exam").await;
    centre.hand_in(&first, &["红", "一"], "submit").await;
    let silent = centre.start("silent").await;
    centre.hand_in(&silent, &["红"], "submit").await;
    let after_submit = [
        "exam-figure-why",
        "exam-gaps-why",
        "exam-order-why",
        "exam-pairs-why",
        "exam-several-why",
        "exam-several-wrong",
        "exam-single-why",
        "exam-single-wrong",
        "exam-words-why",
    ];
    let both = |marks: &[&str]| {
        let of = |mark: &&str| [(*mark).to_owned(), format!("en-{mark}")];
        let mut all: Vec<String> = marks.iter().flat_map(of).collect();
        all.sort();
        all
    };
    let seen = everything(learner, starts).await;
    assert_eq!(marks(&seen), both(&after_submit), "after submit: {seen:?}");
    // The last attempt closes the quiz, and its key appears: in words, and the figures.
    let last = centre.start("exam").await;
    assert_eq!(
        marks(&everything(learner, starts).await),
        both(&after_submit),
        "open again"
    );
    speak(learner, "zh-CN").await;
    centre.hand_in(&last, &["绿", "二"], "submit").await;
    let closed = [
        "exam-gap-first",
        "exam-gap-second",
        "exam-several-right",
        "exam-single-right",
        "exam-words-first",
        "exam-words-second",
    ];
    let mut all = both(&[&after_submit[..], &closed[..]].concat());
    all.push("exam-number".to_owned());
    all.sort();
    let seen = everything(learner, starts).await;
    assert_eq!(marks(&seen), all, "after close: {seen:?}");
    let other = person(&centre.app, "other", "learner").await;
    let starts = [&STARTS[..], &[first.as_str(), last.as_str()]].concat();
    let none: [String; 0] = [];
    assert_eq!(everything(&other, &starts).await, none, "another learner");
}

#[tokio::test]
async fn the_guide_of_an_essay_is_the_raters() {
    let centre = Centre::new().await;
    let attempt = centre.start("letter").await;
    let page = centre.learner.get(&attempt).await;
    let form = test_support::html::forms(page.text());
    let form = form.iter().find(|form| form.id == "quiz").unwrap();
    let mut fields = form.filled_in("一封信");
    fields.push(("then".to_owned(), "submit".to_owned()));
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    centre.learner.post("/do/hand-in", &attempt, &fields).await;
    let seen = everything(&centre.learner, &STARTS).await;
    assert_eq!(marks(&seen), ["en-letter-why", "letter-why"], "{seen:?}");
    let trainer = centre.app.sign_in("trainer").await;
    assert!(
        trainer
            .get("/ratings")
            .await
            .text()
            .contains("canary-letter-guide"),
        "the rater sees it"
    );
}

#[tokio::test]
async fn a_check_shows_its_key_to_whoever_has_answered_it() {
    let centre = Centre::new().await;
    let lesson = "/courses/desk/hello";
    let try_it = async |check: &str, value: &str| {
        let fields = [
            ("lesson", "desk/hello"),
            ("check", check),
            ("answer", value),
            ("answer-0", value),
        ];
        centre.learner.submit("/do/answer-check", lesson, &fields).await;
        let mut seen = Seen::new();
        look(&mut seen, lesson, &centre.learner.get(lesson).await);
        seen.into_keys().collect::<Vec<_>>()
    };
    let page = centre.learner.get(lesson).await;
    let (wrong, right) = (option(page.text(), "红").1, option(page.text(), "绿").1);
    assert_eq!(try_it("check-one", &wrong).await, ["check-single-wrong"]);
    assert_eq!(try_it("check-two", "不知道").await, [""; 0]);
    assert_eq!(try_it("check-three", "1").await, [""; 0]);
    assert_eq!(try_it("check-four", "不知道").await, [""; 0]);
    let answered = ["check-single-right", "check-single-why"];
    assert_eq!(try_it("check-one", &right).await, answered);
}

#[tokio::test]
async fn a_play_shows_what_was_taken_and_never_the_rest() {
    let centre = Centre::new().await;
    let (learner, trainer) = (&centre.learner, centre.app.sign_in("trainer").await);
    let play = begin(learner, "letter").await;
    choose(learner, &play, "马上").await;
    choose(learner, &play, "写一封信").await;
    // What may be critical is rated by two.
    let second = person(&centre.app, "second", "trainer").await;
    answer(learner, &play, &[("reply", "九点，滚！")]).await;
    let taken = [
        "en-play-also-taken",
        "en-play-taken",
        "play-also-taken",
        "play-taken",
    ];
    // Points and how much of how much are the result; the weight never is.
    let with = |more: &[&'static str]| {
        let mut all = [&taken[..], &["scenario-delta", "scenario-max"], more].concat();
        all.sort_unstable();
        all
    };
    let seen = everything(learner, &STARTS).await;
    assert_eq!(marks(&seen), with(&[]), "waiting for the rating: {seen:?}");
    let rate = async |by: &Client, note: &str| {
        let queue = by.get("/ratings").await;
        for seen in ["canary-guide", "canary-anchor-none", "canary-anchor-all"] {
            assert!(queue.text().contains(seen), "{seen} is there to rate by");
        }
        assert!(!queue.text().contains("canary-note"), "blind to the other rater");
        let play = hidden(queue.text(), "play");
        let fields = [
            ("play", play.as_str()),
            ("reply", "0"),
            ("quote-0", "yes"),
            ("points-canary-play-criterion", "1"),
            ("banned", "no"),
            ("note", note),
        ];
        by.submit("/do/rate-reply", "/ratings", &fields).await;
    };
    rate(&trainer, "canary-note").await;
    let seen = everything(learner, &STARTS).await;
    assert_eq!(marks(&seen), with(&[]), "rated by one of two: {seen:?}");
    rate(&second, "canary-note-of-second").await;
    let final_marks = with(&[
        "anchor-all",
        "anchor-none",
        "en-anchor-all",
        "en-anchor-none",
        "note",
        "note-of-second",
    ]);
    let seen = everything(learner, &STARTS).await;
    assert_eq!(marks(&seen), final_marks, "rated: {seen:?}");
    let other = person(&centre.app, "other", "learner").await;
    let none: [String; 0] = [];
    assert_eq!(everything(&other, &["/", &play]).await, none, "another learner");
}

#[tokio::test]
async fn a_sheet_is_blind_until_ones_own_is_submitted() {
    let centre = Centre::new().await;
    let (recruiter, supervisor) = (
        centre.app.sign_in("recruiter").await,
        centre.app.sign_in("supervisor").await,
    );
    let today = supervisor.get("/").await;
    let links = test_support::html::links(today.text());
    let interview = links
        .iter()
        .find(|link| link.starts_with("/interviews/"))
        .unwrap();
    let interview = interview.split('?').next().unwrap();
    let id = interview.rsplit('/').next().unwrap();
    for item in ["canary-kit-item", "canary-kit-play"] {
        let fields = [
            ("interview", id),
            ("item", item),
            ("rating", "4"),
            ("note", "canary-note-of-another"),
        ];
        supervisor.submit("/do/save-rating", interview, &fields).await;
    }
    supervisor
        .submit("/do/submit-sheet", interview, &[("interview", id)])
        .await;
    let notes = |seen: &[String]| {
        let notes = marks(seen).into_iter().filter(|mark| mark.starts_with("note"));
        notes.map(str::to_owned).collect::<Vec<_>>()
    };
    let unsubmitted = |action: &str, button: &str| quietly(action, button) && action != "/do/submit-sheet";
    let mut seen = Seen::new();
    for language in BOTH {
        speak(&recruiter, language).await;
        seen.append(&mut crawl(&recruiter, &["/", "/candidates", interview], unsubmitted).await);
    }
    let seen = said(seen);
    assert!(
        marks(&seen).contains(&"kit-high"),
        "the anchors are there to rate by: {seen:?}"
    );
    for hidden in ["kit-weight", "kit-id"] {
        assert!(!marks(&seen).contains(&hidden), "{hidden}: {seen:?}");
    }
    assert_eq!(notes(&seen), [""; 0], "{seen:?}");
    recruiter
        .submit("/do/submit-sheet", interview, &[("interview", id)])
        .await;
    let seen = everything(&recruiter, &[interview]).await;
    assert_eq!(notes(&seen), ["note-of-another"], "once submitted: {seen:?}");
    let none: [String; 0] = [];
    assert_eq!(
        everything(&centre.learner, &["/", "/me", interview]).await,
        none,
        "a learner"
    );
}
