use super::*;
use crate::actors::Operator;
use crate::open::Store;
use crate::people::{self, NewPerson};
use crate::testing::{NOW, Temp, sign_in};
use domain::access::Access;

async fn try_add(store: &Store, login: &str, person: Option<String>) -> Result<String, StoreError> {
    let login = login.to_owned();
    let work = store.write(move |tx| {
        Box::pin(async move {
            let by = Operator::new();
            let person = match person {
                Some(person) => person,
                None => people::add(tx, &by, NewPerson::named("A"), NOW).await?,
            };
            let access = AccessSet::from_iter([Access::Learner]);
            let new = NewAccount {
                person,
                login,
                access,
                password: Some("phc".to_owned()),
                language: None,
            };
            add(tx, &by, new, NOW).await
        })
    });
    work.await
}

#[tokio::test]
async fn a_sign_in_name_is_one_whatever_its_case() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let id = try_add(&store, "Anna", None).await.unwrap();
    let found = by_login(&store, "aNNa").await.unwrap().unwrap();
    assert_eq!((&found.id, &found.login[..]), (&id, "Anna"));
    assert_eq!(get(&store, &id).await.unwrap().as_ref(), Some(&*found));
    assert!(matches!(
        try_add(&store, "anna", None).await,
        Err(StoreError::DuplicateLogin)
    ));
    let again = try_add(&store, "anna2", Some(found.person.clone())).await;
    assert!(matches!(again, Err(StoreError::DuplicateAccount)));
    for bad in ["", "a b", "a/b", "../x", &"x".repeat(65)] {
        assert!(
            matches!(try_add(&store, bad, None).await, Err(StoreError::BadLogin)),
            "{bad}"
        );
    }
    // What was refused left no person behind.
    assert_eq!(people::list(&store).await.unwrap().len(), 1);
    assert_eq!(by_login(&store, "nobody").await.unwrap(), None);
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let id = temp.account(&store, "anna", "learner").await;
    let token = {
        let id = id.clone();
        store
            .write(move |tx| Box::pin(async move { sessions::start(tx, &id, NOW).await }))
            .await
            .unwrap()
    };
    assert!(
        sessions::authenticate(&store, token.reveal(), NOW)
            .await
            .unwrap()
            .is_some()
    );
    temp.disable(&store, &id).await;
    assert!(
        sessions::authenticate(&store, token.reveal(), NOW)
            .await
            .unwrap()
            .is_none()
    );
    assert!(credentials(&store, "anna").await.unwrap().unwrap().disabled);
    let account = id.clone();
    let start = store
        .write(move |tx| Box::pin(async move { sessions::start(tx, &account, NOW).await }))
        .await;
    assert!(matches!(start, Err(StoreError::NotFound("account"))));
    store
        .write(move |tx| Box::pin(async move { enable(tx, &Operator::new(), &id).await }))
        .await
        .unwrap();
    assert!(!credentials(&store, "anna").await.unwrap().unwrap().disabled);
    // Enabling does not bring old sessions back.
    assert!(
        sessions::authenticate(&store, token.reveal(), NOW)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn access_changes_with_the_next_request() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let session = temp.session(&store, "anna", "learner").await;
    assert!(session.learner().is_some() && session.trainer().is_none());
    let account = session.actor().account.clone();
    let id = account.clone();
    let work = store.write(move |tx| {
        Box::pin(async move { set_access(tx, &Operator::new(), &id, &"trainer".parse().unwrap()).await })
    });
    work.await.unwrap();
    let session = sign_in(&store, account).await;
    assert!(session.learner().is_none() && session.trainer().is_some());
}

#[tokio::test]
async fn somebody_always_looks_after_accounts() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let id = temp.account(&store, "root", "admin").await;
    let work = store.write(move |tx| Box::pin(async move { disable(tx, &Operator::new(), &id, NOW).await }));
    assert!(matches!(work.await, Err(StoreError::LastAdmin)));
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let mine = temp.session(&store, "anna", "learner").await;
    let account = mine.actor().account.clone();
    sign_in(&store, account).await;
    assert_eq!(sessions::own(&store, &mine, NOW).await.unwrap().len(), 2);
    let session = mine.clone();
    store
        .write(move |tx| Box::pin(async move { change_password(tx, &session, "new").await }))
        .await
        .unwrap();
    let left = sessions::own(&store, &mine, NOW).await.unwrap();
    assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [mine.id()]);
    assert_eq!(
        credentials(&store, "anna")
            .await
            .unwrap()
            .unwrap()
            .password
            .as_deref(),
        Some("new")
    );
    let language = mine.clone();
    store
        .write(move |tx| Box::pin(async move { choose_language(tx, &language, &Lang::english()).await }))
        .await
        .unwrap();
    let account = by_login(&store, "anna").await.unwrap().unwrap();
    assert_eq!(account.language, Some(Lang::english()));
    assert!(account.has_password);
}
