//! Where a candidate goes next: the forms to move on and to reject.

use leptos::prelude::*;
use store::candidates::{Candidate, Stage};

use crate::{
    actions::{AdvanceCandidate, RejectCandidate},
    forms::{Form, WithReason, action},
    recruiting::stage_word,
    t,
    ui::Select,
    visitor::Visitor,
};

/// The name of the form that moves on.
const ADVANCE: &str = "advance-candidate";

/// The card with both forms; nothing once the candidate is hired.
#[component]
pub(super) fn NextStage(visitor: Visitor, candidate: Candidate) -> AnyView {
    if candidate.stage == Stage::Hired {
        return ().into_any();
    }
    let rejecting = (candidate.stage != Stage::Rejected)
        .then(|| view! { <Reject visitor=visitor.clone() id=candidate.id.clone() /> });
    view! {
        <section class="card stack">
            <h2 class="card-title">{t!(visitor.texts, "candidate-next")}</h2>
            <Advance visitor=visitor.clone() candidate />
            {rejecting}
        </section>
    }
    .into_any()
}

/// Moves on to any stage; the following one is proposed.
#[component]
fn Advance(visitor: Visitor, candidate: Candidate) -> AnyView {
    let texts = visitor.texts;
    let next = Stage::ALL
        .into_iter()
        .skip_while(|stage| *stage != candidate.stage)
        .nth(1)
        .filter(|stage| *stage != Stage::Hired)
        .unwrap_or(candidate.stage);
    let stages = Stage::ALL
        .into_iter()
        .filter(|stage| !matches!(stage, Stage::Hired | Stage::Rejected))
        .map(|stage| (stage.as_str().to_owned(), stage_word(stage, texts)))
        .collect();
    let error = visitor.error(ADVANCE, "stage").map(ToOwned::to_owned);
    view! {
        <Form action={action::<AdvanceCandidate>()} class="form">
            <input type="hidden" name="candidate" value=candidate.id />
            <Select
                name="stage"
                label=t!(texts, "candidate-move-to")
                options=stages
                chosen=next.as_str()
                error
            />
            <div class="actions">
                <button class="button quiet">{t!(texts, "candidate-move")}</button>
            </div>
        </Form>
    }
    .into_any()
}

#[component]
fn Reject(visitor: Visitor, id: String) -> AnyView {
    let texts = visitor.texts;
    view! {
        <WithReason
            visitor
            action={action::<RejectCandidate>()}
            about=vec![("candidate", id)]
            question=t!(texts, "candidate-reject")
            lead=t!(texts, "candidate-reject-text")
            button=t!(texts, "candidate-reject-confirm")
            danger=true
        />
    }
    .into_any()
}
