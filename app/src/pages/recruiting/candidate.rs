use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    candidates::{self, Dossier, Stage},
    interviews::{self, Interview},
};

use super::{hire::HireSection, plan::Plan, role_titles, row::row, shown, tone};
use crate::{
    actions::{AdvanceCandidate, RejectCandidate},
    forms::{Form, action},
    frame::{Page, page},
    recruiting::{self, stage_word},
    refusal::Refusal,
    t,
    ui::{Field, PageHead, Select},
    visitor::Visitor,
};

/// `/candidates/{id}`
#[component]
pub(crate) fn Candidate() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let recruiter = visitor.recruiter()?;
        let store = &visitor.site.store;
        let dossier = candidates::dossier(store, &recruiter, &id).await?;
        let dossier = dossier.ok_or(Refusal::NotFound)?;
        let held = interviews::of_candidate(store, &recruiter, &id).await?;
        let choices = candidates::choices(store, &recruiter).await?;
        let candidate = &dossier.candidate;
        let name = shown(candidate.name.as_deref(), visitor.texts);
        let over = matches!(candidate.stage, Stage::Hired | Stage::Rejected);
        let plan = (!over).then(|| {
            view! {
                <Plan
                    visitor=visitor.clone()
                    candidate=candidate.clone()
                    raters=choices.raters.clone()
                    own=recruiter.account.clone()
                    first={held.is_empty()}
                />
            }
        });
        let passed = recruiting::passed(&held).is_some();
        let login = if passed && !over {
            recruiting::suggested_login(&visitor, candidate).await?
        } else {
            String::new()
        };
        let chip = view! {
            <span class="chip" data-tone=tone(candidate.stage)>
                {stage_word(candidate.stage, visitor.texts)}
            </span>
        };
        let body = view! {
            <PageHead title=name.clone() lead=role_titles(&visitor, &candidate.roles)>
                {chip}
            </PageHead>
            <div class="columns">
                <div>
                    <HireSection visitor=visitor.clone() dossier=dossier.clone() teams=choices.teams login passed />
                    <Interviews visitor=visitor.clone() held own=recruiter.account.clone() />
                    {plan}
                </div>
                <aside class="aside">
                    <StageCard visitor=visitor.clone() dossier=dossier.clone() />
                    <History visitor=visitor.clone() dossier=dossier.clone() />
                </aside>
            </div>
        };
        Ok(Page::new(name, body))
    })
}

#[component]
fn Interviews(visitor: Visitor, held: Vec<Interview>, own: String) -> AnyView {
    let texts = visitor.texts;
    let list = if held.is_empty() {
        view! { <p class="muted">{t!(texts, "candidate-no-interview")}</p> }.into_any()
    } else {
        let rows = held.iter().map(|each| row(&visitor, each, &own, false));
        view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="section">
            <h2>{t!(texts, "candidate-interviews")}</h2>
            {list}
        </section>
    }
    .into_any()
}

/// Where the candidate is, and the forms to move on or to reject.
#[component]
fn StageCard(visitor: Visitor, dossier: Dossier) -> AnyView {
    let texts = visitor.texts;
    let candidate = dossier.candidate;
    let reason_text = visitor
        .typed("reject-candidate", "reason")
        .unwrap_or_default()
        .to_owned();
    let next = Stage::ALL
        .into_iter()
        .skip_while(|stage| *stage != candidate.stage)
        .nth(1)
        .filter(|stage| *stage != Stage::Hired)
        .unwrap_or(candidate.stage);
    let steps = Stage::ALL
        .into_iter()
        .filter(|stage| !matches!(stage, Stage::Hired | Stage::Rejected))
        .map(|stage| (stage.as_str().to_owned(), stage_word(stage, texts)))
        .collect();
    let error = |form, field| visitor.error(form, field).map(ToOwned::to_owned);
    let unsaid = error("reject-candidate", "reason");
    let unsaid_open = unsaid.is_some();
    let id = candidate.id.clone();
    let moving = (candidate.stage != Stage::Hired).then(|| {
        let fields = view! {                 <input type="hidden" name="candidate" value=id.clone() />
           <Select
               name="stage"
               label=t!(texts, "candidates-stage")
               options=steps
               chosen=next.as_str()
               error=error("advance-candidate", "stage")
           />
           <button class="button quiet">{t!(texts, "candidate-move")}</button>
        }
        .into_any();
        view! {
                    <Form action={action::<AdvanceCandidate>()} class="form">
        {fields}</Form>
                }
    });
    let rejecting = (!matches!(candidate.stage, Stage::Hired | Stage::Rejected)).then(|| {
        let fields = view! {                     <input type="hidden" name="candidate" value=id.clone() />
           <p>{t!(texts, "candidate-reject-text")}</p>
           <Field
               name="reason"
               label=t!(texts, "candidate-reason")
               kind="textarea"
               value=reason_text
               error=unsaid
           />
           <div class="actions">
               <button class="button danger">{t!(texts, "candidate-reject-confirm")}</button>
           </div>
        }
        .into_any();
        view! {
                    <details class="confirm" open=unsaid_open>
                        <summary class="button danger">{t!(texts, "candidate-reject")}</summary>
                        <Form action={action::<RejectCandidate>()} class="confirm-body">
        {fields}</Form>
                    </details>
                }
    });
    let contact = candidate.contact.map(|contact| {
        view! {
            <dt>{t!(texts, "candidate-contact")}</dt>
            <dd>{contact}</dd>
        }
    });
    let reason = candidate.reason.map(|reason| {
        view! {
            <dt>{t!(texts, "candidate-reason")}</dt>
            <dd>{reason}</dd>
        }
    });
    view! {
        <section class="card stack">
            <h2 class="card-title">{t!(texts, "candidate-stage-heading")}</h2>
            <dl class="particulars">
                <dt>{t!(texts, "candidates-stage")}</dt>
                <dd>{stage_word(candidate.stage, texts)}</dd>
                {contact}
                {reason}
            </dl>
            {moving}
            {rejecting}
        </section>
    }
    .into_any()
}

#[component]
fn History(visitor: Visitor, dossier: Dossier) -> AnyView {
    let texts = visitor.texts;
    let steps = dossier.steps.into_iter().map(|step| {
        let kind = matches!(step.stage, Stage::Hired).then_some("ok");
        view! {
            <li data-kind=kind>
                <p>{stage_word(step.stage, texts)}</p>
                <p class="timeline-when">
                    <time>{visitor.site.calendar.date_time(step.at)}</time>
                    " · "
                    {step.by}
                </p>
            </li>
        }
    });
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "candidate-history")}</h2>
            <ol class="timeline">{steps.collect_view()}</ol>
        </section>
    }
    .into_any()
}
