use super::*;

/// A play with two replies of which the second waits, ended.
async fn play(store: &Store, who: &Learner) -> String {
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
            plays::finish(tx, &who, &id, NOW, |_| pending()).await?;
            Ok(id)
        })
    });
    work.await.unwrap()
}

fn pending() -> PlayResult {
    PlayResult {
        score: None,
        outcome: Outcome::Pending,
        waiting: vec![1],
        digest: None,
    }
}

/// Two ratings are wanted; the points of the last one decide.
fn twice(_: &Play, ratings: &[Rating], panel: &Panel) -> Result<JudgedPlay, StoreError> {
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

async fn rate_twice(store: &Store, by: &Trainer, id: &str, points: u32) -> Result<Play, StoreError> {
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
    let names: Vec<_> = said.iter().map(|rating| &rating.name[..]).collect();
    assert_eq!(names, ["tina", "tom"]);
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

async fn amend(
    store: &Store,
    by: &Trainer,
    rating: &str,
    points: u32,
    why: &str,
) -> Result<Play, StoreError> {
    let (by, rating, why) = (by.clone(), rating.to_owned(), why.to_owned());
    let later = NOW.plus_seconds(60);
    let work = store.write(move |tx| {
        Box::pin(async move { amend_reply(tx, &by, &rating, &given(points), &why, later, twice).await })
    });
    work.await
}

#[tokio::test]
async fn a_rating_is_amended_and_the_one_before_stays() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let id = play(&store, &anna).await;
    rate_twice(&store, &tina, &id, 1).await.unwrap();
    rate_twice(&store, &tom, &id, 2).await.unwrap();
    let mine = async |by: &Trainer| own(&store, by).await.unwrap();
    let first = mine(&tom).await[0].rating.id.clone();
    for (by, rating, why) in [(&tina, &first[..], "slip"), (&tom, "none", "slip")] {
        let done = amend(&store, by, rating, 0, why).await;
        assert!(matches!(done, Err(StoreError::NotFound("rating"))), "{done:?}");
    }
    assert!(matches!(
        amend(&store, &tom, &first, 0, " ").await,
        Err(StoreError::NoReason)
    ));
    let changed = amend(&store, &tom, &first, 0, "slip").await.unwrap();
    assert_eq!(
        (changed.state, changed.outcome),
        (PlayState::Final, Some(Outcome::Failed))
    );
    let facts: Vec<_> = evidence::of_person(&store, &anna.person).await.unwrap().to_vec();
    assert_eq!((facts.len(), &facts[2].fact), (3, &plays::finished(&changed)));
    assert_eq!(of_play(&store, &id).await.unwrap().len(), 2, "those that hold");
    // What was replaced cannot be amended again; what replaces it can.
    assert!(matches!(
        amend(&store, &tom, &first, 2, "slip").await,
        Err(StoreError::NotFound("rating"))
    ));
    let now = mine(&tom).await;
    assert_eq!((now.len(), now[0].rating.given.points[0].1), (1, 0));
    let (held, kept) = versions(&store, &tom, &now[0].rating.id).await.unwrap().unwrap();
    let kept: Vec<_> = kept
        .iter()
        .map(|version| (version.rating.given.points[0].1, &version.reason[..]))
        .collect();
    assert_eq!(
        (held.rating.given.points[0].1, kept),
        (0, vec![(0, "slip"), (2, "")])
    );
    assert_eq!(
        versions(&store, &tina, &first).await.unwrap(),
        None,
        "somebody else's"
    );
    let same = amend(&store, &tom, &now[0].rating.id, 0, "a word more")
        .await
        .unwrap();
    assert_eq!(same.outcome, Some(Outcome::Failed));
    assert_eq!(evidence::of_person(&store, &anna.person).await.unwrap().len(), 3);
    let person = anna.person.clone();
    let erase = store
        .write(move |tx| Box::pin(async move { people::erase(tx, &Operator::new(), &person, NOW).await }));
    erase.await.unwrap();
    let held = mine(&tom).await[0].rating.id.clone();
    assert!(matches!(
        amend(&store, &tom, &held, 2, "late").await,
        Err(StoreError::NotFound("rating"))
    ));
    let (_, kept) = versions(&store, &tom, &held).await.unwrap().unwrap();
    assert!(kept.iter().all(|version| version.reason.is_empty()));
}

async fn disputes(store: &Store, who: &Learner, id: &str, words: &str) -> Result<bool, StoreError> {
    let (who, id, words) = (who.clone(), id.to_owned(), words.to_owned());
    let work = store.write(move |tx| Box::pin(async move { dispute(tx, &who, &id, &words, NOW).await }));
    work.await
}

#[tokio::test]
async fn a_result_is_disputed_once_and_somebody_else_looks_at_it() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, bert) = (
        learner(&temp, &store, "anna").await,
        temp.session(&store, "bert", "learner").await.learner().unwrap(),
    );
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let id = play(&store, &anna).await;
    rate_twice(&store, &tina, &id, 1).await.unwrap();
    assert!(matches!(
        disputes(&store, &anna, &id, "early").await,
        Err(StoreError::NotFound("result"))
    ));
    rate_twice(&store, &tom, &id, 0).await.unwrap();
    assert!(matches!(
        disputes(&store, &anna, &id, " ").await,
        Err(StoreError::NoReason)
    ));
    assert!(matches!(
        disputes(&store, &bert, &id, "x").await,
        Err(StoreError::NotFound("play"))
    ));
    assert!(
        !disputes(&store, &anna, &id, "look again").await.unwrap(),
        "nobody is left"
    );
    assert!(matches!(
        disputes(&store, &anna, &id, "and again").await,
        Err(StoreError::AlreadyDisputed)
    ));
    assert_eq!(stuck(&store).await.unwrap(), Some(Stuck { count: 1, since: NOW }));
    let kept = of_dispute(&store, &id).await.unwrap().unwrap();
    assert_eq!(
        (&kept.words[..], kept.outcome, kept.score),
        ("look again", Outcome::Failed, Some(Milli(0)))
    );
    let outcomes = async || -> Vec<Option<Outcome>> {
        let entries = evidence::of_person(&store, &anna.person).await.unwrap();
        let outcome = |entry: &domain::evidence::Entry| match entry.fact {
            domain::evidence::Fact::ScenarioFinished { outcome, .. } => Some(outcome),
            _ => None,
        };
        entries.iter().map(outcome).collect()
    };
    let (wait, lost, won) = (
        Some(Outcome::Pending),
        Some(Outcome::Failed),
        Some(Outcome::Passed),
    );
    assert_eq!(outcomes().await, [wait, lost, wait]);
    let una = trainer(&temp, &store, "una").await;
    assert_eq!(stuck(&store).await.unwrap(), None);
    assert!(queue(&store, &tina).await.unwrap().is_empty());
    let waiting = queue(&store, &una).await.unwrap();
    assert_eq!(
        (waiting.len(), waiting[0].dispute.as_deref()),
        (1, Some("look again"))
    );
    let last = rate_twice(&store, &una, &id, 2).await.unwrap();
    assert_eq!((last.state, last.outcome), (PlayState::Final, won));
    assert_eq!(outcomes().await, [wait, lost, wait, won]);
    let anew: Vec<_> = of_play(&store, &id).await.unwrap();
    let anew: Vec<_> = anew
        .iter()
        .map(|rating| (&rating.name[..], rating.anew))
        .collect();
    assert_eq!(anew, [("tina", false), ("tom", false), ("una", true)]);
    let person = anna.person.clone();
    let erase = store
        .write(move |tx| Box::pin(async move { people::erase(tx, &Operator::new(), &person, NOW).await }));
    erase.await.unwrap();
    assert_eq!(of_dispute(&store, &id).await.unwrap().unwrap().words, "");
}
