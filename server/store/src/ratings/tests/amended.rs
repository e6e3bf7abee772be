use super::replies::{play, rate_twice, twice};
use super::*;

pub(super) async fn amend(
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

#[tokio::test]
async fn nobody_amends_a_rating_of_his_own_work() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let session = temp.session(&store, "anna", "learner,trainer").await;
    let (anna, herself) = (session.learner().unwrap(), session.trainer().unwrap());
    let tina = trainer(&temp, &store, "tina").await;
    let id = play(&store, &anna).await;
    rate_twice(&store, &tina, &id, 1).await.unwrap();
    let rating = of_play(&store, &id).await.unwrap().remove(0).id;
    // As it would be if an account had changed hands.
    let (to, one) = (herself.account.clone(), rating.clone());
    let turn = store.write(move |tx| {
        Box::pin(async move {
            sqlx::query("UPDATE rating SET rater = $1 WHERE id = $2")
                .bind(to)
                .bind(one)
                .execute(&mut tx.conn)
                .await?;
            Ok(())
        })
    });
    turn.await.unwrap();
    let refused = amend(&store, &herself, &rating, 2, "better").await;
    assert!(matches!(refused, Err(StoreError::OwnWork)), "{refused:?}");
    assert_eq!(of_play(&store, &id).await.unwrap()[0].given.points[0].1, 1);
}
