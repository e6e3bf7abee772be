use store::attempts::{self, Save};

use super::{
    pinned::Pinned,
    submit::{closed_or, finish, is_open},
    told::{Told, words_id},
};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
};

/// What the button says that goes on to the next question.
pub(super) struct Step {
    /// The place of the question that is left, so that a step sent twice skips nothing.
    from: usize,
    /// Whether it may be left without an answer.
    anyway: bool,
}

impl Step {
    /// Reads `next-3`, or `skip-3` once the page has asked.
    pub fn read(then: &str) -> Option<Self> {
        let (word, from) = then.split_once('-')?;
        let from = from.parse().ok()?;
        match word {
            "next" => Some(Self { from, anyway: false }),
            "skip" => Some(Self { from, anyway: true }),
            _ => None,
        }
    }
}

/// Keeps the answers and goes on to the next question; behind the last one the attempt is handed in. A question that is
/// still open is asked about once, because there is no way back to it.
pub(super) async fn go_on(act: &Act, pinned: Pinned, step: Step, saves: Vec<Save>) -> Result<Done, Refusal> {
    let Step { from, anyway } = step;
    let learner = act.learner()?;
    let (attempt, now) = (&pinned.attempt, act.now);
    let page = format!("/attempts/{}", attempt.id);
    let asked = attempt.questions.get(from).ok_or(Refusal::NotFound)?;
    let is_here = attempt.reached == Some(from);
    let asks = is_here && !anyway && is_open(asked, &saves, from);
    if is_here && !asks && from + 1 == attempt.questions.len() {
        return finish(act, pinned, saves).await;
    }
    let id = attempt.id.clone();
    let work = act.site.store.write(move |tx| {
        Box::pin(async move {
            if asks {
                attempts::save(tx, &learner, &id, &saves, now).await?;
                return Ok(());
            }
            attempts::go_on(tx, &learner, &id, from, &saves, now).await
        })
    });
    let done = if asks {
        let (name, value) = Told::Gap.at(from);
        Done::to(format!("{page}#{}", words_id(from))).telling(name, value)
    } else {
        Done::to(format!("{page}#question-{}", from + 2))
    };
    closed_or(act, &page, work.await.map(|()| done))
}
