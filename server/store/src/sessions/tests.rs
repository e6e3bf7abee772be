use super::*;
use crate::testing::{NOW, Temp};

async fn begin(store: &Store, account: &str) -> Token {
    let account = account.to_owned();
    store
        .write(move |tx| Box::pin(async move { start(tx, &account, NOW).await }))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_session_ends_when_idle_and_at_the_latest_after_a_week() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let account = temp.account(&store, "anna", "learner").await;
    let token = begin(&store, &account).await;
    assert!(authenticate(&store, "nonsense", NOW).await.unwrap().is_none());
    let mut now = NOW;
    while now < NOW.plus_seconds(LIFE_SECONDS) {
        assert!(authenticate(&store, token.reveal(), now).await.unwrap().is_some());
        now = now.plus_seconds(IDLE_SECONDS - 1);
    }
    assert!(authenticate(&store, token.reveal(), now).await.unwrap().is_none());
    let idle = begin(&store, &account).await;
    let late = NOW.plus_seconds(IDLE_SECONDS);
    assert!(authenticate(&store, idle.reveal(), late).await.unwrap().is_none());
    let swept = store
        .write(move |tx| Box::pin(async move { sweep(tx, NOW.plus_seconds(2 * LIFE_SECONDS + 1)).await }));
    assert_eq!(swept.await.unwrap(), 2);
}

#[tokio::test]
async fn the_token_is_not_in_the_database() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let account = temp.account(&store, "anna", "learner").await;
    let token = begin(&store, &account).await;
    let session = authenticate(&store, token.reveal(), NOW).await.unwrap().unwrap();
    assert_eq!(session.id(), Hash::of(token.reveal().as_bytes()));
    assert_ne!(session.csrf(), session.id().to_string());
    store.close().await;
    for file in std::fs::read_dir(temp.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in [token.reveal(), &session.csrf()] {
            assert!(!bytes.windows(64).any(|window| window == secret.as_bytes()));
        }
    }
}

#[tokio::test]
async fn the_last_request_is_written_now_and_then() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let account = temp.account(&store, "anna", "learner").await;
    let token = begin(&store, &account).await;
    let before = store.commits();
    let later = NOW.plus_seconds(SEEN_SECONDS - 1);
    authenticate(&store, token.reveal(), later)
        .await
        .unwrap()
        .unwrap();
    let much_later = NOW.plus_seconds(SEEN_SECONDS);
    let session = authenticate(&store, token.reveal(), much_later)
        .await
        .unwrap()
        .unwrap();
    // Behind the write that nobody waits for.
    store.write(|_| Box::pin(async { Ok(()) })).await.unwrap();
    assert!(store.commits() - before <= 2);
    assert_eq!(
        own(&store, &session, much_later).await.unwrap()[0].seen,
        much_later
    );
}

#[tokio::test]
async fn somebody_elses_session_cannot_be_ended() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = temp.session(&store, "anna", "learner").await;
    let bert = temp.session(&store, "bert", "learner").await;
    let (mine, theirs) = (anna.clone(), bert.id());
    let foreign = store
        .write(move |tx| Box::pin(async move { end(tx, &mine, theirs).await }))
        .await;
    assert!(matches!(foreign, Err(StoreError::NotFound("session"))));
    let (mine, own_id) = (anna.clone(), anna.id());
    store
        .write(move |tx| Box::pin(async move { end(tx, &mine, own_id).await }))
        .await
        .unwrap();
    assert!(own(&store, &anna, NOW).await.unwrap().is_empty());
    let session = bert.clone();
    store
        .write(move |tx| Box::pin(async move { end_rest(tx, &session).await }))
        .await
        .unwrap();
    assert_eq!(own(&store, &bert, NOW).await.unwrap().len(), 1);
}
