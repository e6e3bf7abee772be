use crate::actors::Operator;
use crate::chance;
use crate::error::StoreError;
use crate::open::{Mode, Store};
use crate::people::{self, NewPerson};
use crate::teams;
use crate::testing::{NOW, Temp};
use std::collections::HashSet;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

async fn add(store: &Store, name: String) -> Result<String, StoreError> {
    store
        .write(move |tx| {
            Box::pin(async move {
                let id = people::add(tx, &Operator::new(), NewPerson::named("A"), NOW).await?;
                teams::add(tx, &Operator::new(), &name, None, NOW)
                    .await
                    .map(|_| id)
            })
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn many_writes_share_a_few_commits_and_a_failure_hurts_nobody_else() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let before = store.commits();
    // Every eighth takes a name that is taken, some of them in the same transaction.
    let names = (0..64).map(|number| if number % 8 == 7 { 0 } else { number });
    let writes: Vec<_> = names
        .map(|name| {
            let store = store.clone();
            tokio::spawn(async move { add(&store, format!("{name}")).await })
        })
        .collect();
    let (mut kept, mut refused) = (0, 0);
    for write in writes {
        match write.await.unwrap() {
            Ok(_) => kept += 1,
            Err(StoreError::DuplicateTeam) => refused += 1,
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!((kept, refused), (56, 8));
    assert!(
        store.commits() - before < 32,
        "{} commits",
        store.commits() - before
    );
    assert_eq!(people::list(&store).await.unwrap().len(), 56);
    assert_eq!(teams::list(&store).await.unwrap().len(), 56);
}

#[tokio::test]
async fn a_fault_in_one_piece_of_work_ends_nothing_else() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let faulty = store.write(|tx| {
        Box::pin(async move {
            people::add(tx, &Operator::new(), NewPerson::named("A"), NOW).await?;
            if NOW.0 > 0 {
                panic!("a fault")
            }
            Ok(())
        })
    });
    assert!(matches!(faulty.await, Err(StoreError::Panicked)));
    add(&store, "A".to_owned()).await.unwrap();
    assert_eq!(people::list(&store).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_caller_who_goes_away_cancels_nothing() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let slow = store.write(|tx| {
        Box::pin(async move {
            people::add(tx, &Operator::new(), NewPerson::named("A"), NOW).await?;
            tokio::time::sleep(Duration::from_millis(50)).await;
            people::add(tx, &Operator::new(), NewPerson::named("B"), NOW).await
        })
    });
    assert!(
        tokio::time::timeout(Duration::from_millis(10), slow)
            .await
            .is_err()
    );
    store.close().await;
    let again = temp.command().await;
    assert_eq!(people::list(&again).await.unwrap().len(), 2);
    assert!(matches!(
        add(&store, "late".to_owned()).await,
        Err(StoreError::Closed)
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_write_to_one_file() {
    let temp = Temp::new();
    let (server, command) = (temp.serve().await, temp.command().await);
    let writes: Vec<_> = (0..20)
        .map(|number| {
            let store = if number % 2 == 0 {
                server.clone()
            } else {
                command.clone()
            };
            tokio::spawn(async move { add(&store, format!("{number}")).await })
        })
        .collect();
    for write in writes {
        write.await.unwrap().unwrap();
    }
    assert_eq!(teams::list(&server).await.unwrap().len(), 20);
}

/// Where the child of the test below finds its data folder.
const CHILD: &str = "SHANGGANG_STORE_TEST_CHILD";

/// What the child of the test below does: writes, several at a time, and says what was acknowledged.
#[tokio::test(flavor = "multi_thread")]
async fn writes_until_it_is_killed() {
    let Ok(folder) = std::env::var(CHILD) else { return };
    let store = Store::open(folder.as_ref(), Mode::Serve { demo: false }, NOW)
        .await
        .unwrap();
    for _ in 0..8 {
        let store = store.clone();
        tokio::spawn(async move {
            loop {
                let id = add(&store, chance::id(NOW).unwrap()).await.unwrap();
                println!("\nacknowledged {id}");
            }
        });
    }
    std::future::pending::<()>().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_was_acknowledged_is_there_after_a_kill() {
    let temp = Temp::new();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "writer::tests::writes_until_it_is_killed",
            "--nocapture",
        ])
        .env(CHILD, temp.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok);
    let mut acknowledged: Vec<String> = Vec::new();
    let id = |line: String| line.strip_prefix("acknowledged ").map(str::to_owned);
    while acknowledged.len() < 200 {
        acknowledged.extend(id(lines.next().expect("the child goes on until it is killed")));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it managed to say before it died counts too, but for a line cut short.
    acknowledged.extend(lines.filter_map(id).filter(|id| id.len() == 36));
    let store = temp.serve().await;
    let kept: HashSet<String> = people::list(&store)
        .await
        .unwrap()
        .into_iter()
        .map(|person| person.id)
        .collect();
    assert!(acknowledged.iter().all(|id| kept.contains(id)));
    // Each piece of work is there whole or not at all.
    assert_eq!(teams::list(&store).await.unwrap().len(), kept.len());
}
