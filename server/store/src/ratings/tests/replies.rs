use super::*;

#[tokio::test]
async fn a_reply_is_rated_and_may_be_a_critical_error() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, tina) = (
        learner(&temp, &store, "anna").await,
        trainer(&temp, &store, "tina").await,
    );
    let who = anna.clone();
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
                plays::append(tx, &who, &id, seq, &event).await?;
            }
            let waits = |_: &Play| PlayResult {
                score: None,
                outcome: Outcome::Pending,
                waiting: vec![1],
                digest: None,
            };
            plays::finish(tx, &who, &id, NOW, waits).await?;
            Ok(id)
        })
    });
    let id = work.await.unwrap();
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
        };
        let judge = |_: &Play, ratings: &[Rating]| {
            let outcome = if ratings[0].given.critical {
                Outcome::Failed
            } else {
                Outcome::Passed
            };
            PlayResult {
                score: Some(Milli(20_000)),
                outcome,
                waiting: vec![],
                digest: None,
            }
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
