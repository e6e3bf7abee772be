use domain::{quiz::raters::is_essay, time::Moment};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    attempts::State,
    ratings::{self, Rating},
};

use super::{open, result};
use crate::{
    frame::page,
    quiz::{judged, pinned::Pinned},
    refusal::Refusal,
    visitor::Visitor,
};

/// `/attempts/ID`: the questions while it is open, the result afterwards.
#[component]
pub(crate) fn Attempt() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let pinned = Pinned::own(&visitor, &id).await?;
        if pinned.attempt.state == State::Open {
            return open::page(&visitor, &pinned);
        }
        let learner = visitor.learner()?;
        let attempts = store::attempts::list(&visitor.site.store, &learner.person).await?;
        let entries = store::evidence::of_person(&visitor.site.store, &learner.person).await?;
        let ratings = ratings(&visitor, &pinned).await?;
        let judged = judged(&visitor, &pinned).await?;
        result::page(&visitor, &pinned, judged, &attempts, &entries, &ratings)
    })
}

/// What raters said, where there was something to rate.
async fn ratings(visitor: &Visitor, pinned: &Pinned) -> Result<Vec<Rating>, Refusal> {
    let (quiz, attempt) = (pinned.quiz()?, &pinned.attempt);
    let mut asked = attempt.questions.iter();
    if !asked.any(|asked| quiz.question(&asked.question).is_some_and(is_essay)) {
        return Ok(Vec::new());
    }
    Ok(ratings::of_attempt(&visitor.site.store, &attempt.id).await?)
}

/// Whole seconds until a moment, none once it is over.
pub(super) fn seconds_left(deadline: Moment, now: Moment) -> u32 {
    u32::try_from(deadline.seconds_since(now)).unwrap_or(0)
}
