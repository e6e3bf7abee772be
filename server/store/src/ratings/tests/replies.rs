use super::*;

/// A play with two replies of which the second waits, ended.
pub(super) async fn play(store: &Store, who: &Learner) -> String {
    ended(store, who, vec![1]).await
}

/// A play with two replies of which these wait, ended.
pub(super) async fn ended(store: &Store, who: &Learner, waiting: Vec<usize>) -> String {
    let who = who.clone();
    let work = store.write(move |tx| {
        Box::pin(async move {
            let new = NewPlay {
                scenario: "late".to_owned(),
                version: Hash::of(b"s"),
                release: Hash::of(b"r"),
                mode: Mode::Assessed,
            };
            let id = plays::start(tx, &who, new, NOW).await?;
            for (seq, text) in [(1, "first"), (2, "not my job")] {
                let event = PlayEvent {
                    node: format!("n{seq}"),
                    did: Did::Replied(text.to_owned()),
                    at: NOW,
                };
                plays::append(tx, &who, &id, seq, &event, None).await?;
            }
            let result = PlayResult { waiting, ..pending() };
            plays::finish(tx, &who, &id, NOW, |_| result).await?;
            Ok(id)
        })
    });
    work.await.unwrap()
}

pub(super) fn pending() -> PlayResult {
    PlayResult {
        score: None,
        outcome: Outcome::Pending,
        waiting: vec![1],
        digest: None,
    }
}

/// Two ratings are wanted; the points of the last one decide.
pub(super) fn twice(_: &Play, ratings: &[Rating], panel: &Panel) -> Result<JudgedPlay, StoreError> {
    let last = ratings.last().map_or(0, |rating| rating.given.points[0].1);
    let passed = if last > 0 {
        Outcome::Passed
    } else {
        Outcome::Failed
    };
    let anew = ratings.iter().any(|rating| rating.anew);
    let wanted = if panel.disputed && !anew {
        ratings.len() + 1
    } else {
        2
    };
    if ratings.len() < wanted {
        return Ok(JudgedPlay {
            result: pending(),
            wanted: vec![(1, wanted)],
        });
    }
    Ok(JudgedPlay {
        result: PlayResult {
            score: Some(Milli::whole(i64::from(last))),
            outcome: passed,
            waiting: vec![],
            digest: None,
        },
        wanted: vec![],
    })
}

pub(super) async fn rate_twice(
    store: &Store,
    by: &Trainer,
    id: &str,
    points: u32,
) -> Result<Play, StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    let work = store.write(move |tx| {
        Box::pin(async move { rate_reply(tx, &by, &id, 1, &given(points), NOW, twice).await })
    });
    work.await
}

#[tokio::test]
async fn a_second_rater_is_wanted_and_is_somebody_else() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let id = play(&store, &anna).await;
    let waits = async |by: &Trainer| queue(&store, by).await.unwrap().len();
    let first = rate_twice(&store, &tina, &id, 1).await.unwrap();
    assert_eq!((first.state, first.score), (PlayState::Pending, None));
    assert_eq!((waits(&tina).await, waits(&tom).await), (0, 1));
    assert!(matches!(
        rate_twice(&store, &tina, &id, 1).await,
        Err(StoreError::AlreadyRated)
    ));
    assert_eq!(stuck(&store).await.unwrap(), None);
    temp.disable(&store, &tom.account).await;
    let one = Some(Stuck { count: 1, since: NOW });
    assert_eq!(stuck(&store).await.unwrap(), one, "nobody else may");
    let account = tom.account.clone();
    let enable = store.write(move |tx| {
        Box::pin(async move { crate::accounts::enable(tx, &Operator::new(), &account).await })
    });
    enable.await.unwrap();
    let entries = async || evidence::of_person(&store, &anna.person).await.unwrap().len();
    assert_eq!(entries().await, 1, "pending is not said twice");
    let last = rate_twice(&store, &tom, &id, 2).await.unwrap();
    assert_eq!(
        (last.state, last.score),
        (PlayState::Final, Some(Milli::whole(2)))
    );
    assert_eq!((waits(&tom).await, entries().await), (0, 2));
    let said = of_play(&store, &id).await.unwrap();
    let raters: Vec<_> = said.iter().map(|rating| &rating.rater).collect();
    assert_eq!(raters, [&tina.account, &tom.account]);
}

#[tokio::test]
async fn whoever_left_has_rated_all_the_same() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let id = play(&store, &anna).await;
    rate_twice(&store, &tina, &id, 1).await.unwrap();
    temp.disable(&store, &tina.account).await;
    let una = trainer(&temp, &store, "una").await;
    let (by, play) = (tom.clone(), id.clone());
    let can_have = store.write(move |tx| {
        Box::pin(async move {
            let mut seen = 0;
            let judge = |play: &Play, ratings: &[Rating], panel: &Panel| {
                let mut may = [tom.account.clone(), una.account.clone()];
                may.sort();
                assert_eq!(panel.trainers, may, "neither who left nor the author");
                let raters: Vec<_> = ratings.iter().map(|rating| rating.rater.as_str()).collect();
                seen = domain::rating::available(&panel.trainers, &raters);
                twice(play, ratings, panel)
            };
            rate_reply(tx, &by, &play, 1, &given(1), NOW, judge).await?;
            Ok(seen)
        })
    });
    assert_eq!(can_have.await.unwrap(), 3, "tina's, tom's, and one of una");
}

#[tokio::test]
async fn a_reply_is_rated_and_may_be_a_critical_error() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, tina) = (
        learner(&temp, &store, "anna").await,
        trainer(&temp, &store, "tina").await,
    );
    let id = play(&store, &anna).await;
    let waiting = queue(&store, &tina).await.unwrap();
    let parts: Vec<_> = waiting
        .iter()
        .map(|one| (one.part, &one.place[..], &one.text[..]))
        .collect();
    assert_eq!(parts, [(1, "n2", "not my job")]);
    let rate = |reply: usize| {
        let (by, id) = (tina.clone(), id.clone());
        let said = Given {
            points: vec![("empathy".to_owned(), 0)],
            critical: true,
            note: String::new(),
            quote: String::new(),
            moment: None,
        };
        let judge = |_: &Play, ratings: &[Rating], panel: &Panel| {
            assert_eq!(panel.trainers.len(), 1, "tina alone");
            let outcome = if ratings[0].given.critical {
                Outcome::Failed
            } else {
                Outcome::Passed
            };
            Ok(JudgedPlay {
                result: PlayResult {
                    score: Some(Milli(20_000)),
                    outcome,
                    waiting: vec![],
                    digest: None,
                },
                wanted: vec![],
            })
        };
        store.write(move |tx| {
            Box::pin(async move { rate_reply(tx, &by, &id, reply, &said, NOW, judge).await })
        })
    };
    assert!(matches!(rate(0).await, Err(StoreError::NotFound("reply"))));
    let play = rate(1).await.unwrap();
    assert_eq!(
        (play.state, play.outcome),
        (PlayState::Final, Some(Outcome::Failed))
    );
    assert!(matches!(rate(1).await, Err(StoreError::AlreadyRated)));
    assert!(queue(&store, &tina).await.unwrap().is_empty());
    assert_eq!(
        evidence::of_person(&store, &anna.person).await.unwrap()[1].fact,
        plays::finished(&play)
    );
    assert_eq!(
        of_play(&store, &id).await.unwrap()[0].given.points,
        [("empathy".to_owned(), 0)]
    );
}

#[tokio::test]
async fn nobody_rates_his_own_reply() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let session = temp.session(&store, "anna", "learner,trainer").await;
    let (anna, herself) = (session.learner().unwrap(), session.trainer().unwrap());
    let id = play(&store, &anna).await;
    assert!(matches!(
        rate_twice(&store, &herself, &id, 1).await,
        Err(StoreError::OwnWork)
    ));
    assert!(queue(&store, &herself).await.unwrap().is_empty());
    assert!(of_play(&store, &id).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_cannot_be_judged_leaves_no_rating_behind() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, tina) = (
        learner(&temp, &store, "anna").await,
        trainer(&temp, &store, "tina").await,
    );
    let id = play(&store, &anna).await;
    let (by, one) = (tina.clone(), id.clone());
    let work = store.write(move |tx| {
        Box::pin(async move {
            rate_reply(tx, &by, &one, 1, &given(1), NOW, |play, _, _| {
                Err(StoreError::inconsistent("play", play.id.clone(), "node"))
            })
            .await
        })
    });
    assert!(matches!(work.await, Err(StoreError::Inconsistent { .. })));
    assert!(of_play(&store, &id).await.unwrap().is_empty());
    assert_eq!(queue(&store, &tina).await.unwrap().len(), 1, "it waits as before");
}

#[tokio::test]
async fn the_queue_reads_what_waits_longest_and_counts_the_rest() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, tina) = (
        learner(&temp, &store, "anna").await,
        trainer(&temp, &store, "tina").await,
    );
    let attempt = essays(&store, &anna).await;
    for _ in 0..20 {
        ended(&store, &anna, vec![0, 1]).await;
    }
    let all = queue(&store, &tina).await.unwrap();
    let first = super::super::queue(&store, &tina, 3).await.unwrap();
    assert_eq!((first.first.len(), first.count), (3, 42));
    assert_eq!(first.first[..], all[..3]);
    assert!(all.iter().any(|waiting| waiting.source.id() == attempt));
    assert!(all.is_sorted_by_key(|waiting| (waiting.since, waiting.source.id().to_owned(), waiting.part)));
    let none = super::super::queue(&store, &tina, 0).await.unwrap();
    assert_eq!((none.first.len(), none.count), (0, 0));
}
