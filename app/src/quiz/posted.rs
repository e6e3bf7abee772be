use domain::{
    quiz::{Quiz, to_authored},
    time::Moment,
};
use store::attempts::{Attempt, Save};

use super::answers;
use crate::forms::Posted;

/// How far a browser's clock may run ahead of the server's, in milliseconds.
const AHEAD: i64 = 60_000;

/// The answers a form changes.
///
/// A question counts as changed when the browser numbered its change (`seq3`), or when the answer is not the
/// one the page was made with (`was3`): so a second tab never takes back what it did not touch.
pub(super) fn changes(quiz: &Quiz, attempt: &Attempt, posted: &Posted, now: Moment) -> Vec<Save> {
    let now = now.0 / 1000;
    let change = |(position, asked): (usize, &store::attempts::Asked)| {
        let question = quiz.question(&asked.question).filter(|_| !asked.locked)?;
        let answer = answers::read(question, posted, position);
        let certainty = answers::read_certainty(quiz.behaviour, question, posted, position);
        let numbered = posted
            .get(&format!("seq{position}"))
            .and_then(|seq| seq.parse().ok());
        let seq: i64 = if let Some(seq) = numbered {
            i64::clamp(seq, 1, now + AHEAD)
        } else {
            let was = posted.get(&format!("was{position}"))?;
            (was != answers::fingerprint(&answer, certainty)).then(|| now.max(asked.seq + 1))?
        };
        let answer = to_authored(question, &answer, &asked.permutation);
        Some(Save {
            position,
            seq,
            answer,
            certainty,
        })
    };
    attempt.questions.iter().enumerate().filter_map(change).collect()
}

/// The places of the questions to come back to, when the form says so and they are others than before; none where there
/// is no way back.
pub(super) fn later(attempt: &Attempt, posted: &Posted) -> Option<Vec<usize>> {
    if attempt.reached.is_some() {
        return None;
    }
    let mut said = posted.all("later").peekable();
    said.peek()?;
    let places = said.flat_map(str::split_whitespace);
    let mut places: Vec<usize> = places
        .filter_map(|place| place.parse().ok())
        .filter(|place| *place < attempt.questions.len())
        .collect();
    places.sort_unstable();
    places.dedup();
    Some(places).filter(|places| *places != attempt.later)
}
