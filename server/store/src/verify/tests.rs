use super::*;
use crate::actors::Operator;
use crate::evidence::{NewEntry, record};
use crate::open::{Store, connect_existing};
use crate::releases;
use crate::testing::{NOW, Temp};
use domain::content::source::File;
use domain::evidence::Fact;

/// A folder with a release and three entries about one person; the second has words.
async fn filled(temp: &Temp) -> Store {
    let store = temp.serve().await;
    let person = temp
        .session(&store, "anna", "learner")
        .await
        .actor()
        .person
        .clone();
    let work = store.write(move |tx| {
        Box::pin(async move {
            let by = Operator::new();
            let file = |path: &str| File {
                path: path.to_owned(),
                bytes: path.as_bytes().to_vec(),
            };
            releases::publish(tx, &by, vec![file("a.md"), file("b.md")], "", NOW).await?;
            for role in ["one", "two", "three"] {
                let fact = Fact::RoleAssigned {
                    role: role.to_owned(),
                };
                let text = (role == "two").then(|| "words".to_owned());
                let entry = NewEntry {
                    person: Some(person.clone()),
                    actor: None,
                    happened: NOW,
                    fact,
                    text,
                };
                record(tx, &by, entry, NOW).await?;
            }
            Ok(())
        })
    });
    work.await.unwrap();
    store
}

/// Runs statements as somebody with the file and another program would.
async fn tamper(temp: &Temp, statements: &str) {
    let mut conn = connect_existing(&temp.path().join(DATABASE)).await.unwrap();
    let sql = format!("PRAGMA foreign_keys = OFF; {statements}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&mut conn)
        .await
        .unwrap();
}

async fn faults_after(statements: &str) -> Vec<String> {
    let temp = Temp::new();
    let store = filled(&temp).await;
    tamper(&temp, statements).await;
    let verified = verify(temp.path()).await.unwrap();
    store.close().await;
    verified
        .faults
        .iter()
        .map(ToString::to_string)
        .map(|text| without_ids(&text))
        .collect()
}

/// Ids differ from run to run.
fn without_ids(text: &str) -> String {
    let (start, end) = (text.find(" ("), text.find(')'));
    match (start, end) {
        (Some(start), Some(end)) => format!("{}{}", &text[..start], &text[end + 1..]),
        _ => text.to_owned(),
    }
}

#[tokio::test]
async fn a_whole_database_has_no_fault_also_while_it_is_served() {
    let temp = Temp::new();
    let store = filled(&temp).await;
    let verified = verify(temp.path()).await.unwrap();
    assert_eq!((verified.entries, verified.faults), (4, vec![]));
    assert_eq!(verified.head, crate::evidence::head(&store).await.unwrap().1);
}

#[tokio::test]
async fn a_changed_row_is_named_and_no_other() {
    let free = "DROP TRIGGER evidence_is_fixed; DROP TRIGGER evidence_stays;";
    let changed = |what: &str| format!("{free} UPDATE evidence SET {what}");
    for what in [
        "role = 'other' WHERE seq = 3",
        "recorded = 1 WHERE seq = 3",
        "hash = 'x' WHERE seq = 3",
    ] {
        let faults = faults_after(&changed(what)).await;
        assert_eq!(faults[0], "evidence entry 3 was changed", "{what}");
        assert!(faults.len() == 1 || what.starts_with("hash"), "{faults:?}");
    }
    let gone = faults_after(&format!(
        "{free} DELETE FROM evidence_text; DELETE FROM evidence WHERE seq = 3"
    ))
    .await;
    assert_eq!(gone, ["evidence entries 3 to 3 are missing"]);
    let cut = faults_after(&format!("{free} DELETE FROM evidence WHERE seq = 4")).await;
    assert_eq!(cut, ["evidence entries 4 to 4 are missing"]);
    let head = faults_after("UPDATE chain_head SET seq = 3").await;
    assert_eq!(
        head,
        ["the chain of evidence ends at entry 4, but its head says 3"]
    );
    let head = faults_after("UPDATE chain_head SET hash = 'x'").await;
    assert_eq!(
        head,
        ["the chain of evidence ends at entry 4, but its head says 4"]
    );
}

#[tokio::test]
async fn texts_content_and_references_are_checked() {
    let text =
        faults_after("DROP TRIGGER evidence_text_is_fixed; UPDATE evidence_text SET text = 'other'").await;
    assert_eq!(text, ["the text of evidence entry 3 was changed"]);
    let blob = "DROP TRIGGER blob_is_fixed; UPDATE blob SET bytes = x'00' WHERE bytes = CAST('a.md' AS BLOB)";
    let blob = faults_after(blob).await;
    assert_eq!(
        blob,
        [format!("published content {} was changed", Hash::of(b"a.md"))]
    );
    let file =
        faults_after("DROP TRIGGER release_file_stays; DELETE FROM release_file WHERE path = 'b.md'").await;
    assert_eq!(file, ["release 1 does not have the files it was published with"]);
    let reference = faults_after("UPDATE account SET person = 'nobody'").await;
    assert_eq!(
        reference,
        ["a row of table account refers to a row of table person that is not there"]
    );
}

#[tokio::test]
async fn a_damaged_or_foreign_file_is_said_to_be_so() {
    let temp = Temp::new();
    assert!(matches!(
        verify(temp.path()).await,
        Err(OpenError::Missing { .. })
    ));
    let file = temp.path().join("letter");
    std::fs::write(&file, "Dear customer, ".repeat(100)).unwrap();
    assert!(matches!(super::file(&file).await, Err(OpenError::NotOurs { .. })));
}
