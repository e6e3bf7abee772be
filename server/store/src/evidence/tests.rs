use super::*;
use crate::actors::Operator;
use crate::people::{self, NewPerson};
use crate::testing::{NOW, Temp};
use domain::evidence::{Fact, chain};

fn done(person: &str, lesson: &str) -> NewEntry {
    let fact = Fact::LessonCompleted {
        lesson: lesson.to_owned(),
        version: Hash::of(b"v"),
    };
    NewEntry {
        person: Some(person.to_owned()),
        actor: None,
        happened: NOW,
        fact,
        text: None,
    }
}

async fn append_one(store: &Store, entry: NewEntry) -> Entry {
    let work = store.write(move |tx| Box::pin(async move { record(tx, &Operator::new(), entry, NOW).await }));
    work.await.unwrap()
}

async fn person(store: &Store) -> String {
    let work = store
        .write(|tx| Box::pin(async { people::add(tx, &Operator::new(), NewPerson::named("A"), NOW).await }));
    work.await.unwrap()
}

#[tokio::test]
async fn entries_are_chained_and_come_back_in_order() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let person = person(&store).await;
    let first = append_one(&store, done(&person, "c/one")).await;
    assert_eq!(
        of_person(&store, &person).await.unwrap()[..],
        *std::slice::from_ref(&first)
    );
    // The list in memory grows with the commit.
    let second = append_one(&store, done(&person, "c/two").saying(" well done ")).await;
    assert_eq!(
        of_person(&store, &person).await.unwrap()[..],
        [first.clone(), second.clone()]
    );
    let one = chain::link(chain::GENESIS, 1, &Record::from(&first));
    let two = chain::link(one, 2, &Record::from(&second));
    assert_eq!(head(&store).await.unwrap(), (2, two));
    store.caches().evidence.clear();
    assert_eq!(
        of_person(&store, &person).await.unwrap()[..],
        [first.clone(), second.clone()]
    );
    let said = said(&store, &person).await.unwrap();
    assert_eq!(said[&second.id].note.as_deref(), Some("well done"));
    assert_eq!(said[&first.id], Said::default());
}

#[tokio::test]
async fn erasing_takes_the_words_and_leaves_the_chain() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let id = person(&store).await;
    let entry = append_one(&store, done(&id, "c/one").saying("told me a secret")).await;
    let before = head(&store).await.unwrap();
    let who = id.clone();
    let erase =
        store.write(move |tx| Box::pin(async move { people::erase(tx, &Operator::new(), &who, NOW).await }));
    erase.await.unwrap();
    let said = said(&store, &id).await.unwrap();
    assert!(said.values().all(|said| said.note.is_none()));
    assert_eq!(people::get(&store, &id).await.unwrap().unwrap().name, None);
    assert_eq!(head(&store).await.unwrap(), before);
    assert_eq!(of_person(&store, &id).await.unwrap()[..], [entry]);
}

#[tokio::test]
async fn no_statement_changes_or_removes_an_entry() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let person = person(&store).await;
    append_one(&store, done(&person, "c/one").saying("words")).await;
    let statements = [
        "UPDATE evidence SET outcome = 'passed'",
        "DELETE FROM evidence",
        "INSERT OR REPLACE INTO evidence SELECT * FROM evidence",
        "REPLACE INTO evidence (seq, id, kind, happened, recorded, hash) VALUES (1, 'x', 'left', 0, 0, '')",
        "UPDATE evidence_text SET text = 'other words'",
    ];
    for statement in statements {
        let work = store.write(move |tx| {
            Box::pin(async move { Ok(sqlx::query(statement).execute(&mut tx.conn).await.map(drop)?) })
        });
        assert!(matches!(work.await, Err(StoreError::Database(_))), "{statement}");
    }
    assert_eq!(of_person(&store, &person).await.unwrap().len(), 1);
}

#[tokio::test]
async fn another_process_goes_on_with_the_same_chain() {
    let temp = Temp::new();
    let (server, command) = (temp.serve().await, temp.command().await);
    let person = person(&server).await;
    append_one(&server, done(&person, "c/one")).await;
    assert_eq!(of_person(&server, &person).await.unwrap().len(), 1);
    append_one(&command, done(&person, "c/two")).await;
    crate::signal::refresh(&server).await.unwrap();
    assert_eq!(of_person(&server, &person).await.unwrap().len(), 2);
    // Its own next entry shows the gap at once, without a look at the signal.
    append_one(&command, done(&person, "c/three")).await;
    append_one(&server, done(&person, "c/four")).await;
    assert_eq!(of_person(&server, &person).await.unwrap().len(), 4);
}

#[tokio::test]
async fn many_people_come_in_one_go() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let mut people = Vec::new();
    for _ in 0..3 {
        let person = person(&store).await;
        append_one(&store, done(&person, "c/one")).await;
        people.push(person);
    }
    store.caches().evidence.clear();
    of_person(&store, &people[0]).await.unwrap();
    people.push("nobody".to_owned());
    let found = of_people(&store, &people).await.unwrap();
    assert_eq!(
        people
            .iter()
            .map(|person| found[person].len())
            .collect::<Vec<_>>(),
        [1, 1, 1, 0]
    );
}

#[tokio::test]
async fn an_entry_about_nobody_known_is_refused() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let entry = done("nobody", "c/one");
    let work = store.write(move |tx| Box::pin(async move { record(tx, &Operator::new(), entry, NOW).await }));
    assert!(matches!(work.await, Err(StoreError::Database(_))));
    assert_eq!(head(&store).await.unwrap().0, 0);
}
