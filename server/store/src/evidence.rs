//! Evidence: append-only entries, chained by hash. What they mean is in [`domain::evidence`].

use crate::actors::Operator;
use crate::caches::Effect;
use crate::chance;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::record::Record;
use domain::evidence::{Entry, Fact, chain};
use domain::hash::Hash;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use std::collections::HashMap;
use std::sync::Arc;

/// An entry to be appended.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// Whom it is about; nobody for entries about the site.
    pub person: Option<String>,
    /// The account that makes it; nobody when the system does.
    pub actor: Option<String>,
    /// When it took place.
    pub happened: Moment,
    /// What it says.
    pub fact: Fact,
    /// Words kept apart, that can be erased: a reason, a note.
    pub text: Option<String>,
}

impl NewEntry {
    /// An entry about a person that takes place now, made by an account.
    pub(crate) fn by(actor: &str, person: &str, fact: Fact, now: Moment) -> Self {
        Self {
            person: Some(person.to_owned()),
            actor: Some(actor.to_owned()),
            happened: now,
            fact,
            text: None,
        }
    }

    /// With words, unless there are none but blanks.
    pub(crate) fn saying(mut self, text: &str) -> Self {
        let text = text.trim();
        self.text = (!text.is_empty()).then(|| text.to_owned());
        self
    }
}

macro_rules! columns {
    () => {
        "e.seq, e.id, e.kind, e.person, e.actor, e.happened, e.recorded, e.role, e.subject, e.item, e.version,
         e.source, e.score, e.outcome, e.until, e.ends, e.text, e.hash"
    };
}

/// Appends an entry that no rule of the product makes: imports, demonstrations, tests of the whole.
///
/// # Errors
/// When the database fails, or person or actor are unknown.
pub async fn record(tx: &mut Tx, _by: &Operator, entry: NewEntry, now: Moment) -> Result<Entry, StoreError> {
    append(tx, entry, now).await
}

/// Appends an entry in the transaction of what it is about.
pub(crate) async fn append(tx: &mut Tx, new: NewEntry, now: Moment) -> Result<Entry, StoreError> {
    let sealed = match new.text {
        Some(text) => Some((chance::salt()?, text)),
        None => None,
    };
    let entry = Entry {
        id: chance::id(now)?,
        person: new.person,
        actor: new.actor,
        happened: new.happened,
        recorded: now,
        fact: new.fact,
        text: sealed.as_ref().map(|(salt, text)| chain::seal(salt, text)),
    };
    // Advancing first takes the lock that orders this entry behind those of every other writer.
    let head = sqlx::query("UPDATE chain_head SET seq = seq + 1 WHERE one = $1 RETURNING seq, hash")
        .bind(1_i64)
        .fetch_one(&mut tx.conn)
        .await?;
    let seq = head.int("seq")?;
    let record = Record::from(&entry);
    let hash = chain::link(head.hash("chain_head", "hash")?, seq, &record).to_string();
    insert(seq, record, hash.clone()).execute(&mut tx.conn).await?;
    sqlx::query("UPDATE chain_head SET hash = $1 WHERE one = $2")
        .bind(hash)
        .bind(1_i64)
        .execute(&mut tx.conn)
        .await?;
    if let Some((salt, text)) = sealed {
        sqlx::query("INSERT INTO evidence_text (entry, salt, text) VALUES ($1, $2, $3)")
            .bind(entry.id.as_str())
            .bind(salt.to_vec())
            .bind(text)
            .execute(&mut tx.conn)
            .await?;
    }
    tx.after_commit(Effect::Appended {
        seq,
        entry: Box::new(entry.clone()),
    });
    Ok(entry)
}

fn insert(seq: i64, record: Record, hash: String) -> Query<'static, sqlx::Any, AnyArguments> {
    sqlx::query(
        "INSERT INTO evidence (seq, id, kind, person, actor, happened, recorded, role, subject, item, version,
                               source, score, outcome, until, ends, text, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    )
    .bind(seq)
    .bind(record.id)
    .bind(record.kind)
    .bind(record.person)
    .bind(record.actor)
    .bind(record.happened)
    .bind(record.recorded)
    .bind(record.role)
    .bind(record.subject)
    .bind(record.item)
    .bind(record.version)
    .bind(record.source)
    .bind(record.score)
    .bind(record.outcome)
    .bind(record.until)
    .bind(record.ends)
    .bind(record.text)
    .bind(hash)
}

/// Everything about one person, in the order it was recorded. Held in memory.
///
/// For a moment T in the past, leave out what was recorded after T.
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub async fn of_person(store: &Store, person: &str) -> Result<Arc<[Entry]>, StoreError> {
    let key = person.to_owned();
    if let Some(held) = store.caches().evidence.get(&key) {
        return Ok(held);
    }
    let ticket = store.caches().evidence.ticket();
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM evidence e WHERE e.person = $1 ORDER BY e.seq"
    );
    let rows = sqlx::query(sql).bind(person).fetch_all(store.readers()).await?;
    let entries = rows.iter().map(entry).collect::<Result<Arc<[Entry]>, _>>()?;
    store
        .caches()
        .evidence
        .put(ticket, key, entries.len() + 1, Arc::clone(&entries));
    Ok(entries)
}

/// Everything about one person as this transaction sees it: for a decision that is written in it.
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub async fn of_person_in(tx: &mut Tx, person: &str) -> Result<Vec<Entry>, StoreError> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM evidence e WHERE e.person = $1 ORDER BY e.seq"
    );
    let rows = sqlx::query(sql).bind(person).fetch_all(&mut tx.conn).await?;
    rows.iter().map(entry).collect()
}

/// Everything about each of these people, in at most one query (for every thousand people not in memory).
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub async fn of_people(
    store: &Store,
    people: &[String],
) -> Result<HashMap<String, Arc<[Entry]>>, StoreError> {
    let cache = &store.caches().evidence;
    let mut found = HashMap::with_capacity(people.len());
    let mut missing = Vec::new();
    for person in people {
        match cache.get(person) {
            Some(held) => drop(found.insert(person.clone(), held)),
            None => missing.push(person),
        }
    }
    for people in missing.chunks(1000) {
        let ticket = cache.ticket();
        let sql = format!(
            "SELECT {} FROM evidence e WHERE e.person IN ({}) ORDER BY e.seq",
            columns!(),
            numbered(people.len())
        );
        let query = people
            .iter()
            .fold(sqlx::query(AssertSqlSafe(sql)), |query, person| {
                query.bind(person.as_str())
            });
        let mut lists: HashMap<&str, Vec<Entry>> = people
            .iter()
            .map(|person| (person.as_str(), Vec::new()))
            .collect();
        for row in query.fetch_all(store.readers()).await? {
            let entry = entry(&row)?;
            if let Some(list) = entry.person.as_deref().and_then(|person| lists.get_mut(person)) {
                list.push(entry);
            }
        }
        for (person, entries) in lists {
            let entries: Arc<[Entry]> = entries.into();
            cache.put(ticket, person.to_owned(), entries.len() + 1, Arc::clone(&entries));
            found.insert(person.to_owned(), entries);
        }
    }
    Ok(found)
}

/// `$1, $2, …`: as many places as there are values.
pub(crate) fn numbered(count: usize) -> String {
    let places: Vec<_> = (1..=count).map(|number| format!("${number}")).collect();
    places.join(", ")
}

/// The entry that issued a certificate.
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub async fn certificate(store: &Store, number: &str) -> Result<Option<Entry>, StoreError> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM evidence e WHERE e.kind = 'certified' AND e.subject = $1"
    );
    let row = sqlx::query(sql)
        .bind(number)
        .fetch_optional(store.readers())
        .await?;
    row.as_ref().map(entry).transpose()
}

/// The words behind a person's entries, by entry; erased ones are missing.
///
/// # Errors
/// When the database fails.
pub async fn texts(store: &Store, person: &str) -> Result<HashMap<String, String>, StoreError> {
    let rows = sqlx::query(
        "SELECT t.entry, t.text FROM evidence_text t JOIN evidence e ON e.id = t.entry WHERE e.person = $1",
    )
    .bind(person)
    .fetch_all(store.readers())
    .await?;
    rows.iter()
        .map(|row| Ok((row.text("entry")?, row.text("text")?)))
        .collect()
}

/// Erases the words behind a person's entries, with their salts, so that not even a guess can be checked.
pub(crate) async fn erase_texts(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM evidence_text WHERE entry IN (SELECT id FROM evidence WHERE person = $1)")
        .bind(person)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// The entry in a row.
pub(crate) fn entry(row: &AnyRow) -> Result<Entry, StoreError> {
    Ok(recorded(row)?.entry()?)
}

/// The row as the chain covers it.
pub(crate) fn recorded(row: &AnyRow) -> Result<Record, StoreError> {
    Ok(Record {
        id: row.text("id")?,
        kind: row.text("kind")?,
        person: row.maybe_text("person")?,
        actor: row.maybe_text("actor")?,
        happened: row.int("happened")?,
        recorded: row.int("recorded")?,
        role: row.maybe_text("role")?,
        subject: row.maybe_text("subject")?,
        item: row.maybe_text("item")?,
        version: row.maybe_text("version")?,
        source: row.maybe_text("source")?,
        score: row.maybe_int("score")?,
        outcome: row.maybe_text("outcome")?,
        until: row.maybe_int("until")?,
        ends: row.maybe_int("ends")?,
        text: row.maybe_text("text")?,
    })
}

/// The hash of the last entry and its number; the zero hash before the first.
///
/// # Errors
/// When the database fails.
pub async fn head(store: &Store) -> Result<(i64, Hash), StoreError> {
    let row = sqlx::query("SELECT seq, hash FROM chain_head WHERE one = $1")
        .bind(1_i64)
        .fetch_one(store.readers())
        .await?;
    Ok((row.int("seq")?, row.hash("chain_head", "hash")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{self, NewPerson};
    use crate::testing::{NOW, Temp};

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
        let work =
            store.write(move |tx| Box::pin(async move { record(tx, &Operator::new(), entry, NOW).await }));
        work.await.unwrap()
    }

    async fn person(store: &Store) -> String {
        let work = store.write(|tx| {
            Box::pin(async { people::add(tx, &Operator::new(), NewPerson::named("A"), NOW).await })
        });
        work.await.unwrap()
    }

    #[tokio::test]
    async fn entries_are_chained_and_come_back_in_order() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let person = person(&store).await;
        let first = append_one(&store, done(&person, "c/one")).await;
        assert_eq!(of_person(&store, &person).await.unwrap()[..], *std::slice::from_ref(&first));
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
            [first, second.clone()]
        );
        assert_eq!(texts(&store, &person).await.unwrap()[&second.id], "well done");
    }

    #[tokio::test]
    async fn erasing_takes_the_words_and_leaves_the_chain() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let id = person(&store).await;
        let entry = append_one(&store, done(&id, "c/one").saying("told me a secret")).await;
        let before = head(&store).await.unwrap();
        let who = id.clone();
        let erase = store
            .write(move |tx| Box::pin(async move { people::erase(tx, &Operator::new(), &who, NOW).await }));
        erase.await.unwrap();
        assert!(texts(&store, &id).await.unwrap().is_empty());
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
        let work =
            store.write(move |tx| Box::pin(async move { record(tx, &Operator::new(), entry, NOW).await }));
        assert!(matches!(work.await, Err(StoreError::Database(_))));
        assert_eq!(head(&store).await.unwrap().0, 0);
    }
}
