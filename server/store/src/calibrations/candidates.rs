//! Answers that can be taken into a calibration.

use super::find::place;
use super::{Kind, Subject};
use crate::actors::Trainer;
use crate::error::StoreError;
use crate::lines;
use crate::open::Store;
use crate::ratings::{Source, is_trainer};
use crate::row::Columns as _;
use sqlx::AnyConnection;

/// So many answers are offered at most, the newest of them.
const OFFERED: i64 = 60;

/// An answer that can be taken into a calibration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The attempt or play.
    pub source: Source,
    /// The question's place in the attempt, or the reply's number in the play, from 0.
    pub part: usize,
    /// What was written.
    pub text: String,
}

/// Answers to this that can be taken into a calibration, the newest first: what learners wrote in assessed work whose
/// result is final, so that nothing still to be rated is talked about.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn candidates(
    store: &Store,
    _by: &Trainer,
    subject: &Subject,
) -> Result<Vec<Candidate>, StoreError> {
    let mut conn = store.readers().acquire().await?;
    candidates_in(&mut conn, subject).await
}

pub(super) async fn candidates_in(
    conn: &mut AnyConnection,
    subject: &Subject,
) -> Result<Vec<Candidate>, StoreError> {
    // Who may rate must not meet own answers, so that all can rate the same ones.
    let sql = match subject.kind {
        Kind::Reply => {
            concat!(
                "SELECT y.id, e.reply AS part, e.text FROM play y JOIN play_event e ON e.play = y.id
             WHERE y.scenario = $1 AND e.node = $2 AND y.version = $3 AND y.state = 'final' AND y.mode = 'assessed'
               AND e.kind = 'replied' AND coalesce(e.text, '') <> ''
               AND NOT EXISTS (SELECT 1 FROM account t WHERE t.person = y.person AND ",
                is_trainer!(),
                ") ORDER BY y.finished DESC, y.id, e.seq LIMIT $4"
            )
        }
        Kind::Essay => {
            concat!(
                "SELECT y.id, q.position AS part, q.answer AS text FROM attempt y JOIN attempt_question q ON q.attempt = y.id
             WHERE y.quiz = $1 AND q.question = $2 AND y.version = $3 AND y.state = 'graded'
               AND coalesce(q.answer, '') <> ''
               AND NOT EXISTS (SELECT 1 FROM account t WHERE t.person = y.person AND ",
                is_trainer!(),
                ") ORDER BY y.submitted DESC, y.id, q.position LIMIT $4"
            )
        }
    };
    let rows = sqlx::query(sql)
        .bind(subject.id.as_str())
        .bind(subject.place.as_str())
        .bind(subject.version.to_string())
        .bind(OFFERED)
        .fetch_all(conn)
        .await?;
    let mut found = Vec::new();
    for row in &rows {
        let id = row.text("id")?;
        let (source, text) = match subject.kind {
            Kind::Reply => (Source::Play(id), row.text("text")?),
            Kind::Essay => (Source::Attempt(id), essay(&row.text("text")?)?),
        };
        if !text.trim().is_empty() {
            let part = place(row, "part")?;
            found.push(Candidate { source, part, text });
        }
    }
    Ok(found)
}

/// An essay as it is kept, with its line breaks.
pub(super) fn essay(text: &str) -> Result<String, StoreError> {
    if text.is_empty() {
        return Ok(String::new());
    }
    let lines = lines::split(text);
    let lines = lines.ok_or_else(|| StoreError::inconsistent("attempt_question", text, "answer"))?;
    Ok(lines.join("\n"))
}
