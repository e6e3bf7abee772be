use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    candidates::{self, Candidate as Applicant, Dossier, Stage},
    interviews::{self, Interview},
};

use super::{hire::HireSection, plan::Plan, role_titles, row::row, shown, stage::NextStage, tone};
use crate::{
    frame::{Page, crumbs, page},
    recruiting::{self, stage_word},
    refusal::Refusal,
    t,
    ui::PageHead,
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
            recruiting::suggested_login(candidate, &choices.taken)
        } else {
            String::new()
        };
        let chip = view! {
            <span class="chip" data-tone=tone(candidate.stage)>
                {stage_word(candidate.stage, visitor.texts)}
            </span>
        };
        let hiring = view! {
            <HireSection visitor=visitor.clone() dossier=dossier.clone() teams=choices.teams login passed />
        };
        // What can be done comes first; what still has to wait, last.
        let (now, later) = if passed || over {
            (Some(hiring), None)
        } else {
            (None, Some(hiring))
        };
        let back = crumbs(
            visitor.texts,
            [("/candidates", t!(visitor.texts, "nav-candidates"))],
        );
        let body = view! {
            <PageHead title=name.clone() crumbs=back lead=lead(&visitor, candidate)>
                {chip}
            </PageHead>
            <div class="columns">
                <div>
                    {now}
                    <Interviews visitor=visitor.clone() held own=recruiter.account.clone() />
                    {plan}
                    {later}
                </div>
                <aside class="aside">
                    <NextStage visitor=visitor.clone() candidate=candidate.clone() />
                    <History visitor=visitor.clone() dossier=dossier.clone() />
                </aside>
            </div>
        };
        Ok(Page::new(name, body))
    })
}

/// The role applied for, and how to reach the candidate.
fn lead(visitor: &Visitor, candidate: &Applicant) -> String {
    let roles = role_titles(visitor, &candidate.roles);
    match &candidate.contact {
        Some(contact) => format!("{roles} · {contact}"),
        None => roles,
    }
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

/// The stages reached, the rejection with its reason.
#[component]
fn History(visitor: Visitor, dossier: Dossier) -> AnyView {
    let texts = visitor.texts;
    let mut reason = dossier.candidate.reason;
    let mut steps: Vec<_> = dossier
        .steps
        .into_iter()
        .rev()
        .map(|step| {
            let kind = (step.stage == Stage::Hired).then_some("ok");
            // The reason is that of the last rejection.
            let reason = reason.take_if(|_| step.stage == Stage::Rejected);
            view! {
                <li data-kind=kind>
                    <p>{stage_word(step.stage, texts)}</p>
                    <p class="timeline-when">
                        <time>{visitor.site.calendar.date_time(step.at)}</time>
                        " · "
                        {step.by}
                    </p>
                    {reason.map(|reason| view! { <p class="timeline-note">{reason}</p> })}
                </li>
            }
        })
        .collect();
    steps.reverse();
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "candidate-history")}</h2>
            <ol class="timeline">{steps}</ol>
        </section>
    }
    .into_any()
}
