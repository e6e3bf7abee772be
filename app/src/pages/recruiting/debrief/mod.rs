//! The debrief: the total and what it is made of, all sheets side by side, the decision.

mod competencies;
mod ratings;
mod score;

use leptos::prelude::*;
use store::sheets::Sheet;

use self::{competencies::competencies, ratings::ratings, score::score};
use super::{interview::Shown, shown};
use crate::{
    actions::DecideInterview,
    forms::{Form, action},
    frame::Page,
    recruiting::{Debrief, Loaded},
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// The page.
pub(super) fn page(visitor: &Visitor, loaded: &Loaded, sheets: &[Sheet]) -> Shown {
    let texts = visitor.texts;
    let kit = loaded.kit()?;
    let interview = &loaded.interview;
    let debrief = Debrief::of(kit, interview, sheets);
    let name = shown(interview.name.as_deref(), texts);
    let title = t!(texts, "debrief-title", name = name);
    let back = view! {
        <a class="button quiet" href=format!("/candidates/{}", interview.candidate)>
            {t!(texts, "interview-to-candidate")}
        </a>
    };
    let body = view! {
        <PageHead title=title.clone() lead=visitor.site.calendar.date_time(interview.at)>
            {back}
        </PageHead>
        <section class="section stack">{score(visitor, kit, sheets, &debrief)}</section>
        {debrief.result.as_ref().map(|result| competencies(visitor, kit, result, &debrief))}
        {ratings(visitor, kit, sheets)}
        {decision(visitor, loaded)}
    };
    Ok(Page::new(title, body))
}

/// The decision, or the form that makes it.
fn decision(visitor: &Visitor, loaded: &Loaded) -> AnyView {
    let texts = visitor.texts;
    if let Some(decision) = loaded.interview.decision {
        let word = if decision.passed {
            t!(texts, "interview-passed")
        } else {
            t!(texts, "interview-failed")
        };
        return view! {
            <section class="section">
                <h2>{t!(texts, "debrief-decision")}</h2>
                <p>{t!(texts, "debrief-outcome", what = word)}</p>
            </section>
        }
        .into_any();
    }
    let fields = view! {
        <input type="hidden" name="interview" value=loaded.interview.id.clone() />
        <button class="button" name="outcome" value="passed">{t!(texts, "debrief-pass")}</button>
        <button class="button quiet" name="outcome" value="failed">{t!(texts, "debrief-fail")}</button>
    }
    .into_any();
    view! {
        <section class="section stack">
            <h2>{t!(texts, "debrief-decision")}</h2>
            <p class="muted">{t!(texts, "debrief-decision-text")}</p>
            <Form action={action::<DecideInterview>()} class="actions">{fields}</Form>
        </section>
    }
    .into_any()
}
