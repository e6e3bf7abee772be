//! Appending entries to the chain.

use crate::actors::Operator;
use crate::caches::Effect;
use crate::chance;
use crate::error::StoreError;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::record::Record;
use domain::evidence::{Entry, Fact, chain};
use domain::time::Moment;
use sqlx::any::AnyArguments;
use sqlx::query::Query;

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
