use super::*;
use crate::actors::{Operator, Trainer};
use crate::backup;
use crate::chance;
use crate::open::Store;
use crate::people;
use crate::plays::{Did, Mode, NewPlay, PlayEvent, PlayResult};
use crate::ratings::{self, Given, JudgedPlay};
use crate::testing::{NOW, Temp};
use crate::verify::{self, Fault};
use domain::evidence::Outcome;
use domain::score::Milli;

const DAY: i64 = 24 * 60 * 60;

fn later(days: i64) -> Moment {
    NOW.plus_seconds(days * DAY)
}

async fn learner(temp: &Temp, store: &Store, login: &str) -> Learner {
    temp.session(store, login, "learner").await.learner().unwrap()
}

async fn trainer(temp: &Temp, store: &Store, login: &str) -> Trainer {
    temp.session(store, login, "trainer").await.trainer().unwrap()
}

async fn begin(store: &Store, who: &Learner, mode: Mode) -> String {
    let who = who.clone();
    let new = NewPlay {
        scenario: "call".to_owned(),
        version: Hash::of(b"s"),
        release: Hash::of(b"r"),
        mode,
    };
    let work = store.write(move |tx| Box::pin(async move { plays::start(tx, &who, new, NOW).await }));
    work.await.unwrap()
}

/// A recording that arrived, its file written as the server does.
fn arrived(store: &Store, play: &str, step: usize, sound: &[u8]) -> NewRecording {
    let id = chance::id(NOW).unwrap();
    Sounds::of(store.folder()).write(&id, sound).unwrap();
    NewRecording {
        id,
        play: play.to_owned(),
        step,
        hash: Hash::of(sound),
        sound: Sound::Webm,
        size: sound.len(),
        millis: 1500,
    }
}

async fn put(store: &Store, who: &Learner, new: NewRecording) -> Result<String, StoreError> {
    let who = who.clone();
    store
        .write(move |tx| Box::pin(async move { add(tx, &who, &new, NOW).await }))
        .await
}

async fn speak(store: &Store, who: &Learner, play: &str, seq: usize, id: &str) -> Result<(), StoreError> {
    let (who, play) = (who.clone(), play.to_owned());
    let event = PlayEvent {
        node: "n".to_owned(),
        did: Did::Spoke(Spoken {
            id: id.to_owned(),
            millis: 0,
            kept: true,
        }),
        at: NOW,
    };
    let work = store
        .write(move |tx| Box::pin(async move { plays::append(tx, &who, &play, seq, &event, None).await }));
    work.await.map(drop)
}

async fn end(store: &Store, who: &Learner, play: &str, waiting: Vec<usize>) {
    let (who, play) = (who.clone(), play.to_owned());
    let outcome = if waiting.is_empty() {
        Outcome::Passed
    } else {
        Outcome::Pending
    };
    let result = PlayResult {
        score: Some(Milli(90_000)).filter(|_| waiting.is_empty()),
        outcome,
        waiting,
        digest: None,
    };
    let work =
        store.write(move |tx| Box::pin(async move { plays::finish(tx, &who, &play, NOW, |_| result).await }));
    work.await.unwrap();
}

/// An assessed play with one spoken answer that waits, and its recording.
async fn waiting(store: &Store, who: &Learner) -> (String, String) {
    let play = begin(store, who, Mode::Assessed).await;
    let id = put(store, who, arrived(store, &play, 1, b"hello")).await.unwrap();
    speak(store, who, &play, 1, &id).await.unwrap();
    end(store, who, &play, vec![0]).await;
    (play, id)
}

async fn rate(store: &Store, by: &Trainer, play: &str, moment: Option<u32>) {
    let (by, play) = (by.clone(), play.to_owned());
    let given = Given {
        points: Vec::new(),
        critical: false,
        note: String::new(),
        quote: String::new(),
        moment,
    };
    let judge = |_: &plays::Play, _: &[ratings::Rating], _: &ratings::Panel| {
        Ok(JudgedPlay {
            result: PlayResult {
                score: Some(Milli(90_000)),
                outcome: Outcome::Passed,
                waiting: Vec::new(),
                digest: None,
            },
            wanted: Vec::new(),
        })
    };
    let work = store.write(move |tx| {
        Box::pin(async move { ratings::rate_reply(tx, &by, &play, 0, &given, NOW, judge).await })
    });
    work.await.unwrap();
}

fn has_file(store: &Store, id: &str) -> bool {
    Sounds::of(store.folder()).size(id).is_some()
}

#[tokio::test]
async fn a_recording_is_kept_once_for_the_next_step_of_ones_own_play() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let bert = learner(&temp, &store, "bert").await;
    let play = begin(&store, &anna, Mode::Assessed).await;
    let id = put(&store, &anna, arrived(&store, &play, 1, b"one"))
        .await
        .unwrap();
    let again = put(&store, &anna, arrived(&store, &play, 1, b"one"))
        .await
        .unwrap();
    assert_eq!(id, again);
    let other = put(&store, &anna, arrived(&store, &play, 1, b"two"))
        .await
        .unwrap();
    assert_ne!(id, other, "recorded anew");
    let foreign = put(&store, &bert, arrived(&store, &play, 1, b"one")).await;
    assert!(matches!(foreign, Err(StoreError::NotFound("play"))));
    for step in [0, 2] {
        let moved = put(&store, &anna, arrived(&store, &play, step, b"one")).await;
        assert!(matches!(moved, Err(StoreError::PlayMoved)), "{step}");
    }
    let used = speak(&store, &bert, &play, 1, &id).await;
    assert!(matches!(used, Err(StoreError::NotFound("play"))));
    let unknown = speak(&store, &anna, &play, 1, "none").await;
    assert!(matches!(unknown, Err(StoreError::NotFound("recording"))));
    speak(&store, &anna, &play, 1, &id).await.unwrap();
    speak(&store, &anna, &play, 1, &id).await.unwrap();
    let moved = speak(&store, &anna, &play, 1, &other).await;
    assert!(matches!(moved, Err(StoreError::PlayMoved)));
    let elsewhere = speak(&store, &anna, &play, 2, &other).await;
    assert!(matches!(elsewhere, Err(StoreError::NotFound("recording"))));
    let kept = plays::of_learner(&store, &anna, &play).await.unwrap().unwrap();
    let said = Did::Spoke(Spoken {
        id: id.clone(),
        millis: 1500,
        kept: true,
    });
    assert_eq!(kept.events[0].did, said);
    end(&store, &anna, &play, vec![0]).await;
    let over = put(&store, &anna, arrived(&store, &play, 2, b"three")).await;
    assert!(matches!(over, Err(StoreError::PlayOver)));
}

#[tokio::test]
async fn a_play_takes_only_so_many_that_nobody_uses() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let play = begin(&store, &anna, Mode::Practice).await;
    for number in 0..SPARE {
        let sound = number.to_be_bytes();
        put(&store, &anna, arrived(&store, &play, 1, &sound))
            .await
            .unwrap();
    }
    let full = put(&store, &anna, arrived(&store, &play, 1, b"more")).await;
    assert!(matches!(full, Err(StoreError::RecordingsFull)));
}

#[tokio::test]
async fn only_the_player_and_a_rater_hear_it() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let both = temp.session(&store, "both", "learner,trainer").await;
    let (anna, own_trainer) = (both.learner().unwrap(), both.trainer().unwrap());
    let bert = learner(&temp, &store, "bert").await;
    let tina = trainer(&temp, &store, "tina").await;
    let play = begin(&store, &anna, Mode::Assessed).await;
    let id = put(&store, &anna, arrived(&store, &play, 1, b"hello"))
        .await
        .unwrap();
    let kept = Kept {
        id: id.clone(),
        sound: Sound::Webm,
    };
    assert_eq!(own(&store, &anna, &id).await.unwrap(), Some(kept.clone()));
    assert_eq!(own(&store, &bert, &id).await.unwrap(), None);
    assert_eq!(to_rate(&store, &tina, &id).await.unwrap(), None, "no answer yet");
    speak(&store, &anna, &play, 1, &id).await.unwrap();
    assert_eq!(
        to_rate(&store, &tina, &id).await.unwrap(),
        None,
        "the play goes on"
    );
    end(&store, &anna, &play, vec![0]).await;
    assert_eq!(to_rate(&store, &tina, &id).await.unwrap(), Some(kept));
    assert_eq!(
        to_rate(&store, &own_trainer, &id).await.unwrap(),
        None,
        "nobody rates himself"
    );
    let queue = ratings::queue(&store, &tina, 9).await.unwrap().first;
    assert!(queue[0].spoken.as_ref().is_some_and(|spoken| spoken.kept));

    let practice = begin(&store, &anna, Mode::Practice).await;
    let private = put(&store, &anna, arrived(&store, &practice, 1, b"hm"))
        .await
        .unwrap();
    speak(&store, &anna, &practice, 1, &private).await.unwrap();
    end(&store, &anna, &practice, vec![]).await;
    assert!(own(&store, &anna, &private).await.unwrap().is_some());
    assert_eq!(to_rate(&store, &tina, &private).await.unwrap(), None);
}

#[tokio::test]
async fn what_waits_is_kept_and_what_was_rated_goes_after_its_time() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let tina = trainer(&temp, &store, "tina").await;
    let (play, id) = waiting(&store, &anna).await;
    assert_eq!(
        tidy(&store, later(1000), later(1180)).await.unwrap(),
        0,
        "it waits"
    );
    assert!(has_file(&store, &id));
    rate(&store, &tina, &play, Some(1)).await;
    let said = ratings::of_play(&store, &play).await.unwrap();
    assert_eq!(said[0].given.moment, Some(1));
    assert_eq!(tidy(&store, NOW, later(180)).await.unwrap(), 0, "it is young");
    assert_eq!(tidy(&store, later(1), later(181)).await.unwrap(), 1);
    assert!(!has_file(&store, &id));
    assert_eq!(own(&store, &anna, &id).await.unwrap(), None);
    assert_eq!(to_rate(&store, &tina, &id).await.unwrap(), None);
    let kept = plays::of_learner(&store, &anna, &play).await.unwrap().unwrap();
    assert!(matches!(&kept.events[0].did, Did::Spoke(spoken) if !spoken.kept));
    assert_eq!(tidy(&store, later(1), later(181)).await.unwrap(), 0, "once");
}

#[tokio::test]
async fn what_no_answer_used_goes_when_the_play_went_on() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let play = begin(&store, &anna, Mode::Practice).await;
    let spare = put(&store, &anna, arrived(&store, &play, 1, b"spare"))
        .await
        .unwrap();
    let used = put(&store, &anna, arrived(&store, &play, 1, b"used"))
        .await
        .unwrap();
    assert_eq!(
        tidy(&store, NOW, later(1)).await.unwrap(),
        0,
        "it may still be sent"
    );
    speak(&store, &anna, &play, 1, &used).await.unwrap();
    assert_eq!(tidy(&store, NOW, later(1)).await.unwrap(), 1);
    assert!(!has_file(&store, &spare) && has_file(&store, &used));
}

#[tokio::test]
async fn a_file_without_a_row_goes_and_one_that_just_came_stays() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let folder = Sounds::of(store.folder());
    // As a server leaves it that dies between the file and the row.
    let lost = arrived(&store, "none", 1, b"lost").id;
    std::fs::write(
        folder_path(&store, &format!("{}.partial", chance::id(NOW).unwrap())),
        b"h",
    )
    .unwrap();
    std::fs::write(folder_path(&store, "notes.txt"), b"not ours").unwrap();
    assert_eq!(tidy(&store, NOW, NOW.plus_seconds(60)).await.unwrap(), 0);
    assert_eq!(tidy(&store, NOW, NOW.plus_seconds(3700)).await.unwrap(), 2);
    assert!(folder.size(&lost).is_none() && folder.size("notes.txt").is_some());
}

fn folder_path(store: &Store, name: &str) -> std::path::PathBuf {
    store.folder().join("recordings").join(name)
}

#[tokio::test]
async fn erasing_a_person_deletes_them_at_once() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (play, id) = waiting(&store, &anna).await;
    let person = anna.person.clone();
    let work = store
        .write(move |tx| Box::pin(async move { people::erase(tx, &Operator::new(), &person, NOW).await }));
    work.await.unwrap();
    assert!(!has_file(&store, &id));
    let erased = plays::of_learner(&store, &anna, &play).await.unwrap().unwrap();
    assert!(matches!(&erased.events[0].did, Did::Spoke(spoken) if !spoken.kept));
    store.close().await;
    assert_eq!(verify::verify(temp.path()).await.unwrap().faults, []);
}

#[tokio::test]
async fn verify_names_a_recording_whose_file_is_missing_or_another() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (_, id) = waiting(&store, &anna).await;
    assert_eq!(verify::verify(temp.path()).await.unwrap().faults, []);
    std::fs::write(folder_path(&store, &id), b"other").unwrap();
    let faults = verify::verify(temp.path()).await.unwrap().faults;
    assert_eq!(faults, [Fault::Sound { id: id.clone() }]);
    Sounds::of(store.folder()).remove(&id).unwrap();
    let faults = verify::verify(temp.path()).await.unwrap().faults;
    assert_eq!(faults, [Fault::NoSound { id }]);
    store.close().await;
}

#[tokio::test]
async fn a_backup_has_no_recordings_and_the_way_back_says_what_lacks() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    waiting(&store, &anna).await;
    store.close().await;
    drop(store);
    let (file, other) = (temp.path().join("backup.db"), temp.path().join("other"));
    backup::backup(temp.path(), &file).await.unwrap();
    assert_eq!(backup::restore(&file, &other).await.unwrap(), 1);
    assert_eq!(
        backup::restore(&file, temp.path()).await.unwrap(),
        0,
        "the folder stayed"
    );
}
