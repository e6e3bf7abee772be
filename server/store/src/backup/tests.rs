use super::*;
use crate::people;
use crate::sessions;
use crate::testing::{NOW, Temp, sign_in};
use crate::verify::verify;

#[tokio::test]
async fn a_backup_of_a_served_folder_comes_back_whole() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let account = temp.account(&store, "anna", "learner").await;
    sign_in(&store, account).await;
    let file = temp.path().join("backup.db");
    backup(temp.path(), &file).await.unwrap();
    assert!(matches!(
        backup(temp.path(), &file).await,
        Err(BackupError::Exists { .. })
    ));
    temp.account(&store, "later", "learner").await;
    assert!(matches!(
        restore(&file, temp.path()).await,
        Err(BackupError::Open(OpenError::Locked { .. }))
    ));
    store.close().await;
    drop(store);
    restore(&file, temp.path()).await.unwrap();
    assert_eq!(verify(temp.path()).await.unwrap().faults, []);
    let store = temp.serve().await;
    assert_eq!(people::list(&store).await.unwrap().len(), 1);
    let anna = crate::accounts::by_login(&store, "anna").await.unwrap().unwrap();
    let session = sign_in(&store, anna.id.clone()).await;
    // The session of the backup is gone.
    assert_eq!(sessions::own(&store, &session, NOW).await.unwrap().len(), 1);
    let replaced = temp.path().join("shanggang.db.replaced");
    assert_eq!(verify::file(&replaced).await.unwrap().faults, []);
}

#[tokio::test]
async fn a_backup_goes_into_a_new_folder() {
    let temp = Temp::new();
    let store = temp.serve().await;
    temp.account(&store, "anna", "learner").await;
    let file = temp.path().join("a backup.db");
    backup(temp.path(), &file).await.unwrap();
    let other = temp.path().join("other");
    restore(&file, &other).await.unwrap();
    assert_eq!(verify(&other).await.unwrap().faults, []);
}

#[tokio::test]
async fn what_is_no_whole_backup_of_ours_is_refused_and_changes_nothing() {
    let temp = Temp::new();
    let store = temp.serve().await;
    temp.account(&store, "anna", "learner").await;
    let (file, newer, letter) = (
        temp.path().join("b"),
        temp.path().join("n"),
        temp.path().join("l"),
    );
    backup(temp.path(), &file).await.unwrap();
    backup(temp.path(), &newer).await.unwrap();
    store.close().await;
    drop(store);
    std::fs::write(&letter, "Dear customer").unwrap();
    let change = async |file: &Path, sql: &'static str| {
        let mut conn = connect_existing(file).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
    };
    change(
        &newer,
        "INSERT INTO migration (version, name, hash, at) VALUES (999, '', '', 0)",
    )
    .await;
    change(&file, "UPDATE chain_head SET seq = 7").await;
    let refused = async |file: &Path| restore(file, temp.path()).await.unwrap_err();
    assert!(matches!(refused(&file).await, BackupError::Faulty { faults } if faults.len() == 1));
    assert!(matches!(
        refused(&newer).await,
        BackupError::Open(OpenError::Newer { found: 999, .. })
    ));
    assert!(matches!(
        refused(&letter).await,
        BackupError::Open(OpenError::NotOurs { .. })
    ));
    assert!(matches!(
        refused(&temp.path().join("none")).await,
        BackupError::NoFile { .. }
    ));
    assert!(matches!(
        backup(&temp.path().join("x"), &file).await,
        Err(BackupError::Open(OpenError::Missing { .. }))
    ));
    assert_eq!(people::list(&temp.serve().await).await.unwrap().len(), 1);
}
