use super::amended::amend;
use super::disputes::{LOST, WAIT, WON, disputes, outcomes};
use super::replies::{pending, play, rate_twice, twice};
use super::*;

/// Withdraws a dispute, where so many people are to be asked whether they could rate.
async fn withdraws(store: &Store, who: &Learner, id: &str, asked: usize) -> Result<Play, StoreError> {
    let (who, id, later) = (who.clone(), id.to_owned(), NOW.plus_seconds(60));
    let work = store.write(move |tx| {
        Box::pin(async move {
            let judge = |play: &Play, ratings: &[Rating], panel: &Panel| {
                assert_eq!(panel.trainers.len(), asked);
                twice(play, ratings, panel)
            };
            withdraw_dispute(tx, &who, &id, later, judge).await
        })
    });
    work.await
}

#[tokio::test]
async fn a_dispute_that_nobody_looked_at_is_withdrawn_and_was_the_one_all_the_same() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, bert) = (
        learner(&temp, &store, "anna").await,
        temp.session(&store, "bert", "learner").await.learner().unwrap(),
    );
    let (tina, tom, una) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
        trainer(&temp, &store, "una").await,
    );
    let id = play(&store, &anna).await;
    rate_twice(&store, &tina, &id, 1).await.unwrap();
    rate_twice(&store, &tom, &id, 0).await.unwrap();
    assert!(matches!(
        withdraws(&store, &anna, &id, 0).await,
        Err(StoreError::NotFound("dispute"))
    ));
    assert!(disputes(&store, &anna, &id, "look again").await.unwrap());
    assert_eq!(queue(&store, &una).await.unwrap().len(), 1);
    assert!(matches!(
        withdraws(&store, &bert, &id, 0).await,
        Err(StoreError::NotFound("play"))
    ));
    let back = withdraws(&store, &anna, &id, 0).await.unwrap();
    assert_eq!(
        (back.state, back.outcome, back.score),
        (PlayState::Final, LOST, Some(Milli(0)))
    );
    assert_eq!(outcomes(&store, &anna).await, [WAIT, LOST, WAIT, LOST]);
    assert!(queue(&store, &una).await.unwrap().is_empty());
    assert_eq!(stuck(&store).await.unwrap(), None);
    withdraws(&store, &anna, &id, 0).await.unwrap();
    assert_eq!(outcomes(&store, &anna).await.len(), 4, "twice is once");
    let kept = of_dispute(&store, &id).await.unwrap().unwrap();
    assert_eq!(
        (&kept.words[..], kept.withdrawn),
        ("look again", Some(NOW.plus_seconds(60)))
    );
    assert!(matches!(
        disputes(&store, &anna, &id, "and again").await,
        Err(StoreError::AlreadyDisputed)
    ));
}

#[tokio::test]
async fn what_was_amended_since_the_dispute_may_call_for_another() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let id = play(&store, &anna).await;
    rate_twice(&store, &tina, &id, 1).await.unwrap();
    rate_twice(&store, &tom, &id, 0).await.unwrap();
    disputes(&store, &anna, &id, "look again").await.unwrap();
    let held = own(&store, &tom).await.unwrap().remove(0).rating.id;
    amend(&store, &tom, &held, 2, "slip").await.unwrap();
    let back = withdraws(&store, &anna, &id, 2).await.unwrap();
    assert_eq!((back.state, back.outcome), (PlayState::Final, WON));
}

#[tokio::test]
async fn a_dispute_that_somebody_looked_at_stays() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let mut raters = Vec::new();
    for login in ["tina", "tom", "una", "vera"] {
        raters.push(trainer(&temp, &store, login).await);
    }
    let id = play(&store, &anna).await;
    rate_twice(&store, &raters[0], &id, 1).await.unwrap();
    rate_twice(&store, &raters[1], &id, 0).await.unwrap();
    disputes(&store, &anna, &id, "look again").await.unwrap();
    // By rules that want another one still.
    let (by, one) = (raters[2].clone(), id.clone());
    let looked = store.write(move |tx| {
        Box::pin(async move {
            rate_reply(tx, &by, &one, 1, &given(1), NOW, |_, _, _| {
                Ok(JudgedPlay {
                    result: pending(),
                    wanted: vec![(1, 4)],
                })
            })
            .await
        })
    });
    looked.await.unwrap();
    assert!(of_dispute(&store, &id).await.unwrap().unwrap().looked_at);
    assert!(matches!(
        withdraws(&store, &anna, &id, 0).await,
        Err(StoreError::AlreadyRated)
    ));
    assert_eq!(outcomes(&store, &anna).await, [WAIT, LOST, WAIT]);
}
