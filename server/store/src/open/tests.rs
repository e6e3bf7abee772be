use super::connect::options;
use super::*;
use crate::testing::{NOW, Temp};
use sqlx::ConnectOptions as _;

async fn open(path: &Path, mode: Mode) -> Result<Store, OpenError> {
    Store::open(path, mode, NOW).await
}

const SERVE: Mode = Mode::Serve { demo: false };
const DEMO: Mode = Mode::Serve { demo: true };

#[tokio::test]
async fn one_server_and_many_commands() {
    let temp = Temp::new();
    let server = temp.serve().await;
    assert!(matches!(
        open(temp.path(), SERVE).await,
        Err(OpenError::Locked { .. })
    ));
    assert!(server.is_serving() && !temp.command().await.is_serving());
    server.close().await;
    drop(server);
    temp.serve().await;
}

#[tokio::test]
async fn a_demonstration_and_real_people_are_kept_apart() {
    let temp = Temp::new();
    let real = temp.path().join("real");
    drop(open(&real, SERVE).await.unwrap());
    assert!(matches!(open(&real, DEMO).await, Err(OpenError::NotDemo { .. })));
    let demo = temp.path().join("demo");
    assert!(open(&demo, DEMO).await.unwrap().is_demo());
    assert!(matches!(open(&demo, SERVE).await, Err(OpenError::Demo { .. })));
    assert!(open(&demo, Mode::Existing).await.unwrap().is_demo());
}

#[tokio::test]
async fn what_cannot_be_opened_says_why() {
    let temp = Temp::new();
    let folder = temp.path().join("nothing");
    assert!(matches!(
        open(&folder, Mode::Existing).await,
        Err(OpenError::Missing { .. })
    ));
    assert!(!folder.exists());
    let file = temp.path().join("file");
    std::fs::write(&file, "x").unwrap();
    let error = open(&file, SERVE).await.unwrap_err();
    assert!(matches!(error, OpenError::NotWritable { .. }), "{error}");
    let inside = open(&file.join("folder"), SERVE).await;
    assert!(matches!(inside, Err(OpenError::NotWritable { .. })));
}

#[tokio::test]
async fn somebody_elses_file_is_left_alone() {
    let temp = Temp::new();
    let text = temp.path().join("text");
    std::fs::create_dir(&text).unwrap();
    std::fs::write(
        text.join(DATABASE),
        "This is a letter, and no database at all. ".repeat(200),
    )
    .unwrap();
    assert!(matches!(open(&text, SERVE).await, Err(OpenError::NotOurs { .. })));
    let other = temp.path().join("other");
    std::fs::create_dir(&other).unwrap();
    std::fs::write(other.join(DATABASE), "").unwrap();
    let mut conn = options(&other.join(DATABASE)).unwrap().connect().await.unwrap();
    conn.execute("CREATE TABLE note (text TEXT)").await.unwrap();
    drop(conn);
    assert!(matches!(
        open(&other, SERVE).await,
        Err(OpenError::NotOurs { .. })
    ));
}

#[tokio::test]
async fn a_newer_database_is_refused() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let sql = "INSERT INTO migration (version, name, hash, at) VALUES (999, 'later', '', 0)";
    let work = store.write(move |tx| Box::pin(async move { Ok(tx.conn.execute(sql).await.map(drop)?) }));
    work.await.unwrap();
    store.close().await;
    drop(store);
    let error = open(temp.path(), SERVE).await.unwrap_err();
    assert!(matches!(error, OpenError::Newer { found: 999, .. }), "{error}");
}

#[tokio::test]
async fn readers_cannot_write_and_a_strange_path_works() {
    let temp = Temp::new();
    let store = open(&temp.path().join("a b?c#d%20上岗"), SERVE).await.unwrap();
    assert!(
        sqlx::query("DELETE FROM site")
            .execute(store.readers())
            .await
            .is_err()
    );
    assert!(store.folder().join(DATABASE).is_file());
}
