use domain::quiz::{
    Question, Tried,
    regrade::{carried, shown_as},
};
use store::attempts::Asked;

use super::pinned::Pinned;
use crate::{refusal::Refusal, visitor::Visitor};

/// A question of an attempt as it is judged now.
pub(crate) struct Judged {
    /// Its place in the attempt, from 0.
    pub position: usize,
    /// The question with the key that judges it: the one that was asked, unless a corrected one judged it since.
    pub question: Question,
    /// The answer to it, in the places of that version.
    pub asked: Asked,
}

/// The questions of an attempt that was handed in, by the keys that judge them now.
///
/// # Errors
/// When a release cannot be read.
pub(crate) async fn judged(visitor: &Visitor, pinned: &Pinned) -> Result<Vec<Judged>, Refusal> {
    let (site, quiz) = (&visitor.site, pinned.quiz()?);
    let mut all = Vec::new();
    for (position, asked) in pinned.attempt.questions.iter().enumerate() {
        let Some(old) = quiz.question(&asked.question) else {
            continue;
        };
        let library = match asked.key_release {
            Some(release) => Some(site.libraries.at(&site.store, release).await?),
            None => None,
        };
        let new = library.as_ref().and_then(|library| {
            library
                .quizzes
                .get(&pinned.attempt.quiz)?
                .question(&asked.question)
        });
        let (question, asked) = match new {
            Some(new) => (new.clone(), moved(old, new, asked)),
            None => (old.clone(), asked.clone()),
        };
        all.push(Judged {
            position,
            question,
            asked,
        });
    }
    Ok(all)
}

/// An answer to `old` as one to `new`, shown in the same order.
fn moved(old: &Question, new: &Question, asked: &Asked) -> Asked {
    let answer = asked.answer.as_deref();
    Asked {
        permutation: shown_as(old, new, &asked.permutation),
        answer: answer.map(|answer| carried(old, new, answer)),
        tried: Tried {
            count: asked.tried.count,
            answer: carried(old, new, &asked.tried.answer),
        },
        ..asked.clone()
    }
}
