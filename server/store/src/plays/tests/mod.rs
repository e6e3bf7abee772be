mod sitting;

use super::*;
use crate::evidence;
use crate::open::Store;
use crate::testing::{NOW, Temp};
use domain::evidence::{ExtraTime, Fact};

fn new(mode: Mode) -> NewPlay {
    NewPlay {
        scenario: "late-delivery".to_owned(),
        version: Hash::of(b"scenario"),
        release: Hash::of(b"release"),
        mode,
    }
}

async fn begin(store: &Store, learner: &Learner, mode: Mode) -> Result<String, StoreError> {
    let learner = learner.clone();
    store
        .write(move |tx| Box::pin(async move { start(tx, &learner, new(mode), NOW).await }))
        .await
}

async fn send(store: &Store, who: &Learner, id: &str, seq: usize, did: Did) -> Result<Appended, StoreError> {
    let (who, id) = (who.clone(), id.to_owned());
    let event = PlayEvent {
        node: format!("n{seq}"),
        did,
        at: NOW,
    };
    store
        .write(move |tx| Box::pin(async move { append(tx, &who, &id, seq, &event, None).await }))
        .await
}

async fn end(store: &Store, who: &Learner, id: &str, result: PlayResult) -> Result<Finished, StoreError> {
    let (who, id) = (who.clone(), id.to_owned());
    store
        .write(move |tx| Box::pin(async move { finish(tx, &who, &id, NOW, |_| result).await }))
        .await
}

fn passed() -> PlayResult {
    PlayResult {
        score: Some(Milli(90_000)),
        outcome: Outcome::Passed,
        waiting: vec![],
        digest: Some(Hash::of(b"state")),
    }
}

async fn learner(temp: &Temp, store: &Store, login: &str) -> Learner {
    temp.session(store, login, "learner").await.learner().unwrap()
}

#[tokio::test]
async fn events_are_kept_once_and_in_order() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
    let twice = begin(&store, &anna, Mode::Assessed).await;
    assert!(matches!(twice, Err(StoreError::OpenPlay { play }) if play == id));
    assert_eq!(
        send(&store, &anna, &id, 1, Did::Chose(2)).await.unwrap(),
        Appended::Kept
    );
    assert_eq!(
        send(&store, &anna, &id, 1, Did::Chose(2)).await.unwrap(),
        Appended::Again
    );
    assert!(matches!(
        send(&store, &anna, &id, 1, Did::Chose(0)).await,
        Err(StoreError::PlayMoved)
    ));
    assert!(matches!(
        send(&store, &anna, &id, 3, Did::Went).await,
        Err(StoreError::PlayMoved)
    ));
    assert!(matches!(
        send(&store, &anna, &id, 0, Did::Went).await,
        Err(StoreError::PlayMoved)
    ));
    send(&store, &anna, &id, 2, Did::Replied("抱歉\n马上查".to_owned()))
        .await
        .unwrap();
    send(&store, &anna, &id, 3, Did::Went).await.unwrap();
    send(&store, &anna, &id, 4, Did::TimedOut(None)).await.unwrap();
    let play = of_learner(&store, &anna, &id).await.unwrap().unwrap();
    let did: Vec<_> = play.events.iter().map(|event| event.did.clone()).collect();
    assert_eq!(
        did,
        [
            Did::Chose(2),
            Did::Replied("抱歉\n马上查".to_owned()),
            Did::Went,
            Did::TimedOut(None)
        ]
    );
    let bert = learner(&temp, &store, "bert").await;
    assert_eq!(of_learner(&store, &bert, &id).await.unwrap(), None);
    assert!(matches!(
        send(&store, &bert, &id, 5, Did::Went).await,
        Err(StoreError::NotFound("play"))
    ));
}

#[tokio::test]
async fn what_was_said_too_late_is_kept() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
    let late = [
        Late::Chose(2),
        Late::Replied("马上查".to_owned()),
        Late::Replied(String::new()),
    ];
    for (seq, late) in (1..).zip(&late) {
        let did = Did::TimedOut(Some(late.clone()));
        for kept in [Appended::Kept, Appended::Again] {
            assert_eq!(send(&store, &anna, &id, seq, did.clone()).await.unwrap(), kept);
        }
        // The page's own clock says so too.
        let again = send(&store, &anna, &id, seq, Did::TimedOut(None)).await;
        assert_eq!(again.unwrap(), Appended::Again);
    }
    let other = send(&store, &anna, &id, 1, Did::TimedOut(Some(Late::Chose(1)))).await;
    assert!(matches!(other, Err(StoreError::PlayMoved)));
    let play = of_learner(&store, &anna, &id).await.unwrap().unwrap();
    let kept = play.events.iter().map(|event| event.did.clone());
    assert!(kept.eq(late.map(|late| Did::TimedOut(Some(late)))));
    end(&store, &anna, &id, passed()).await.unwrap();
    let tina = temp.session(&store, "tina", "trainer").await.trainer().unwrap();
    let known = ended(&store, &tina, "late-delivery", Hash::of(b"scenario"))
        .await
        .unwrap();
    let wordless = known[0].events.iter().map(|event| event.did.clone());
    let words = [
        Late::Chose(2),
        Late::Replied(String::new()),
        Late::Replied(String::new()),
    ];
    assert!(wordless.eq(words.map(|late| Did::TimedOut(Some(late)))));
    let person = anna.person.clone();
    let erasing = store.write(move |tx| Box::pin(async move { erase_texts(tx, &person).await }));
    erasing.await.unwrap();
    let play = of_learner(&store, &anna, &id).await.unwrap().unwrap();
    assert_eq!(
        play.events[1].did,
        Did::TimedOut(Some(Late::Replied(String::new())))
    );
}

#[tokio::test]
async fn practice_waits_while_an_assessed_play_of_the_same_scenario_goes_on() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let practice = begin(&store, &anna, Mode::Practice).await.unwrap();
    let assessed = begin(&store, &anna, Mode::Assessed).await.unwrap();
    let beside = async |id: &str| of_learner(&store, &anna, id).await.unwrap().unwrap().is_beside;
    assert!(beside(&practice).await && !beside(&assessed).await);
    let answered = send(&store, &anna, &practice, 1, Did::Went).await;
    assert!(matches!(answered, Err(StoreError::AssessedOpen { play }) if play == assessed));
    let begun = begin(&store, &anna, Mode::Practice).await;
    assert!(matches!(begun, Err(StoreError::AssessedOpen { play }) if play == assessed));
    let again = begin(&store, &anna, Mode::Assessed).await;
    assert!(matches!(again, Err(StoreError::OpenPlay { play }) if play == assessed));
    end(&store, &anna, &assessed, passed()).await.unwrap();
    assert!(!beside(&practice).await);
    send(&store, &anna, &practice, 1, Did::Went).await.unwrap();
}

#[tokio::test]
async fn an_assessed_play_ends_once_with_evidence() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
    send(&store, &anna, &id, 1, Did::Went).await.unwrap();
    let one = end(&store, &anna, &id, passed()).await.unwrap();
    let other = PlayResult {
        score: None,
        outcome: Outcome::Failed,
        waiting: vec![],
        digest: Some(Hash::of(b"another")),
    };
    let two = end(&store, &anna, &id, other).await.unwrap();
    assert!(!one.again && two.again);
    let kept = of_learner(&store, &anna, &id).await.unwrap().unwrap();
    assert_eq!(kept.digest, Some(Hash::of(b"state")));
    assert_eq!(one.play, two.play);
    assert_eq!(
        send(&store, &anna, &id, 1, Did::Went).await.unwrap(),
        Appended::Again
    );
    assert!(matches!(
        send(&store, &anna, &id, 2, Did::Went).await,
        Err(StoreError::PlayOver)
    ));
    let tina = temp.session(&store, "tina", "trainer").await.trainer().unwrap();
    begin(&store, &anna, Mode::Assessed).await.unwrap();
    let known = ended(&store, &tina, "late-delivery", Hash::of(b"scenario"))
        .await
        .unwrap();
    assert_eq!(known.len(), 1, "an open one is none");
    assert_eq!((&known[0].id, known[0].events.len()), (&id, 1));
    let other = ended(&store, &tina, "late-delivery", Hash::of(b"another")).await;
    assert_eq!(other.unwrap(), []);
    let entries = evidence::of_person(&store, &anna.person).await.unwrap();
    let fact = Fact::ScenarioFinished {
        scenario: "late-delivery".to_owned(),
        version: Hash::of(b"scenario"),
        play: id,
        score: Some(Milli(90_000)),
        outcome: Outcome::Passed,
    };
    assert_eq!(
        entries.iter().map(|entry| &entry.fact).collect::<Vec<_>>(),
        [&fact]
    );
}

#[tokio::test]
async fn a_play_keeps_the_time_it_began_with() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let tina = temp.session(&store, "tina", "trainer").await.trainer().unwrap();
    let pace = async |id: &str| of_learner(&store, &anna, id).await.unwrap().unwrap().pace;
    let practice = begin(&store, &anna, Mode::Practice).await.unwrap();
    for (time, granted) in [
        (ExtraTime::Factor(Milli(1500)), Pace::Factor(1500)),
        (ExtraTime::Unlimited, Pace::Unlimited),
        (ExtraTime::Minutes(30), Pace::default()),
    ] {
        let (by, person) = (tina.clone(), anna.person.clone());
        let work = store.write(move |tx| {
            Box::pin(
                async move { crate::attempts::grant_time(tx, &by, &person, time, "reads slowly", NOW).await },
            )
        });
        work.await.unwrap();
        let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
        assert_eq!(pace(&id).await, granted);
        end(&store, &anna, &id, passed()).await.unwrap();
        assert_eq!(pace(&id).await, granted);
    }
    assert_eq!(pace(&practice).await, Pace::default(), "as it began");
}

#[tokio::test]
async fn practice_is_for_oneself() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let tina = temp.session(&store, "tina", "trainer").await.trainer().unwrap();
    let id = begin(&store, &anna, Mode::Practice).await.unwrap();
    send(&store, &anna, &id, 1, Did::Replied("hm".to_owned()))
        .await
        .unwrap();
    for (seq, did) in [(2, Did::TookBack), (3, Did::Paused), (4, Did::Resumed)] {
        send(&store, &anna, &id, seq, did.clone()).await.unwrap();
        let kept = of_learner(&store, &anna, &id).await.unwrap().unwrap();
        assert_eq!(kept.events.last().map(|event| &event.did), Some(&did));
    }
    let pending = PlayResult {
        score: Some(Milli(40_000)),
        outcome: Outcome::Pending,
        waiting: vec![0],
        digest: None,
    };
    let play = end(&store, &anna, &id, pending).await.unwrap().play;
    assert_eq!((play.state, play.score), (PlayState::Final, Some(Milli(40_000))));
    let beside = begin(&store, &anna, Mode::Assessed).await.unwrap();
    assert!(
        evidence::of_person(&store, &anna.person)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(get(&store, &tina, &id).await.unwrap(), None);
    let counted = assessed(&store, &anna.person).await.unwrap();
    assert_eq!(counted.len(), 1);
    assert_eq!(counted[0].id, beside);
    assert_eq!(own(&store, &anna).await.unwrap().len(), 2);
    assert_eq!(crate::ratings::queue(&store, &tina, 9).await.unwrap().count, 0);
}

#[tokio::test]
async fn a_play_that_was_given_up_makes_room() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, Mode::Assessed).await.unwrap();
    let (who, play) = (anna.clone(), id.clone());
    store
        .write(move |tx| Box::pin(async move { abandon(tx, &who, &play, NOW).await }))
        .await
        .unwrap();
    begin(&store, &anna, Mode::Assessed).await.unwrap();
    let states: Vec<_> = assessed(&store, &anna.person)
        .await
        .unwrap()
        .iter()
        .map(|play| play.state)
        .collect();
    assert!(states.contains(&PlayState::Abandoned) && states.contains(&PlayState::Open));
    assert!(end(&store, &anna, &id, passed()).await.unwrap().again);
}
