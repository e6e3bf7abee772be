//! Signs of life, silences, and what a trainer decides about them.

use super::super::sitting::{any_idle, give_up_idle, interruptions, sign};
use super::super::{Flagged, Sign, Verdict, decide, flagged};
use super::*;
use crate::actors::{Operator, Trainer};
use crate::ratings::JudgedPlay;
use domain::scenario::sitting::Shown;

const ONE: &str = "01970000-0000-7000-8000-000000000001";
const TWO: &str = "01970000-0000-7000-8000-000000000002";

async fn signed(store: &Store, who: &Learner, id: &str, tab: &str, seconds: i64) -> Result<Sign, StoreError> {
    said(store, who, id, page(tab, None), seconds).await
}

fn page(tab: &str, lost: Option<i64>) -> Tab {
    Tab {
        id: tab.to_owned(),
        lost: lost.map(|seconds| Shown {
            since: NOW,
            deadline: NOW.plus_seconds(seconds),
        }),
    }
}

async fn said(store: &Store, who: &Learner, id: &str, tab: Tab, seconds: i64) -> Result<Sign, StoreError> {
    let (who, id) = (who.clone(), id.to_owned());
    let now = NOW.plus_seconds(seconds);
    store
        .write(move |tx| Box::pin(async move { sign(tx, &who, &id, &tab, now).await }))
        .await
}

/// An event, so many seconds after the beginning, from a tab or without scripts.
async fn sent(
    store: &Store,
    who: &Learner,
    id: &str,
    (seq, seconds): (usize, i64),
    tab: Option<&'static str>,
) -> Result<Appended, StoreError> {
    let (who, id) = (who.clone(), id.to_owned());
    let event = PlayEvent {
        node: format!("n{seq}"),
        did: Did::Went,
        at: NOW.plus_seconds(seconds),
    };
    let tab = tab.map(|tab| page(tab, None));
    store
        .write(move |tx| Box::pin(async move { append(tx, &who, &id, seq, &event, tab.as_ref()).await }))
        .await
}

async fn decided(
    store: &Store,
    by: &Trainer,
    id: &str,
    counts: bool,
    reason: &'static str,
) -> Result<Play, StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    let work = store.write(move |tx| {
        Box::pin(async move {
            decide(tx, &by, &id, counts, reason, NOW, |_, _, _| {
                Ok(JudgedPlay {
                    result: passed(),
                    wanted: Vec::new(),
                })
            })
            .await
        })
    });
    work.await
}

#[tokio::test]
async fn a_silence_is_kept_however_the_player_comes_back() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
    sent(&store, &anna, &id, (1, 500), None).await.unwrap();
    assert_eq!(interruptions(&store, &id).await.unwrap(), [], "without scripts");
    assert_eq!(signed(&store, &anna, &id, ONE, 600).await.unwrap(), Sign::Here);
    signed(&store, &anna, &id, ONE, 660).await.unwrap();
    signed(&store, &anna, &id, TWO, 721).await.unwrap();
    sent(&store, &anna, &id, (2, 800), Some(TWO)).await.unwrap();
    sent(&store, &anna, &id, (2, 900), Some(TWO)).await.unwrap();
    sent(&store, &anna, &id, (3, 990), None).await.unwrap();
    sent(&store, &anna, &id, (4, 5000), None).await.unwrap();
    let silences = interruptions(&store, &id).await.unwrap();
    let times: Vec<_> = silences
        .iter()
        .map(|silence| (silence.after, silence.from.seconds_since(NOW), silence.seconds()))
        .collect();
    assert_eq!(
        times,
        [(1, 660, 61), (1, 721, 79), (2, 800, 190)],
        "the second time is no sign, and without scripts nothing is measured"
    );
    let bert = learner(&temp, &store, "bert").await;
    let practice = begin(&store, &bert, Mode::Practice).await.unwrap();
    for seconds in [0, 500] {
        signed(&store, &bert, &practice, ONE, seconds).await.unwrap();
    }
    assert_eq!(interruptions(&store, &practice).await.unwrap(), []);
}

#[tokio::test]
async fn a_short_silence_is_kept_when_a_time_ran_out_in_it() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
    signed(&store, &anna, &id, ONE, 0).await.unwrap();
    said(&store, &anna, &id, page(ONE, Some(30)), 20).await.unwrap();
    assert_eq!(
        interruptions(&store, &id).await.unwrap(),
        [],
        "there was time left"
    );
    said(&store, &anna, &id, page(ONE, Some(30)), 33).await.unwrap();
    said(&store, &anna, &id, page(ONE, Some(30)), 40).await.unwrap();
    let silences = interruptions(&store, &id).await.unwrap();
    let times: Vec<_> = silences
        .iter()
        .map(|silence| (silence.after, silence.seconds()))
        .collect();
    assert_eq!(times, [(0, 13)]);
    assert_eq!(
        end(&store, &anna, &id, passed()).await.unwrap().play.verdict,
        Some(Verdict::Waiting)
    );
}

#[tokio::test]
async fn the_later_tab_has_the_play() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let bert = learner(&temp, &store, "bert").await;
    let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
    assert_eq!(signed(&store, &anna, &id, TWO, 1).await.unwrap(), Sign::Here);
    assert_eq!(signed(&store, &anna, &id, ONE, 2).await.unwrap(), Sign::Elsewhere);
    assert!(matches!(
        sent(&store, &anna, &id, (1, 3), Some(ONE)).await,
        Err(StoreError::PlayElsewhere)
    ));
    sent(&store, &anna, &id, (1, 4), Some(TWO)).await.unwrap();
    assert_eq!(
        sent(&store, &anna, &id, (1, 5), Some(ONE)).await.unwrap(),
        Appended::Again,
        "what is kept is kept, whoever asks"
    );
    assert!(matches!(
        signed(&store, &bert, &id, TWO, 5).await,
        Err(StoreError::NotFound("play"))
    ));
    end(&store, &anna, &id, passed()).await.unwrap();
    assert_eq!(signed(&store, &anna, &id, TWO, 6).await.unwrap(), Sign::Over);
}

/// A play with a silence that has ended.
async fn interrupted(store: &Store, who: &Learner) -> String {
    let id = begin(store, who, Mode::Assessed).await.unwrap();
    signed(store, who, &id, ONE, 0).await.unwrap();
    signed(store, who, &id, ONE, 100).await.unwrap();
    let ended = end(store, who, &id, passed()).await.unwrap().play;
    assert_eq!((ended.state, ended.score), (PlayState::Pending, None));
    assert_eq!(ended.outcome, Some(Outcome::Pending));
    id
}

#[tokio::test]
async fn a_trainer_lets_it_count_or_not_once_and_with_a_reason() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = interrupted(&store, &anna).await;
    let stuck = crate::ratings::stuck(&store).await.unwrap();
    assert_eq!(stuck.map(|stuck| stuck.count), Some(1), "nobody may decide");
    let tina = temp.session(&store, "tina", "learner,trainer").await;
    let (own, tina) = (tina.learner().unwrap(), tina.trainer().unwrap());
    assert_eq!(crate::ratings::stuck(&store).await.unwrap(), None);
    let mine = interrupted(&store, &own).await;
    let (waiting, count): (Vec<Flagged>, usize) = flagged(&store, &tina, 9).await.unwrap();
    assert_eq!((waiting.len(), count), (1, 1), "nobody decides about himself");
    assert_eq!(
        waiting[0].play,
        of_learner(&store, &anna, &id).await.unwrap().unwrap()
    );
    assert_eq!(waiting[0].silences, interruptions(&store, &id).await.unwrap());
    for (play, reason, counts) in [
        (&mine, "x", true),
        (&id, " ", true),
        (&"none".to_owned(), "x", false),
    ] {
        let refused = decided(&store, &tina, play, counts, reason).await;
        assert!(
            matches!(
                refused,
                Err(StoreError::OwnWork | StoreError::NoReason | StoreError::NotFound(_))
            ),
            "{refused:?}"
        );
    }
    let play = decided(&store, &tina, &id, true, "only the last second")
        .await
        .unwrap();
    assert_eq!(
        (play.state, play.outcome),
        (PlayState::Final, Some(Outcome::Passed))
    );
    assert_eq!(play.verdict, Some(Verdict::Upheld));
    assert_eq!(of_learner(&store, &anna, &id).await.unwrap(), Some(play));
    assert!(matches!(
        decided(&store, &tina, &id, false, "x").await,
        Err(StoreError::AlreadyRated)
    ));
    let void = interrupted(&store, &anna).await;
    let play = decided(&store, &tina, &void, false, "power cut").await.unwrap();
    assert_eq!((play.state, play.score), (PlayState::Void, None));
    assert_eq!(of_learner(&store, &anna, &void).await.unwrap(), Some(play));
    let entries = evidence::of_person(&store, &anna.person).await.unwrap();
    let kinds: Vec<_> = entries
        .iter()
        .map(|entry| match &entry.fact {
            Fact::ScenarioFinished { outcome, .. } => format!("{outcome:?}"),
            Fact::PlayUpheld { .. } => "upheld".to_owned(),
            Fact::Voided { entry } => format!("void {}", *entry == entries[3].id),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(kinds, ["Pending", "upheld", "Passed", "Pending", "void true"]);
    let said = evidence::said(&store, &anna.person).await.unwrap();
    assert_eq!(said[&entries[1].id].note.as_deref(), Some("only the last second"));
    assert_eq!(said[&entries[4].id].note.as_deref(), Some("power cut"));
    begin(&store, &anna, Mode::Assessed).await.unwrap();
}

#[tokio::test]
async fn what_nobody_plays_is_given_up() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let given_up = async |seconds: i64| {
        let now = NOW.plus_seconds(seconds);
        let idle = any_idle(&store, now).await.unwrap();
        let work =
            store.write(move |tx| Box::pin(async move { give_up_idle(tx, &Operator::new(), now).await }));
        let count = work.await.unwrap();
        assert_eq!(idle, count > 0);
        count
    };
    begin(&store, &anna, Mode::Practice).await.unwrap();
    let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
    assert_eq!(given_up(1800).await, 0);
    sent(&store, &anna, &id, (1, 100), None).await.unwrap();
    assert_eq!(given_up(1900).await, 0);
    signed(&store, &anna, &id, ONE, 200).await.unwrap();
    assert_eq!(given_up(2000).await, 0);
    assert_eq!(given_up(2001).await, 1);
    assert_eq!(given_up(9000).await, 0, "practice waits");
    let play = of_learner(&store, &anna, &id).await.unwrap().unwrap();
    assert_eq!((play.state, play.outcome), (PlayState::Abandoned, None));
    assert!(
        evidence::of_person(&store, &anna.person)
            .await
            .unwrap()
            .is_empty()
    );
}
