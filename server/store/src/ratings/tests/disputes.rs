use super::replies::{ended, play, rate_twice};
use super::*;
use domain::evidence::{Entry, Fact};

pub(super) const WAIT: Option<Outcome> = Some(Outcome::Pending);
pub(super) const LOST: Option<Outcome> = Some(Outcome::Failed);
pub(super) const WON: Option<Outcome> = Some(Outcome::Passed);

/// What the entries of evidence say, in their order.
pub(super) async fn outcomes(store: &Store, who: &Learner) -> Vec<Option<Outcome>> {
    let entries = evidence::of_person(store, &who.person).await.unwrap();
    let outcome = |entry: &Entry| match entry.fact {
        Fact::ScenarioFinished { outcome, .. } => Some(outcome),
        _ => None,
    };
    entries.iter().map(outcome).collect()
}

pub(super) async fn disputes(
    store: &Store,
    who: &Learner,
    id: &str,
    words: &str,
) -> Result<bool, StoreError> {
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
    let outcomes = async || outcomes(&store, &anna).await;
    assert_eq!(outcomes().await, [WAIT, LOST, WAIT]);
    assert_eq!(anew(&store, &id).await.unwrap(), Anew::Nobody);
    let una = trainer(&temp, &store, "una").await;
    assert_eq!(anew(&store, &id).await.unwrap(), Anew::Somebody);
    assert_eq!(stuck(&store).await.unwrap(), None);
    assert!(queue(&store, &tina).await.unwrap().is_empty());
    let waiting = queue(&store, &una).await.unwrap();
    assert_eq!(
        (waiting.len(), waiting[0].dispute.as_deref()),
        (1, Some("look again"))
    );
    let last = rate_twice(&store, &una, &id, 2).await.unwrap();
    assert_eq!((last.state, last.outcome), (PlayState::Final, WON));
    assert_eq!(outcomes().await, [WAIT, LOST, WAIT, WON]);
    let anew: Vec<_> = of_play(&store, &id).await.unwrap();
    let anew: Vec<_> = anew.iter().map(|rating| (&rating.rater, rating.anew)).collect();
    assert_eq!(
        anew,
        [
            (&tina.account, false),
            (&tom.account, false),
            (&una.account, true)
        ]
    );
    let person = anna.person.clone();
    let erase = store
        .write(move |tx| Box::pin(async move { people::erase(tx, &Operator::new(), &person, NOW).await }));
    erase.await.unwrap();
    assert_eq!(of_dispute(&store, &id).await.unwrap().unwrap().words, "");
}

/// Erases one reply of a play, as erasing the person would.
async fn erase_reply(store: &Store, play: &str, reply: i64) {
    let play = play.to_owned();
    let erase = store.write(move |tx| {
        Box::pin(async move {
            sqlx::query("UPDATE play_event SET text = '' WHERE play = $1 AND reply = $2")
                .bind(play)
                .bind(reply)
                .execute(&mut tx.conn)
                .await?;
            Ok(())
        })
    });
    erase.await.unwrap();
}

#[tokio::test]
async fn nobody_is_asked_about_what_is_not_there_any_more() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let id = ended(&store, &anna, vec![0, 1]).await;
    for reply in [0, 1] {
        let (by, one) = (tina.clone(), id.clone());
        let rating = store.write(move |tx| {
            Box::pin(async move {
                let judge = |_: &Play, given: &[Rating], _: &Panel| {
                    Ok(JudgedPlay {
                        result: PlayResult {
                            score: Some(Milli(50_000)).filter(|_| given.len() == 2),
                            outcome: if given.len() == 2 {
                                Outcome::Failed
                            } else {
                                Outcome::Pending
                            },
                            waiting: vec![],
                            digest: None,
                        },
                        wanted: if given.len() == 2 { vec![] } else { vec![(1, 1)] },
                    })
                };
                rate_reply(tx, &by, &one, reply, &given(1), NOW, judge).await
            })
        });
        rating.await.unwrap();
    }
    assert_eq!(anew(&store, &id).await.unwrap(), Anew::Somebody);
    erase_reply(&store, &id, 0).await;
    assert!(disputes(&store, &anna, &id, "look again").await.unwrap());
    let waits: Vec<_> = queue(&store, &tom).await.unwrap();
    let waits: Vec<_> = waits.iter().map(|waiting| waiting.part).collect();
    assert_eq!(waits, [1], "only what is there");
    erase_reply(&store, &id, 1).await;
    assert!(
        matches!(
            rate_twice(&store, &tom, &id, 1).await,
            Err(StoreError::NotFound("reply"))
        ),
        "there is nothing to quote"
    );
    let other = play(&store, &anna).await;
    rate_twice(&store, &tina, &other, 1).await.unwrap();
    rate_twice(&store, &tom, &other, 0).await.unwrap();
    erase_reply(&store, &other, 1).await;
    assert_eq!(anew(&store, &other).await.unwrap(), Anew::Nothing);
    assert!(matches!(
        disputes(&store, &anna, &other, "look again").await,
        Err(StoreError::NothingLeft)
    ));
}

#[tokio::test]
async fn what_an_erased_person_wrote_waits_for_nobody() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, tina) = (
        learner(&temp, &store, "anna").await,
        trainer(&temp, &store, "tina").await,
    );
    let id = play(&store, &anna).await;
    essays(&store, &anna).await;
    assert_eq!(queue(&store, &tina).await.unwrap().len(), 3);
    let person = anna.person.clone();
    let erase = store
        .write(move |tx| Box::pin(async move { people::erase(tx, &Operator::new(), &person, NOW).await }));
    erase.await.unwrap();
    assert!(queue(&store, &tina).await.unwrap().is_empty());
    temp.disable(&store, &tina.account).await;
    assert_eq!(stuck(&store).await.unwrap(), None);
    let row = sqlx::query("SELECT count(*) AS n FROM play_event WHERE play = $1 AND waiting = 1")
        .bind(id)
        .fetch_one(store.readers())
        .await
        .unwrap();
    assert_eq!(row.int("n").unwrap(), 0);
}
