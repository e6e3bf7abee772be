use super::*;
use crate::plays::PlayResult;

/// A play of this version with a reply, ended and rated by these people: whether each finds it critical.
async fn rated(store: &Store, who: &Learner, version: &'static [u8], said: &[(&Trainer, bool)]) -> String {
    let result = |outcome, waiting| PlayResult {
        score: None,
        outcome,
        waiting,
        digest: None,
    };
    let player = who.clone();
    let playing = store.write(move |tx| {
        Box::pin(async move {
            let new = NewPlay {
                scenario: "late".to_owned(),
                version: Hash::of(version),
                release: Hash::of(b"r"),
                mode: Mode::Assessed,
            };
            let id = plays::start(tx, &player, new, NOW).await?;
            let event = PlayEvent {
                node: "n".to_owned(),
                did: Did::Replied("not my job".to_owned()),
                at: NOW,
            };
            plays::append(tx, &player, &id, 1, &event, None).await?;
            plays::finish(tx, &player, &id, NOW, |_| result(Outcome::Pending, vec![0])).await?;
            Ok(id)
        })
    });
    let id = playing.await.unwrap();
    for (at, (by, critical)) in said.iter().enumerate() {
        let (by, play, wanted) = ((*by).clone(), id.clone(), said.len());
        let given = Given {
            critical: *critical,
            ..given(0)
        };
        let is_last = at + 1 == wanted;
        let rating = store.write(move |tx| {
            Box::pin(async move {
                rate_reply(tx, &by, &play, 0, &given, NOW, |_, _, _| {
                    Ok(JudgedPlay {
                        result: result(
                            if is_last {
                                Outcome::Failed
                            } else {
                                Outcome::Pending
                            },
                            Vec::new(),
                        ),
                        wanted: if is_last { Vec::new() } else { vec![(0, wanted)] },
                    })
                })
                .await
            })
        });
        rating.await.unwrap();
    }
    id
}

#[tokio::test]
async fn what_most_raters_found_critical_counts_once_it_is_final() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let alone = rated(&store, &anna, b"s", &[(&tina, true)]).await;
    rated(&store, &anna, b"s", &[(&tina, false)]).await;
    rated(&store, &anna, b"s", &[(&tina, true), (&tom, false)]).await;
    let both = rated(&store, &anna, b"s", &[(&tina, true), (&tom, true)]).await;
    rated(&store, &anna, b"earlier", &[(&tina, true)]).await;
    rated(&store, &anna, b"s", &[]).await;
    let found = confirmed(&store, &tina, "late", Hash::of(b"s")).await.unwrap();
    assert_eq!(found.len(), 2, "{found:?}");
    for play in [alone, both] {
        assert_eq!(found.get(&play), Some(&vec![0]));
    }
    let other = confirmed(&store, &tina, "other", Hash::of(b"s")).await.unwrap();
    assert!(other.is_empty());
}
