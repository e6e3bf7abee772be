use super::*;
use crate::actors::Operator;
use crate::testing::{NOW, Temp};

fn folder(files: &[(&str, &str)]) -> Vec<File> {
    files
        .iter()
        .map(|(path, text)| File {
            path: (*path).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect()
}

async fn publish_at(store: &Store, files: &[(&str, &str)], now: Moment) -> Published {
    let files = folder(files);
    let work = store
        .write(move |tx| Box::pin(async move { publish(tx, &Operator::new(), files, "a note", now).await }));
    work.await.unwrap()
}

fn number(published: &Published) -> i64 {
    match published {
        Published::New { release, .. } | Published::Unchanged { release } => release.number,
    }
}

#[tokio::test]
async fn a_release_keeps_its_files_and_says_what_changed() {
    let temp = Temp::new();
    let store = temp.serve().await;
    assert_eq!(current(&store).await.unwrap(), None);
    let one = [("site.md", "a"), ("x.md", "x")];
    let two = [("site.md", "b"), ("y.md", "x")];
    let first = publish_at(&store, &one, NOW).await;
    assert!(matches!(
        publish_at(&store, &one, NOW.plus_seconds(1)).await,
        Published::Unchanged { .. }
    ));
    let expected = [
        ("site.md", Kind::Changed),
        ("x.md", Kind::Removed),
        ("y.md", Kind::Added),
    ];
    let expected = expected.map(|(path, kind)| Change {
        path: path.to_owned(),
        kind,
    });
    assert_eq!(changes(&store, &folder(&two)).await.unwrap(), expected);
    let Published::New { release, changes } = publish_at(&store, &two, NOW.plus_seconds(2)).await else {
        panic!("a new release")
    };
    assert_eq!(
        (release.number, &release.note[..], &changes[..]),
        (2, "a note", &expected[..])
    );
    assert_eq!(release.address, address(&folder(&two)));
    assert_eq!(files(&store, release.address).await.unwrap(), folder(&two));
    let x = Hash::of(b"x");
    assert_eq!(file(&store, "y.md", x).await.unwrap().unwrap(), b"x");
    assert_eq!(
        file(&store, "x.md", x).await.unwrap().unwrap(),
        b"x",
        "an older release's"
    );
    assert_eq!(
        file(&store, "site.md", x).await.unwrap(),
        None,
        "bytes of another file"
    );
    assert_eq!(file(&store, "x.md", Hash::of(b"z")).await.unwrap(), None);
    assert_eq!(current(&store).await.unwrap().unwrap(), release);
    let before = as_of(&store, NOW.plus_seconds(1)).await.unwrap().unwrap();
    assert_eq!(before.number, number(&first));
    assert_eq!(as_of(&store, NOW.plus_seconds(-1)).await.unwrap(), None);
}

#[tokio::test]
async fn going_back_to_earlier_content_is_a_release_of_its_own() {
    let temp = Temp::new();
    let store = temp.serve().await;
    for (content, expected) in [("a", 1), ("b", 2), ("a", 3)] {
        assert_eq!(
            number(&publish_at(&store, &[("site.md", content)], NOW).await),
            expected
        );
    }
    let history = history(&store).await.unwrap();
    assert_eq!(history[0].address, history[2].address);
    assert_eq!(evidence::head(&store).await.unwrap().0, 3);
    assert_eq!(signal::refresh(&store).await.unwrap().release, 3);
}

#[tokio::test]
async fn a_release_cannot_be_changed() {
    let temp = Temp::new();
    let store = temp.serve().await;
    publish_at(&store, &[("site.md", "a")], NOW).await;
    for statement in [
        "UPDATE blob SET bytes = x'00'",
        "DELETE FROM release_file",
        "UPDATE release SET note = ''",
    ] {
        let work = store.write(move |tx| {
            Box::pin(async move { Ok(sqlx::query(statement).execute(&mut tx.conn).await.map(drop)?) })
        });
        assert!(work.await.is_err(), "{statement}");
    }
}
